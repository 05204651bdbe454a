import type { GenreSite } from "./genre-site";
import type { Niveau } from "./perimetre";
import type { ResourceName, RessourceImportee } from "./ressource";

/** The optional layers of the map, in drawing order (first below). */
export const COUCHES = [
  "zonage",
  "limites-epci",
  "limites-bassin-de-vie",
  "limites-canton",
  "limites-departement",
  "secteurs-garde",
  "cpts",
  "medecins",
  "pharmacie",
  "ehpad",
  "laboratoire",
  "hopital",
  "urgences",
  "smur",
  "mcs",
  "centres-sante",
  "soins-non-programmes",
  "hebergements",
  "consultations",
  "stages",
  "ateliers",
  "msp",
] as const;
export type CoucheId = (typeof COUCHES)[number];

/** What a layer is drawn from. One line a layer: no switch elsewhere. */
export type OrigineCouche =
  | { readonly kind: "zonage" }
  | { readonly kind: "limites"; readonly niveau: Niveau }
  | { readonly kind: "medecins" }
  /** A table of the user's that puts communes together by the name in a column. */
  | { readonly kind: "perimetres"; readonly resource: RessourceImportee; readonly colonne: string }
  /** `resource` null: the workshops of the CNR Santé, from the facts of seeds/. */
  | { readonly kind: "points"; readonly resource: ResourceName | null; readonly genre: GenreSite | null };

export const ORIGINE_COUCHE: Record<CoucheId, OrigineCouche> = {
  zonage: { kind: "zonage" },
  "limites-epci": { kind: "limites", niveau: "epci" },
  "limites-bassin-de-vie": { kind: "limites", niveau: "bassin-de-vie" },
  "limites-canton": { kind: "limites", niveau: "canton" },
  "limites-departement": { kind: "limites", niveau: "departement" },
  medecins: { kind: "medecins" },
  pharmacie: { kind: "points", resource: "etablissements", genre: "pharmacie" },
  ehpad: { kind: "points", resource: "etablissements", genre: "ehpad" },
  laboratoire: { kind: "points", resource: "etablissements", genre: "laboratoire" },
  hopital: { kind: "points", resource: "etablissements", genre: "hopital" },
  urgences: { kind: "points", resource: "urgences", genre: "urgences" },
  smur: { kind: "points", resource: "urgences", genre: "smur" },
  mcs: { kind: "points", resource: "urgences-communes", genre: null },
  "centres-sante": { kind: "points", resource: "centres-sante", genre: null },
  "secteurs-garde": { kind: "perimetres", resource: "secteurs-garde", colonne: "secteur" },
  cpts: { kind: "perimetres", resource: "cpts", colonne: "cpts" },
  "soins-non-programmes": { kind: "points", resource: "soins-non-programmes", genre: null },
  hebergements: { kind: "points", resource: "hebergements", genre: "hebergement" },
  consultations: { kind: "points", resource: "consultations", genre: "specialiste" },
  stages: { kind: "points", resource: "stages", genre: "stage" },
  ateliers: { kind: "points", resource: null, genre: null },
  msp: { kind: "points", resource: "msp", genre: "msp" },
};
