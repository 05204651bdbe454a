import { issue } from "../../domain/issue";
import { failure } from "../../domain/outcome";
import type { Description, JeuDePoids } from "../analysis";
import { CHAMPS_NOTE } from "../shared/note";
import { parseFields } from "../shared/params";
import { LIBRE, nomPoids, POIDS, type Poids, poidsEnVigueur, PREREGLAGES, type Prereglage, SANS_POIDS } from "./poids";

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

const JEU: JeuDePoids = { prereglage: "prereglage", libre: LIBRE, reglages: PREREGLAGES };

const FIELDS: Description["fields"] = [
  {
    kind: "choix",
    name: "prereglage",
    label: "Poids",
    options: [
      { value: "equipondere", label: "Équipondéré" },
      { value: "offre", label: "Offre de soins" },
      { value: "acces", label: "Accès" },
      { value: "besoins", label: "Besoins" },
      { value: LIBRE, label: "Les miens" },
    ],
  },
  ...POIDS.map(({ id, label }) => ({ kind: "poids", name: nomPoids(id), label, jeu: JEU, avance: true }) as const),
  ...CHAMPS_NOTE,
  { kind: "curseur", name: "premiers", avance: true, label: "Liste des plus fragiles", min: 1, max: 300, step: 1, unit: "territoires" },
  { kind: "curseur", name: "tirages", avance: true, label: "Tirages autour des poids", min: 100, max: 5000, step: 100, unit: "" },
  { kind: "curseur", name: "amplitude", avance: true, label: "Chaque poids varie de plus ou moins", min: 0, max: 100, step: 5, unit: "%" },
  { kind: "curseur", name: "graine", avance: true, label: "Graine du tirage", min: 1, max: 1000, step: 1, unit: "" },
];

/** What rounded weights may miss of 100. */
const TOLERANCE = 0.5;

const namesWeights = (raw: unknown): raw is object => typeof raw === "object" && raw !== null && !("prereglage" in raw) && Object.keys(raw).some((name) => name.startsWith("poids_"));

/** Weights given without a preset are the user's own; one's own must sum to 100. */
const parseParams: Description<FragiliteParams>["parseParams"] = (raw) => {
  const parsed = parseFields(FIELDS, DEFAULTS, namesWeights(raw) ? { ...raw, prereglage: LIBRE } : raw);
  if (!parsed.ok) return parsed;
  const weights = poidsEnVigueur(parsed.value);
  const sum = POIDS.reduce((total, { id }) => total + weights[nomPoids(id)], 0);
  if (Math.abs(sum - 100) <= TOLERANCE) return parsed;
  return failure(issue("parametre-invalide", "erreur", { parametre: "poids_…", valeur: String(Math.round(100 * sum) / 100), attendu: "des poids dont la somme est 100" }));
};

export const descriptionFragilite: Description<FragiliteParams> = {
  id: "fragilite",
  version: 2,
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
