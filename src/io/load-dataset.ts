import { type Issue, issue } from "../domain/issue";
import type { ManifesteField, ManifesteRessource } from "../domain/manifeste";
import { failure, type Outcome, success } from "../domain/outcome";
import type { Provenance } from "../domain/provenance";
import type { Dataset, ResourceName } from "../domain/ressource";
import type { Column, Table } from "../domain/table";
import { inflate } from "./bytes";
import { type RawContent, readContent } from "./formats";
import { addCellCentres } from "./lambert";
import { KNOWN_TYPES, REQUIRED_COLUMNS, UNIQUE_COLUMN } from "./required-columns";
import { type RawRows, tableFromRows } from "./table-from-rows";

/** One file as it came: compressed or not, told apart by its first bytes. */
export interface DataFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export function provenanceOf(ressource: ManifesteRessource): Provenance {
  const { name, title, publisher, licence, vintage, quality, note } = ressource;
  return { resource: name, title, publisher, licence, vintage, quality, ...(note === undefined ? {} : { note }) };
}

/** Columns of a file whose schema is not declared: of a known type, else numbers where every known value is one. */
function inferFields(rows: RawRows): readonly ManifesteField[] {
  return rows.columns.map((name, column) => {
    const type = KNOWN_TYPES[name];
    if (type !== undefined) return { name, type };
    let seen = false;
    for (let row = 0; row < rows.length; row++) {
      const value = rows.cell(row, column);
      if (value === null || value === undefined) continue;
      if (typeof value !== "number") return { name, type: "any" };
      seen = true;
    }
    return { name, type: seen ? "number" : "any" };
  });
}

/** The declared columns; those of a point's position, which GeoJSON holds in its geometry, are added. */
function fieldsOf(ressource: ManifesteRessource, content: RawContent): readonly ManifesteField[] {
  if (ressource.fields === undefined || ressource.fields.length === 0) return inferFields(content.rows);
  const declared = new Set(ressource.fields.map(({ name }) => name));
  const position = ["lon", "lat"].filter((name) => content.rows.columns.includes(name) && !declared.has(name));
  return [...ressource.fields, ...position.map((name) => ({ name, type: "number" }))];
}

function concatFloat(first: Float64Array, second: Float64Array): Float64Array {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function concatColumns(first: Column, second: Column | undefined): Column {
  if (first.type === "texte" && second?.type === "texte") return { ...first, values: [...first.values, ...second.values] };
  if (first.type === "nombre" && second?.type === "nombre") return { ...first, values: concatFloat(first.values, second.values) };
  if (first.type === "booleen" && second?.type === "booleen") return { ...first, values: Uint8Array.of(...first.values, ...second.values) };
  throw new Error(`column ${first.name}: the parts of one resource disagree`);
}

/** Rows of `second` after those of `first`: the two parts of a resource have the same columns. */
export function concatTables(first: Table, second: Table): Table {
  const columns = first.columns.map((column) => concatColumns(column, second.columns.find(({ name }) => name === column.name)));
  return { ...first, length: first.length + second.length, columns };
}

interface Piece {
  readonly content: RawContent;
  readonly table: Table;
}

async function readPiece(ressource: ManifesteRessource, file: DataFile): Promise<Outcome<Piece>> {
  const inflated = await inflate(file.bytes, ressource.name);
  if (!inflated.ok) return inflated;
  const content = readContent(file.path, inflated.value, ressource.name);
  if (!content.ok) return content;
  const schema = {
    nom: ressource.name,
    fields: content.value.topologie === undefined ? fieldsOf(ressource, content.value) : [],
    required: REQUIRED_COLUMNS[ressource.name] ?? [],
    unique: UNIQUE_COLUMN[ressource.name],
  };
  const table = tableFromRows(content.value.rows, schema);
  return table.ok ? success({ content: content.value, table: table.value }, [...content.issues, ...table.issues]) : table;
}

/** What is derived once from a table, by resource. */
const FINISH: Readonly<Partial<Record<ResourceName, (table: Table) => Table>>> = { cellules: addCellCentres };

/**
 * A resource from its files (one, or its parts in order): decompressed, decoded, typed, checked.
 * @param expectedRows rows there should be in all, or null when the file is the user's own
 * Refused with its issues when a file is cut short, unreadable or breaks its schema.
 */
export async function parseDataset(
  ressource: ManifesteRessource,
  files: readonly DataFile[],
  expectedRows: number | null,
): Promise<Outcome<Dataset>> {
  const issues: Issue[] = [];
  const pieces: Piece[] = [];
  for (const file of files) {
    const piece = await readPiece(ressource, file);
    if (!piece.ok) return piece;
    issues.push(...piece.issues);
    pieces.push(piece.value);
  }
  const [first, ...others] = pieces;
  if (first === undefined) return failure(issue("ressource-absente", "erreur", { ressource: ressource.name }));
  const table = others.reduce((whole, piece) => concatTables(whole, piece.table), first.table);
  const { features, topologie } = first.content;
  if (expectedRows !== null && topologie === undefined && table.length !== expectedRows) {
    const raison = `lignes lues : ${table.length}, attendues : ${expectedRows}`;
    return failure(issue("ressource-illisible", "erreur", { ressource: ressource.name, raison }));
  }
  const dataset: Dataset = {
    name: ressource.name,
    table: FINISH[ressource.name]?.(table) ?? table,
    provenance: provenanceOf(ressource),
    ...(features === undefined ? {} : { features }),
    ...(topologie === undefined ? {} : { topologie }),
  };
  return success(dataset, issues);
}
