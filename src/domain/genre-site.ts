import type { ResourceName } from "./ressource";

/** The kinds of site one can travel to or count. Order is the order of the menus. */
export const GENRES_SITE = [
  "msp",
  "medecin",
  "pharmacie",
  "centre-sante-medecin",
  "centre-sante-infirmier",
  "centre-sante-dentaire",
  "urgences",
  "smur",
  "smur-mcs",
  "hopital",
  "ehpad",
  "laboratoire",
  "stage",
  "hebergement",
  "specialiste",
] as const;
export type GenreSite = (typeof GENRES_SITE)[number];

/** What one travels to: a kind of site, or the user's own list. */
export type CibleSite = GenreSite | "liste";

/** French names of the menus and legends; sentences have theirs in `textes/genres.ts`. */
export const LIBELLE_GENRE: Record<GenreSite, string> = {
  msp: "Maison de santé (MSP)",
  medecin: "Commune avec un médecin généraliste",
  pharmacie: "Pharmacie",
  "centre-sante-medecin": "Centre de santé avec médecin",
  "centre-sante-infirmier": "Centre de soins infirmiers",
  "centre-sante-dentaire": "Centre de santé dentaire",
  urgences: "Service d'urgences",
  smur: "SMUR",
  "smur-mcs": "SMUR ou médecin correspondant du SAMU",
  hopital: "Hôpital",
  ehpad: "EHPAD",
  laboratoire: "Laboratoire d'analyses",
  stage: "Lieu de stage",
  hebergement: "Hébergement d'internes",
  specialiste: "Consultation de spécialiste",
};

/** Which resources a kind of site is read from. */
export const RESSOURCES_DU_GENRE: Record<GenreSite, readonly ResourceName[]> = {
  msp: ["msp", "corrections"],
  medecin: ["communes", "bpe", "communes-couronne"],
  pharmacie: ["etablissements"],
  "centre-sante-medecin": ["centres-sante", "corrections"],
  "centre-sante-infirmier": ["centres-sante"],
  "centre-sante-dentaire": ["centres-sante"],
  urgences: ["urgences"],
  smur: ["urgences"],
  "smur-mcs": ["urgences", "urgences-communes", "communes"],
  hopital: ["etablissements"],
  ehpad: ["etablissements"],
  laboratoire: ["etablissements"],
  stage: ["stages"],
  hebergement: ["hebergements"],
  specialiste: ["consultations"],
};

/** Sites as the kernels take them: parallel arrays, EPSG:4326 degrees. */
export interface SiteList {
  readonly ids: readonly string[];
  readonly noms: readonly string[];
  /** Commune code when known. */
  readonly communes: readonly (string | null)[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Places or persons; NaN when unknown. */
  readonly capacite: Float64Array;
  /** Half-days open a week, 10 at most; NaN when unknown. Absent: none is known. */
  readonly demiJournees?: Float64Array;
  /** Structure that each is a site of (an MSP on several sites); null: it is one by itself. Absent: all are. */
  readonly structures?: readonly (string | null)[];
}

/** What the ids of the user's own sites begin with. */
export const ID_LISTE = "liste-";

/** What the ids of the sites added on the map begin with. */
export const ID_AJOUT = "ajout-";

/** A site added on the map to those of its kind, or to the user's own list. Degrees, EPSG:4326, to 5 decimals. */
export interface SiteAjoute {
  readonly id: string;
  readonly nom: string;
  readonly genre: CibleSite;
  readonly lon: number;
  readonly lat: number;
  /** Half-days open a week; absent: all of them. */
  readonly demiJournees?: number;
  /** Structure it is a site of; absent: it is one by itself. */
  readonly structure?: string;
}

/** The user's choice among the sites of a kind. Part of the saved document. */
export interface SelectionSites {
  /** Ids left out of every computation. */
  readonly exclus: readonly string[];
  /** Whether the corrections table (places known from other sources) is counted. */
  readonly corrections: boolean;
  /** Sites added on the map, in the order they were. */
  readonly ajouts: readonly SiteAjoute[];
}
export const SELECTION_PAR_DEFAUT: SelectionSites = { exclus: [], corrections: true, ajouts: [] };
