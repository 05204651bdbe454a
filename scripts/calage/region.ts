import { fillAdjacency } from "../../src/geo/graph/adjacency";
import { allocateGraph } from "../../src/geo/graph/memory";
import { DENSE_BIT, ONE_WAY_BIT, RAMP_BIT, ROAD_CLASSES, type RoadGraph, UNITS_PER_DEGREE } from "../../src/geo/graph/road-graph";
import { isOneWay } from "../build/graphe";
import type { Source } from "../build/step";

/** Calls `read` for each line of a source file, its heading left out, without an object a line: there are 1.3 million. */
function eachLine(text: string, from: number, read: (line: string, index: number) => void): number {
  let [at, index] = [from, 0];
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const stop = end < 0 ? text.length : end;
    read(text.slice(at, stop), index);
    index += 1;
    at = stop + 1;
  }
  return index;
}

/** The text and the place of its first row. */
function tableOf(source: Source, file: string): readonly [string, number] {
  const text = source.text(file);
  return [text, text.indexOf("\n") + 1];
}

function attributesOf(cells: readonly string[]): number {
  const roadClass = (ROAD_CLASSES as readonly string[]).indexOf(cells[3] ?? "");
  if (roadClass < 0) throw new Error(`classe de route inconnue : ${cells[3] ?? ""}`);
  const ramp = cells[4] === "1";
  return roadClass | (ramp ? RAMP_BIT : 0) | (isOneWay(cells[5] === "1", ramp) ? ONE_WAY_BIT : 0) | (cells[7] === "1" ? DENSE_BIT : 0);
}

interface Rows {
  readonly nodes: number;
  readonly edges: number;
  readonly oneWays: number;
  readonly shapePoints: number;
}

/** What the files hold, so that the columns are allocated once. */
function measure(edges: readonly [string, number], shapes: string, nodes: readonly [string, number]): Rows {
  let [oneWays, shapePoints] = [0, 0];
  const edgeCount = eachLine(...edges, (line) => {
    if ((attributesOf(line.split(",")) & ONE_WAY_BIT) !== 0) oneWays += 1;
  });
  eachLine(shapes, 0, (line, e) => {
    if (e < edgeCount && line !== "") shapePoints += line.split(" ").length / 2;
  });
  return { nodes: eachLine(...nodes, () => undefined), edges: edgeCount, oneWays, shapePoints };
}

/**
 * The road graph of the region as the sources give it, in one buffer, nodes and edges in the order of the files
 * (the packed graph puts them in Hilbert order: the same roads, other numbers).
 */
export function readRegion(source: Source): RoadGraph {
  const nodes = tableOf(source, "routes/na_nodes.csv.gz");
  const edges = tableOf(source, "routes/na_edges.csv.gz");
  const shapes = source.text("routes/na_geom.txt.gz");
  const rows = measure(edges, shapes, nodes);
  const graph = allocateGraph({ nodeCount: rows.nodes, edgeCount: rows.edges, shapePointCount: rows.shapePoints, oneWayCount: rows.oneWays });
  const box = { west: 180, south: 90, east: -180, north: -90 };
  eachLine(...nodes, (line, n) => {
    const comma = line.indexOf(",");
    const [lon, lat] = [Number(line.slice(0, comma)), Number(line.slice(comma + 1))];
    graph.lonE5[n] = Math.round(lon * UNITS_PER_DEGREE);
    graph.latE5[n] = Math.round(lat * UNITS_PER_DEGREE);
    [box.west, box.east] = [Math.min(box.west, lon), Math.max(box.east, lon)];
    [box.south, box.north] = [Math.min(box.south, lat), Math.max(box.north, lat)];
  });
  eachLine(...edges, (line, e) => {
    const cells = line.split(",");
    graph.from[e] = Number(cells[0]);
    graph.to[e] = Number(cells[1]);
    graph.lengthDm[e] = Math.round(Number(cells[2]) * 10);
    graph.attributes[e] = attributesOf(cells);
    graph.urban[e] = Math.round(Number(cells[6]) * 100);
    graph.curvature[e] = Math.round(Number(cells[8]) * 100);
  });
  fillShapes(graph, shapes, rows.edges);
  fillAdjacency(graph, true, graph.forward);
  fillAdjacency(graph, false, graph.reverse);
  return { ...graph, nodeCount: rows.nodes, edgeCount: rows.edges, bbox: [box.west, box.south, box.east, box.north] };
}

function fillShapes(graph: Pick<RoadGraph, "shapeStart" | "shapeDx" | "shapeDy">, shapes: string, edgeCount: number): void {
  let at = 0;
  eachLine(shapes, 0, (line, e) => {
    if (e >= edgeCount) return;
    const steps = line === "" ? [] : line.split(" ").map(Number);
    for (let k = 0; k < steps.length; k += 2) {
      graph.shapeDx[at] = steps[k]!;
      graph.shapeDy[at] = steps[k + 1]!;
      at += 1;
    }
    graph.shapeStart[e + 1] = at;
  });
  for (let e = 0; e < edgeCount; e += 1) graph.shapeStart[e + 1] = Math.max(graph.shapeStart[e]!, graph.shapeStart[e + 1]!);
}
