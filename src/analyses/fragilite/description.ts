import { failure } from "../../domain/outcome";
import type { Description } from "../analysis";
import { CHAMPS_NOTE } from "../shared/note";
import { parseFields } from "../shared/params";
import { avecPrereglage } from "../shared/poids-libres";
import { CHAMP_PREREGLAGE, CHAMPS_POIDS, refusPoids } from "./champs-poids";
import { LIBRE, type Poids, type Prereglage, SANS_POIDS } from "./poids";

export type FragiliteParams = Poids & {
  readonly prereglage: Prereglage;
  readonly normalisation: "rang" | "seuils";
  /** Score from which a territory is fragile; it is well off at 100 less as much. */
  readonly seuil: number;
  /** Length of the list of the most fragile. */
  readonly premiers: number;
  readonly tirages: number;
  /** Percent by which each weight may move, up or down. */
  readonly amplitude: number;
  readonly graine: number;
};

const DEFAULTS: FragiliteParams = { prereglage: "equipondere", ...SANS_POIDS, normalisation: "rang", seuil: 60, premiers: 20, tirages: 1000, amplitude: 50, graine: 87 };

const FIELDS: Description["fields"] = [
  CHAMP_PREREGLAGE,
  ...CHAMPS_POIDS,
  ...CHAMPS_NOTE,
  { kind: "curseur", name: "premiers", avance: true, label: "Liste des plus fragiles", min: 1, max: 300, step: 1, unit: "territoires" },
  { kind: "curseur", name: "tirages", avance: true, label: "Tirages autour des poids", min: 100, max: 5000, step: 100, unit: "" },
  { kind: "curseur", name: "amplitude", avance: true, label: "Chaque poids varie de plus ou moins", min: 0, max: 100, step: 5, unit: "%" },
  { kind: "curseur", name: "graine", avance: true, label: "Graine du tirage", min: 1, max: 1000, step: 1, unit: "" },
];

/** Weights given without a preset are the user's own; one's own must sum to 100. */
const parseParams: Description<FragiliteParams>["parseParams"] = (raw) => {
  const parsed = parseFields(FIELDS, DEFAULTS, avecPrereglage(raw, LIBRE));
  const refus = parsed.ok ? refusPoids(parsed.value) : null;
  return refus === null ? parsed : failure(refus);
};

export const descriptionFragilite: Description<FragiliteParams> = {
  id: "fragilite",
  version: 5,
  label: "Fragilité",
  espace: "fragilites",
  question: "Quels territoires sont les plus fragiles, et est-ce sûr ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "score",
  reseau: true,
  moteurs: false,
  parseParams,
  genres: () => [],
};
