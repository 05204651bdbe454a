import { type BuiltUpRoads, CITY_KM, cityEdges } from "../../src/geo/graph/build/cities";
import { type RawEdge, type RawGraph, ROAD_CLASSES, UNITS_PER_DEGREE } from "../../src/geo/graph/road-graph";
import type { Source } from "./step";

/** Haute-Vienne and some 50 km, or the whole region with a margin. */
export type EmpriseSource = "hv50" | "na";

/** Lines of a plain comma-separated file after its header, which must be this one: a million lines, so no general parser. */
function linesOf(source: Source, file: string, header: string): readonly string[] {
  const [first, ...lines] = source.text(file).trimEnd().split(/\r?\n/);
  if (first !== header) throw new Error(`${file} : en-tête « ${first ?? ""} » au lieu de « ${header} »`);
  return lines;
}

function numbersOf(line: string, file: string, text: ReadonlySet<number> = new Set()): readonly number[] {
  return line.split(",").map((cell, column) => {
    const value = text.has(column) ? 0 : Number(cell);
    if (cell === "" || !Number.isFinite(value)) throw new Error(`${file} : nombre illisible « ${cell} » dans « ${line} »`);
    return value;
  });
}

const EDGE_HEADER = "a,b,len_m,class,ramp,oneway,urban_frac,dense,curve_90deg,time_s";
const CLASS = 3;
const CLASS_COLUMN = new Set([CLASS]);

function edgeOf(line: string, shape: string, file: string): RawEdge {
  const [from = -1, to = -1, metres = 0, , ramp, oneWay, urban = 0, dense, curvature = 0] = numbersOf(line, file, CLASS_COLUMN);
  const className = line.split(",", CLASS + 1)[CLASS] ?? "";
  const roadClass = (ROAD_CLASSES as readonly string[]).indexOf(className);
  if (roadClass < 0) throw new Error(`classe de route inconnue : ${className}`);
  return { from, to, metres, roadClass, ramp: ramp === 1, oneWay: oneWay === 1, dense: dense === 1, city: false, urban, curvature, shape: shape === "" ? [] : shape.split(" ").map(Number) };
}

function units(degrees: ArrayLike<number>): Int32Array {
  return Int32Array.from(degrees, (value) => Math.round(value * UNITS_PER_DEGREE));
}

function builtUpRoads({ lon, lat, edges }: RawGraph): BuiltUpRoads {
  return {
    lonE5: units(lon),
    latE5: units(lat),
    from: edges.map((edge) => edge.from),
    to: edges.map((edge) => edge.to),
    lengthDm: edges.map((edge) => edge.metres * 10),
    urban: edges.map((edge) => edge.urban * 100),
  };
}

function readPlain(source: Source, emprise: EmpriseSource): RawGraph {
  const [nodeFile, edgeFile] = [`routes/${emprise}_nodes.csv.gz`, `routes/${emprise}_edges.csv.gz`];
  const nodes = linesOf(source, nodeFile, "lon,lat").map((line) => numbersOf(line, nodeFile));
  const shapes = source.text(`routes/${emprise}_geom.txt.gz`).split("\n");
  const edges = linesOf(source, edgeFile, EDGE_HEADER).map((line, e) => edgeOf(line, (shapes[e] ?? "").trim(), edgeFile));
  return { lon: nodes.map(([lon = 0]) => lon), lat: nodes.map(([, lat = 0]) => lat), edges };
}

/**
 * A road graph as the sources give it, large agglomerations flagged from the roads of the whole region: the same road has the same
 * flag in both graphs.
 */
export function readRawGraph(source: Source, emprise: EmpriseSource): RawGraph {
  const raw = readPlain(source, emprise);
  const own = builtUpRoads(raw);
  const flags = cityEdges(own, CITY_KM, emprise === "na" ? own : builtUpRoads(readPlain(source, "na")));
  return { ...raw, edges: raw.edges.map((edge, e) => ({ ...edge, city: flags[e] === 1 })) };
}
