import { type GenreSite, GENRES_SITE, LIBELLE_GENRE } from "../../domain/genre-site";
import type { LieuxCandidats } from "../../domain/issue";
import type { Ponderation } from "../../domain/sentence";
import { SITING_MODELS, type SitingModel } from "../../geo/siting/models";
import type { Description, Params } from "../analysis";
import { CHAMP_FRAGILE_LU, type FragileLu } from "../shared/champs-fragile";
import { parseFields } from "../shared/params";

export type ImplantationParams = {
  readonly modele: SitingModel;
  readonly p: number;
  readonly seuil_minutes: number;
  readonly part_pct: number;
  /** What limits the choice; the LSCP is limited by a budget alone. */
  readonly limite: "sites" | "budget" | "sites-budget";
  /** Thousands of euros. */
  readonly budget: number;
  readonly cout_site: number;
  /** Codes of communes where a site costs less. */
  readonly locaux: readonly string[];
  readonly cout_locaux: number;
  /** Whether a site takes no more than so many inhabitants. */
  readonly capacites: boolean;
  readonly capacite_site: number;
  /** Kind of the new sites: the existing ones are of the same kind. */
  readonly cible: GenreSite;
  readonly demande: "communes" | "cellules";
  readonly candidats: LieuxCandidats;
  /** Inhabitants that a cell has at least, to be a candidate. */
  readonly habitants_maille_min: number;
  /** As `shared/points-donnes.ts` writes them; the sites added on the map come after. */
  readonly points: readonly string[];
  /** What an inhabitant counts for. */
  readonly ponderation: Ponderation;
  readonly fragile: FragileLu;
  readonly existants: boolean;
  readonly rayon_minutes: number;
  readonly habitants_min: number;
  readonly medecins_min: number;
  readonly eloignement_min: number;
  readonly zonage: readonly string[];
  readonly services: readonly string[];
  readonly espacement_km: number;
  /** By how much the people around are multiplied in season, on the sheets only. */
  readonly saison: number;
  /** Codes of communes, or of places in them « 87002_3 ». */
  readonly imposees: readonly string[];
  readonly interdites: readonly string[];
  /** Whether the choice is made again for other limits and weights. */
  readonly robustesse: boolean;
  readonly limite_secondes: number;
};

const DEFAULTS: ImplantationParams = {
  modele: "mclp",
  p: 2,
  seuil_minutes: 15,
  part_pct: 100,
  limite: "sites",
  budget: 2000,
  cout_site: 1000,
  locaux: [],
  cout_locaux: 300,
  capacites: false,
  capacite_site: 5000,
  cible: "msp",
  demande: "communes",
  candidats: "communes",
  habitants_maille_min: 100,
  points: [],
  ponderation: "habitants",
  fragile: "zip-zac",
  existants: true,
  rayon_minutes: 10,
  habitants_min: 0,
  medecins_min: 0,
  eloignement_min: 0,
  zonage: ["ZIP", "ZAC", "HZ"],
  services: [],
  espacement_km: 0,
  saison: 1,
  imposees: [],
  interdites: [],
  robustesse: false,
  limite_secondes: 30,
};

const MODELES: Readonly<Record<SitingModel, string>> = {
  mclp: "Couvrir le plus d'habitants (MCLP)",
  lscp: "Couvrir tout le monde avec le moins de sites (LSCP)",
  "p-median": "Réduire le temps moyen (p-médian)",
  "p-center": "Réduire le pire temps (p-centre)",
};

const budgete = ({ limite }: Params): boolean => limite !== "sites";
const parPoints = ({ candidats }: Params): boolean => candidats === "points";
const parMailles = ({ candidats }: Params): boolean => candidats === "cellules";

