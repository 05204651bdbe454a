import type { SiteList } from "./genre-site";

/** Half-days of a week: a site open all of them, five days, is open full time. */
export const DEMI_JOURNEES = 10;

/** Share of the week that a site is open; 1 when its half-days are not known. */
function partOuverte(demiJournees: number | undefined): number {
  if (demiJournees === undefined || Number.isNaN(demiJournees)) return 1;
  return Math.min(Math.max(demiJournees, 0), DEMI_JOURNEES) / DEMI_JOURNEES;
}

/** What each site takes or holds, counted full time: its capacity (`sans` where it is not known) by the share of the week it is open. */
export function capacitesEffectives({ capacite, demiJournees }: SiteList, sans: number): Float64Array {
  return capacite.map((value, i) => (Number.isNaN(value) ? sans : value) * partOuverte(demiJournees?.[i]));
}

/**
 * For each site, the first one of its structure: a structure on several sites counts once, there. A site of none is its own; it
 * may be what others say they are sites of, by its id.
 */
export function premiersDesStructures({ ids, structures }: SiteList): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(ids, (_, i) => {
    const structure = structures?.[i] ?? ids[i]!;
    const known = first.get(structure) ?? i;
    first.set(structure, known);
    return known;
  });
}

export function nombreDeStructures(list: SiteList): number {
  return new Set(premiersDesStructures(list)).size;
}
