import type { Description } from "../analysis";
import { parseFields } from "../shared/params";
import { ANNEE_SUPPOSEE, DEPART, FIN } from "./modele";

export type DepartsParams = {
  readonly annee: number;
  readonly age: number;
  readonly etalement: number;
  /** Percent. */
  readonly remplacement: number;
  /** Percent of the doctors of the start, a year, besides those who replace. */
  readonly arrivees: number;
  /** Year of the imported ages, when their table does not say. */
  readonly annee_ages: number;
  /** Consultations a year an inhabitant. */
  readonly seuil: number;
  readonly tirages: number;
  /** Years by which the age may be off, either way. */
  readonly alea_age: number;
  /** Points by which the replacement may be off, either way. */
  readonly alea_remplacement: number;
  readonly graine: number;
};

const DEFAULTS: DepartsParams = { annee: 2030, age: 67, etalement: 4, remplacement: 50, arrivees: 0, annee_ages: ANNEE_SUPPOSEE, seuil: 2.5, tirages: 500, alea_age: 1, alea_remplacement: 20, graine: 87 };

const FIELDS: Description["fields"] = [
  { kind: "curseur", name: "annee", label: "Année", min: DEPART, max: FIN, step: 1, unit: "annee" },
  { kind: "curseur", name: "age", label: "Âge moyen de départ", min: 60, max: 75, step: 0.5, unit: "ans" },
  { kind: "curseur", name: "etalement", avance: true, label: "Départs étalés de plus ou moins", min: 0, max: 8, step: 1, unit: "ans" },
  { kind: "curseur", name: "remplacement", label: "Départs remplacés sur place", min: 0, max: 150, step: 5, unit: "%" },
  { kind: "curseur", name: "arrivees", label: "Arrivées en plus, par an", help: "Pour 100 médecins de départ, en plus de ceux qui remplacent.", min: 0, max: 5, step: 0.1, unit: "%" },
  { kind: "curseur", name: "seuil", label: "À risque sous", help: "Par an et par habitant ; 2,5 : sous-dense.", min: 1, max: 5, step: 0.1, unit: "consultations" },
  { kind: "curseur", name: "annee_ages", avance: true, label: "Année des âges importés", help: "Sert quand la table d'âges (espace Données) ne donne pas son millésime.", min: 2015, max: FIN, step: 1, unit: "annee" },
  { kind: "curseur", name: "tirages", avance: true, label: "Tirages", min: 100, max: 2000, step: 100, unit: "" },
  { kind: "curseur", name: "alea_age", avance: true, label: "Incertitude sur l'âge", min: 0, max: 5, step: 0.5, unit: "ans" },
  { kind: "curseur", name: "alea_remplacement", avance: true, label: "Incertitude sur le remplacement", min: 0, max: 50, step: 5, unit: "points" },
  { kind: "curseur", name: "graine", avance: true, label: "Graine du tirage", min: 1, max: 1000, step: 1, unit: "" },
];

export const descriptionDeparts: Description<DepartsParams> = {
  id: "departs",
  espace: "fragilites",
  version: 2,
  label: "Départs de médecins",
  question: "Et si les médecins âgés partent : où l'offre passera-t-elle sous le seuil, et quand ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "apl_projetee",
  reseau: false,
  moteurs: false,
  parseParams: (raw) => {
    const parsed = parseFields(FIELDS, DEFAULTS, raw);
    return parsed.ok ? { ...parsed, value: { ...parsed.value, annee: Math.round(parsed.value.annee), annee_ages: Math.round(parsed.value.annee_ages) } } : parsed;
  },
  genres: () => [],
};
