import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeGraph } from "../../src/geo/graph/decode";
import { encodeGraph } from "../../src/geo/graph/encode";
import { HEADER, HEADER_BYTES, SECTION_ENTRY_BYTES } from "../../src/geo/graph/format";
import { ARC_SHIFT, CITY_BIT, CLASS_MASK, DENSE_BIT, edgeLine, nodeLat, nodeLon, ONE_WAY_BIT, RAMP_BIT, type RawGraph, type RoadGraph } from "../../src/geo/graph/road-graph";
import { graphOf, rawGraph, road } from "./graph-examples";

type Line = readonly (readonly [number, number])[];

/** Everything that is said of one edge, with its line read in one direction only. */
function written(line: Line, oneWay: boolean, rest: object): string {
  const points = line.map(([x, y]) => `${x.toFixed(5)} ${y.toFixed(5)}`);
  const back = points.toReversed().join(",");
  const there = points.join(",");
  return JSON.stringify({ line: oneWay || there < back ? there : back, oneWay, ...rest });
}

function rawEdges(raw: RawGraph): readonly string[] {
  return raw.edges.map((edge) => {
    let [x, y] = [raw.lon[edge.from]!, raw.lat[edge.from]!];
    const line: [number, number][] = [[x, y]];
    for (let p = 0; p < edge.shape.length; p += 2) {
      x += edge.shape[p]! / 1e5;
      y += edge.shape[p + 1]! / 1e5;
      line.push([x, y]);
    }
    line.push([raw.lon[edge.to]!, raw.lat[edge.to]!]);
    const { metres, roadClass, ramp, dense, city, urban, curvature } = edge;
    return written(line, edge.oneWay, { metres, roadClass, ramp, dense, city, urban, curvature });
  }).toSorted();
}

function graphEdges(graph: RoadGraph): readonly string[] {
  return Array.from({ length: graph.edgeCount }, (_, e) => {
    const bits = graph.attributes[e]!;
    return written(edgeLine(graph, e), (bits & ONE_WAY_BIT) !== 0, {
      metres: graph.lengthDm[e]! / 10,
      roadClass: bits & CLASS_MASK,
      ramp: (bits & RAMP_BIT) !== 0,
      dense: (bits & DENSE_BIT) !== 0,
      city: (bits & CITY_BIT) !== 0,
      urban: graph.urban[e]! / 100,
      curvature: graph.curvature[e]! / 100,
    });
  }).toSorted();
}

const triangle: RawGraph = { lon: [1, 1.1, 1.2], lat: [45, 45.1, 45], edges: [road(0, 1), road(2, 1, { shape: [-3000, 2000] }), road(0, 2, { oneWay: true })] };

