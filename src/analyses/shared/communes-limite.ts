import type { Territoires } from "./acces";
import type { Trajets } from "./trajets";

/**
 * 1 for each commune (order of `groupes.communes`) whose chef-lieu, or one of whose cells, is nearer to the edge of
 * the data than to its site: its minutes are perhaps overestimated.
 */
export function communesEnLimite({ groupes, chefs, cellules }: Territoires, trajets: Trajets | null): Uint8Array {
  const flags = new Uint8Array(groupes.communes.length);
  if (trajets === null) return flags;
  for (const { demande, rattachement } of cellules === null ? [chefs] : [chefs, cellules]) {
    trajets.depuis(rattachement).limite.forEach((limite, i) => {
      if (limite === 1) flags[demande.commune[i] ?? -1] = 1;
    });
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
