import { failure, type Outcome } from "../../domain/outcome";
import type { Field, Params } from "../analysis";
import { DEPART, FIN } from "../departs/modele";
import { CHAMP_PREREGLAGE, CHAMPS_POIDS, refusPoids } from "../fragilite/champs-poids";
import { LIBRE, type Poids, type Prereglage, SANS_POIDS } from "../fragilite/poids";
import { parseFields } from "./params";
import { avecPrereglage } from "./poids-libres";

/** What makes a commune fragile: its zonage (May 2025), the official APL under the under-dense threshold, its fragility score, or the APL once doctors have left. */
export type Fragile = "zip" | "zip-zac" | "apl" | "score" | "risque";

export type FragileParams = Poids & {
  readonly fragile: Fragile;
  /** Weights of the score, and the score from which a commune is fragile. */
  readonly prereglage: Prereglage;
  readonly score: number;
  /** Year by which doctors have left. */
  readonly annee: number;
};

export const FRAGILE_PAR_DEFAUT: FragileParams = { fragile: "zip-zac", prereglage: "equipondere", ...SANS_POIDS, score: 60, annee: 2030 };

export const CHAMP_FRAGILE: Extract<Field, { kind: "choix" }> = {
  kind: "choix",
  name: "fragile",
  label: "Communes fragiles",
  help: "Zonage de mai 2025 (ZIP : zone d'intervention prioritaire ; ZAC : zone d'action complémentaire), APL 2021 de la DREES sous le seuil de sous-densité, score de l'analyse « Fragilité », ou APL de l'année choisie quand les médecins âgés sont partis.",
  options: [
    { value: "zip-zac", label: "ZIP et ZAC" },
    { value: "zip", label: "ZIP seulement" },
    { value: "apl", label: "APL 2021 sous 2,5 consultations" },
    { value: "score", label: "Score de fragilité" },
    { value: "risque", label: "Fragiles ou à risque : APL sous 2,5 après les départs" },
  ],
};

/** Definitions that are read, where the others are computed. */
export type FragileLu = Exclude<Fragile, "score" | "risque">;
const LUS: readonly string[] = ["zip-zac", "zip", "apl"] satisfies readonly FragileLu[];

export const CHAMP_FRAGILE_LU: Field = {
  ...CHAMP_FRAGILE,
  help: "Zonage de mai 2025 (ZIP : zone d'intervention prioritaire ; ZAC : zone d'action complémentaire), ou APL 2021 de la DREES sous le seuil de sous-densité.",
  options: CHAMP_FRAGILE.options.filter(({ value }) => LUS.includes(value)),
};

/** What the last two definitions are set with, folded. */
export const CHAMPS_DEFINITION: readonly Field[] = [
  { kind: "curseur", name: "annee", avance: true, label: "À risque : départs jusqu'en", min: DEPART, max: FIN, step: 1, unit: "annee" },
  { kind: "curseur", name: "score", avance: true, label: "Score fragile à partir de", min: 50, max: 95, step: 1, unit: "sur 100" },
  { ...CHAMP_PREREGLAGE, label: "Poids du score", avance: true },
  ...CHAMPS_POIDS,
];

export const CHAMP_SEUIL: Field = { kind: "curseur", name: "seuil", label: "Près d'un maître de stage : jusqu'à", help: "Minutes par la route depuis le chef-lieu.", min: 5, max: 60, step: 1, unit: "min" };

/** Fields one by one; own weights must sum to 100. */
export function parseFragile<P extends Params & FragileParams>(fields: readonly Field[], defaults: P, raw: unknown): Outcome<P> {
  const parsed = parseFields(fields, defaults, avecPrereglage(raw, LIBRE));
  const refus = parsed.ok ? refusPoids(parsed.value) : null;
  return refus === null ? parsed : failure(refus);
}
