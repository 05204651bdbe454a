import { ONE_WAY_BIT } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";
import { accessSeconds } from "./speeds";
import { toTicks, UNREACHED } from "./ticks";

/** Where points join the network: a place along an edge. Parallel arrays. */
export interface Attachments {
  /** −1 outside the graph's box, without coordinates, or where the graph has no road to join. */
  readonly edge: Int32Array;
  /** 0 to 1: share of the edge's length before the place, from its node `from`. */
  readonly share: Float32Array;
  /** Great-circle metres between the point and that place; NaN without an edge. */
  readonly metres: Float32Array;
}

/** Leaving: from the point to the network. Arriving: from the network to the point. */
export type Way = "leaving" | "arriving";

function isTwoWay({ graph }: RoadNetwork, edge: number): boolean {
  return (graph.attributes[edge]! & ONE_WAY_BIT) === 0;
}

/** Ticks of the crow-fly metres between a point and its place on the road. */
export function accessTicks({ speeds }: RoadNetwork, { metres }: Attachments, i: number): number {
  return toTicks(accessSeconds(metres[i]!, speeds));
}

/** Ticks of the edge between its node `from` and the place of a point. */
function before({ seconds }: RoadNetwork, { edge, share }: Attachments, i: number): number {
  return Math.round(share[i]! * toTicks(seconds[edge[i]!]!));
}

/**
 * Ticks between a point and one end of its edge, access included; UNREACHED where a one-way forbids it or the road
 * is closed. A point that stands at an end is at the node: it comes and goes by any of its roads.
 */
export function legTicks(network: RoadNetwork, points: Attachments, i: number, end: "from" | "to", way: Way): number {
  const edge = points.edge[i]!;
  const share = points.share[i]!;
  const access = accessTicks(network, points, i);
  if (share === (end === "from" ? 0 : 1)) return access;
  const whole = toTicks(network.seconds[edge]!);
  const along = (end === "to") === (way === "leaving");
  if (whole === UNREACHED || !(along || isTwoWay(network, edge))) return UNREACHED;
  const part = before(network, points, i);
  return access + (end === "from" ? part : whole - part);
}

/** Ticks from point i of `a` to point j of `b` along the edge they share, both accesses included; UNREACHED when it cannot be driven so. */
export function directTicks(network: RoadNetwork, a: Attachments, i: number, b: Attachments, j: number): number {
  const edge = a.edge[i]!;
  const [start, end] = [a.share[i]!, b.share[j]!];
  if (edge < 0 || edge !== b.edge[j]!) return UNREACHED;
  const accesses = accessTicks(network, a, i) + accessTicks(network, b, j);
  if (start === end) return accesses;
  if (network.seconds[edge] === Number.POSITIVE_INFINITY || (start > end && !isTwoWay(network, edge))) return UNREACHED;
  return accesses + Math.abs(before(network, b, j) - before(network, a, i));
}

/** Some points of a list, in the given order. */
export function pickPoints({ edge, share, metres }: Attachments, rows: readonly number[]): Attachments {
  return {
    edge: Int32Array.from(rows, (i) => edge[i] ?? -1),
    share: Float32Array.from(rows, (i) => share[i] ?? 0),
    metres: Float32Array.from(rows, (i) => metres[i] ?? Number.NaN),
  };
}

/** One point of a list, alone. */
export function single({ edge, share, metres }: Attachments, i: number): Attachments {
  return { edge: edge.slice(i, i + 1), share: share.slice(i, i + 1), metres: metres.slice(i, i + 1) };
}
