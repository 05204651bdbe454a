import { failure, success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { CODE, MILLESIME, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type Lecteur, lireLignes } from "./lecteur";
import { type LigneCommune, unParCommune } from "./un-par-commune";

const COLONNES = { code_insee: CODE, secteur: ["secteur", "secteur_garde", "secteur_de_garde", "pdsa", "territoire_pdsa"], millesime: MILLESIME } as const;
type Colonne = keyof typeof COLONNES;

function lireLigne(lecteur: Lecteur<Colonne>, record: CsvRecord): LigneCommune | null {
  const commune = lecteur.commune(record, "code_insee");
  if (commune === null) return null;
  const valeur = lecteur.text(record, "secteur");
  if (valeur === "") return lecteur.illisible(record, "secteur", "le nom d'un secteur de garde");
  if (lecteur.double(record, "code_insee", commune.ecrit) || !lecteur.millesime(record, "millesime")) return null;
  return { row: record.row, commune, valeur };
}

/** Sectors of the on-call service: `code_insee;secteur`, one sector a commune. */
export const secteursGarde: FormatTable = {
  id: "secteurs-garde",
  colonnes: COLONNES,
  signatures: [["code_insee", "secteur"]],
  lire(fichier, communes) {
    const lu = lireLignes<LigneCommune, Colonne>(fichier, COLONNES, communes, (has) => (["code_insee", "secteur"] as const).find((name) => !has(name)) ?? null, lireLigne);
    if (!lu.ok) return lu;
    const { lignes, bilan, ...reste } = lu.value;
    const { valeurs, perdues, issues } = unParCommune(lignes, fichier.nom);
    if (valeurs.length === 0) return failure(...lu.issues, ...issues);
    const columns = [texte("code", "Commune", valeurs, ([code]) => code), texte("secteur", "Secteur", valeurs, ([, secteur]) => secteur)];
    return success({ table: { id: "secteurs-garde", length: valeurs.length, columns }, bilan: { ...bilan, gardees: bilan.gardees - perdues, rejetees: bilan.rejetees + perdues }, ...reste }, [...lu.issues, ...issues]);
  },
};
