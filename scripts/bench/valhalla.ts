import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FeatureCollection, Polygon } from "geojson";
import type { RoadGraph } from "../../src/geo/graph/road-graph";
import { nodeLat, nodeLon } from "../../src/geo/graph/road-graph";
import { buildRoadNetwork, type RoadNetwork } from "../../src/geo/road-network";
import type { SpeedTable } from "../../src/geo/speeds";
import { readRoads } from "../../src/io/read-roads";
import { sourcesFolder } from "../build/source";
import { fileSource } from "../cli/import-roads";
import { readJson } from "./donnees";
import { loadPeer, PairAbsent, peerFile } from "./pairs";
import { temporaryFolder } from "./programme-c";

export interface Lieu {
  readonly lon: number;
  readonly lat: number;
}

/** Seconds and kilometres; null where no road leads. */
export interface Case {
  readonly time: number | null;
  readonly distance: number | null;
}

/** Shortest road instead of the quickest: the only weights that two engines can share. */
export const SHORTEST = { auto: { shortest: true, disable_hierarchy_pruning: true } } as const;

interface Query {
  readonly costing: "auto";
  readonly costing_options?: typeof SHORTEST;
}

/** What the benches call of Valhalla. */
export interface Valhalla {
  matrix(query: Query & { readonly sources: readonly Lieu[]; readonly targets: readonly Lieu[] }): Promise<{ readonly sources_to_targets: readonly (readonly Case[])[] }>;
  isochrone(query: Query & { readonly locations: readonly Lieu[]; readonly contours: readonly ({ readonly time: number } | { readonly distance: number })[]; readonly polygons: true }): Promise<FeatureCollection<Polygon, { readonly contour: number }>>;
}

interface Config {
  readonly mjolnir: { readonly logging: { type: string } };
  readonly service_limits: {
    readonly auto: { max_matrix_location_pairs: number; max_locations: number };
    readonly isochrone: { max_distance_contour: number };
    max_distance_disable_hierarchy_culling: number;
  };
}

interface Package {
  readonly Actor: new (config: Config) => Valhalla;
  getConfig(options: { readonly tileDir: string; readonly tileExtract: string }): Promise<Config>;
}

/** The roads that both engines read. Throws PairAbsent. */
function roadFile(): string {
  const file = path.join(sourcesFolder(path.resolve(import.meta.dirname, "../..")), "routes/hv50.osm.pbf");
  if (!existsSync(file)) throw new PairAbsent("« routes/hv50.osm.pbf » manque : MAILLAGE_SOURCES doit désigner le dossier des sources");
  return file;
}

async function buildValhalla(): Promise<Valhalla> {
  const { Actor, getConfig } = loadPeer<Package>("@valhallajs/valhallajs");
  const roads = roadFile();
  const folder = temporaryFolder();
  // Its configuration is written by a Python script of the package.
  const config = await getConfig({ tileDir: path.join(folder, "tuiles"), tileExtract: "" }).catch((error: unknown) => {
    throw new PairAbsent(`Valhalla ne donne pas sa configuration (python3 manque-t-il ?) : ${String(error)}`);
  });
  config.mjolnir.logging.type = "";
  config.service_limits.auto.max_matrix_location_pairs = 1e6;
  config.service_limits.auto.max_locations = 1e4;
  config.service_limits.max_distance_disable_hierarchy_culling = 1e9;
  const file = path.join(folder, "valhalla.json");
  writeFileSync(file, JSON.stringify(config));
  const cli = path.join(path.dirname(peerFile("@valhallajs/valhallajs")), "bin/valhalla-cli.js");
  const { status, stderr } = spawnSync(process.execPath, [cli, "build_tiles", "-c", file, roads], { encoding: "utf8", cwd: folder });
  if (status !== 0) throw new Error(`valhalla build_tiles : ${stderr}`);
  return new Actor(config);
}

async function buildOurs(): Promise<RoadNetwork> {
  const reading = readRoads(await fileSource(roadFile()));
  let step = await reading.next();
  while (step.done !== true) step = await reading.next();
  if (!step.value.ok) throw new Error(JSON.stringify(step.value.issues));
  return buildRoadNetwork(step.value.value.graph, readJson<{ readonly defaut: SpeedTable }>("vitesses.json").defaut);
}

let built: Promise<{ readonly valhalla: Valhalla; readonly roads: RoadNetwork }> | null = null;

/** Both engines on the same OpenStreetMap file, built once a run (half a minute). Throws PairAbsent. */
export function bothEngines(): Promise<{ readonly valhalla: Valhalla; readonly roads: RoadNetwork }> {
  built ??= buildValhalla().then(async (valhalla) => ({ valhalla, roads: await buildOurs() }));
  return built;
}

/** One metre a second everywhere: the seconds of this network are metres. */
const ONE_METRE_A_SECOND: SpeedTable = { kmh: Array.from({ length: 13 }, () => 3.6), dense: Array.from({ length: 6 }, () => 3.6), thr: 0, secPer90: 0, secPerCityKm: 0, constMin: 0 };

/** The same roads weighted in metres. */
export function inMetres({ graph }: RoadNetwork): RoadNetwork {
  return buildRoadNetwork(graph, ONE_METRE_A_SECOND);
}

export function placeOf(graph: RoadGraph, node: number): Lieu {
  return { lon: nodeLon(graph, node), lat: nodeLat(graph, node) };
}
