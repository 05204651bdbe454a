import type { Description } from "../analysis";
import { parseFields } from "../shared/params";
import { ETAPES, genresDesEtapes, type NomEtape } from "./etapes";

export type ParcoursParams = {
  /** Code of the commune where the patient lives; « » for the one of the territory that is farthest from a general practitioner. */
  readonly patient1: string;
  /** The same for a second patient, or « » for none. */
  readonly patient2: string;
  readonly etapes: readonly NomEtape[];
  /** Commune of the specialist; « » for the nearest of the user's own table, or to be chosen. */
  readonly specialiste: string;
  readonly retour: "oui" | "non";
  /** Commune where one more maison de santé would open, or « » for none. */
  readonly msp: string;
};

const DEFAULTS: ParcoursParams = { patient1: "", patient2: "", etapes: ["medecin", "pharmacie", "specialiste", "hopital"], specialiste: "", retour: "oui", msp: "" };

const FIELDS: Description["fields"] = [
  { kind: "commune", name: "patient1", label: "Patient 1 habite", vide: "la commune la plus loin d'un médecin" },
  { kind: "commune", name: "patient2", label: "Patient 2 habite", vide: "pas de second patient" },
  {
    kind: "choix-multiple",
    name: "etapes",
    label: "Étapes du parcours",
    help: "Dans cet ordre ; à chaque étape, le lieu le plus proche par la route de l'étape précédente.",
    options: ETAPES.map(({ value, label }) => ({ value, label })),
    min: 1,
    max: ETAPES.length,
  },
  {
    kind: "commune",
    name: "specialiste",
    label: "Le spécialiste consulte à",
    vide: "lieu à choisir, ou à importer",
    help: "Aucune donnée ouverte ne dit où consultent les spécialistes : choisissez une commune, ou importez vos lieux de consultation (espace Données) : le plus proche sera pris.",
  },
  {
    kind: "choix",
    name: "retour",
    label: "Retour au domicile",
    options: [
      { value: "oui", label: "Compté, depuis la dernière étape" },
      { value: "non", label: "Non compté" },
    ],
  },
  { kind: "commune", name: "msp", label: "Et si une maison de santé ouvrait à", vide: "pas de maison de santé de plus" },
];

export const descriptionParcours: Description<ParcoursParams> = {
  id: "parcours",
  version: 3,
  label: "Patient traceur",
  espace: "explorer",
  question: "Que coûte un parcours de soins en minutes et en kilomètres, étape par étape ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "parcours",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ etapes }) => genresDesEtapes(etapes),
};
