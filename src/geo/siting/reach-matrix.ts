import { type Attachments, directTicks, legTicks, single } from "../attachments";
import type { RoadNetwork } from "../road-network";
import { settleNow } from "../settle";
import { siteSeeds } from "../site-search";
import { pathMinutes } from "../speeds";
import { TICKS_PER_SECOND, toSeconds, UNREACHED } from "../ticks";

/** Compressed sparse rows: minutes from demand points to candidates, one row a candidate, only those within a limit. */
export interface ReachMatrix {
  readonly candidates: number;
  readonly points: number;
  /** The entries of candidate c are `start[c] .. start[c + 1] - 1`. */
  readonly start: Int32Array;
  /** Demand point of each entry, in no order within a row. */
  readonly point: Int32Array;
  /** Minutes from that point to the candidate, trip constant included. */
  readonly minutes: Float64Array;
}

/** Only some rows, in that order. */
export function rowsOf({ points, start, point, minutes }: ReachMatrix, chosen: readonly number[]): ReachMatrix {
  const kept = chosen.map((c) => [start[c]!, start[c + 1]!] as const);
  const starts = new Int32Array(chosen.length + 1);
  kept.forEach(([from, to], i) => (starts[i + 1] = starts[i]! + to - from));
  const join = <T extends Int32Array | Float64Array>(values: T, made: T): T => {
    kept.forEach(([from, to], i) => made.set(values.subarray(from, to), starts[i]));
    return made;
  };
  const length = starts[chosen.length]!;
  return { candidates: chosen.length, points, start: starts, point: join(point, new Int32Array(length)), minutes: join(minutes, new Float64Array(length)) };
}

/** Ways from the points to the network, by node: each open leg of a point to an end of its edge. */
interface Legs {
  readonly start: Int32Array;
  readonly point: Int32Array;
  readonly ticks: Int32Array;
  /** Nodes that have some. */
  readonly nodes: Int32Array;
  /** Points of each edge that has some. */
  readonly byEdge: ReadonlyMap<number, readonly number[]>;
}

function legsOf(network: RoadNetwork, points: Attachments): Legs {
  const { graph } = network;
  const start = new Int32Array(graph.nodeCount + 1);
  const byEdge = new Map<number, number[]>();
  const each = (visit: (node: number, point: number, ticks: number) => void): void =>
    points.edge.forEach((edge, point) => {
      if (edge < 0) return;
      for (const end of ["from", "to"] as const) {
        const ticks = legTicks(network, points, point, end, "leaving");
        if (ticks !== UNREACHED) visit(graph[end][edge]!, point, ticks);
      }
    });
  each((node) => (start[node + 1]! += 1));
  points.edge.forEach((edge, p) => {
    if (edge >= 0) byEdge.set(edge, [...(byEdge.get(edge) ?? []), p]);
  });
  const nodes = Int32Array.from(start.keys()).filter((node) => (start[node + 1] ?? 0) > 0);
  for (let node = 0; node < graph.nodeCount; node += 1) start[node + 1]! += start[node]!;
  const [point, ticks] = [new Int32Array(start[graph.nodeCount]!), new Int32Array(start[graph.nodeCount]!)];
  const next = start.slice();
  each((node, p, leg) => {
    point[next[node]!] = p;
    ticks[next[node]!] = leg;
    next[node]! += 1;
  });
  return { start, point, ticks, nodes, byEdge };
}

/** Columns that grow together. */
class Entries {
  point = new Int32Array(1 << 14);
  minutes = new Float64Array(1 << 14);
  length = 0;

  push(point: number, minutes: number): void {
    if (this.length === this.point.length) {
      const [points, times] = [new Int32Array(2 * this.length), new Float64Array(2 * this.length)];
      points.set(this.point);
      times.set(this.minutes);
      [this.point, this.minutes] = [points, times];
    }
    this.point[this.length] = point;
    this.minutes[this.length] = minutes;
    this.length += 1;
  }
}

/** Ticks from the points to the site of the search just ended; the points met, each once. */
class Arrivals {
  readonly ticks: Int32Array;
  readonly met: Int32Array;
  count = 0;

  constructor(points: number) {
    this.ticks = new Int32Array(points).fill(UNREACHED);
    this.met = new Int32Array(points);
  }

  improve(point: number, total: number): void {
    if (total >= this.ticks[point]!) return;
    if (this.ticks[point] === UNREACHED) {
      this.met[this.count] = point;
      this.count += 1;
    }
    this.ticks[point] = total;
  }

  /** Hands over each point met with its ticks, and forgets it. */
  flush(visit: (point: number, ticks: number) => void): void {
    for (let i = 0; i < this.count; i += 1) {
      const point = this.met[i]!;
      visit(point, this.ticks[point]!);
      this.ticks[point] = UNREACHED;
    }
    this.count = 0;
  }
}

/**
 * Minutes from demand points **to** each candidate, at most `within` of them (exactly that many included; Infinity for
 * all), the same to the bit as `searchSites` and `reachPoints` give. One reverse search a candidate, stopped at the limit
 * or when every point is settled: the work follows what is reached, not candidates × points. A candidate or a point off
 * the network has no entry. Yields the share done after each.
 */
export function* reachMatrix(network: RoadNetwork, candidates: Attachments, points: Attachments, within: number): Generator<number, ReachMatrix, void> {
  // Never given up without a limit.
  return (yield* reachSome(network, candidates, points, within, Number.POSITIVE_INFINITY))!;
}

/** The same; null as soon as it has more than `most` entries. */
export function* reachSome(network: RoadNetwork, candidates: Attachments, points: Attachments, within: number, most: number): Generator<number, ReachMatrix | null, void> {
  const rows = candidates.edge.length;
  const legs = legsOf(network, points);
  const arrivals = new Arrivals(points.edge.length);
  const entries = new Entries();
  const start = new Int32Array(rows + 1);
  // A second more than the limit: minutes are compared where they are known, in doubles.
  const limit = Math.max(Math.min(Math.ceil(((within - network.speeds.constMin) * 60 + 1) * TICKS_PER_SECOND), UNREACHED), 0);
  const keep = (point: number, ticks: number): void => {
    const minutes = pathMinutes(toSeconds(ticks), network.speeds);
    if (minutes <= within) entries.push(point, minutes);
  };
  for (let candidate = 0; candidate < rows; candidate += 1) {
    const site = single(candidates, candidate);
    const { labels, nodes } = settleNow(network, "to-sites", siteSeeds(network, site, "to-sites"), limit, legs.nodes);
    for (const node of nodes) {
      const reached = labels.ticks[node]!;
      for (let leg = legs.start[node]!; leg < legs.start[node + 1]!; leg += 1) arrivals.improve(legs.point[leg]!, reached + legs.ticks[leg]!);
    }
    for (const point of legs.byEdge.get(site.edge[0]!) ?? []) arrivals.improve(point, directTicks(network, points, point, site, 0));
    arrivals.flush(keep);
    start[candidate + 1] = entries.length;
    if (entries.length > most) return null;
    yield (candidate + 1) / rows;
  }
  return { candidates: rows, points: points.edge.length, start, point: entries.point.slice(0, entries.length), minutes: entries.minutes.slice(0, entries.length) };
}
