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

/** Points within some estimated minutes of each site, as the crow flies: those of site j are at `start[j] … start[j + 1] − 1`. */
export interface CrowFlyPairs {
  readonly start: Int32Array;
  readonly point: Int32Array;
  /** Great-circle kilometres. */
  readonly km: Float64Array;
}

/** Every (site, point) at `minutes` at most by the estimate. Points and sites in degrees. Yields the share of the sites done. */
export function* crowFlyPairs(siteLon: ArrayLike<number>, siteLat: ArrayLike<number>, lon: ArrayLike<number>, lat: ArrayLike<number>, minutes: number): Generator<number, CrowFlyPairs, void> {
  const reach = (minutes - CONSTANT_MIN) / MIN_PER_KM;
  const start = new Int32Array(siteLon.length + 1);
  const point: number[] = [];
  const km: number[] = [];
  const tree = new KDBush(Math.max(lon.length, 1));
  for (let i = 0; i < Math.max(lon.length, 1); i += 1) tree.add(lon[i] ?? Number.NaN, lat[i] ?? Number.NaN);
  tree.finish();
  for (let j = 0; j < siteLon.length; j += 1) {
    if (j > 0 && j % SLICE === 0) yield j / siteLon.length;
    for (const i of reach > 0 ? around(tree, siteLon[j]!, siteLat[j]!, Number.POSITIVE_INFINITY, reach) : []) {
      point.push(i);
      km.push(distance(siteLon[j]!, siteLat[j]!, lon[i]!, lat[i]!));
    }
    start[j + 1] = point.length;
  }
  return { start, point: Int32Array.from(point), km: Float64Array.from(km) };
}

/** Points of a list within some great-circle kilometres of each point, exactly that many included, nearest first; degrees, EPSG:4326. */
export function withinCrowFly(lon: ArrayLike<number>, lat: ArrayLike<number>, toLon: ArrayLike<number>, toLat: ArrayLike<number>, within: number): readonly (readonly { readonly index: number; readonly km: number }[])[] {
  if (toLon.length === 0) return Array.from(lon, () => []);
  const tree = new KDBush(toLon.length);
  for (let i = 0; i < toLon.length; i += 1) tree.add(toLon[i]!, toLat[i]!);
  tree.finish();
  return Array.from(lon, (x, i) => around(tree, x, lat[i]!, Number.POSITIVE_INFINITY, within).map((index) => ({ index, km: distance(x, lat[i]!, toLon[index]!, toLat[index]!) })));
}

/** Great-circle kilometres that are so many estimated minutes. */
export function crowFlyKm(minutes: number): number {
  return (minutes - CONSTANT_MIN) / MIN_PER_KM;
}
