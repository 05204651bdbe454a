import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeLine, ONE_WAY_BIT, type RoadGraph } from "../../../src/geo/graph/road-graph";
import { keptGraph, openGraph } from "../../../src/geo/graph/memory";
import { SURROUNDINGS } from "../../../src/geo/graph/road-lines";
import { build, linesOf, type Network, networks } from "./line-examples";

const RADIANS = Math.PI / 180;

/** Great-circle metres. */
function haversine([lon1, lat1]: readonly [number, number], [lon2, lat2]: readonly [number, number]): number {
  const a = Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(((lon2 - lon1) * RADIANS) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}

type Matrix = number[][];

/** Metres between all pairs of a few points (Floyd and Warshall), from their arcs. */
function allPairs(count: number, arcs: readonly (readonly [from: number, to: number, metres: number])[]): Matrix {
  const metres: Matrix = Array.from({ length: count }, () => Array.from({ length: count }, () => Infinity));
  for (let a = 0; a < count; a += 1) metres[a]![a] = 0;
  for (const [from, to, length] of arcs) metres[from]![to] = Math.min(metres[from]![to]!, length);
  for (let k = 0; k < count; k += 1) for (let a = 0; a < count; a += 1) for (let b = 0; b < count; b += 1) metres[a]![b] = Math.min(metres[a]![b]!, metres[a]![k]! + metres[k]![b]!);
  return metres;
}

/** Metres between all pairs of places, segment by segment: nothing of junctions or components. */
function oracle({ places, lines }: Network): Matrix {
  const arcs = lines.flatMap((line) =>
    line.places.slice(1).flatMap((to, i) => {
      const from = line.places[i]!;
      const metres = haversine(places[from]!, places[to]!);
      return line.oneWay === true ? [[from, to, metres] as const] : [[from, to, metres] as const, [to, from, metres] as const];
    }),
  );
  return allPairs(places.length, arcs);
}

/** Places where lines end, meet, or pass twice. */
function junctions({ lines }: Network): ReadonlySet<number> {
  const all = lines.flatMap((line) => line.places);
  const ends = lines.flatMap((line) => [line.places[0]!, line.places.at(-1)!]);
  return new Set(all.filter((place, i) => ends.includes(place) || all.indexOf(place) !== i));
}

/** Size of the largest set of junctions that reach each other. */
function largestSet(network: Network, metres: Matrix): number {
  const nodes = [...junctions(network)];
  return Math.max(...nodes.map((a) => nodes.filter((b) => Number.isFinite(metres[a]![b]!) && Number.isFinite(metres[b]![a]!)).length));
}

function graphPairs(graph: RoadGraph): Matrix {
  const arcs = Array.from({ length: graph.edgeCount }, (_, e) => {
    const [from, to, metres] = [graph.from[e]!, graph.to[e]!, graph.lengthDm[e]! / 10];
    return (graph.attributes[e]! & ONE_WAY_BIT) === 0 ? [[from, to, metres] as const, [to, from, metres] as const] : [[from, to, metres] as const];
  }).flat();
  return allPairs(graph.nodeCount, arcs);
}

const placeOf = ({ places }: Network, graph: RoadGraph, node: number): number =>
  places.findIndex(([lon, lat]) => Math.round(lon * 1e5) === graph.lonE5[node] && Math.round(lat * 1e5) === graph.latE5[node]);

describe("the graph of random lines", () => {
  it("has the distances of the lines, between all its nodes", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { graph } = build(linesOf(network.places, network.lines));
        const [expected, found] = [oracle(network), graphPairs(graph)];
        for (let a = 0; a < graph.nodeCount; a += 1) {
          for (let b = 0; b < graph.nodeCount; b += 1) {
            const metres = expected[placeOf(network, graph, a)]![placeOf(network, graph, b)]!;
            expect(found[a]![b]).toBeGreaterThan(metres - 1);
            expect(found[a]![b]).toBeLessThan(metres + 1);
          }
        }
      }),
    );
  });

  it("is their largest strongly connected part, every stretch of it and no other", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { graph, bilan } = build(linesOf(network.places, network.lines));
        const nodes = junctions(network);
        expect(graph.nodeCount).toBe(largestSet(network, oracle(network)));
        const kept = new Set(Array.from({ length: graph.nodeCount }, (_, node) => placeOf(network, graph, node)));
        // A stretch runs from a junction to the next one of its line.
        const stretches = network.lines.flatMap(({ places }) => {
          const stops = places.filter((place) => nodes.has(place));
          return stops.slice(1).map((to, i) => [stops[i]!, to] as const);
        });
        expect(graph.edgeCount).toBe(stretches.filter(([a, b]) => kept.has(a) && kept.has(b)).length);
        expect(bilan.tronconsIsoles).toBe(stretches.length - graph.edgeCount);
      }),
    );
  });

  it("has its nodes and edges in the order of the packed format, adjacency of both directions whole", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { graph } = build(linesOf(network.places, network.lines));
        const keys = Array.from({ length: graph.edgeCount }, (_, e) => graph.from[e]! * 1000 + graph.to[e]!);
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        const oneWays = graph.attributes.filter((bits) => (bits & ONE_WAY_BIT) !== 0).length;
        for (const { arcs, barred } of [graph.forward, graph.reverse]) {
          const driven = arcs.filter((head, i) => i % 2 === 0 && (head & barred) === 0);
          expect([graph.forward.start[graph.nodeCount], driven.length]).toEqual([2 * graph.edgeCount, 2 * graph.edgeCount - oneWays]);
        }
        for (let e = 0; e < graph.edgeCount; e += 1) if ((graph.attributes[e]! & ONE_WAY_BIT) === 0) expect(graph.from[e]!).toBeLessThanOrEqual(graph.to[e]!);
      }),
    );
  });

  it("is the same opened again from what is kept of it, and refused when that is another's", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { graph } = build(linesOf(network.places, network.lines));
        const { columns, layout } = keptGraph(graph);
        expect(openGraph(columns, layout)).toEqual(graph);
        expect(openGraph(columns.slice(8), layout)).toBeNull();
        expect(openGraph(columns, { ...layout, layout: 0 })).toBeNull();
      }),
    );
  });
});

