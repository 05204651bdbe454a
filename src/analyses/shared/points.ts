import { numberValues, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { RoadGraph } from "../../geo/graph/road-graph";
import type { RoadNetwork } from "../../geo/road-network";
import { snapPoints } from "../../geo/snap";
import type { Groupes } from "./groupes";

/** Demand points: where inhabitants start from. Parallel arrays. */
export interface Demande {
  /** Row of each point in the table it was read from. */
  readonly rows: Int32Array;
  /** Position of its commune in `groupes.communes`. */
  readonly commune: Int32Array;
  /** Inhabitants; those of one commune add up to its population. */
  readonly habitants: Float64Array;
}

/** One point a commune of the territory: its chef-lieu, with all its inhabitants. */
export function chefsLieux(groupes: Groupes, communes: Table): Demande {
  const population = numberValues(communes, "population");
  return {
    rows: Int32Array.from(groupes.communes),
    commune: Int32Array.from(groupes.communes, (_, index) => index),
    habitants: Float64Array.from(groupes.communes, (row) => population[row] ?? Number.NaN),
  };
}

/**
 * The inhabited cells of the territory's communes. Their estimates are rounded to a tenth: each commune's are scaled
 * so that they add up to its municipal population.
 */
export function cellulesHabitees(groupes: Groupes, communes: Table, cellules: Table): Demande {
  const codes = textValues(communes, "code");
  const position = new Map(groupes.communes.map((row, index) => [codes[row] ?? "", index]));
  const population = numberValues(communes, "population");
  const estimate = numberValues(cellules, "population");
  const rows: number[] = [];
  const commune: number[] = [];
  const sums = new Float64Array(groupes.communes.length);
  textValues(cellules, "code").forEach((code, row) => {
    const index = position.get(code ?? "");
    const inhabitants = estimate[row] ?? Number.NaN;
    if (index === undefined || !(inhabitants > 0)) return;
    rows.push(row);
    commune.push(index);
    sums[index] = (sums[index] ?? 0) + inhabitants;
  });
  const scale = sums.map((sum, index) => (population[groupes.communes[index] ?? -1] ?? Number.NaN) / sum);
  return {
    rows: Int32Array.from(rows),
    commune: Int32Array.from(commune),
    habitants: Float64Array.from(rows, (row, i) => (estimate[row] ?? 0) * (scale[commune[i] ?? -1] ?? Number.NaN)),
  };
}

/** Where each row of a table joins the network; filled as rows are asked for. */
interface Attached extends Attachments {
  readonly done: Uint8Array;
}

/**
 * A point always joins a graph at the same place, whatever the speeds: each (graph, table) is remembered, so that
 * moving a slider does not look for 14 000 places again. It changes no result and dies with the graph.
 */
const remembered = new WeakMap<RoadGraph, WeakMap<Table, Attached>>();

function attachedOf(graph: RoadGraph, table: Table): Attached {
  const tables = remembered.get(graph) ?? new WeakMap<Table, Attached>();
  remembered.set(graph, tables);
  const known = tables.get(table);
  if (known !== undefined) return known;
  const { length } = table;
  const made = { done: new Uint8Array(length), edge: new Int32Array(length), share: new Float32Array(length), metres: new Float32Array(length) };
  tables.set(table, made);
  return made;
}

/** Points snapped between two yields: under ten milliseconds. */
const SLICE = 1000;

/**
 * Where each demand point joins the network; `table` has `lon` and `lat` (degrees). Yields the share done.
 */
export function* attachPoints({ graph, edges }: RoadNetwork, table: Table, { rows }: Demande): Generator<number, Attachments, void> {
  const attached = attachedOf(graph, table);
  const lon = numberValues(table, "lon");
  const lat = numberValues(table, "lat");
  const wanted = rows.filter((row) => attached.done[row] === 0);
  for (let from = 0; from < wanted.length; from += SLICE) {
    const slice = wanted.subarray(from, from + SLICE);
    const pick = (values: Float64Array): Float64Array => Float64Array.from(slice, (row) => values[row] ?? Number.NaN);
    const snapped = snapPoints(graph, pick(lon), pick(lat), edges);
    slice.forEach((row, i) => {
      attached.edge[row] = snapped.edge[i] ?? -1;
      attached.share[row] = snapped.share[i] ?? 0;
      attached.metres[row] = snapped.metres[i] ?? Number.NaN;
      attached.done[row] = 1;
    });
    yield (from + slice.length) / wanted.length;
  }
  return {
    edge: Int32Array.from(rows, (row) => attached.edge[row] ?? -1),
    share: Float32Array.from(rows, (row) => attached.share[row] ?? 0),
    metres: Float32Array.from(rows, (row) => attached.metres[row] ?? Number.NaN),
  };
}
