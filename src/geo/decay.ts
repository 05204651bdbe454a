/** What a way of so many minutes is worth, 0 to 1; 0 out of reach and where the minutes are not known. */
export type Decay = (minutes: number) => number;

/** A step: worth `weight` up to `upTo` minutes, exactly that many included. */
export interface Step {
  readonly upTo: number;
  readonly weight: number;
}

/**
 * Decay by steps, shortest first. Minutes that are themselves a model are off by some: with `spread` each step is
 * the mean of the plain steps over minutes ± spread, a slope in place of a cliff; 0 keeps the cliffs.
 */
export function stepDecay(steps: readonly Step[], spread: number): Decay {
  const drops = steps.map(({ upTo, weight }, i) => ({ upTo, drop: weight - (steps[i + 1]?.weight ?? 0) }));
  const before = (upTo: number, minutes: number): number => {
    if (spread === 0) return minutes <= upTo ? 1 : 0;
    return Math.min(1, Math.max(0, (upTo + spread - minutes) / (2 * spread)));
  };
  return (minutes) => (Number.isNaN(minutes) ? 0 : drops.reduce((sum, { upTo, drop }) => sum + drop * before(upTo, minutes), 0));
}

/** Gaussian decay exp(−t² / 2σ²), cut at `limit` minutes, exactly that many included. */
export function gaussianDecay(sigma: number, limit: number): Decay {
  return (minutes) => (minutes <= limit ? Math.exp(-(minutes ** 2) / (2 * sigma ** 2)) : 0);
}
