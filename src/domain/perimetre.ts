/** Levels at which results are read, finest first. « bassin-de-vie » is the INSEE BV2022, not a TVS. */
export const NIVEAUX = ["commune", "epci", "bassin-de-vie", "canton", "departement", "region"] as const;
export type NiveauEmbarque = (typeof NIVEAUX)[number];
/** Those of the package, then the perimeters that the user brought: see `NIVEAU_IMPORTE`. */
export const NIVEAUX_TOUS = [...NIVEAUX, "cpts"] as const;
export type Niveau = (typeof NIVEAUX_TOUS)[number];

/** The level that is there only once its table is imported: the package knows neither its column nor its names. */
export const NIVEAU_IMPORTE = "cpts" satisfies Niveau;

/** Column of `communes` that holds the code of each level. */
export const COLONNE_NIVEAU: Record<Niveau, string> = {
  commune: "code",
  epci: "epci",
  "bassin-de-vie": "bassin_de_vie",
  canton: "canton",
  departement: "dep",
  region: "region",
  cpts: "cpts",
};

export type GenreTerritoire = "region" | "departement" | "epci" | "commune";

/** Where we look. `code` is « NA », a département (« 87 »), an EPCI (SIREN, 9 digits) or a commune code. */
export interface Territoire {
  readonly genre: GenreTerritoire;
  readonly code: string;
  readonly nom: string;
}

export interface Perimetre {
  readonly territoire: Territoire;
  readonly niveau: Niveau;
}

export const CODE_REGION = "NA";
export const DEPARTEMENTS_NA = ["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"] as const;

/** A tile of the region's road graph: the resource « graphe-16 » and so on; its rank in the file is its place in the list. */
export type Tuile = (typeof DEPARTEMENTS_NA)[number];

export const NOMS_DEPARTEMENT: Readonly<Record<string, string>> = {
  "16": "Charente",
  "17": "Charente-Maritime",
  "19": "Corrèze",
  "23": "Creuse",
  "24": "Dordogne",
  "33": "Gironde",
  "40": "Landes",
  "47": "Lot-et-Garonne",
  "64": "Pyrénées-Atlantiques",
  "79": "Deux-Sèvres",
  "86": "Vienne",
  "87": "Haute-Vienne",
};
