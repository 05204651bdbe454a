import type { Description } from "../analysis";
import { parseFields } from "../shared/params";

export type SnpParams = {
  /** Kinds of place that count. */
  readonly lieux: readonly string[];
  /** Minutes beyond which one is not covered. */
  readonly seuil: number;
};

const DEFAULTS: SnpParams = { lieux: ["maison-medicale-garde", "csnp"], seuil: 30 };

const FIELDS: Description["fields"] = [
  {
    kind: "choix-multiple",
    name: "lieux",
    label: "Lieux qui comptent",
    options: [
      { value: "maison-medicale-garde", label: "Maison médicale de garde" },
      { value: "csnp", label: "Centre de soins non programmés" },
      { value: "telemedecine", label: "Télémédecine" },
    ],
    min: 1,
    max: 3,
  },
  { kind: "curseur", name: "seuil", label: "Non couvert à plus de", help: "Minutes par la route depuis le chef-lieu.", min: 5, max: 60, step: 1, unit: "min" },
];

export const descriptionSoinsNonProgrammes: Description<SnpParams> = {
  id: "soins-non-programmes",
  espace: "fragilites",
  version: 3,
  label: "Soins non programmés, jour et nuit",
  question: "Qui est loin d'un lieu de soins non programmés, le jour, le soir, la nuit et le week-end ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "minutes_nuit",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: () => [],
};
