import { INK } from "../../../carto/palettes";
import { SOFT_INK } from "../../svg-map/furniture";
import type { Frame } from "../../svg-map/projection";
import { textWidth, wrapWithin } from "../../svg-map/text-fit";
import { tag, textLine } from "../../svg-map/xml";
import { extrait } from "../cellules";
import type { CorpsParGenre } from "../feuille";

const TEXTE = 10.6;
const LIGNE = 18;
const TETE = 30;
const ESPACE = 14;

/** Rows that a frame has room for. */
export function rangsPour(height: number): number {
  return Math.max(1, Math.floor((height - TETE - LIGNE) / LIGNE));
}

/** Widths of the columns that a page shows, which follow the longest text of each column, within the frame. */
export function largeurs(lignes: readonly (readonly string[])[], width: number): readonly number[] {
  const colonnes = (lignes[0] ?? []).map((_, i) => lignes.map((ligne) => ligne[i] ?? ""));
  const voulues = colonnes.map((textes, i) => Math.min(i === 0 ? 260 : 170, Math.max(60, ...textes.map((texte) => textWidth(texte, TEXTE) * 1.08)) + ESPACE));
  const somme = voulues.reduce((sum, each) => sum + each, 0);
  return voulues.map((each) => (each * width) / somme);
}

/** The first rows of a table, and how many there are. */
export function corpsTableau({ tableau }: CorpsParGenre["tableau"], { x, y, width, height }: Frame): string {
  const { entetes, lignes, note } = extrait(tableau, rangsPour(height));
  const tailles = largeurs(lignes, width);
  const debuts = tailles.map((_, i) => x + tailles.slice(0, i).reduce((sum, each) => sum + each, 0));
  const cellule = (texte: string, i: number, top: number, bold: boolean, size: number): string => {
    const [debut = x, taille = 0] = [debuts[i], tailles[i]];
    const nombre = entetes[i]?.nombre === true;
    return textLine(nombre ? debut + taille - ESPACE / 2 : debut + ESPACE / 2, top, texte, { size, bold, fill: INK, anchor: nombre ? "end" : "start" });
  };
  const tetes = entetes.flatMap(({ libelle }, i) => wrapWithin(libelle, (tailles[i] ?? 0) - ESPACE / 2, 8.8, 2).map((ligne, rang) => cellule(ligne, i, y + 11 + rang * 11, true, 8.8)));
  const rangs = lignes.flatMap((ligne, r) => {
    const top = y + TETE + r * LIGNE;
    const fond = r % 2 === 1 ? "" : tag("rect", { x, y: top, width, height: LIGNE, fill: "#f1eee5" });
    return [fond, ...ligne.map((texte, i) => cellule(wrapWithin(texte, (tailles[i] ?? 0) - 4, TEXTE, 1)[0] ?? "", i, top + 12.8, i === 0, TEXTE))];
  });
  const trait = tag("path", { d: `M${x} ${y + TETE - 1}H${x + width}`, stroke: "#17414f", "stroke-width": 1.4 });
  return tetes.join("") + trait + rangs.join("") + textLine(x, y + TETE + lignes.length * LIGNE + 13, note, { size: 9, fill: SOFT_INK });
}
