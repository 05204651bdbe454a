/** Sum of the known values: « pas de donnée » counts for nothing. */
export function sumKnown(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isNaN(value)) total += value;
  }
  return total;
}

/** A scalar of the command line: « pas de donnée » is null. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
