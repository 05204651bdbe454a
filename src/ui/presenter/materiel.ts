import gras from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff?url";
import signes from "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff?url";
import texte from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url";
import { symbolImage, type SymbolId } from "../../carto/symbols";
import type { Materiel } from "../../documents/export";
import { FORMATS } from "../../documents/formats";
import { dessinsDe, type Feuille } from "../../documents/pages/feuille";
import type { Preparer } from "../../store/presenter/commands";
import { peindrePng } from "../presentation/fichiers";

async function octets(adresse: string): Promise<Uint8Array> {
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new Error(`police ${reponse.status}`);
  return new Uint8Array(await reponse.arrayBuffer());
}

function enDonnees(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const lecteur = new FileReader();
    lecteur.addEventListener("load", () => resolve(String(lecteur.result)));
    lecteur.addEventListener("error", () => reject(lecteur.error ?? new Error("image")));
    lecteur.readAsDataURL(blob);
  });
}

/** The maps of a page in pixels. */
function images(feuille: Feuille): Promise<readonly string[]> {
  return Promise.all(dessinsDe(feuille).map(async ({ svg }) => enDonnees(await peindrePng(svg))));
}

function symbolesDe(feuilles: readonly Feuille[]): ReadonlySet<SymbolId> {
  return new Set(feuilles.flatMap(({ corps }) => ("legendes" in corps ? corps.legendes.flatMap(({ lignes }) => lignes.flatMap(({ echantillon }) => echantillon.symbole ?? [])) : [])));
}

async function symbole(id: SymbolId): Promise<readonly [SymbolId, string]> {
  const { size, paths } = symbolImage(id);
  const traits = paths.map(({ d, fill, stroke, width }) => `<path d="${d}" fill="${fill ?? "none"}"${stroke === undefined ? "" : ` stroke="${stroke}" stroke-width="${width ?? 1}"`}/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 2}" height="${size * 2}">${traits.join("")}</svg>`;
  return [id, await enDonnees(await peindrePng(svg))];
}

/** What a writer cannot make by itself: fonts, pixels. Rejects when it cannot be had. */
export const preparer: Preparer = async (feuilles, format, signal) => {
  const { polices, images: peindre } = FORMATS[format];
  const vide: Materiel = { polices: { texte: new Uint8Array(), gras: new Uint8Array(), signes: new Uint8Array() }, images: [], symboles: {} };
  if (polices) return { ...vide, polices: { texte: await octets(texte), gras: await octets(gras), signes: await octets(signes) } };
  if (!peindre) return vide;
  const peintes: (readonly string[])[] = [];
  for (const feuille of feuilles) peintes.push(signal.aborted ? [] : await images(feuille));
  const symboles = await Promise.all([...symbolesDe(feuilles)].map(symbole));
  return { ...vide, images: peintes, symboles: Object.fromEntries(symboles) };
};
