const round = (value: number): number => Math.round(100 * value) / 100;

/**
 * Weights that sum to 100 after one of them is set: the others keep their proportions (equal shares when they were all 0).
 * Two decimals.
 */
export function redistribuer(poids: Readonly<Record<string, number>>, nom: string, valeur: number): Readonly<Record<string, number>> {
  const others = Object.keys(poids).filter((name) => name !== nom);
  const rest = others.reduce((sum, name) => sum + (poids[name] ?? 0), 0);
  const left = others.length === 0 ? 0 : 100 - valeur;
  const share = (name: string): number => (rest > 0 ? (left * (poids[name] ?? 0)) / rest : left / others.length);
  return Object.fromEntries([[nom, round(100 - left)], ...others.map((name) => [name, round(share(name))])]);
}
