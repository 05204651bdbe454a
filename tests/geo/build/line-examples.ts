import * as fc from "fast-check";
import { type BuiltGraph, buildGraph } from "../../../src/geo/graph/build/build-graph";
import { ONE_WAY_BIT } from "../../../src/geo/graph/road-graph";
import { type RoadLines, SURROUNDINGS } from "../../../src/geo/graph/road-lines";
import { runToEnd } from "../../../src/geo/nearest-site";

/** A line as tests write it: numbers of its places, whether it is one-way, its class. */
export interface Line {
  readonly places: readonly number[];
  readonly oneWay?: boolean;
  readonly roadClass?: number;
  readonly surroundings?: number;
}

/** Columns of lines between places in degrees. */
export function linesOf(places: readonly (readonly [number, number])[], lines: readonly Line[]): RoadLines {
  const start = [0];
  for (const line of lines) start.push(start.at(-1)! + line.places.length);
  return {
    lonE7: Int32Array.from(places, ([lon]) => Math.round(lon * 1e7)),
    latE7: Int32Array.from(places, ([, lat]) => Math.round(lat * 1e7)),
    start: Int32Array.from(start),
    place: Int32Array.from(lines.flatMap((line) => line.places)),
    attributes: Uint8Array.from(lines, (line) => (line.roadClass ?? 5) | (line.oneWay === true ? ONE_WAY_BIT : 0)),
    surroundings: Uint8Array.from(lines, (line) => line.surroundings ?? SURROUNDINGS.unknown),
  };
}

export function build(lines: RoadLines): BuiltGraph {
  return runToEnd(buildGraph(lines));
}

export interface Network {
  readonly places: readonly (readonly [number, number])[];
  readonly lines: readonly Line[];
}

/** Two to twelve places, each at its own 1e-5 degree, and one to ten lines that wander between them. */
export const networks: fc.Arbitrary<Network> = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.record({
    places: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 })), {
      minLength: count,
      maxLength: count,
      selector: ([x, y]) => x * 10_000 + y,
    }).map((points) => points.map(([x, y]) => [(100_000 + x) / 1e5, (4_500_000 + y) / 1e5] as const)),
    lines: fc.array(
      fc.record({
        places: fc.array(fc.nat({ max: count - 1 }), { minLength: 2, maxLength: 7 }).map((walk) => walk.filter((at, i) => at !== walk[i - 1])).filter((walk) => walk.length > 1),
        oneWay: fc.boolean(),
        roadClass: fc.nat({ max: 5 }),
      }),
      { minLength: 1, maxLength: 10 },
    ),
  }),
);
