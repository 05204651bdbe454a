import { around, distance } from "geokdbush";
import KDBush from "kdbush";

/** Minutes ≈ 3.1 + 1.28 · km as the crow flies: fitted on the region's road minutes, mean error about 4 min. */
const CONSTANT_MIN = 3.1;
const MIN_PER_KM = 1.28;

/** Road km ≈ crow-fly km × factor, by band of crow-fly distance (fitted on Gironde): under 5 km, to 20, 40, 80, beyond. */
const DETOURS: readonly (readonly [upTo: number, factor: number])[] = [[20, 1.31], [40, 1.28], [80, 1.26], [Number.POSITIVE_INFINITY, 1.23]];
const SHORT_KM = 5;
const SHORT_FACTOR = 1.36;

/** Estimated minutes by car of a crow-fly distance. NaN gives NaN: « pas de donnée ». */
export function crowFlyMinutes(km: number): number {
  return CONSTANT_MIN + MIN_PER_KM * km;
}

/**
 * Estimated kilometres by road of a crow-fly distance. The factor drops from one band to the next, so the estimate
 * steps down by 4 % at most there (6.8 km just under 5 km, 6.55 at 5 km): it ranks nothing. NaN gives NaN.
 */
export function crowFlyRoadKm(km: number): number {
  if (km < SHORT_KM) return km * SHORT_FACTOR;
  return km * (DETOURS.find(([upTo]) => km <= upTo)?.[1] ?? Number.NaN);
}

export interface CrowFly {
  /** `k` indices a point, nearest first, in the list travelled to; −1 past the end of a shorter list. */
  readonly index: Int32Array;
  /** Great-circle kilometres, same layout; NaN where the index is −1. */
  readonly km: Float64Array;
}

/** Points between two yields: a few milliseconds. */
const SLICE = 1000;

/**
 * The `k` nearest of a list for each point, as the crow flies (degrees, EPSG:4326). A point without coordinates has
 * none. Since the estimate grows with the distance, the first one is also the first in estimated minutes. Yields the
 * share of the points done.
 */
export function* nearestCrowFly(lon: ArrayLike<number>, lat: ArrayLike<number>, toLon: ArrayLike<number>, toLat: ArrayLike<number>, k: number): Generator<number, CrowFly, void> {
  const index = new Int32Array(lon.length * k).fill(-1);
  const km = new Float64Array(lon.length * k).fill(Number.NaN);
  if (toLon.length === 0) return { index, km };
  const tree = new KDBush(toLon.length);
  for (let i = 0; i < toLon.length; i += 1) tree.add(toLon[i]!, toLat[i]!);
  tree.finish();
  for (let i = 0; i < lon.length; i += 1) {
    if (i > 0 && i % SLICE === 0) yield i / lon.length;
    const x = lon[i]!;
    const y = lat[i]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    around(tree, x, y, k).forEach((found, rank) => {
      index[i * k + rank] = found;
      km[i * k + rank] = distance(x, y, toLon[found]!, toLat[found]!);
    });
  }
  return { index, km };
}
