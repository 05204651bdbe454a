import type { BilanGraphe } from "../../../domain/reseau";
import { fillAdjacency } from "../adjacency";
import { hilbertOrder } from "../hilbert";
import { allocateGraph, completeGraph } from "../memory";
import { type Adjacency, CITY_BIT, DENSE_BIT, ENTERS_BIT, ONE_WAY_BIT, type RoadGraph, UNITS_PER_DEGREE } from "../road-graph";
import { E7, type RoadLines } from "../road-lines";
import { cityEdges } from "./cities";
import { LineShape } from "./line-shape";
import { largestComponent } from "./strong-component";
import { cutStretches, type Stretches } from "./stretches";
import { readSurroundings } from "./surroundings";

/**
 * Kilometres of built-up road that make a large agglomeration (cities.ts) where built-up parts are estimated: best agreement, by
 * length, with the embedded graph of Haute-Vienne + 50 km.
 */
const ESTIMATED_CITY_KM = 320;
/** Stretches handled between two yields: some milliseconds. */
const SLICE = 4_000;
const E7_PER_UNIT = E7 / UNITS_PER_DEGREE;
const MAX_UINT16 = 65_535;

/** A graph made of lines, and what was left out. */
export interface BuiltGraph {
  readonly graph: RoadGraph;
  readonly bilan: BilanGraphe;
}

/** Edges to be, in the order of the graph: which stretch, whether it is turned, its ends by their new numbers. */
interface Plan {
  readonly lonE5: Int32Array;
  readonly latE5: Int32Array;
  readonly stretch: Int32Array;
  readonly turned: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly attributes: Uint8Array;
}

function attributesOf(lines: RoadLines, { line }: Stretches): Uint8Array {
  return Uint8Array.from(line, (one) => lines.attributes[one]!);
}

/** Nodes from which all the others can be reached, and back. */
function mainNodes({ count, from, to, nodePlace }: Stretches, attributes: Uint8Array): Uint8Array {
  const forward: Adjacency = { start: new Int32Array(nodePlace.length + 1), arcs: new Int32Array(4 * count), edge: new Int32Array(2 * count), barred: ENTERS_BIT };
  fillAdjacency({ from, to, attributes }, forward);
  return largestComponent(forward).inside;
}

/** Stretches between kept nodes, ordered by (from, to) of the new numbers: counted by `from`, then each row by `to`. */
function sortEdges(from: Int32Array, to: Int32Array, nodes: number): Int32Array {
  const next = new Int32Array(nodes + 1);
  for (const node of from) next[node + 1]! += 1;
  for (let n = 0; n < nodes; n += 1) next[n + 1]! += next[n]!;
  const start = next.slice();
  const order = new Int32Array(from.length);
  from.forEach((node, e) => {
    order[next[node]!] = e;
    next[node]! += 1;
  });
  // Rows are short and come in the order of the file: each edge moves down to its place among the few before it.
  for (let n = 0; n < nodes; n += 1) {
    for (let i = start[n]! + 1; i < start[n + 1]!; i += 1) {
      const e = order[i]!;
      let at = i;
      for (; at > start[n]! && to[order[at - 1]!]! > to[e]!; at -= 1) order[at] = order[at - 1]!;
      order[at] = e;
    }
  }
  return order;
}

/** Renumbers the kept nodes along the Hilbert curve, turns two-way edges so that from ≤ to, sorts them. */
function* planEdges(lines: RoadLines, stretches: Stretches, attributes: Uint8Array): Generator<number, Plan, void> {
  const inside = mainNodes(stretches, attributes);
  yield 0.15;
  const kept = Int32Array.from(inside.keys()).filter((node) => inside[node] === 1);
  const unit = (valuesE7: Int32Array) => (node: number): number => Math.round(valuesE7[stretches.nodePlace[node]!]! / E7_PER_UNIT);
  const order = hilbertOrder(kept.map(unit(lines.lonE7)), kept.map(unit(lines.latE7)));
  const nodes = Int32Array.from(order, (k) => kept[k]!);
  const rank = new Int32Array(inside.length).fill(-1);
  nodes.forEach((node, k) => (rank[node] = k));
  yield 0.25;
  const edges = Int32Array.from(stretches.from.keys()).filter((s) => rank[stretches.from[s]!]! >= 0 && rank[stretches.to[s]!]! >= 0);
  const isTurned = (s: number): boolean => (attributes[s]! & ONE_WAY_BIT) === 0 && rank[stretches.from[s]!]! > rank[stretches.to[s]!]!;
  const fromOf = (s: number): number => rank[(isTurned(s) ? stretches.to : stretches.from)[s]!]!;
  const toOf = (s: number): number => rank[(isTurned(s) ? stretches.from : stretches.to)[s]!]!;
  const stretch = sortEdges(edges.map(fromOf), edges.map(toOf), nodes.length).map((e) => edges[e]!);
  return {
    lonE5: nodes.map(unit(lines.lonE7)),
    latE5: nodes.map(unit(lines.latE7)),
    stretch,
    turned: Uint8Array.from(stretch, (s) => (isTurned(s) ? 1 : 0)),
    from: stretch.map(fromOf),
    to: stretch.map(toOf),
    attributes: Uint8Array.from(stretch, (s) => attributes[s]!),
  };
}

