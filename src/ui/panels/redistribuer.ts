/** Weights are kept to this many parts of one percent. */
const PARTS = 100;

/** Shares in hundredths that sum exactly to `total`: rounded down, then one more to those that lost most (Hamilton's method). */
function arrondir(parts: readonly number[], total: number): readonly number[] {
  const wanted = Math.round(total * PARTS);
  const exact = parts.map((part) => part * PARTS);
  const low = exact.map((part) => Math.floor(part + 1e-9));
  const missing = wanted - low.reduce((sum, part) => sum + part, 0);
  const order = [...exact.keys()].toSorted((a, b) => exact[b]! - low[b]! - (exact[a]! - low[a]!) || a - b);
  const more = new Set(order.slice(0, missing));
  return low.map((part, i) => (part + (more.has(i) ? 1 : 0)) / PARTS);
}

/**
 * Weights that sum to 100 after one of them is set: the others keep their proportions (equal shares when they were all 0).
 * Two decimals, and the sum is exact.
 * @param poids the weights before: those of the beginning of a gesture, so that going all the way and back loses nothing
 */
export function redistribuer(poids: Readonly<Record<string, number>>, nom: string, valeur: number): Readonly<Record<string, number>> {
  const others = Object.keys(poids).filter((name) => name !== nom);
  if (others.length === 0) return { [nom]: 100 };
  const rest = others.reduce((sum, name) => sum + (poids[name] ?? 0), 0);
  const left = 100 - valeur;
  const shares = arrondir(others.map((name) => (rest > 0 ? (left * (poids[name] ?? 0)) / rest : left / others.length)), left);
  return Object.fromEntries([[nom, valeur], ...others.map((name, i) => [name, shares[i] ?? 0])]);
}

/** The same weights to two decimals, their sum exactly 100. */
export function arrondirPoids(poids: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const names = Object.keys(poids);
  const shares = arrondir(names.map((name) => poids[name] ?? 0), 100);
  return Object.fromEntries(names.map((name, i) => [name, shares[i] ?? 0]));
}