describe("packed road graph", () => {
  it("gives back every edge with its line and its attributes", () => {
    fc.assert(fc.property(rawGraph, (raw) => {
      expect(graphEdges(graphOf(raw))).toEqual(rawEdges(raw));
    }), { seed: 1, numRuns: 200 });
  });

  it("gives back every node", () => {
    fc.assert(fc.property(rawGraph, (raw) => {
      const graph = graphOf(raw);
      const places = Array.from({ length: graph.nodeCount }, (_, n) => `${String(nodeLon(graph, n))} ${String(nodeLat(graph, n))}`);
      expect(places.toSorted()).toEqual(Array.from(raw.lon, (lon, n) => `${String(lon)} ${String(raw.lat[n]!)}`).toSorted());
    }), { seed: 2, numRuns: 100 });
  });

  it("lists each edge once a way it can be driven, from either end", () => {
    fc.assert(fc.property(rawGraph, (raw) => {
      const graph = graphOf(raw);
      const arcs = (forward: boolean): string[] => {
        const { start, arcs: pairs, edge, barred } = forward ? graph.forward : graph.reverse;
        const list: string[] = [];
        for (let n = 0; n < graph.nodeCount; n += 1) {
          for (let a = start[n]!; a < start[n + 1]!; a += 1) {
            const other = String(pairs[2 * a]! >> ARC_SHIFT);
            if ((pairs[2 * a]! & barred) === 0) list.push(`${forward ? String(n) : other}>${forward ? other : String(n)}:${String(edge[a])}`);
          }
        }
        return list.toSorted();
      };
      const expected: string[] = [];
      for (let e = 0; e < graph.edgeCount; e += 1) {
        expected.push(`${String(graph.from[e])}>${String(graph.to[e])}:${String(e)}`);
        if ((graph.attributes[e]! & ONE_WAY_BIT) === 0) expected.push(`${String(graph.to[e])}>${String(graph.from[e])}:${String(e)}`);
      }
      expect(arcs(true)).toEqual(expected.toSorted());
      expect(arcs(false)).toEqual(expected.toSorted());
    }), { seed: 3, numRuns: 100 });
  });

  it("says the box of its nodes", () => {
    expect(graphOf(triangle).bbox).toEqual([1, 45, 1.2, 45.1]);
  });

  it("holds every column in one buffer, on boundaries of eight bytes", () => {
    const graph = graphOf(triangle);
    const { forward, room } = graph;
    const { memory, ...tables } = room!;
    expect(memory.buffer).toBe(graph.buffer);
    const views = [graph.lonE5, graph.latE5, graph.from, graph.to, graph.lengthDm, graph.curvature, graph.attributes, graph.urban, graph.shapeStart, graph.shapeDx, graph.shapeDy, forward.start, forward.arcs, forward.edge, ...Object.values(tables)] as readonly Int32Array[];
    expect(views.filter((view) => view.buffer !== graph.buffer || view.byteOffset % 8 !== 0)).toEqual([]);
  });

  it("writes the same bytes for the same graph", () => {
    expect(encodeGraph(triangle)).toEqual(encodeGraph(structuredClone(triangle)));
  });

  it("refuses to write a shape step that does not fit", () => {
    expect(() => encodeGraph({ ...triangle, edges: [road(0, 1, { shape: [40_000, 0] })] })).toThrow("does not fit");
  });

  it("reads a file that is a part of a larger buffer", () => {
    const file = encodeGraph(triangle);
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(decodeGraph(larger.subarray(3)).ok).toBe(true);
  });

  it("skips a section it does not know", () => {
    const file = encodeGraph(triangle);
    const count = new DataView(file.buffer).getUint32(HEADER.sectionCount, true);
    const table = HEADER_BYTES + count * SECTION_ENTRY_BYTES;
    // One more entry between the table and the sections, whose places move by its size.
    const longer = new Uint8Array(file.length + SECTION_ENTRY_BYTES);
    longer.set(file.subarray(0, table));
    longer.set(file.subarray(table), table + SECTION_ENTRY_BYTES);
    const view = new DataView(longer.buffer);
    view.setUint32(HEADER.sectionCount, count + 1, true);
    view.setUint32(HEADER.totalBytes, longer.length, true);
    view.setUint32(table, 999, true);
    for (let k = 0; k < count; k += 1) {
      const at = HEADER_BYTES + k * SECTION_ENTRY_BYTES + 16;
      view.setUint32(at, view.getUint32(at, true) + SECTION_ENTRY_BYTES, true);
    }
    expect(decodeGraph(longer).ok).toBe(true);
  });
});

function refused(bytes: Uint8Array): unknown {
  const outcome = decodeGraph(bytes);
  return outcome.ok ? "accepted" : outcome.issues.map(({ code, params }) => ({ code, params }));
}

describe("files that are refused", () => {
  it("refuses a file cut anywhere, without a throw", () => {
    const file = encodeGraph(triangle);
    for (let length = 0; length < file.length; length += 1) {
      expect(refused(file.slice(0, length))).toMatchObject([{ code: "ressource-illisible", params: { ressource: "graphe-hv50" } }]);
    }
  });

  it("refuses a file that is something else", () => {
    expect(refused(new TextEncoder().encode(`{"type":"FeatureCollection"}${" ".repeat(100)}`))).toEqual([
      { code: "ressource-illisible", params: { ressource: "graphe-hv50", raison: "ce n'est pas un graphe routier de Maillage" } },
    ]);
  });

  it("refuses another version and says which", () => {
    const file = encodeGraph(triangle);
    new DataView(file.buffer).setUint32(HEADER.version, 7, true);
    expect(refused(file)).toEqual([{ code: "ressource-version", params: { ressource: "graphe-hv50", attendue: "1", trouvee: "7" } }]);
  });

  it("never throws and never gives an edge without its ends when a byte is wrong", () => {
    const file = encodeGraph(triangle);
    fc.assert(fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const bent = file.slice();
      bent[at] = value;
      const outcome = decodeGraph(bent);
      if (!outcome.ok) return;
      const { from, to, nodeCount } = outcome.value;
      expect([...from, ...to].every((node) => node >= 0 && node < nodeCount)).toBe(true);
    }), { seed: 4, numRuns: 1000 });
  });
});
