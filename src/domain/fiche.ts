import type { CoucheId } from "./couche";
import type { GenreSite } from "./genre-site";
import type { Niveau } from "./perimetre";
import type { Provenance } from "./provenance";

export interface SujetTerritoire {
  readonly genre: "territoire";
  readonly niveau: Niveau;
  readonly code: string;
}

/** What a sheet is about. */
export type SujetFiche =
  | SujetTerritoire
  | { readonly genre: "etablissement"; readonly couche: CoucheId; readonly id: string };

/** A sheet is generated from groups of figures: no component per kind of thing. */
export interface Fiche {
  readonly titre: string;
  readonly sousTitre: string;
  readonly groupes: readonly GroupeFiche[];
  readonly sources: readonly Provenance[];
}

export interface GroupeFiche {
  readonly titre: string;
  readonly lignes: readonly LigneFiche[];
}

export interface LigneFiche {
  readonly libelle: string;
  /** Already worded in French with its unit; null is shown « pas de donnée ». */
  readonly valeur: string | null;
  /** Same figure for the wider territories, e.g. [{nom: "Haute-Vienne", valeur: "118,2"}]. */
  readonly reperes?: readonly { readonly nom: string; readonly valeur: string | null }[];
  readonly note?: string;
}

export const ZONES = ["ZIP", "ZAC", "HZ"] as const;
export type Zone = (typeof ZONES)[number];

/** The figures a sheet may hold; worded by an exhaustive record in `textes/fiches.ts`. */
export type CleFait =
  | "population"
  | "communes"
  | "surface"
  | "zone"
  | `communes-${Zone}`
  | "medecins"
  | "medecins-densite"
  | "apl"
  | "apl-65"
  | "apl-62"
  | "revenu"
  | `minutes-${GenreSite}`
  | `sites-${GenreSite}`
  | "genre"
  | "adresse"
  | "commune"
  | "ouverture"
  | "fin-autorisation"
  | "capacite"
  | "note";

export interface Fait {
  readonly cle: CleFait;
  /** null is « pas de donnée », never 0. Shares are 0 to 1. */
  readonly valeur: number | string | null;
  /** Share of inhabitants that goes with a count. */
  readonly part?: number;
  readonly reperes?: readonly { readonly nom: string; readonly valeur: number | null }[];
  readonly note?: NoteFait;
  /** The nearest site, for minutes: its commune by code, null when it is in none of the region. */
  readonly site?: { readonly id: string; readonly nom: string; readonly commune: string | null };
}

/** Kinds of site a sheet says something of. */
export interface GenresFiche {
  /** Minutes to the nearest. */
  readonly minutes: readonly GenreSite[];
  /** How many inside. */
  readonly sites: readonly GenreSite[];
}

/** What a figure must be read with. */
export type NoteFait =
  /** Communes of the territory stand outside the département the data was cut on. */
  | "partiel"
  /** The site may be nearer across the border of the data. */
  | "limite-donnees"
  | "zonage-probablement-remplace"
  | "graphe-non-charge"
  /** Of a group: the minutes of its communes' chefs-lieux, weighted by inhabitants. */
  | "moyenne-habitants";

/** The figures of a sheet, before their wording. */
export interface FaitsFiche {
  readonly sujet: SujetFiche;
  readonly nom: string;
  /** Wider places, nearest first: « CC du Haut Limousin en Marche », « Haute-Vienne ». */
  readonly dans: readonly string[];
  readonly faits: readonly Fait[];
  readonly sources: readonly Provenance[];
}
