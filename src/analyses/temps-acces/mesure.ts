import type { Column } from "../../domain/table";
import { weightedSummary, type WeightedSummary } from "../../geo/weighted";
import type { Territoires } from "../shared/acces";
import { communesMarquees, groupesEnLimite } from "../shared/communes-limite";
import { figure, type Groupes, sumByGroup } from "../shared/groupes";
import type { Arrivees, Trajets } from "../shared/trajets";

/** Minutes under which inhabitants are counted. */
export const PALIERS = [10, 15, 20, 30] as const;

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

/** What is known of the inhabitants of a group: summary of their minutes, and how many are at each of PALIERS at most. */
export interface Resume extends WeightedSummary {
  readonly paliers: readonly number[];
}

/** Minutes of every point, and the site each goes to. */
export interface Releve {
  readonly chefs: Arrivees;
  readonly cellules: Arrivees | null;
  /** Names of the sites, by index. */
  readonly noms: readonly string[];
}

/** Cells (index in `cellules`) of each group; the last entry is the whole territory. */
export function cellsByGroup({ groupes, cellules }: Territoires): readonly Int32Array[] {
  const buckets = Array.from({ length: groupes.codes.length }, () => [] as number[]);
  cellules?.demande.commune.forEach((commune, i) => buckets[groupes.groupe[commune] ?? -1]?.push(i));
  return [...buckets.map((cells) => Int32Array.from(cells)), Int32Array.from({ length: cellules?.demande.commune.length ?? 0 }, (_, i) => i)];
}

/** Inhabitants at `palier` minutes at most (a point exactly there is in); NaN when no minute is known. */
function inhabitantsWithin(minutes: Float64Array, habitants: Float64Array, palier: number): number {
  if (minutes.every(Number.isNaN)) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < minutes.length; i += 1) if (minutes[i]! <= palier) sum += habitants[i]!;
  return sum;
}

function pickRows(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k += 1) picked[k] = values[rows[k]!]!;
  return picked;
}

/** Some cells, in figures; all of them are in their own order. */
export function resumer({ cellules }: Territoires, minutes: Float64Array, cells: Int32Array): Resume {
  const all = cellules?.demande.habitants ?? new Float64Array();
  const whole = cells.length === minutes.length;
  const [here, habitants] = whole ? [minutes, all] : [pickRows(minutes, cells), pickRows(all, cells)];
  return { ...weightedSummary(here, habitants), paliers: PALIERS.map((palier) => inhabitantsWithin(here, habitants, palier)) };
}

/** Mean of the chefs-lieux of each group, weighted by the inhabitants of their communes. */
function chefsByGroup(groupes: Groupes, minutes: Float64Array, habitants: Float64Array): Float64Array {
  const weighted = sumByGroup(groupes, minutes.map((value, i) => value * (habitants[i] ?? Number.NaN)));
  const people = sumByGroup(groupes, habitants.map((value, i) => (Number.isNaN(minutes[i]) ? Number.NaN : value)));
  return weighted.map((value, group) => value / (people[group] ?? Number.NaN));
}

/** At commune level each row is one commune: its own minutes, and the name of the site they lead to. */
function chefsColumns({ groupes, chefs: { demande } }: Territoires, { chefs, noms }: Releve, single: boolean): readonly Column[] {
  const minutes = single ? chefs.minutes.slice() : chefsByGroup(groupes, chefs.minutes, demande.habitants);
  const label = single ? "Minutes depuis le chef-lieu" : "Minutes depuis les chefs-lieux (moyenne par habitant)";
  const column = figure("minutes", label, "minutes", 1, minutes);
  if (!single) return [column];
  return [column, { name: "site", label: "Site le plus proche du chef-lieu", type: "texte", values: Array.from(chefs.site, (site) => noms[site] ?? null) }];
}

/** Every figure of the analysis, by group and over the territory, from what is known of the points and of the groups. */
export function mesurer(lieux: Territoires, releve: Releve, resumes: readonly Resume[], single: boolean): Mesure {
  const { groupes, chefs, cellules } = lieux;
  const points = [{ commune: chefs.demande.commune, limite: releve.chefs.limite }];
  if (cellules !== null && releve.cellules !== null) points.push({ commune: cellules.demande.commune, limite: releve.cellules.limite });
  const limites = communesMarquees(groupes, points);
  const byGroup = (pick: (resume: Resume) => number): Float64Array => Float64Array.from(resumes.slice(0, groupes.codes.length), pick);
  const total = resumes.at(-1) ?? resumer(lieux, new Float64Array(), new Int32Array());
  return {
    chefs: releve.chefs.minutes,
    limites,
    cellules: releve.cellules?.minutes ?? new Float64Array(),
    columns: [
      figure("habitants", "Habitants", "habitants", 0, sumByGroup(groupes, chefs.demande.habitants)),
      ...chefsColumns(lieux, releve, single),
      figure("minutes_moyenne", "Minutes en moyenne par habitant", "minutes", 1, byGroup(({ mean }) => mean)),
      figure("minutes_mediane", "Minutes, médiane des habitants", "minutes", 1, byGroup(({ median }) => median)),
      figure("minutes_p90", "Minutes, 9 habitants sur 10 au plus", "minutes", 1, byGroup(({ p90 }) => p90)),
      ...PALIERS.map((palier, i) => figure(`habitants_${palier}`, `Habitants à ${palier} min au plus`, "habitants", 0, byGroup(({ paliers }) => paliers[i] ?? Number.NaN))),
      { name: "limite_donnees", label: "Temps peut-être surestimé (bord des données)", type: "booleen", values: groupesEnLimite(lieux, limites) },
    ],
    total,
    paliers: total.paliers,
    nonRattaches: cellules?.rattachement.edge.reduce((count, edge) => (edge < 0 ? count + 1 : count), 0) ?? 0,
  };
}

/** Nothing is known from anywhere. */
function sansMinutes(length: number): Arrivees {
  return { minutes: new Float64Array(length).fill(Number.NaN), site: new Int32Array(length).fill(-1), limite: new Uint8Array(length) };
}

/** The whole measure at once. `trajets` null: « pas de donnée » throughout. */
export function measureTemps(lieux: Territoires, trajets: Trajets | null, single: boolean): Mesure {
  const read = ({ rattachement }: Territoires["chefs"]): Arrivees => trajets?.depuis(rattachement) ?? sansMinutes(rattachement.edge.length);
  const releve: Releve = { chefs: read(lieux.chefs), cellules: lieux.cellules === null ? null : read(lieux.cellules), noms: trajets?.sites.noms ?? [] };
  const minutes = releve.cellules?.minutes ?? new Float64Array();
  return mesurer(lieux, releve, cellsByGroup(lieux).map((cells) => resumer(lieux, minutes, cells)), single);
}
