import { issue } from "../../domain/issue";
import { failure } from "../../domain/outcome";
import type { FcaName } from "../../geo/fca";
import type { Description } from "../analysis";
import { parseFields } from "../shared/params";

export type AplParams = {
  readonly methode: FcaName;
  readonly demande: "standardisee" | "habitants";
  readonly decroissance: "paliers" | "gaussienne";
  /** Minutes. */
  readonly palier1: number;
  readonly palier2: number;
  /** Minutes beyond which nothing counts, whatever the decay. */
  readonly palier3: number;
  readonly poids2: number;
  readonly poids3: number;
  /** Minutes either side of a step over which it is spread; 0 for plain steps. */
  readonly adoucissement: number;
  /** σ of the gaussian, minutes. */
  readonly portee: number;
  /** Minutes within one's own commune. */
  readonly interne: number;
  /** Consultations a year of a doctor who works in full. */
  readonly consultations: number;
  /** Inhabitants a doctor under which he does not work in full; 0 for no such limit. */
  readonly patients: number;
};

const DEFAULTS: AplParams = {
  methode: "e2sfca",
  demande: "standardisee",
  decroissance: "paliers",
  palier1: 10,
  palier2: 15,
  palier3: 20,
  poids2: 0.67,
  poids3: 0.33,
  adoucissement: 1.5,
  portee: 10,
  interne: 0,
  consultations: 4350,
  patients: 700,
};

const METHODES: readonly { readonly value: FcaName; readonly label: string }[] = [
  { value: "e2sfca", label: "E2SFCA : deux étapes, poids selon le temps" },
  { value: "2sfca", label: "2SFCA : deux étapes, tout ou rien" },
  { value: "3sfca", label: "3SFCA : les lieux se font concurrence" },
  { value: "m2sfca", label: "M2SFCA : la distance fait perdre de l'offre" },
  { value: "equilibree", label: "Équilibrée (Páez) : personne compté deux fois" },
];

const FIELDS: Description["fields"] = [
  { kind: "choix", name: "methode", label: "Méthode", options: METHODES },
  {
    kind: "choix",
    name: "demande",
    label: "Demande",
    help: "La population standardisée de la DREES compte davantage ceux qui consultent davantage.",
    options: [
      { value: "standardisee", label: "Population standardisée (DREES 2021)" },
      { value: "habitants", label: "Habitants (2021)" },
    ],
  },
  {
    kind: "choix",
    name: "decroissance", avance: true,
    label: "Poids selon le temps",
    options: [
      { value: "paliers", label: "Par paliers" },
      { value: "gaussienne", label: "Courbe de Gauss" },
    ],
  },
  { kind: "curseur", name: "palier1", avance: true, label: "Poids 1 jusqu'à", min: 1, max: 60, step: 1, unit: "min" },
  { kind: "curseur", name: "palier2", avance: true, label: "Deuxième palier jusqu'à", min: 1, max: 60, step: 1, unit: "min" },
  { kind: "curseur", name: "palier3", avance: true, label: "Rien au-delà de", help: "Fin du troisième palier, et de la courbe de Gauss.", min: 5, max: 60, step: 1, unit: "min" },
  { kind: "curseur", name: "poids2", avance: true, label: "Poids du deuxième palier", min: 0, max: 1, step: 0.01, unit: "" },
  { kind: "curseur", name: "poids3", avance: true, label: "Poids du troisième palier", min: 0, max: 1, step: 0.01, unit: "" },
  { kind: "curseur", name: "adoucissement", avance: true, label: "Paliers adoucis de plus ou moins", help: "Nos minutes sont elles-mêmes un modèle, à 1,5 min près. 0 : marches franches.", min: 0, max: 5, step: 0.5, unit: "min" },
  { kind: "curseur", name: "portee", avance: true, label: "Écart type de la courbe de Gauss", min: 2, max: 30, step: 1, unit: "min" },
  { kind: "curseur", name: "interne", avance: true, label: "Temps dans sa propre commune", min: 0, max: 20, step: 1, unit: "min" },
  { kind: "curseur", name: "consultations", avance: true, label: "Consultations par médecin et par an", min: 1000, max: 8000, step: 50, unit: "" },
  { kind: "curseur", name: "patients", avance: true, label: "Activité réduite sous", help: "Habitants par médecin aux alentours, sous lesquels il consulte moins. 0 : jamais.", min: 0, max: 1500, step: 50, unit: "habitants par médecin" },
];

/** Fields one by one, then that the steps follow each other. */
const parseParams: Description<AplParams>["parseParams"] = (raw) => {
  const parsed = parseFields(FIELDS, DEFAULTS, raw);
  if (!parsed.ok) return parsed;
  const { palier1, palier2, palier3 } = parsed.value;
  if (palier1 <= palier2 && palier2 <= palier3) return parsed;
  return failure(issue("parametre-invalide", "erreur", { parametre: "palier2", valeur: String(palier2), attendu: `un temps entre palier1 (${palier1}) et palier3 (${palier3})` }));
};

export const descriptionApl: Description<AplParams> = {
  id: "apl",
  version: 3,
  label: "Accessibilité estimée (APL)",
  espace: "fragilites",
  question: "Combien de consultations à portée de chaque habitant ? Estimation, ce n'est pas l'APL de la DREES.",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "apl_estimee",
  reseau: true,
  moteurs: false,
  parseParams,
  genres: () => ["medecin"],
};
