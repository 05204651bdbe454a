import { formatNumber } from "../../textes/format";
import { PAGE } from "../../textes/pages";
import { textWidth, wrapWithin } from "../svg-map/text-fit";
import type { Cellule, Entete, Tableau } from "./feuille";

/** A cell as it is read: French figures, « pas de donnée » for what is not known. */
export function texteCellule(cellule: Cellule, { decimales, part, vide }: Entete): string {
  if (cellule === null) return vide ?? PAGE.sansDonnee;
  if (typeof cellule === "boolean") return cellule ? PAGE.oui : PAGE.non;
  if (typeof cellule === "string") return cellule;
  if (decimales === null) return String(cellule);
  return part ? `${formatNumber(cellule * 100, decimales)} %` : formatNumber(cellule, decimales);
}

/** Columns a page has room for: the first ones, which the analysis puts first. */
const COLONNES = 6;
/** Lines a cell may take. */
const LIGNES_MAX = 3;

/** Sizes of a table on a page, in drawing units. */
export const TABLE = { texte: 10.6, interligne: 12.6, marge: 5.4, tete: 30, espace: 14, note: 18 } as const;

/** A table that fits a frame: its texts cut into the lines of each cell. */
export interface Miseenpage {
  readonly entetes: readonly Entete[];
  readonly largeurs: readonly number[];
  readonly rangs: readonly { readonly cellules: readonly (readonly string[])[]; readonly hauteur: number }[];
  readonly note: string;
}

/** Widths that follow the longest text of each column, within the frame; the first column, which names the row, may be long. */
function largeursDe(lignes: readonly (readonly string[])[], width: number): readonly number[] {
  const colonnes = (lignes[0] ?? []).map((_, i) => lignes.map((ligne) => ligne[i] ?? ""));
  const voulues = colonnes.map((textes, i) => Math.min(i === 0 ? 330 : 160, Math.max(60, ...textes.map((texte) => textWidth(texte, TABLE.texte, i === 0) * 1.1)) + TABLE.espace));
  const somme = voulues.reduce((sum, each) => sum + each, 0);
  return voulues.map((each) => (each * width) / somme);
}

/** The rows and columns that a page has room for. */
export function mettreEnPage({ entetes, lignes }: Tableau, width: number, height: number): Miseenpage {
  const gardees = entetes.slice(0, COLONNES);
  const possibles = Math.ceil(height / (TABLE.interligne + TABLE.marge));
  const textes = lignes.slice(0, possibles).map((ligne) => gardees.map((entete, i) => texteCellule(ligne[i] ?? null, entete)));
  const largeurs = largeursDe(textes, width);
  let reste = height - TABLE.tete - TABLE.note;
  const rangs: { cellules: readonly (readonly string[])[]; hauteur: number }[] = [];
  for (const ligne of textes) {
    const cellules = ligne.map((texte, i) => wrapWithin(texte, (largeurs[i] ?? 0) - TABLE.espace / 2, TABLE.texte, LIGNES_MAX));
    const hauteur = Math.max(1, ...cellules.map((lines) => lines.length)) * TABLE.interligne + TABLE.marge;
    if (hauteur > reste && rangs.length > 0) break;
    rangs.push({ cellules, hauteur });
    reste -= hauteur;
  }
  return { entetes: gardees, largeurs, rangs, note: lignes.length > rangs.length ? PAGE.reste(rangs.length, lignes.length) : PAGE.toutes(lignes.length) };
}
