import { foldName } from "./fold";

/** Levenshtein distance: insertions, deletions and substitutions, each counted 1. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The candidates that look most like `text` (accents and case ignored), best first, ties in the given order. */
export function nearest(text: string, candidates: readonly string[], max = 3): readonly string[] {
  const wanted = foldName(text);
  return candidates
    .map((name, order) => ({ name, order, distance: editDistance(wanted, foldName(name)) }))
    .toSorted((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, max)
    .map(({ name }) => name);
}
