import type { Territoires } from "./acces";
import type { Groupes } from "./groupes";
import type { Trajets } from "./trajets";

/**
 * 1 for each commune (order of `groupes.communes`) whose chef-lieu, or one of whose cells, is nearer to the edge of
 * the data than to its site: its minutes are perhaps overestimated.
 */
export function communesEnLimite({ groupes, chefs, cellules }: Territoires, trajets: Trajets | null): Uint8Array {
  if (trajets === null) return new Uint8Array(groupes.communes.length);
  const departs = cellules === null ? [chefs] : [chefs, cellules];
  return communesMarquees(groupes, departs.map(({ demande, rattachement }) => ({ commune: demande.commune, limite: trajets.depuis(rattachement).limite })));
}

/** 1 for each commune of which some point is flagged. */
export function communesMarquees({ communes }: Groupes, points: readonly { readonly commune: Int32Array; readonly limite: Uint8Array }[]): Uint8Array {
  const flags = new Uint8Array(communes.length);
  for (const { commune, limite } of points) {
    for (let i = 0; i < limite.length; i += 1) if (limite[i] === 1) flags[commune[i] ?? -1] = 1;
  }
  return flags;
}

/** 1 for each group that has such a commune. */
export function groupesEnLimite({ groupes }: Territoires, communes: Uint8Array): Uint8Array {
  const flags = new Uint8Array(groupes.codes.length);
  groupes.groupe.forEach((group, index) => {
    if (group >= 0 && communes[index] === 1) flags[group] = 1;
  });
  return flags;
}
