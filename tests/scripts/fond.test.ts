import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { bboxClip, length as kilometres } from "@turf/turf";
import type { Feature, LineString, MultiLineString } from "geojson";
import { PbfReader } from "pbf";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { beforeAll, describe, expect, it } from "vitest";
import { cutFonds, type FondsCoupes } from "../../scripts/vite/fond";
import { ROADS } from "../../src/carto/basemap";
import { readTuiles } from "../../src/io/tuiles-fond";

const DATA = path.resolve(import.meta.dirname, "../../data");

let fonds: FondsCoupes;
beforeAll(async () => {
  fonds = await cutFonds(DATA);
}, 60_000);

function tileOf(nom: string, zoom: number, column: number, row: number): VectorTile {
  const archive = readTuiles(gunzipSync(fonds.files.get(`fond-${nom}.${String(zoom)}.bin.gz`) ?? Buffer.alloc(0)));
  const bytes = archive?.get(`${String(column)}/${String(row)}`);
  if (bytes === undefined) throw new Error(`no tile ${String(zoom)}/${String(column)}/${String(row)}`);
  return new VectorTile(new PbfReader(bytes));
}

/** Where Limoges is: 1.25° E, 45.83° N. */
const LIMOGES = { 8: [128, 91], 12: [2062, 1460] } as const;

describe("the ground, cut ahead", () => {
  it("has an archive a zoom for each ground, and a version of each", () => {
    expect([...fonds.files.keys()].filter((name) => name.startsWith("fond-87"))).toEqual([5, 6, 7, 8, 9, 10, 11, 12].map((zoom) => `fond-87.${String(zoom)}.bin.gz`));
    expect(fonds.files.size).toBe(16);
    expect(fonds.versions).toEqual({ "87": expect.stringMatching(/^[0-9a-f]{8}$/) as string, na: expect.stringMatching(/^[0-9a-f]{8}$/) as string });
  });

  it("has every nature around Limoges, roads by class, rivers and départements by name", () => {
    const { layers } = tileOf("87", 8, ...LIMOGES[8]);
    expect(Object.keys(layers).toSorted()).toEqual(["bois", "departement", "eau", "nom-departement", "riviere", "route"]);
    const values = (layer: string, key: string): readonly unknown[] => Array.from({ length: layers[layer]?.length ?? 0 }, (_, i) => layers[layer]?.feature(i).properties[key]);
    expect(ROADS.map(({ classe }) => classe)).toEqual(expect.arrayContaining([...new Set(values("route", "classe"))]));
    expect(values("riviere", "nom")).toContain("La Vienne");
    expect(values("nom-departement", "nom")).toContain("Haute-Vienne");
  });

  it("has the kilometres of road of its source, as Turf cuts them", () => {
    const [column, row] = LIMOGES[12];
    const tile = tileOf("87", 12, column, row);
    const lon = (x: number): number => (x / 4096) * 360 - 180;
    const lat = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 4096))) * 180) / Math.PI;
    const box: [number, number, number, number] = [lon(column), lat(row + 1), lon(column + 1), lat(row)];
    const topology = JSON.parse(readFileSync(path.join(DATA, "routes-87.topojson"), "utf8")) as Topology;
    const source = feature(topology, topology.objects["routes"] as GeometryCollection).features as Feature<LineString | MultiLineString>[];
    const sum = (lines: readonly Feature<LineString | MultiLineString>[]): number => lines.reduce((total, line) => total + kilometres(bboxClip(line, box)), 0);
    const { route } = tile.layers;
    const cut = Array.from({ length: route?.length ?? 0 }, (_, i) => route?.feature(i).toGeoJSON(column, row, 12) as Feature<LineString | MultiLineString>);
    expect(sum(source)).toBeGreaterThan(20);
    expect(sum(cut) / sum(source)).toBeCloseTo(1, 2);
  });
});
