import type { OrigineMinutes } from "../../domain/origine-minutes";
import type { Column } from "../../domain/table";
import { weightedSummary, type WeightedSummary } from "../../geo/weighted";
import type { Territoires } from "../shared/acces";
import { communesMarquees, groupesEnLimite } from "../shared/communes-limite";
import { figure, type Groupes, sumByGroup } from "../shared/groupes";
import { titled } from "../shared/origine";
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
  /** The main column: one value a row. */
  readonly minutes: Float64Array;
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
function chefsColumns({ chefs, noms }: Releve, minutes: Float64Array, single: boolean, origine: OrigineMinutes): readonly Column[] {
  const label = single ? "Minutes depuis le chef-lieu" : "Minutes depuis les chefs-lieux (moyenne par habitant)";
  const column = figure("minutes", titled(label, origine), "minutes", 1, minutes);
  if (!single) return [column];
  const km = chefs.km === undefined ? [] : [figure("km", titled("Kilomètres par la route jusqu'au site", origine), "km", 1, chefs.km)];
  return [column, ...km, { name: "site", label: "Site le plus proche du chef-lieu", type: "texte", values: Array.from(chefs.site, (site) => noms[site] ?? null) }];
}

/** Figures of the inhabitants where they live, a value a group; that of the territory, last, is left out. */
function cellsColumns({ codes }: Groupes, resumes: readonly Resume[], origine: OrigineMinutes): readonly Column[] {
  const byGroup = (pick: (resume: Resume) => number): Float64Array => Float64Array.from(resumes.slice(0, codes.length), pick);
  return [
    figure("minutes_moyenne", titled("Minutes en moyenne par habitant", origine), "minutes", 1, byGroup(({ mean }) => mean)),
    figure("minutes_mediane", titled("Minutes, médiane des habitants", origine), "minutes", 1, byGroup(({ median }) => median)),
    figure("minutes_p90", titled("Minutes, 9 habitants sur 10 au plus", origine), "minutes", 1, byGroup(({ p90 }) => p90)),
    ...PALIERS.map((palier, i) => figure(`habitants_${palier}`, titled(`Habitants à ${palier} min au plus`, origine), "habitants", 0, byGroup(({ paliers }) => paliers[i] ?? Number.NaN))),
  ];
}

function horsReseau(edges: Int32Array): number {
  let count = 0;
  for (let i = 0; i < edges.length; i += 1) if (edges[i]! < 0) count += 1;
  return count;
}

/** Every figure of the analysis, by group and over the territory, from what is known of the points and of the groups. */
export function mesurer(lieux: Territoires, releve: Releve, resumes: readonly Resume[], single: boolean, origine: OrigineMinutes): Mesure {
  const { groupes, chefs, cellules } = lieux;
  const points = [{ commune: chefs.demande.commune, limite: releve.chefs.limite }];
  if (cellules !== null && releve.cellules !== null) points.push({ commune: cellules.demande.commune, limite: releve.cellules.limite });
  const limites = communesMarquees(groupes, points);
  const minutes = single ? releve.chefs.minutes.slice() : chefsByGroup(groupes, releve.chefs.minutes, chefs.demande.habitants);
  const total = resumes.at(-1) ?? resumer(lieux, new Float64Array(), new Int32Array());
  return {
    chefs: releve.chefs.minutes,
    limites,
    cellules: releve.cellules?.minutes ?? new Float64Array(),
    minutes,
    columns: [
      figure("habitants", "Habitants", "habitants", 0, sumByGroup(groupes, chefs.demande.habitants)),
      ...chefsColumns(releve, minutes, single, origine),
      ...(cellules === null ? [] : cellsColumns(groupes, resumes, origine)),
      { name: "limite_donnees", label: "Temps peut-être surestimé (bord des données)", type: "booleen", values: groupesEnLimite(lieux, limites) },
    ],
    total,
    paliers: total.paliers,
    nonRattaches: cellules === null ? 0 : horsReseau(cellules.rattachement.edge),
  };
}

/** Nothing is known from anywhere. */
function sansMinutes(length: number): Arrivees {
  return { minutes: new Float64Array(length).fill(Number.NaN), site: new Int32Array(length).fill(-1), limite: new Uint8Array(length) };
}

/** The whole measure at once. `trajets` null: « pas de donnée » throughout. */
export function measureTemps(lieux: Territoires, trajets: Trajets | null, single: boolean, origine: OrigineMinutes): Mesure {
  const read = ({ rattachement }: Territoires["chefs"]): Arrivees => trajets?.depuis(rattachement) ?? sansMinutes(rattachement.edge.length);
  const releve: Releve = { chefs: read(lieux.chefs), cellules: lieux.cellules === null ? null : read(lieux.cellules), noms: trajets?.sites.noms ?? [] };
  const minutes = releve.cellules?.minutes ?? new Float64Array();
  return mesurer(lieux, releve, cellsByGroup(lieux).map((cells) => resumer(lieux, minutes, cells)), single, origine);
}
