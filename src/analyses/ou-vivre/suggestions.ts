import type { RaisonSuggestion } from "../../domain/phrases-stages";
import { kmBetween } from "../../geo/point-index";

/** Two communes are apart from this distance on, as the crow flies between chefs-lieux; and unlike, from this gap between profiles on. */
export const ECART_KM = 15;
export const ECART_PROFIL = 8;

export interface Suggestion {
  /** Position in `groupes.communes`. */
  readonly commune: number;
  /** Why it is suggested. */
  readonly raison: RaisonSuggestion;
}

export interface Candidates {
  /** Communes that remain, the best score first. */
  readonly rangs: readonly number[];
  /** Degrees, of every commune. */
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  /** Points that each criterion brings to each commune. */
  readonly contributions: readonly Float64Array[];
}

const known = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);

/** Half the points that would have to change place to go from one profile to the other; what is not known brings none. */
function ecartProfil({ contributions }: Candidates, a: number, b: number): number {
  return contributions.reduce((sum, points) => sum + Math.abs(known(points[a]) - known(points[b])), 0) / 2;
}

/**
 * Three communes that differ: the best score; then, twice, the best score among those that are far enough from every
 * commune suggested before and whose score is made of other things; where there is none, among those that are far enough;
 * else the next best. The order of `rangs` settles everything: same figures, same suggestions.
 */
export function suggerer(candidates: Candidates): readonly Suggestion[] {
  const { rangs, lon, lat } = candidates;
  const km = (a: number, b: number): number => kmBetween([lon[a] ?? 0], [lat[a] ?? 0], [lon[b] ?? 0], [lat[b] ?? 0])[0] ?? 0;
  const found: Suggestion[] = [];
  while (found.length < 3) {
    const left = rangs.filter((i) => !found.some(({ commune }) => commune === i));
    const apart = left.filter((i) => found.every(({ commune }) => km(i, commune) >= ECART_KM));
    const unlike = apart.filter((i) => found.every(({ commune }) => ecartProfil(candidates, i, commune) >= ECART_PROFIL));
    const tries: readonly (readonly [number | undefined, RaisonSuggestion])[] = found.length === 0 ? [[left[0], "score"]] : [[unlike[0], "autre-profil"], [apart[0], "ailleurs"], [left[0], "suivante"]];
    const next = tries.find(([commune]) => commune !== undefined);
    if (next?.[0] === undefined) return found;
    found.push({ commune: next[0], raison: next[1] });
  }
  return found;
}
