import * as v from "valibot";
import raw from "../../../seeds/cnr-sante-2022.json";
import type { Ateliers } from "../../domain/ateliers";
import { CLES_CHIFFRE, LIENS, NATURES, PORTEES } from "../../domain/ateliers";
import { compte, departement, document, entier, lignes, mots, texte } from "./champs";

const lien = v.strictObject({
  lien: v.picklist(LIENS),
  genre: v.picklist(["commune", "epci", "arrondissement", "departement"]),
  /** Of our tables. */
  code: texte,
  /** As the document calls it. */
  nom: texte,
  lignes,
  note: v.exactOptional(texte),
});
const chiffre = v.pipe(
  v.strictObject({
    cle: v.exactOptional(v.picklist(CLES_CHIFFRE)),
    libelle: texte,
    /** One of the two: a number, or what the document says in words. */
    valeur: v.exactOptional(v.number()),
    texte: v.exactOptional(texte),
    unite: texte,
    territoire: texte,
    portee: v.picklist(PORTEES),
    annee: v.exactOptional(texte),
    lignes,
    mots,
    note: v.exactOptional(texte),
  }),
  v.check(({ valeur, texte: said }) => (valeur === undefined) !== (said === undefined), "un chiffre a une valeur ou un texte, jamais les deux"),
);
const point = v.strictObject({ theme: texte, nature: v.picklist(NATURES), texte, lignes: v.pipe(v.array(lignes), v.minLength(1)), mots });
const atelier = v.strictObject({
  id: texte,
  departement,
  nom: texte,
  /** Its name as printed. */
  imprime: texte,
  /** Code of the commune where it was held; null when the document does not say. */
  commune: v.nullable(texte),
  /** Its chef-lieu in our tables: longitude, latitude. */
  point: v.nullable(v.tuple([v.number(), v.number()])),
  date: v.pipe(v.string(), v.isoDate()),
  lignes,
  /** Whether the document publishes its report. */
  compte_rendu: v.boolean(),
  participants: compte,
  /** Numbers of the themes it dealt with. */
  themes: v.array(v.picklist([1, 2, 3, 4])),
  liens: v.array(lien),
  /** Places the document names that are not matched to a code, and why. */
  non_rattaches: v.array(v.strictObject({ nom: texte, lignes, raison: texte })),
  chiffres: v.array(chiffre),
  points: v.array(point),
  notes: v.array(texte),
});

export const ateliersSchema = v.strictObject({
  document: v.strictObject({ ...document.entries, ateliers: entier, comptes_rendus: entier, contributions: entier, lignes: v.strictObject({ ateliers: lignes, contributions: lignes }) }),
  thematiques: v.array(v.strictObject({ id: v.picklist([1, 2, 3, 4]), intitule: texte, contributions: entier, pourcent: entier, idees: entier, lignes, mots })),
  themes: v.array(v.strictObject({ id: texte, libelle: texte })),
  departements: v.array(v.strictObject({ code: departement, ateliers: entier, ligne: entier, idees: v.record(texte, entier), total: compte, lignes: v.nullable(lignes) })),
  ateliers: v.array(atelier),
});

/** The 47 workshops of the CNR Santé. Throws when the file of the project is not what it must be. */
export function lireAteliers(): Ateliers {
  return v.parse(ateliersSchema, raw);
}
