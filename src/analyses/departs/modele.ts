/** Vintage of the APL: the year the projection starts from. */
export const DEPART = 2021;
export const FIN = 2035;

/** Ages of each class of the APL in its year, taken as evenly spread: 62 or less, 63 to 65, over 65. */
const CLASSES = [[35, 62], [63, 65], [66, 72]] as const;

export interface Hypothese {
  /** Mean age of departure. */
  readonly age: number;
  /** Years either side of it over which departures spread evenly. */
  readonly etalement: number;
  /** Departures replaced, 0 to 1 (or more). */
  readonly remplacement: number;
}

/** Share of doctors who still work at an age, when departures spread evenly over age ± etalement. */
function encoreLa(x: number, { age, etalement }: Hypothese): number {
  if (etalement === 0) return x < age ? 1 : 0;
  return Math.min(1, Math.max(0, (age + etalement - x) / (2 * etalement)));
}

/** Share of each class of age still at work `t` years later, replacements not counted; all of it at t = 0. */
export function restants(t: number, hypothese: Hypothese): readonly [number, number, number] {
  const [a, b, c] = CLASSES.map(([from, to]) => {
    let sum = 0;
    for (let age = from; age <= to; age += 1) {
      const now = encoreLa(age, hypothese);
      // Who works past the last age of departure leaves within the year.
      sum += t === 0 ? 1 : now === 0 ? 0 : encoreLa(age + t, hypothese) / now;
    }
    return sum / (to - from + 1);
  });
  return [a ?? 0, b ?? 0, c ?? 0];
}

/** Shares of the supply by class of age, from the APL of all, of 65 or less and of 62 or less. NaN where there is no supply. */
export function partsParAge(apl: number, apl65: number, apl62: number): readonly [number, number, number] {
  return [apl62 / apl, (apl65 - apl62) / apl, (apl - apl65) / apl];
}

/** What is left of the supply `t` years later, as a share of it, replacements counted. */
export function facteur([young, middle, old]: readonly [number, number, number], [a, b, c]: readonly [number, number, number], remplacement: number): number {
  const left = young * a + middle * b + old * c;
  return left + (1 - left) * remplacement;
}
