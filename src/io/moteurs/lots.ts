import type { DemandeMatrice } from "../../domain/moteur";
import type { Limites } from "./moteur";

/** One request: indices of origins and of sites. */
export interface Lot {
  readonly origines: readonly number[];
  readonly sites: readonly number[];
}

/** Origins whose first candidate is the same are asked together: they share most of their sites. Ties in the given order. */
function inOrder({ candidats, k }: DemandeMatrice, count: number): readonly number[] {
  const first = (origine: number): number => candidats[origine * k] ?? -1;
  return Array.from({ length: count }, (_, i) => i).toSorted((a, b) => first(a) - first(b) || a - b);
}

/**
 * Cuts a matrix into requests that each engine takes: every origin is asked with each of its candidates exactly once
 * or, in a request that holds several origins, with those of the others too. Origins without a candidate are in none.
 */
export function cutLots(demande: DemandeMatrice, limites: Limites): readonly Lot[] {
  const { origines, candidats, k } = demande;
  const lots: Lot[] = [];
  let open: { origines: number[]; sites: Set<number> } = { origines: [], sites: new Set() };
  const close = (): void => {
    if (open.origines.length > 0) lots.push({ origines: open.origines, sites: [...open.sites] });
    open = { origines: [], sites: new Set() };
  };
  for (const origine of inOrder(demande, origines.lon.length)) {
    const wanted = [...new Set(candidats.subarray(origine * k, (origine + 1) * k))].filter((site) => site >= 0);
    if (wanted.length > limites.destinations) {
      for (let from = 0; from < wanted.length; from += limites.destinations) lots.push({ origines: [origine], sites: wanted.slice(from, from + limites.destinations) });
      continue;
    }
    const union = new Set([...open.sites, ...wanted]);
    const count = open.origines.length + 1;
    if (count > limites.origines || union.size > limites.destinations || count + union.size > limites.points) close();
    if (wanted.length === 0) continue;
    open.origines.push(origine);
    for (const site of wanted) open.sites.add(site);
  }
  close();
  return lots;
}