describe("a stretch", () => {
  const straight = [[1, 45], [1.001, 45], [1.002, 45], [1.003, 45]] as const;

  it("drops the points within 20 m of its line, and keeps the others to 1e-5 degree", () => {
    const bent = [[1, 45], [1.001, 45.000_51], [1.002, 45.001], [1.003, 45]] as const;
    const { graph } = build(linesOf(bent, [{ places: [0, 1, 2, 3] }]));
    expect(edgeLine(graph, 0)).toEqual([[1, 45], [1.002, 45.001], [1.003, 45]]);
  });

  it("sums its bends in right angles", () => {
    const square = [[1, 0], [1.001, 0], [1.001, 0.001], [1.002, 0.001]] as const;
    const { graph } = build(linesOf(square, [{ places: [0, 1, 2, 3] }]));
    expect(graph.curvature[0]).toBe(200);
  });

  it("has no bend for the hand of who drew it", () => {
    const trembling = straight.map(([lon, lat], i) => [lon, lat + (i % 2) * 0.000_01] as const);
    expect(build(linesOf(trembling, [{ places: [0, 1, 2, 3] }])).graph.curvature[0]).toBe(0);
  });

  it("keeps its shape when it is turned round", () => {
    const bent = [[1.003, 45], [1.002, 45.001], [1, 45]] as const;
    const forth = build(linesOf(bent, [{ places: [0, 1, 2] }])).graph;
    const back = build(linesOf(bent, [{ places: [2, 1, 0] }])).graph;
    expect(edgeLine(forth, 0)).toEqual(edgeLine(back, 0));
    expect(edgeLine(forth, 0)[1]).toEqual([1.002, 45.001]);
  });

  it("may be longer between two points than 16 bits hold", () => {
    const long = [[1, 45], [2, 46.2], [3, 45]] as const;
    const { graph } = build(linesOf(long, [{ places: [0, 1, 2] }]));
    expect(edgeLine(graph, 0)).toContainEqual([2, 46.2]);
  });

  it("is as urban as the file says", () => {
    const { builtUp, open } = SURROUNDINGS;
    const lines = [{ places: [0, 1], surroundings: builtUp }, { places: [1, 2], surroundings: open }];
    expect([...build(linesOf(straight, lines)).graph.urban].toSorted((a, b) => a - b)).toEqual([0, 100]);
  });

  it.each([
    ["the file says it of the streets alone", SURROUNDINGS.builtUp],
    ["the file says it of no street", SURROUNDINGS.unknown],
  ])("is urban among streets and not in the open, when %s", (_says, said) => {
    // Streets 100 m apart around 1 E, and a road that leaves them for 10 km.
    const step = 0.001;
    const places = Array.from({ length: 100 }, (_, i) => [1 + (i % 10) * step, 45 + Math.floor(i / 10) * step] as const);
    const ten = [...Array.from({ length: 10 }).keys()];
    const rows = ten.map((r) => ({ places: ten.map((k) => r * 10 + k), surroundings: said }));
    const columns = ten.map((c) => ({ places: ten.map((k) => k * 10 + c), roadClass: 2 }));
    const away = [...places, [1.15, 45] as const];
    const { graph } = build(linesOf(away, [...rows, ...columns, { places: [9, 100], roadClass: 3 }]));
    const urban = (roadClass: number): number[] => Array.from(graph.urban).filter((_, e) => (graph.attributes[e]! & 7) === roadClass);
    expect(Math.min(...urban(2))).toBe(100);
    expect(urban(3)[0]).toBeLessThan(5);
  });
});