const FIELDS: Description["fields"] = [
  { kind: "choix", name: "modele", label: "But", options: SITING_MODELS.map((value) => ({ value, label: MODELES[value] })) },
  { kind: "curseur", name: "p", si: ({ modele, limite }) => modele !== "lscp" && limite !== "budget", label: "Nouveaux sites", min: 1, max: 20, step: 1, unit: "" },
  { kind: "curseur", name: "seuil_minutes", label: "Couvert à", min: 5, max: 60, step: 1, unit: "min au plus" },
  { kind: "curseur", name: "part_pct", si: ({ modele }) => modele === "lscp", label: "Habitants à couvrir", help: "100 : tous ceux qu'un site peut couvrir.", min: 50, max: 100, step: 1, unit: "%" },
  {
    kind: "choix",
    name: "limite",
    label: "Limite",
    options: [
      { value: "sites", label: "Le nombre de sites" },
      { value: "budget", label: "Un budget" },
      { value: "sites-budget", label: "Les deux" },
    ],
  },
  { kind: "curseur", name: "budget", si: budgete, label: "Budget", min: 100, max: 20000, step: 100, unit: "k€" },
  { kind: "curseur", name: "cout_site", si: budgete, label: "Coût d'un site", help: "À fixer par vous : aucune source ne le donne.", min: 50, max: 5000, step: 50, unit: "k€" },
  { kind: "communes", name: "locaux", si: budgete, label: "Communes qui ont des locaux", vide: "ajouter une commune", max: 30 },
  { kind: "curseur", name: "cout_locaux", si: (params) => budgete(params) && (params["locaux"] as readonly string[]).length > 0, label: "Coût d'un site avec locaux", min: 50, max: 5000, step: 50, unit: "k€" },
  { kind: "case", name: "capacites", label: "Compter les places" },
  { kind: "curseur", name: "capacite_site", si: ({ capacites }) => capacites === true, label: "Habitants par nouveau site", help: "Sites existants : colonne « capacite » de votre liste ; sans elle, sans limite.", min: 500, max: 100000, step: 500, unit: "" },
  { kind: "choix", name: "cible", label: "Genre de site", options: GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] })) },
  {
    kind: "choix",
    name: "candidats",
    label: "Lieux candidats",
    options: [
      { value: "communes", label: "Les communes du territoire" },
      { value: "cellules", label: "Les mailles habitées (500 m)" },
      { value: "points", label: "Mes points" },
    ],
  },
  { kind: "curseur", name: "habitants_maille_min", si: parMailles, label: "Habitants de la maille, au moins", help: "Une maille de 500 m moins peuplée n'est pas candidate.", min: 0, max: 1000, step: 10, unit: "" },
  { kind: "points", name: "points", si: parPoints, label: "Mes points", help: "Les sites ajoutés sur la carte en sont aussi : ici, ils ne comptent pas comme ouverts." },
  {
    kind: "choix",
    name: "demande",
    label: "Compter les habitants",
    options: [
      { value: "communes", label: "Au chef-lieu de leur commune" },
      { value: "cellules", label: "Là où ils habitent (mailles de 500 m)" },
    ],
  },
  {
    kind: "choix",
    name: "ponderation",
    label: "Un habitant compte",
    options: [
      { value: "habitants", label: "Pour un, où qu'il habite" },
      { value: "fragiles", label: "S'il habite une commune fragile" },
      { value: "besoin", label: "Selon son besoin de soins (âge)" },
    ],
  },
  { kind: "case", name: "existants", label: "Garder les sites existants" },
  { kind: "case", name: "robustesse", label: "Chercher les sites qui restent bons quand seuil et pondération changent" },
  { ...CHAMP_FRAGILE_LU, avance: true },
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
  { kind: "curseur", name: "saison", avance: true, label: "Population en saison", help: "Sur les fiches seulement ; le choix n'en dépend pas.", min: 1, max: 5, step: 0.1, unit: "fois" },
  { kind: "communes", name: "imposees", avance: true, label: "Candidates imposées", help: "Une commune, ou une maille : « Ambazac n° 3 », « 87002_3 ».", vide: "ajouter une commune", rangs: true, max: 10 },
  { kind: "communes", name: "interdites", avance: true, label: "Candidates écartées", vide: "ajouter une commune", rangs: true, max: 60 },
  { kind: "curseur", name: "limite_secondes", avance: true, label: "Chercher la preuve pendant", min: 5, max: 120, step: 5, unit: "s au plus" },
];

/** Before version 3, one commune at most was imposed, and one left out: what was saved or linked then still opens. */
const ANCIENS: Readonly<Record<string, string>> = { imposee: "imposees", interdite: "interdites" };

function renommer(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([nom, value]) => (ANCIENS[nom] === undefined || typeof value !== "string" ? [nom, value] : [ANCIENS[nom], value === "" ? [] : [value]])));
}

export const descriptionImplantation: Description<ImplantationParams> = {
  id: "implantation",
  version: 6,
  label: "Implanter",
  espace: "implanter",
  question: "Où ouvrir, et qu'est-ce que cela changerait ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "habitants_gagnes",
  reseau: true,
  moteurs: false,
  choixDeSites: true,
  ajoutsCandidats: parPoints,
  lignesSansFiche: ({ candidats }) => candidats !== "communes",
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, renommer(raw)),
  genres: ({ cible }) => [cible],
};
