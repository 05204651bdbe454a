import { formatNumber } from "../../textes/format";
import { PAGE } from "../../textes/pages";
import type { Cellule, Entete, Tableau } from "./feuille";

/** A cell as it is read: French figures, « pas de donnée » for what is not known. */
export function texteCellule(cellule: Cellule, { decimales, part }: Entete): string {
  if (cellule === null) return PAGE.sansDonnee;
  if (typeof cellule === "boolean") return cellule ? PAGE.oui : PAGE.non;
  if (typeof cellule === "string") return cellule;
  if (decimales === null) return String(cellule);
  return part ? `${formatNumber(cellule * 100, decimales)} %` : formatNumber(cellule, decimales);
}

/** Columns a page has room for: the first ones, which the analysis puts first. */
const COLONNES = 6;

/** The rows and columns that a page shows, as texts. */
export function extrait({ entetes, lignes }: Tableau, rangs: number): { readonly entetes: readonly Entete[]; readonly lignes: readonly (readonly string[])[]; readonly note: string } {
  const gardees = entetes.slice(0, COLONNES);
  return {
    entetes: gardees,
    lignes: lignes.slice(0, rangs).map((ligne) => gardees.map((entete, i) => texteCellule(ligne[i] ?? null, entete))),
    note: lignes.length > rangs ? PAGE.reste(rangs, lignes.length) : PAGE.toutes(lignes.length),
  };
}
