import type { Description } from "../analysis";
import { CHAMP_FRAGILE, CHAMP_SEUIL, CHAMPS_DEFINITION, FRAGILE_PAR_DEFAUT, type FragileParams, parseFragile } from "../shared/champs-fragile";

/** Who is asked first: the communes that have a maison de santé, then those with a GP; or by gain alone. */
export type Priorite = "msp" | "gain";
export type RecrutementParams = FragileParams & { readonly seuil: number; readonly priorite: Priorite; readonly nombre: number };

const DEFAULTS: RecrutementParams = { ...FRAGILE_PAR_DEFAUT, seuil: 20, priorite: "msp", nombre: 5 };

const FIELDS: Description["fields"] = [
  CHAMP_FRAGILE,
  CHAMP_SEUIL,
  {
    kind: "choix",
    name: "priorite",
    label: "Ordre",
    help: "Le plan d'attractivité médicale de Haute-Vienne demande de commencer par les maisons de santé.",
    options: [
      { value: "msp", label: "Communes avec une maison de santé d'abord" },
      { value: "gain", label: "Par habitants rapprochés" },
    ],
  },
  { kind: "curseur", name: "nombre", label: "Recrutements à enchaîner", min: 1, max: 20, step: 1, unit: "" },
  ...CHAMPS_DEFINITION,
];

export const descriptionRecrutement: Description<RecrutementParams> = {
  id: "recrutement",
  version: 5,
  label: "Recruter des maîtres de stage",
  espace: "fragilites",
  question: "Où recruter d'abord un maître de stage, et qu'est-ce que cela rapprocherait ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "rang",
  croissant: true,
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFragile(FIELDS, DEFAULTS, raw),
  genres: () => ["stage"],
};
