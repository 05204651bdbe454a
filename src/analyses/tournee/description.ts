import { GENRES_SITE, type GenreSite, LIBELLE_GENRE } from "../../domain/genre-site";
import type { Description } from "../analysis";
import { parseFields } from "../shared/params";

export type TourneeParams = {
  /** Code of the commune the unit leaves from; « » for the one of the territory with most inhabitants. */
  readonly depart: string;
  /** Kinds of site that one is far from. */
  readonly genres: readonly GenreSite[];
  /** Minutes from which a commune is far. */
  readonly eloignement: number;
  readonly arrets: number;
  /** Minutes within which a stop serves. */
  readonly rayon: number;
  readonly age: boolean;
  /** Codes of communes. */
  readonly imposes: readonly string[];
  readonly interdits: readonly string[];
  readonly retour: boolean;
  /** Minutes at each stop. */
  readonly duree: number;
};

const DEFAULTS: TourneeParams = { depart: "", genres: ["medecin"], eloignement: 10, arrets: 5, rayon: 10, age: true, imposes: [], interdits: [], retour: true, duree: 60 };

const FIELDS: Description["fields"] = [
  { kind: "commune", name: "depart", label: "Au départ de", vide: "la commune la plus peuplée" },
  { kind: "choix-multiple", name: "genres", label: "Communes loin de", options: GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] })), min: 1, max: 4 },
  { kind: "curseur", name: "eloignement", label: "Loin à partir de", min: 5, max: 60, step: 1, unit: "min" },
  { kind: "curseur", name: "arrets", label: "Arrêts", min: 1, max: 12, step: 1, unit: "" },
  { kind: "curseur", name: "rayon", label: "Un arrêt sert jusqu'à", min: 1, max: 20, step: 1, unit: "min" },
  { kind: "case", name: "age", label: "Compter les habitants selon leur âge" },
  { kind: "case", name: "retour", label: "Revenir au départ" },
  { kind: "curseur", name: "duree", label: "Temps à chaque arrêt", min: 10, max: 240, step: 5, unit: "min" },
  { kind: "communes", name: "imposes", avance: true, label: "Arrêts imposés", vide: "ajouter une commune", max: 12 },
  { kind: "communes", name: "interdits", avance: true, label: "Communes écartées", vide: "ajouter une commune", max: 60 },
];

export const descriptionTournee: Description<TourneeParams> = {
  id: "tournee",
  version: 2,
  label: "Tournée « aller-vers »",
  espace: "implanter",
  question: "Où s'arrêter, et dans quel ordre, pour aller vers ceux qui sont loin ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "habitants_proches",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ genres }) => genres,
};
