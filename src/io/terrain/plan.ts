import * as v from "valibot";
import raw from "../../../seeds/plan-attractivite-87.json";
import type { Plan } from "../../domain/plan";
import { fait, lignes, mots, texte } from "./champs";

const note = v.nullable(texte);

const MOIS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const DATE = `(?:(?:${MOIS}|1er semestre|2e semestre) )?20\\d\\d`;
const demarrage = v.nullable(v.pipe(v.string(), v.regex(new RegExp(`^${DATE}$`))));
const calendrier = v.nullable(
  v.union([
    v.pipe(v.string(), v.regex(new RegExp(`^${DATE}(?:-20\\d\\d)?$`))),
    v.picklist(["en continu", "1 fois par an", "1 à 2 fois par an et par CPTS", "à déterminer", "sans durée limitée"]),
  ]),
);

const indicateur = v.strictObject({
  id: texte,
  libelle: texte,
  valeur: v.number(),
  /** « plus-de »: the source gives a lower bound, not a count. */
  borne: v.picklist(["egal", "plus-de"]),
  unite: v.picklist(["habitants", "nombre", "%", "pour 100 000 habitants"]),
  territoire: v.picklist(["87", "NA", "FR"]),
  /** ISO day, or a year when the source gives no more; null when it gives none. */
  date: v.nullable(v.pipe(v.string(), v.regex(/^20\d\d(-\d\d-\d\d)?$/))),
  /** Who the document cites; null when it cites nobody. */
  source: v.nullable(texte),
  lignes,
  mots,
  note,
});
const axe = v.strictObject({
  id: texte,
  intitule: texte,
  lignes,
  mots,
  objectif_strategique: fait,
  contexte: v.array(fait),
  resultats_attendus: v.array(fait),
});
const objectif = v.strictObject({ id: texte, axe: texte, intitule: texte, lignes: v.pipe(v.array(lignes), v.minLength(1)), mots });
const action = v.strictObject({
  id: texte,
  axe: texte,
  objectif: texte,
  intitule: texte,
  pilotes: v.pipe(v.array(texte), v.minLength(1)),
  partenaires: v.array(texte),
  /** By when, or how often. */
  calendrier,
  /** When it begins: another column of the source, never the same thing. */
  demarrage,
  /** The source told it by a colour that its text does not keep: no state is ever guessed. */
  etat: v.literal("non repris de la source"),
  lignes,
  mots,
  note,
});

export const planSchema = v.strictObject({
  document: v.strictObject({
    titre: texte,
    date: v.pipe(v.string(), v.isoDate()),
    lieu: texte,
    fichier: texte,
    auteurs: v.array(texte),
    groupe_projet: v.array(texte),
    lignes: v.strictObject({ date: lignes, auteurs: lignes, groupe_projet: lignes }),
    etats_possibles: v.array(texte),
    lignes_etats: lignes,
    note: texte,
  }),
  indicateurs: v.array(indicateur),
  axes: v.array(axe),
  objectifs: v.array(objectif),
  actions: v.array(action),
  /** One spelling for each body, with the others that the source uses. */
  organismes: v.array(v.strictObject({ nom: texte, graphies: v.array(texte) })),
  faits: v.array(fait),
  sigles: v.array(v.strictObject({ sigle: texte, sens: texte, lignes })),
});

/** The plan d'attractivité. Throws when the file of the project is not what it must be. */
export function lirePlan(): Plan {
  return v.parse(planSchema, raw);
}