/** Interior points of the edges in one growing pair of columns. */
class Shapes {
  private dx = new Int16Array(4096);
  private dy = new Int16Array(4096);
  count = 0;
  readonly push = (dx: number, dy: number): void => {
    if (this.count === this.dx.length) {
      const [x, y] = [new Int16Array(2 * this.count), new Int16Array(2 * this.count)];
      x.set(this.dx);
      y.set(this.dy);
      [this.dx, this.dy] = [x, y];
    }
    this.dx[this.count] = dx;
    this.dy[this.count] = dy;
    this.count += 1;
  };
  copyTo(dx: Int16Array, dy: Int16Array): void {
    dx.set(this.dx.subarray(0, this.count));
    dy.set(this.dy.subarray(0, this.count));
  }
}

interface Measured {
  readonly lengthDm: Int32Array;
  readonly curvature: Uint16Array;
  readonly urban: Uint8Array;
  readonly attributes: Uint8Array;
  readonly shapeStart: Int32Array;
  readonly shapes: Shapes;
}

/** Length, bends, surroundings and shape of every edge. Yields the share done. */
function* measureEdges(lines: RoadLines, stretches: Stretches, plan: Plan): Generator<number, Measured, void> {
  const count = plan.stretch.length;
  const shapes = new Shapes();
  const line = new LineShape(lines);
  const surroundings = readSurroundings(lines, stretches);
  const measured: Measured = {
    lengthDm: new Int32Array(count),
    curvature: new Uint16Array(count),
    urban: new Uint8Array(count),
    attributes: plan.attributes.slice(),
    shapeStart: new Int32Array(count + 1),
    shapes,
  };
  for (let e = 0; e < count; e += 1) {
    if (e % SLICE === 0) yield e / count;
    const s = plan.stretch[e]!;
    line.open(stretches.first[s]!, stretches.last[s]!);
    measured.lengthDm[e] = Math.round(10 * line.metres());
    measured.curvature[e] = Math.min(MAX_UINT16, Math.round(100 * line.bends()));
    measured.urban[e] = Math.round(100 * surroundings.urban(s));
    if (surroundings.dense(s)) measured.attributes[e]! |= DENSE_BIT;
    line.shape(plan.turned[e] === 1, shapes.push);
    measured.shapeStart[e + 1] = shapes.count;
  }
  return measured;
}

function assemble(plan: Plan, measured: Measured): RoadGraph {
  const [nodeCount, edgeCount] = [plan.lonE5.length, plan.stretch.length];
  const columns = allocateGraph({ nodeCount, edgeCount, shapePointCount: measured.shapes.count });
  columns.lonE5.set(plan.lonE5);
  columns.latE5.set(plan.latE5);
  columns.from.set(plan.from);
  columns.to.set(plan.to);
  columns.lengthDm.set(measured.lengthDm);
  columns.curvature.set(measured.curvature);
  columns.urban.set(measured.urban);
  columns.attributes.set(measured.attributes);
  columns.shapeStart.set(measured.shapeStart);
  measured.shapes.copyTo(columns.shapeDx, columns.shapeDy);
  cityEdges(columns, ESTIMATED_CITY_KM).forEach((city, e) => {
    if (city === 1) columns.attributes[e]! |= CITY_BIT;
  });
  const [west, east] = extent(plan.lonE5);
  const [south, north] = extent(plan.latE5);
  return completeGraph(columns, [west, south, east, north]);
}

/** Smallest and largest of a column, in degrees. */
function extent(units: Int32Array): readonly [number, number] {
  const [min, max] = units.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  return [min / UNITS_PER_DEGREE, max / UNITS_PER_DEGREE];
}

function bilanOf({ graph, stretches }: { readonly graph: RoadGraph; readonly stretches: Stretches }): BilanGraphe {
  let [dm, urbanDm] = [0, 0];
  for (let e = 0; e < graph.edgeCount; e += 1) {
    dm += graph.lengthDm[e]!;
    urbanDm += (graph.lengthDm[e]! * graph.urban[e]!) / 100;
  }
  return {
    noeuds: graph.nodeCount,
    troncons: graph.edgeCount,
    km: dm / 10_000,
    tronconsIsoles: stretches.count - graph.edgeCount,
    partUrbaine: dm === 0 ? 0 : urbanDm / dm,
  };
}

/**
 * The road graph of lines, in memory as `decodeGraph` gives it: cut at junctions, largest strongly connected
 * component, lengths to the decimetre, bends, shapes at 20 m, surroundings said or estimated (surroundings.ts).
 * Steppable: yields the share done, 0 to 1. `lines` must hold one line at least.
 */
export function* buildGraph(lines: RoadLines): Generator<number, BuiltGraph, void> {
  const stretches = cutStretches(lines);
  yield 0.1;
  const plan = yield* planEdges(lines, stretches, attributesOf(lines, stretches));
  yield 0.3;
  const steps = measureEdges(lines, stretches, plan);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield 0.3 + 0.65 * step.value;
  const graph = assemble(plan, step.value);
  return { graph, bilan: bilanOf({ graph, stretches }) };
}
