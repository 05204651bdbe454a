/** Communes cited in an issue before the rest is only counted. */
const CITEES = 6;

/** « Limoges (12), Ambazac (3) »: places counted by their communes, those that have most first. Parallel arrays. */
export function citerCommunes(noms: readonly string[], counts: ArrayLike<number>): { readonly noms: string; readonly autres: number } {
  const some = Array.from(noms.keys()).filter((i) => counts[i]! > 0).toSorted((a, b) => counts[b]! - counts[a]! || a - b);
  return { noms: some.slice(0, CITEES).map((i) => `${noms[i]} (${counts[i]})`).join(", "), autres: Math.max(some.length - CITEES, 0) };
}
