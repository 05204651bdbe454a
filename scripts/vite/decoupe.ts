import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import Papa from "papaparse";
import type { PartName } from "../../src/domain/manifeste";

/** Tables of which the first screen needs Haute-Vienne only: served in two parts, never whole. */
export const TABLES_DECOUPEES: ReadonlySet<string> = new Set([
  "communes",
  "zonage-communes",
  "bpe",
  "apl",
  "revenus",
  "etablissements",
  "cellules",
  "services",
]);

const COLONNES_DE_CODE = ["dep", "code", "code_commune"] as const;

/** One file to serve under `donnees/`. */
export interface ServedFile {
  readonly path: string;
  readonly part: PartName;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * A CSV text cut in two: the rows of Haute-Vienne (column `dep` = 87; without it `code`, then
 * `code_commune`, beginning with 87) and the others, each with the header line, order kept.
 * Throws when none of these columns is there.
 */
export function splitCsv(text: string): { readonly hv: string; readonly reste: string } {
  const rows = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: true }).data;
  const [header, ...body] = rows;
  const column = COLONNES_DE_CODE.map((name) => header?.indexOf(name) ?? -1).find((index) => index >= 0);
  if (header === undefined || column === undefined) {
    throw new Error(`no column among ${COLONNES_DE_CODE.join(", ")} in « ${header?.join(",") ?? ""} »`);
  }
  const isHv = (row: readonly string[]): boolean => (row[column] ?? "").startsWith("87");
  const write = (part: string[][]): string => `${Papa.unparse([header, ...part], { newline: "\n" })}\n`;
  return { hv: write(body.filter(isHv)), reste: write(body.filter((row) => !isHv(row))) };
}

function served(path: string, part: PartName, bytes: Uint8Array): ServedFile {
  return { path, part, bytes, sha256: sha256(bytes) };
}

/** The files served for one resource: « X.87.csv » and « X.reste.csv » for a cut table, the file as it is otherwise. */
export function servedFiles(name: string, path: string, bytes: Uint8Array): readonly ServedFile[] {
  const table = /^(.*)\.csv(\.gz)?$/.exec(path);
  if (!TABLES_DECOUPEES.has(name) || table === null) return [served(path, "tout", bytes)];
  const [, stem = "", gz = ""] = table;
  const { hv, reste } = splitCsv((gz === "" ? Buffer.from(bytes) : gunzipSync(bytes)).toString("utf8"));
  const encode = (text: string): Uint8Array => (gz === "" ? Buffer.from(text) : gzipSync(text, { level: 9 }));
  return [
    served(`${stem}.87.csv${gz}`, "87", encode(hv)),
    served(`${stem}.reste.csv${gz}`, "reste", encode(reste)),
  ];
}
