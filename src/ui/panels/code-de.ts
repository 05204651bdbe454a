import { foldName } from "../../domain/fold";

/** The commune that a text names: « Bellac (87011) », « bellac », « 87011 »; « » for nothing, null for no commune. */
export function codeDe(texte: string, communes: ReadonlyMap<string, string>): string | null {
  const propre = texte.trim();
  if (propre === "") return "";
  const code = /^(?:.*\()?(\d[\dABab]\d{3})\)?$/.exec(propre)?.[1]?.toUpperCase();
  if (code !== undefined) return code;
  const voulu = foldName(propre);
  const memes = [...communes].filter(([, nom]) => foldName(nom) === voulu);
  return memes.length === 1 ? (memes[0]?.[0] ?? null) : null;
}

/** A place of a commune: its code « 87002_3 », or « Ambazac n° 3 (Muret) » as the table names it. */
const LIEU = /^(.+?)\s*(?:_|n°\s*)(\d+)(?:\s*\(.*\))?(?:\s*,\s*maille de 500 m)?$/i;

/** The commune that a text names, or one of the places in it. */
export function codeDuLieu(texte: string, communes: ReadonlyMap<string, string>): string | null {
  const [, commune, rang] = LIEU.exec(texte.trim()) ?? [];
  if (commune === undefined) return codeDe(texte, communes);
  const code = codeDe(commune, communes);
  return code === null || code === "" || Number(rang) === 0 ? null : `${code}_${Number(rang)}`;
}
