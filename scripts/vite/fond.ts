import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, FeatureCollection, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { departementPoints } from "../../src/carto/points";
import { type NomFond, ZOOMS_FOND } from "../../src/domain/manifeste";
import { writeTuiles } from "../../src/io/tuiles-fond";
import { sha256 } from "./decoupe";

/** The fine ground, around Haute-Vienne, and the coarse one of the region. */
const FONDS: readonly NomFond[] = ["87", "na"];
/** Units of a tile, of 512 pixels; the map's own cut of a collection is as fine, and simplified as much. */
const EXTENT = 4096;
const CUT = { maxZoom: ZOOMS_FOND[1], indexMaxZoom: ZOOMS_FOND[0], buffer: 64, tolerance: 3, extent: EXTENT };

/** Archives by path under `donnees/`, and a version of each ground. */
export interface FondsCoupes {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly versions: Readonly<Record<NomFond, string>>;
}

async function natures(dataDir: string, nom: NomFond): Promise<Readonly<Record<string, readonly Feature[]>>> {
  const read = async (file: string, object: string): Promise<FeatureCollection> => {
    const topology = JSON.parse(await readFile(path.join(dataDir, `${file}.topojson`), "utf8")) as Topology;
    return feature(topology, topology.objects[object] as GeometryCollection);
  };
  const departements = await read("contours-departements", "departements");
  return {
    bois: (await read(`eau-bois-${nom}`, "bois")).features,
    eau: (await read(`eau-bois-${nom}`, "eau")).features,
    riviere: (await read("rivieres", "rivieres")).features,
    route: (await read(`routes-${nom}`, "routes")).features,
    departement: departements.features,
    "nom-departement": departementPoints(departements).features,
  };
}

function* positions(coordinates: unknown): Generator<Position> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === "number") yield coordinates as Position;
  else for (const inner of coordinates as readonly unknown[]) yield* positions(inner);
}

/** [west, south, east, north] of some features. */
function boxOf(features: readonly Feature[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 85, -180, -85];
  for (const { geometry } of features) {
    if (geometry.type === "GeometryCollection") continue;
    for (const [x = 0, y = 0] of positions(geometry.coordinates)) {
      [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    }
  }
  return [west, south, east, north];
}

const columnOf = (lon: number, zoom: number): number => Math.floor(((lon + 180) / 360) * 2 ** zoom);
const rowOf = (lat: number, zoom: number): number => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom);

/** Cuts one ground into an archive a zoom; a tile where there is nothing is in none. */
async function cutFond(dataDir: string, nom: NomFond): Promise<ReadonlyMap<string, Uint8Array>> {
  const layers = Object.entries(await natures(dataDir, nom));
  const cuts = layers.map(([nature, features]) => [nature, new GeoJSONVT({ type: "FeatureCollection", features: [...features] }, CUT)] as const);
  const [west, south, east, north] = boxOf(layers.flatMap(([, features]) => features));
  const files = new Map<string, Uint8Array>();
  for (let zoom: number = ZOOMS_FOND[0]; zoom <= ZOOMS_FOND[1]; zoom += 1) {
    const tuiles = new Map<string, Uint8Array>();
    for (let row = rowOf(north, zoom); row <= rowOf(south, zoom); row += 1) {
      for (let column = columnOf(west, zoom); column <= columnOf(east, zoom); column += 1) {
        const found = cuts.flatMap(([nature, cut]) => {
          const tuile = cut.getTile(zoom, column, row);
          return tuile === null || tuile.features.length === 0 ? [] : [[nature, tuile] as const];
        });
        if (found.length > 0) tuiles.set(`${String(column)}/${String(row)}`, fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: EXTENT }));
      }
    }
    files.set(`fond-${nom}.${String(zoom)}.bin.gz`, gzipSync(writeTuiles(tuiles), { level: 9 }));
  }
  return files;
}

function versionOf(files: ReadonlyMap<string, Uint8Array>): string {
  return sha256([...files.values()].map(sha256).join("\n")).slice(0, 8);
}

/** Cuts the basemap ahead, so that no browser has to: its map's worker spent half its time on it. Two seconds. */
export async function cutFonds(dataDir: string): Promise<FondsCoupes> {
  const cut = await Promise.all(FONDS.map(async (nom) => [nom, await cutFond(dataDir, nom)] as const));
  return {
    files: new Map(cut.flatMap(([, files]) => [...files])),
    versions: Object.fromEntries(cut.map(([nom, files]) => [nom, versionOf(files)])) as FondsCoupes["versions"],
  };
}
