/**
 * Remembers the last answer of a pure function: called again with the same keys (by reference), it gives the
 * same object back, which is what lets the map compare by reference instead of by content.
 */
export function memoLast<A extends readonly unknown[], R>(
  keys: (...args: A) => readonly unknown[],
  compute: (...args: A) => R,
): (...args: A) => R {
  let last: { readonly keys: readonly unknown[]; readonly value: R } | null = null;
  return (...args) => {
    const now = keys(...args);
    if (last !== null && last.keys.length === now.length && last.keys.every((key, i) => key === now[i])) return last.value;
    last = { keys: now, value: compute(...args) };
    return last.value;
  };
}
