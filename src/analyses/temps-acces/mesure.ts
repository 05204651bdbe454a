import type { Column } from "../../domain/table";
import { weightedSummary, type WeightedSummary } from "../../geo/weighted";
import { minutesFrom, type Territoires } from "../shared/acces";
import { communesEnLimite, groupesEnLimite } from "../shared/communes-limite";
import { figure, type Groupes, sumByGroup } from "../shared/groupes";
import type { Trajets } from "../shared/trajets";

/** Minutes under which inhabitants are counted. */
export const PALIERS = [10, 15, 20, 30] as const;

/** Minutes and inhabitants of some points, in the same order. */
interface Points {
  readonly minutes: readonly number[];
  readonly habitants: readonly number[];
}

export interface Mesure {
  /** From each chef-lieu, order of `groupes.communes`. */
  readonly chefs: Float64Array;
  /** 1 where a commune's minutes are perhaps overestimated. */
  readonly limites: Uint8Array;
  /** From each cell, order of `cellules`. */
  readonly cellules: Float64Array;
  readonly columns: readonly Column[];
  readonly total: WeightedSummary;
  /** Inhabitants at each of PALIERS at most, over the territory; NaN where no minute is known. */
  readonly paliers: readonly number[];
  /** Cells that are not in the network. */
  readonly nonRattaches: number;
}

/** Cells of each group; the last entry is the whole territory. */
function cellsByGroup({ groupes, cellules }: Territoires, minutes: Float64Array): readonly Points[] {
  const buckets = Array.from({ length: groupes.codes.length + 1 }, () => ({ minutes: [] as number[], habitants: [] as number[] }));
  const all = buckets.at(-1);
  cellules?.demande.commune.forEach((commune, i) => {
    for (const bucket of [buckets[groupes.groupe[commune] ?? -1], all]) {
      bucket?.minutes.push(minutes[i] ?? Number.NaN);
      bucket?.habitants.push(cellules.demande.habitants[i] ?? 0);
    }
  });
  return buckets;
}

/** Inhabitants at `palier` minutes at most (a point exactly there is in); NaN when no minute is known. */
function inhabitantsWithin({ minutes, habitants }: Points, palier: number): number {
  if (minutes.every(Number.isNaN)) return Number.NaN;
  return minutes.reduce((sum, value, i) => (value <= palier ? sum + (habitants[i] ?? 0) : sum), 0);
}

/** Mean of the chefs-lieux of each group, weighted by the inhabitants of their communes. */
function chefsByGroup(groupes: Groupes, minutes: Float64Array, habitants: Float64Array): Float64Array {
  const weighted = sumByGroup(groupes, minutes.map((value, i) => value * (habitants[i] ?? Number.NaN)));
  const people = sumByGroup(groupes, habitants.map((value, i) => (Number.isNaN(minutes[i]) ? Number.NaN : value)));
  return weighted.map((value, group) => value / (people[group] ?? Number.NaN));
}

/** At commune level each row is one commune: its own minutes, and the name of the site they lead to. */
function chefsColumns(lieux: Territoires, chefs: Float64Array, trajets: Trajets | null, single: boolean): readonly Column[] {
  const { groupes, chefs: { demande, rattachement } } = lieux;
  const minutes = single ? chefs : chefsByGroup(groupes, chefs, demande.habitants);
  const label = single ? "Minutes depuis le chef-lieu" : "Minutes depuis les chefs-lieux (moyenne par habitant)";
  const column = figure("minutes", label, "minutes", 1, minutes);
  if (!single) return [column];
  const names = Array.from(trajets?.depuis(rattachement).site ?? rattachement.edge, (site) => trajets?.sites.noms[site] ?? null);
  return [column, { name: "site", label: "Site le plus proche du chef-lieu", type: "texte", values: names }];
}

/** Every figure of the analysis, by group and over the territory. `trajets` null: « pas de donnée » throughout. */
export function measureTemps(lieux: Territoires, trajets: Trajets | null, single: boolean): Mesure {
  const { groupes } = lieux;
  const chefs = minutesFrom(lieux.chefs, trajets);
  const cells = lieux.cellules === null ? new Float64Array() : minutesFrom(lieux.cellules, trajets);
  const buckets = cellsByGroup(lieux, cells);
  const summaries = buckets.map(({ minutes, habitants }) => weightedSummary(minutes, habitants));
  const within = PALIERS.map((palier) => buckets.map((bucket) => inhabitantsWithin(bucket, palier)));
  const byGroup = (values: readonly number[]): Float64Array => Float64Array.from(values.slice(0, groupes.codes.length));
  const limites = communesEnLimite(lieux, trajets);
  return {
    chefs,
    limites,
    cellules: cells,
    columns: [
      figure("habitants", "Habitants", "habitants", 0, sumByGroup(groupes, lieux.chefs.demande.habitants)),
      ...chefsColumns(lieux, chefs, trajets, single),
      figure("minutes_moyenne", "Minutes en moyenne par habitant", "minutes", 1, byGroup(summaries.map(({ mean }) => mean))),
      figure("minutes_mediane", "Minutes, médiane des habitants", "minutes", 1, byGroup(summaries.map(({ median }) => median))),
      figure("minutes_p90", "Minutes, 9 habitants sur 10 au plus", "minutes", 1, byGroup(summaries.map(({ p90 }) => p90))),
      ...PALIERS.map((palier, i) => figure(`habitants_${palier}`, `Habitants à ${palier} min au plus`, "habitants", 0, byGroup(within[i] ?? []))),
      { name: "limite_donnees", label: "Temps peut-être surestimé (bord des données)", type: "booleen", values: groupesEnLimite(lieux, limites) },
    ],
    total: summaries.at(-1) ?? weightedSummary([], []),
    paliers: within.map((values) => values.at(-1) ?? Number.NaN),
    nonRattaches: lieux.cellules?.rattachement.edge.filter((edge) => edge < 0).length ?? 0,
  };
}
