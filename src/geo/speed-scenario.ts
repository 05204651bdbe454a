import { CLASS_MASK, ROAD_CLASSES } from "./graph/road-graph";
import { type RoadNetwork, reweigh } from "./road-network";
import { accessKmh, type SpeedTable } from "./speeds";

export type RoadClass = (typeof ROAD_CLASSES)[number];

/** What a user changes of the roads: plain data, nothing of it depends on a graph but the list of edges. */
export interface SpeedScenario {
  /** km/h added to every speed of a class, −10 for ten less; ramps keep theirs. */
  readonly kmhDelta: Readonly<Partial<Record<RoadClass, number>>>;
  /** Factors of the speeds in built-up areas and in dense ones at peak hours (METRIC: 0.8 and 0.6); null off-peak. */
  readonly peak: { readonly urban: number; readonly dense: number } | null;
  /** Factor of every speed, access included; 1 on a dry road. */
  readonly snow: number;
  /** Classes closed, their ramps with them. */
  readonly closedClasses: readonly RoadClass[];
  /** Edges closed: those of a drawn zone. */
  readonly closedEdges: ArrayLike<number>;
}

/** No speed goes under this, whatever is taken off. */
const SLOWEST_KMH = 5;

/** The speed table of a scenario; closed roads apart. */
export function scenarioSpeeds(table: SpeedTable, { kmhDelta, peak, snow }: SpeedScenario): SpeedTable {
  const changed = (kmh: number, roadClass: RoadClass | undefined, hour: number): number => {
    const delta = roadClass === undefined ? 0 : (kmhDelta[roadClass] ?? 0);
    return Math.max((kmh + delta) * hour * snow, SLOWEST_KMH);
  };
  return {
    ...table,
    kmh: table.kmh.map((kmh, i) => changed(kmh, ROAD_CLASSES[i >> 1], i % 2 === 0 && i < 2 * ROAD_CLASSES.length ? (peak?.urban ?? 1) : 1)),
    dense: table.dense.map((kmh, c) => changed(kmh, ROAD_CLASSES[c], peak?.dense ?? 1)),
    accesKmh: changed(accessKmh(table), undefined, 1),
  };
}

/**
 * The network of a scenario: same graph, same index, other weights; `table` is the default table, so that a scenario
 * is never applied upon another.
 */
export function applyScenario(network: RoadNetwork, table: SpeedTable, scenario: SpeedScenario): RoadNetwork {
  const { attributes, edgeCount } = network.graph;
  const closed = new Uint8Array(edgeCount);
  for (let i = 0; i < scenario.closedEdges.length; i += 1) closed[scenario.closedEdges[i]!] = 1;
  const classes = ROAD_CLASSES.map((roadClass) => scenario.closedClasses.includes(roadClass));
  if (scenario.closedClasses.length > 0) {
    for (let edge = 0; edge < edgeCount; edge += 1) if (classes[attributes[edge]! & CLASS_MASK] === true) closed[edge] = 1;
  }
  return reweigh(network, scenarioSpeeds(table, scenario), closed);
}
