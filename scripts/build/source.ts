import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import type { Source } from "./step";

/** Where the sources are: `MAILLAGE_SOURCES`, or `../shared/data` next to the project. */
export function sourcesFolder(root: string): string {
  return path.resolve(root, process.env["MAILLAGE_SOURCES"] ?? "../shared/data");
}

export function openSource(folder: string): Source {
  const bytes = (relative: string): Uint8Array => {
    const file = path.join(folder, relative);
    if (!existsSync(file)) throw new Error(`source absente : ${file} (MAILLAGE_SOURCES désigne-t-il le bon dossier ?)`);
    return readFileSync(file);
  };
  const text = (relative: string): string => {
    const raw = bytes(relative);
    const plain = relative.endsWith(".gz") ? gunzipSync(raw) : Buffer.from(raw);
    return plain.toString("utf8").replace(/^\uFEFF/, "");
  };
  return { bytes, text, json: <T>(relative: string): T => JSON.parse(text(relative)) as T };
}

/** One line of a source table, by column name. */
export type SourceRow = Readonly<Record<string, string>>;

/** Rows of a delimited source file with a header line. Throws on a malformed file. */
export function readRows(source: Source, file: string, delimiter: "," | ";"): readonly SourceRow[] {
  const parsed = Papa.parse<SourceRow>(source.text(file), { header: true, delimiter, skipEmptyLines: true });
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${file}, ligne ${String(error.row)} : ${error.message}`);
  return parsed.data;
}

/** A cell that must be there. Throws with the row when the column is not. */
export function cell(row: SourceRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`colonne « ${column} » absente de ${JSON.stringify(row)}`);
  return value.trim();
}

/** A number, or null for an empty or secret (« s », « nd ») cell. Throws on anything else: a code never slips in as NaN. */
export function numberOrNull(row: SourceRow, column: string): number | null {
  const value = cell(row, column);
  if (value === "" || value === "s" || value === "nd") return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`nombre illisible « ${value} » (colonne ${column})`);
  return number;
}

/** A number that must be there. */
export function numberOf(row: SourceRow, column: string): number {
  const value = numberOrNull(row, column);
  if (value === null) throw new Error(`nombre attendu en « ${column} » : ${JSON.stringify(row)}`);
  return value;
}
