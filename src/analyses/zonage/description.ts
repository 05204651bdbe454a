import type { Description } from "../analysis";
import type { PREREGLAGES } from "../fragilite/poids";
import { CHAMPS_NOTE } from "../shared/note";
import { parseFields } from "../shared/params";

export type ZonageParams = {
  readonly prereglage: keyof typeof PREREGLAGES;
  readonly normalisation: "rang" | "seuils";
  /** Score from which a territory is fragile; it is well off at 100 less as much. */
  readonly seuil: number;
  /** Points of score within which two neighbours are alike. */
  readonly ecart: number;
  /** Percent of the inhabitants of the region. */
  readonly plafond_zip: number;
  readonly plafond_zac: number;
  /** Whether the imported zonage comes before the embedded one or after; « auto »: as its own date says, else after. */
  readonly sens: "auto" | "avant" | "apres";
};

const DEFAULTS: ZonageParams = { prereglage: "equipondere", normalisation: "rang", seuil: 60, ecart: 5, plafond_zip: 16.8, plafond_zac: 45.8, sens: "auto" };

const FIELDS: Description["fields"] = [
  {
    kind: "choix",
    name: "prereglage",
    label: "Indicateurs",
    help: "Les composantes de la fragilité, sans le zonage lui-même.",
    options: [
      { value: "equipondere", label: "Équipondérés" },
      { value: "offre", label: "Offre de soins" },
      { value: "acces", label: "Accès" },
      { value: "besoins", label: "Besoins" },
    ],
  },
  ...CHAMPS_NOTE,
  { kind: "curseur", name: "ecart", label: "Voisines semblables : écart d'au plus", min: 0, max: 30, step: 1, unit: "points" },
  { kind: "curseur", name: "plafond_zip", avance: true, label: "Plafond régional des ZIP", help: "16,8 % des habitants en 2022.", min: 0, max: 100, step: 0.1, unit: "% des habitants" },
  { kind: "curseur", name: "plafond_zac", avance: true, label: "Plafond régional des ZAC", help: "45,8 % des habitants en 2022.", min: 0, max: 100, step: 0.1, unit: "% des habitants" },
  {
    kind: "choix",
    name: "sens",
    avance: true,
    label: "Zonage importé",
    help: "Un autre millésime, importé dans l'espace Données, est comparé à celui de mai 2025.",
    options: [
      { value: "auto", label: "Selon sa date, sinon plus récent" },
      { value: "apres", label: "Plus récent que mai 2025" },
      { value: "avant", label: "Plus ancien que mai 2025" },
    ],
  },
];

export const descriptionZonage: Description<ZonageParams> = {
  id: "zonage",
  espace: "fragilites",
  version: 5,
  label: "Zonage face aux indicateurs",
  question: "Où le zonage médecins et les indicateurs se contredisent-ils ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "desaccord",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: () => [],
};
