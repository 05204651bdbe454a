import { type GenreSite, GENRES_SITE, LIBELLE_GENRE } from "../../domain/genre-site";
import { SITING_MODELS, type SitingModel } from "../../geo/siting/models";
import type { Description } from "../analysis";
import { parseFields } from "../shared/params";

export type ImplantationParams = {
  readonly modele: SitingModel;
  readonly p: number;
  readonly seuil_minutes: number;
  readonly part_pct: number;
  /** Kind of the new sites: the existing ones are of the same kind. */
  readonly cible: GenreSite;
  readonly demande: "communes" | "cellules";
  readonly existants: boolean;
  readonly rayon_minutes: number;
  readonly habitants_min: number;
  readonly medecins_min: number;
  readonly eloignement_min: number;
  readonly zonage: readonly string[];
  readonly services: readonly string[];
  readonly espacement_km: number;
  /** Code of a commune, or « » for none. */
  readonly imposee: string;
  readonly interdite: string;
  readonly limite_secondes: number;
};

const DEFAULTS: ImplantationParams = {
  modele: "mclp",
  p: 2,
  seuil_minutes: 15,
  part_pct: 100,
  cible: "msp",
  demande: "communes",
  existants: true,
  rayon_minutes: 10,
  habitants_min: 0,
  medecins_min: 0,
  eloignement_min: 0,
  zonage: ["ZIP", "ZAC", "HZ"],
  services: [],
  espacement_km: 0,
  imposee: "",
  interdite: "",
  limite_secondes: 30,
};

const MODELES: Readonly<Record<SitingModel, string>> = {
  mclp: "Couvrir le plus d'habitants (MCLP)",
  lscp: "Couvrir tout le monde avec le moins de sites (LSCP)",
  "p-median": "Réduire le temps moyen (p-médian)",
  "p-center": "Réduire le pire temps (p-centre)",
};

const FIELDS: Description["fields"] = [
  { kind: "choix", name: "modele", label: "But", options: SITING_MODELS.map((value) => ({ value, label: MODELES[value] })) },
  { kind: "curseur", name: "p", label: "Nouveaux sites", min: 1, max: 10, step: 1, unit: "" },
  { kind: "curseur", name: "seuil_minutes", label: "Couvert à", min: 5, max: 60, step: 1, unit: "min au plus" },
  { kind: "curseur", name: "part_pct", label: "Habitants à couvrir (LSCP)", help: "100 : tous ceux qu'un site peut couvrir.", min: 50, max: 100, step: 1, unit: "%" },
  { kind: "choix", name: "cible", label: "Genre de site", options: GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] })) },
  {
    kind: "choix",
    name: "demande",
    label: "Compter les habitants",
    options: [
      { value: "communes", label: "Au chef-lieu de leur commune" },
      { value: "cellules", label: "Là où ils habitent (mailles de 500 m)" },
    ],
  },
  { kind: "case", name: "existants", label: "Garder les sites existants" },
  { kind: "curseur", name: "rayon_minutes", avance: true, label: "Autour d'une candidate", help: "Pour les deux règles suivantes.", min: 5, max: 30, step: 1, unit: "min" },
  { kind: "curseur", name: "habitants_min", avance: true, label: "Habitants autour, au moins", min: 0, max: 20000, step: 500, unit: "" },
  { kind: "curseur", name: "medecins_min", avance: true, label: "Généralistes autour, au moins", min: 0, max: 20, step: 1, unit: "" },
  { kind: "curseur", name: "eloignement_min", avance: true, label: "Loin d'un site existant, d'au moins", min: 0, max: 60, step: 1, unit: "min" },
  { kind: "choix-multiple", name: "zonage", avance: true, label: "Zonage de la candidate", options: ["ZIP", "ZAC", "HZ"].map((value) => ({ value, label: value })), min: 1, max: 3 },
  {
    kind: "choix-multiple",
    name: "services", avance: true,
    label: "Services déjà dans la commune",
    options: [
      { value: "medecins_generalistes", label: "Médecin généraliste" },
      { value: "pharmacies", label: "Pharmacie" },
      { value: "laboratoires", label: "Laboratoire" },
    ],
    min: 0,
    max: 3,
  },
  { kind: "curseur", name: "espacement_km", avance: true, label: "Nouveaux sites espacés de plus de", min: 0, max: 40, step: 1, unit: "km" },
  { kind: "commune", name: "imposee", avance: true, label: "Commune imposée", vide: "aucune" },
  { kind: "commune", name: "interdite", avance: true, label: "Commune écartée", vide: "aucune" },
  { kind: "curseur", name: "limite_secondes", avance: true, label: "Chercher la preuve pendant", min: 5, max: 120, step: 5, unit: "s au plus" },
];

export const descriptionImplantation: Description<ImplantationParams> = {
  id: "implantation",
  version: 2,
  label: "Implanter",
  espace: "implanter",
  question: "Où ouvrir, et qu'est-ce que cela changerait ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "habitants_gagnes",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ cible }) => [cible],
};
