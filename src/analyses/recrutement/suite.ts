/** A commune where one could recruit, and the demand points that would come near. */
export interface Candidat {
  /** Position in `groupes.communes`. */
  readonly commune: number;
  /** Demand points within reach, ascending. */
  readonly atteints: Int32Array;
  /** Asked before those of a greater rank, whatever the gain. */
  readonly rang: number;
}

export interface Etape {
  readonly commune: number;
  /** Inhabitants that this recruit adds to those of the recruits before. */
  readonly gain: number;
}

/** Inhabitants of the points that are not near yet. */
export function gainDe({ atteints }: Candidat, habitants: Float64Array, proches: Uint8Array): number {
  let gain = 0;
  for (const point of atteints) if (proches[point] === 0) gain += habitants[point]!;
  return gain;
}

/**
 * The greedy sequence « recruit here, then here… »: at each step the candidate of the smallest rank that still adds
 * something, the greatest gain among them, the first commune when equal. Without ranks its cover is at least 63 % of the
 * best possible one (Nemhauser, Wolsey, Fisher, 1978).
 *
 * @param habitants of each demand point
 * @param proches 1 for points that are near already; not changed
 */
export function enchainer(candidats: readonly Candidat[], habitants: Float64Array, proches: Uint8Array, nombre: number): readonly Etape[] {
  const near = proches.slice();
  const left = new Set(candidats);
  const etapes: Etape[] = [];
  while (etapes.length < nombre) {
    let best: Candidat | null = null;
    let most = 0;
    for (const candidat of left) {
      const gain = gainDe(candidat, habitants, near);
      if (gain === 0) continue;
      const better = best === null || candidat.rang < best.rang || (candidat.rang === best.rang && gain > most);
      if (better) [best, most] = [candidat, gain];
    }
    if (best === null) return etapes;
    left.delete(best);
    for (const point of best.atteints) near[point] = 1;
    etapes.push({ commune: best.commune, gain: most });
  }
  return etapes;
}
