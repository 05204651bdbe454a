import type { FeatureCollection } from "geojson";
import type { Topology } from "topojson-specification";
import * as v from "valibot";
import type { Issue } from "../domain/issue";
import { issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";
import { decodeText } from "./bytes";
import { parseCsv } from "./csv";
import { isFeatureCollection, isPoints, rowsFromFeatures, rowsFromJson } from "./geojson";
import type { RawRows } from "./table-from-rows";

/** What a data file holds, before its columns are typed. */
export interface RawContent {
  readonly rows: RawRows;
  readonly features?: FeatureCollection;
  readonly topologie?: Topology;
}

const NO_ROWS: RawRows = { columns: [], length: 0, cell: () => undefined, place: (row) => row };
const topology = v.looseObject({ type: v.literal("Topology"), objects: v.record(v.string(), v.unknown()), arcs: v.array(v.unknown()) });

function isTopology(raw: unknown): raw is Topology {
  return v.is(topology, raw);
}

function readCsv(text: string, nom: string): Outcome<RawContent> {
  const parsed = parseCsv(text, nom);
  if (!parsed.ok) return parsed;
  const { header, records } = parsed.value;
  const rows: RawRows = {
    columns: header,
    length: records.length,
    cell: (row, column) => records[row]?.cells[column],
    place: (row) => records[row]?.row ?? row,
  };
  return success({ rows });
}

function readJson(text: string, nom: string): Outcome<RawContent> {
  const refuse = (raison: string): Outcome<never> => failure(issue("ressource-illisible", "erreur", { ressource: nom, raison }));
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse("JSON coupé ou mal formé");
  }
  if (isTopology(raw)) return success({ rows: NO_ROWS, topologie: raw });
  if (isFeatureCollection(raw)) return success({ rows: rowsFromFeatures(raw.features, isPoints(raw)), features: raw });
  const rows = rowsFromJson(raw);
  if (rows === null) return refuse("il faut une FeatureCollection, une Topology ou une liste d'objets");
  return rows.length === 0 ? failure(issue("fichier-vide", "erreur", { fichier: nom })) : success({ rows });
}

/** A format is an object in a list: what its names end with, how its text is read. */
interface Format {
  readonly suffixes: readonly string[];
  read(text: string, nom: string): Outcome<RawContent>;
}

const FORMATS: readonly Format[] = [
  { suffixes: [".csv", ".tsv", ".txt"], read: readCsv },
  { suffixes: [".json", ".geojson", ".topojson"], read: readJson },
];

/**
 * The content of a (decompressed) data file, by the end of its name; a trailing `.gz` does not count.
 * @param nom resource name, for the issues
 */
export function readContent(path: string, bytes: Uint8Array, nom: string): Outcome<RawContent> {
  const name = path.toLowerCase().replace(/\.gz$/, "");
  const format = FORMATS.find(({ suffixes }) => suffixes.some((suffix) => name.endsWith(suffix)));
  if (format === undefined) {
    const raison = `format inconnu : ${FORMATS.flatMap(({ suffixes }) => suffixes).join(", ")} attendus`;
    return failure(issue("ressource-illisible", "erreur", { ressource: nom, raison }));
  }
  const { text, issues } = decodeText(bytes);
  const content = format.read(text, nom);
  const notes: readonly Issue[] = issues;
  return content.ok ? success(content.value, [...notes, ...content.issues]) : content;
}
