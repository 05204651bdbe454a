/**
 * Ranks from 1 (the highest value); equal values share the mean of their ranks. NaN (« pas de donnée ») has none and takes none.
 */
export function ranksFromHighest(values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const known = Array.from(ranks.keys()).filter((i) => !Number.isNaN(values[i]));
  known.sort((a, b) => values[b]! - values[a]!);
  for (let first = 0; first < known.length; ) {
    let past = first + 1;
    while (past < known.length && values[known[past]!] === values[known[first]!]) past += 1;
    for (let i = first; i < past; i += 1) ranks[known[i]!] = (first + past + 1) / 2;
    first = past;
  }
  return ranks;
}
