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
