import type { Provenance } from "./provenance";

/** Bounds of the classes of « ours − METRIC », min: each class is ]a ; b], the first and the last open. */
export const BORNES_ECART = [-5, -3, -1, 1, 3, 5] as const;

/** How our minutes are had: at the shipped speeds; at speeds fitted without the département they are read in. */
export type LectureCalage = "maillage" | "ecarte";

/** How the minutes of a département compare with METRIC's. */
export interface EcartsDepartement {
  /** Code of the département; « autour-87 », around Haute-Vienne; « tous ». */
  readonly dep: string;
  readonly lecture: LectureCalage;
  readonly n: number;
  /** Mean of ours − METRIC, min. */
  readonly biais: number;
  /** Mean of |ours − METRIC|, min. */
  readonly mae: number;
  readonly r: number;
  /** Shares, 0 to 1: within 5 min; in the same class. */
  readonly cinq: number;
  readonly classe: number;
}

/** Some communes drawn at once. */
export interface Aire {
  /** SVG path data, in the units of the drawing. */
  readonly chemin: string;
  readonly communes: number;
}

/** The map of « ours − METRIC », already drawn: plain strings cross from the worker. */
export interface CarteEcarts {
  readonly largeur: number;
  readonly hauteur: number;
  /** One a class of BORNES_ECART, the lowest first. */
  readonly classes: readonly Aire[];
  /** Communes without METRIC minutes. */
  readonly sansDonnee: Aire;
  /** Limits of the départements: path data. */
  readonly limites: string;
}

/** Our minutes against METRIC's, for the Méthode space. */
export interface CalageCharge {
  /** Minutes of each commune, METRIC's and ours at speeds fitted without its département: parallel lists. */
  readonly metric: readonly number[];
  readonly ecarte: readonly number[];
  /** Each reading by département, then « autour-87 », then « tous ». */
  readonly departements: readonly EcartsDepartement[];
  /** Communes whose METRIC trip the graph cannot take. */
  readonly aPart: readonly { readonly nom: string; readonly metric: number; readonly ecarte: number }[];
  readonly carte: CarteEcarts;
  readonly sources: readonly Provenance[];
}
