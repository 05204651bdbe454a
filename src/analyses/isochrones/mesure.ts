import type { MultiPolygon } from "geojson";
import type { IsochronesMoteur } from "../analysis";

/** Figures of one limit; NaN where they are not known. */
export interface Mesure {
  readonly limite: number;
  readonly habitants: number;
  readonly part: number;
  readonly communes: number;
  readonly km2: number;
}

/** The zones of an outside engine, each limit's made one, with the same figures as ours, counted here. */
export interface Comparaison {
  readonly moteur: IsochronesMoteur;
  readonly zones: readonly MultiPolygon[];
  readonly mesures: readonly Mesure[];
  /** By limit, the inhabitants who are both in its zone and in ours; NaN when ours could not be drawn. */
  readonly communs: readonly number[];
}
