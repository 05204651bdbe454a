import type { Provenance } from "./provenance";

/** Bounds of the classes of « ours − METRIC », min: each class is ]a ; b], the first and the last open. */
export const BORNES_ECART = [-5, -3, -1, 1, 3, 5] as const;

/** How our minutes are had: at the shipped speeds; at speeds fitted without the département they are read in. */
export type LectureCalage = "maillage" | "ecarte";

/** How minutes compare with a reference. */
export interface Mesures {
  readonly n: number;
  /** Mean of ours − reference, min. */
  readonly biais: number;
  /** Mean of |ours − reference|, min. */
  readonly mae: number;
  /** Pearson's correlation; NaN under two values or without variance. */
  readonly r: number;
  /** Share of |ours − reference| ≤ 5 min, 0 to 1. */
  readonly cinq: number;
  /** Share in the same class: < 10, 10–20, 20–30, 30–45, 45 and over. */
  readonly classe: number;
}

/** How the minutes of a département compare with METRIC's. */
export interface EcartsDepartement extends Mesures {
  /** Code of the département; « autour-87 », around Haute-Vienne; « tous ». */
  readonly dep: string;
  readonly lecture: LectureCalage;
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
