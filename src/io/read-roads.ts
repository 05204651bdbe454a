import { issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";
import type { BilanGraphe, BilanLignes, FormatRoutes } from "../domain/reseau";
import { buildGraph } from "../geo/graph/build/build-graph";
import type { RoadGraph } from "../geo/graph/road-graph";
import { decodeText, inflate } from "./bytes";
import { ByteCursor, type ByteSource } from "./byte-source";
import { readOsmPbf } from "./osm-pbf/read-osm-pbf";
import { rescaled } from "./rescaled";
import type { RoadFile } from "./road-file";
import { readRoadGeojson } from "./road-geojson";

/** A GeoJSON is parsed whole: about eight times its size in memory. */
const MAX_GEOJSON_BYTES = 100_000_000;

/** Share of the work that reading is; the rest is making the graph. */
const READING = 0.6;

export interface ImportedRoads {
  readonly format: FormatRoutes;
  readonly graph: RoadGraph;
  readonly lignes: BilanLignes;
  readonly graphe: BilanGraphe;
}

/** By its name, else by its first character: a GeoJSON opens a brace. */
async function formatOf(source: ByteSource): Promise<FormatRoutes> {
  if (/\.(geo)?json(\.gz)?$/i.test(source.name)) return "geojson";
  const cursor = new ByteCursor(source);
  const start = new TextDecoder().decode(await cursor.take(64));
  await cursor.close();
  return start.trimStart().startsWith("{") ? "geojson" : "osm-pbf";
}

async function* readGeojson(source: ByteSource): AsyncGenerator<number, Outcome<RoadFile>, void> {
  if (source.size > MAX_GEOJSON_BYTES) {
    return failure(issue("fichier-trop-gros", "erreur", { fichier: source.name, octets: source.size, limite: MAX_GEOJSON_BYTES }));
  }
  const cursor = new ByteCursor(source);
  const bytes = await cursor.take(source.size);
  await cursor.close();
  const inflated = await inflate(bytes, source.name);
  if (!inflated.ok) return failure(issue("fichier-illisible", "erreur", { fichier: source.name, raison: "compression coupée ou abîmée" }));
  const { text, issues } = decodeText(inflated.value);
  const steps = readRoadGeojson(text, source.name);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield step.value;
  return step.value.ok ? { ...step.value, issues: [...issues, ...step.value.issues] } : step.value;
}

/** What had to be mended or left out, said after an import. */
function notesOf({ reparees, pointsManquants }: BilanLignes): Outcome<never>["issues"] {
  return reparees === 0 ? [] : [issue("reseau-repare", "avertissement", { routes: reparees, points: pointsManquants })];
}

/**
 * A road network from a file of the user's: `.osm.pbf` or GeoJSON, told apart by name and content. Yields the share
 * done, 0 to 1, often enough to be paused or dropped between two steps. Refused with the issues of its reader.
 */
export async function* readRoads(source: ByteSource): AsyncGenerator<number, Outcome<ImportedRoads>, void> {
  const format = await formatOf(source);
  const read = yield* rescaled(format === "geojson" ? readGeojson(source) : readOsmPbf(source), (part) => READING * part);
  if (!read.ok) return read;
  const { lines, bilan } = read.value;
  const building = buildGraph(lines);
  let built = building.next();
  for (; built.done !== true; built = building.next()) yield READING + (1 - READING) * built.value;
  if (built.value.graph.edgeCount === 0) return failure(issue("reseau-en-morceaux", "erreur", { fichier: source.name }));
  return success({ format, graph: built.value.graph, lignes: bilan, graphe: built.value.bilan }, [...read.issues, ...notesOf(bilan)]);
}
