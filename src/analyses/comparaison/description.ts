import { GENRES_SITE, type GenreSite, LIBELLE_GENRE } from "../../domain/genre-site";
import { ETATS_MAX } from "../../domain/changements";
import type { Description } from "../analysis";
import { CHAMP_FRAGILE_LU, type FragileLu } from "../shared/champs-fragile";
import { parseFields } from "../shared/params";

export type ComparaisonParams = {
  readonly genres: readonly GenreSite[];
  readonly seuil: number;
  /** Ids of the states of the document to compare; fewer than two: the first ones. */
  readonly etats: readonly string[];
  readonly fragile: FragileLu;
};

const DEFAULTS: ComparaisonParams = { genres: ["msp"], seuil: 15, etats: [], fragile: "zip-zac" };

const FIELDS: Description["fields"] = [
  { kind: "etats", name: "etats", label: "États comparés", help: "Deux à quatre ; le premier est celui auquel les autres se mesurent.", max: ETATS_MAX },
  {
    kind: "choix-multiple",
    name: "genres",
    label: "Rejoindre",
    help: "Avec plusieurs genres, on va au plus proche de n'importe lequel d'entre eux.",
    options: GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] })),
    min: 1,
    max: 4,
  },
  { kind: "curseur", name: "seuil", label: "Couvert à", min: 5, max: 60, step: 1, unit: "min au plus" },
  { ...CHAMP_FRAGILE_LU, avance: true },
];

export const descriptionComparaison: Description<ComparaisonParams> = {
  id: "comparaison",
  version: 3,
  label: "Comparer les scénarios",
  espace: "implanter",
  question: "Que change chaque scénario, où, et pour combien d'habitants ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "minutes_1",
  reseau: true,
  moteurs: false,
  etats: true,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ genres }) => genres,
};
