/**
 * Searches add whole 1/1024 s. Sums are then exact, so that neither times nor winners depend on the order of the
 * work: a repaired search equals a full one to the bit, the legs of a route add up to its time, and a Float32 holds
 * every time under 4 h 33 without rounding. A stretch is off by half a millisecond at most.
 */
export const TICKS_PER_SECOND = 1024;

/** Where no road leads, and what a closed road weighs: twelve days. Two of them still fit an Int32. */
export const UNREACHED = 0x3fff_ffff;

/** Infinity (a closed road) gives UNREACHED. */
export function toTicks(seconds: number): number {
  return Math.min(Math.round(seconds * TICKS_PER_SECOND), UNREACHED);
}

/** Seconds of a count of ticks; Infinity where no road leads. */
export function toSeconds(ticks: number): number {
  return ticks >= UNREACHED ? Number.POSITIVE_INFINITY : ticks / TICKS_PER_SECOND;
}
