export interface Lissage {
  /** Smoothed rate, same unit as Σ counts / Σ population; NaN without population. */
  readonly taux: Float64Array;
  /** w, 0 to 1: how much of the smoothed rate comes from the territory itself. */
  readonly fiabilite: Float64Array;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Empirical-Bayes rates (Marshall 1991, method of moments): m = Σe/Σb, s² = Σb(r−m)²/Σb − m/mean(b) clamped at 0,
 * w = s²/(s² + m/b), r̂ = w·r + (1−w)·m. Rows without count or population take no part and stay NaN; so
 * does a row alone, which has no others to lean on.
 * @param counts e, @param population b, same length
 */
export function smoothRates(counts: Float64Array, population: Float64Array): Lissage {
  const known = Array.from(counts, (_, i) => i).filter((i) => (population[i] ?? 0) > 0 && !Number.isNaN(counts[i]));
  const e = Float64Array.from(known, (i) => counts[i] ?? 0);
  const b = Float64Array.from(known, (i) => population[i] ?? 0);
  const taux = new Float64Array(counts.length).fill(Number.NaN);
  const fiabilite = new Float64Array(counts.length).fill(Number.NaN);
  if (known.length < 2) return { taux, fiabilite };
  const total = sum(b);
  const m = sum(e) / total;
  const spread = sum(b.map((people, i) => people * ((e[i] ?? 0) / people - m) ** 2)) / total;
  const s2 = Math.max(0, spread - m / (total / b.length));
  known.forEach((row, i) => {
    const people = b[i] ?? 0;
    const w = s2 === 0 ? 0 : s2 / (s2 + m / people);
    taux[row] = w * ((e[i] ?? 0) / people) + (1 - w) * m;
    fiabilite[row] = w;
  });
  return { taux, fiabilite };
}
