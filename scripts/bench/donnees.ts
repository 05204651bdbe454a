import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import Papa from "papaparse";
import type { Topology } from "topojson-specification";
import { decodeGraph } from "../../src/geo/graph/decode";
import { featuresOf } from "../../src/geo/outlines";
import { buildRoadNetwork, type RoadNetwork } from "../../src/geo/road-network";
import type { SpeedTable } from "../../src/geo/speeds";

const DATA = path.resolve(import.meta.dirname, "../../data");

type Row = Readonly<Record<string, string>>;

export function readRows(file: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(path.join(DATA, file), "utf8"), { header: true, skipEmptyLines: true }).data;
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(DATA, file), "utf8")) as T;
}

export interface Points {
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

/** Places of the rows that have coordinates. */
export function pointsOf(rows: readonly Row[]): Points {
  const placed = rows.filter((row) => row["lon"] !== "" && row["lat"] !== "");
  return { lon: placed.map((row) => Number(row["lon"])), lat: placed.map((row) => Number(row["lat"])) };
}

export function communesTopology(): Topology {
  return readJson<Topology>("contours-na.topojson");
}

/** The 4 293 communes of the region. */
export function communes(): FeatureCollection<Polygon | MultiPolygon> {
  return featuresOf(communesTopology(), "communes") as FeatureCollection<Polygon | MultiPolygon>;
}

/** The embedded road network of Haute-Vienne + 50 km. */
export function network(): RoadNetwork {
  const graph = decodeGraph(gunzipSync(readFileSync(path.join(DATA, "graphe-hv50.bin.gz"))));
  if (!graph.ok) throw new Error(JSON.stringify(graph.issues));
  return buildRoadNetwork(graph.value, readJson<{ readonly defaut: SpeedTable }>("vitesses.json").defaut);
}
