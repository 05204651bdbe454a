import { type Issue, issue } from "../domain/issue";
import type { ManifesteField } from "../domain/manifeste";
import { failure, type Outcome, success } from "../domain/outcome";
import type { Column, Table } from "../domain/table";
import { parseNombre } from "./nombre";

/** Named cells of one file, before types: `cell` gives the raw value, undefined where the row is short. */
export interface RawRows {
  readonly columns: readonly string[];
  readonly length: number;
  cell(row: number, column: number): unknown;
  /** Row number to show the user: 1-based, header included, for a spreadsheet. */
  place(row: number): number;
}

/** Troubles listed one by one before the rest is only counted. */
export const MAX_ISSUES = 50;

/** Keeps the first troubles and counts the others. */
export class IssueList {
  private readonly kept: Issue[] = [];
  private others = 0;
  /** Whether anything added so far is an error. */
  failed = false;

  add(found: Issue): void {
    if (found.severity === "erreur") this.failed = true;
    if (this.kept.length < MAX_ISSUES) this.kept.push(found);
    else this.others += 1;
  }

  list(): readonly Issue[] {
    if (this.others === 0) return this.kept;
    return [...this.kept, issue("autres-problemes", this.failed ? "erreur" : "avertissement", { nombre: this.others })];
  }
}

type Kind = Column["type"];
const KINDS: Readonly<Record<string, Kind>> = { integer: "nombre", number: "nombre", year: "nombre", boolean: "booleen" };
const TRUE = new Set(["true", "1", "vrai", "oui"]);
const FALSE = new Set(["false", "0", "faux", "non", ""]);
/** The only columns of the package whose numbers may be negative. */
const SIGNED = new Set(["lon", "lat", "biais"]);

/** What a raw cell becomes, or the words for what was expected of it. */
type Parsed<T> = { readonly value: T } | { readonly expected: string };

function parseText(raw: unknown, field: ManifesteField): Parsed<string | null> {
  if (raw === undefined || raw === null) return { value: null };
  if (field.type === "any") return { value: typeof raw === "object" ? JSON.stringify(raw) : String(raw) };
  if (typeof raw === "string") return { value: raw.trim() === "" ? null : raw.trim() };
  if (Array.isArray(raw)) return { value: raw.join("|") };
  return { expected: "un texte (les codes s'écrivent entre guillemets, pour garder leurs zéros)" };
}

function parseNumber(raw: unknown, field: ManifesteField): Parsed<number> {
  const value = raw === undefined || raw === null ? Number.NaN : typeof raw === "number" ? raw : typeof raw === "string" ? parseNombre(raw) : null;
  if (value === null || value === Infinity || value === -Infinity) return { expected: "un nombre" };
  if (value < 0 && !SIGNED.has(field.name)) return { expected: "un nombre positif" };
  if (field.type !== "number" && !Number.isNaN(value) && !Number.isInteger(value)) return { expected: "un nombre entier" };
  return { value };
}

function parseFlag(raw: unknown): Parsed<number> {
  const text = String(raw ?? "").trim().toLowerCase();
  if (TRUE.has(text)) return { value: 1 };
  return FALSE.has(text) ? { value: 0 } : { expected: "vrai ou faux" };
}

function buildColumn(field: ManifesteField, rows: RawRows, issues: IssueList, file: string): Column {
  const position = rows.columns.indexOf(field.name);
  const read = <T>(parse: (raw: unknown) => Parsed<T>, fallback: T) => (_: unknown, row: number): T => {
    const raw = position < 0 ? undefined : rows.cell(row, position);
    const parsed = parse(raw);
    if ("value" in parsed) return parsed.value;
    const params = { colonne: field.name, valeur: String(raw), attendu: parsed.expected };
    issues.add(issue("valeur-illisible", "erreur", params, { file, row: rows.place(row), column: field.name }));
    return fallback;
  };
  const head = { name: field.name, label: field.name };
  const kind = KINDS[field.type] ?? "texte";
  const size = { length: rows.length };
  if (kind === "booleen") return { ...head, type: kind, values: Uint8Array.from(size, read(parseFlag, 0)) };
  if (kind === "texte") return { ...head, type: kind, values: Array.from(size, read((raw) => parseText(raw, field), null)) };
  const values = Float64Array.from(size, read((raw) => parseNumber(raw, field), Number.NaN));
  return { ...head, type: kind, values, unit: "nombre", digits: field.type === "number" ? 2 : 0 };
}

function checkUnique(column: Column | undefined, rows: RawRows, issues: IssueList, file: string): void {
  if (column?.type !== "texte") return;
  const seen = new Set<string>();
  column.values.forEach((value, row) => {
    if (value !== null && seen.has(value)) {
      const where = { file, row: rows.place(row), column: column.name };
      issues.add(issue("code-en-double", "erreur", { colonne: column.name, valeur: value }, where));
    }
    if (value !== null) seen.add(value);
  });
}

export interface TableSchema {
  /** Id of the table and name in the issues. */
  readonly nom: string;
  readonly fields: readonly ManifesteField[];
  /** Columns that must be there; the others of `fields` may be missing. */
  readonly required: readonly string[];
  readonly unique?: string | undefined;
}

/**
 * Typed columns from raw cells. Columns unknown to the schema are kept as text. Refused: a required column
 * missing, a cell that is not of its type, a key standing twice; each with file, row and column.
 */
export function tableFromRows(rows: RawRows, schema: TableSchema): Outcome<Table> {
  const { nom, fields, required, unique } = schema;
  const issues = new IssueList();
  for (const name of new Set([...fields.map((field) => field.name), ...required])) {
    if (rows.columns.includes(name)) continue;
    const severity = required.includes(name) ? "erreur" : "avertissement";
    issues.add(issue("colonne-absente", severity, { ressource: nom, colonne: name }, { file: nom }));
  }
  if (issues.failed) return failure(...issues.list().filter(({ severity }) => severity === "erreur"));
  const known = new Set(fields.map(({ name }) => name));
  const extra = rows.columns.filter((name) => name !== "" && !known.has(name)).map((name) => ({ name, type: "any" }));
  const columns = [...fields, ...extra].map((field) => buildColumn(field, rows, issues, nom));
  checkUnique(columns.find(({ name }) => name === unique), rows, issues, nom);
  if (issues.failed) return failure(...issues.list());
  return success({ id: nom, length: rows.length, columns }, issues.list());
}
