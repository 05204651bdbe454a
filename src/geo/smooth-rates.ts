export interface Lissage {
  /** Smoothed rate, same unit as Σ counts / Σ population; NaN without population. */
  readonly taux: Float64Array;
  /** w, 0 to 1: how much of the smoothed rate comes from the territory itself. */
  readonly fiabilite: Float64Array;
}

/** Territories that rates are smoothed among. Parallel arrays. */
export interface Reference {
  readonly counts: Float64Array;
  readonly population: Float64Array;
}

/** What a class of territories has in common: the mean rate, and the variance of the rates that chance does not make. */
interface Moments {
  readonly m: number;
  readonly s2: number;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function isKnown({ counts, population }: Reference, i: number): boolean {
  return (population[i] ?? 0) > 0 && !Number.isNaN(counts[i]);
}

/** m = Σe/Σb, s² = Σb(r−m)²/Σb − m/mean(b) clamped at 0; null for one territory, which has no others to lean on. */
function momentsOf(reference: Reference, rows: readonly number[]): Moments | null {
  if (rows.length < 2) return null;
  const e = Float64Array.from(rows, (i) => reference.counts[i] ?? 0);
  const b = Float64Array.from(rows, (i) => reference.population[i] ?? 0);
  const total = sum(b);
  const m = sum(e) / total;
  const spread = sum(b.map((people, i) => people * ((e[i] ?? 0) / people - m) ** 2)) / total;
  return { m, s2: Math.max(0, spread - m / (total / b.length)) };
}

/**
 * Empirical-Bayes rates (Marshall 1991, method of moments): w = s²/(s² + m/b), r̂ = w·r + (1−w)·m, where m and s² are those of the
 * territories of the reference in the same class. Rows without count or population, or whose class has fewer than two
 * territories in the reference, stay NaN.
 * @param rows e and b of the territories to smooth
 * @param classOf class of a territory by its population: those of a class are taken to have one mean rate
 */
export function smoothRates(rows: Reference, reference: Reference = rows, classOf: (population: number) => number = () => 0): Lissage {
  const classes = new Map<number, number[]>();
  reference.counts.forEach((_, i) => {
    if (!isKnown(reference, i)) return;
    const key = classOf(reference.population[i] ?? 0);
    const members = classes.get(key);
    if (members === undefined) classes.set(key, [i]);
    else members.push(i);
  });
  const moments = new Map([...classes].map(([key, members]) => [key, momentsOf(reference, members)]));
  const taux = new Float64Array(rows.counts.length).fill(Number.NaN);
  const fiabilite = new Float64Array(rows.counts.length).fill(Number.NaN);
  rows.counts.forEach((count, i) => {
    const people = rows.population[i] ?? 0;
    const found = isKnown(rows, i) ? (moments.get(classOf(people)) ?? null) : null;
    if (found === null) return;
    const w = found.s2 === 0 ? 0 : found.s2 / (found.s2 + found.m / people);
    taux[i] = w * (count / people) + (1 - w) * found.m;
    fiabilite[i] = w;
  });
  return { taux, fiabilite };
}
