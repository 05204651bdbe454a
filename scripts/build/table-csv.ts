import { gzipSync } from "node:zlib";
import Papa from "papaparse";
import type { Built, Descriptor, FieldDescriptor } from "./step";

type Value = string | number | null;

/** A column of a written table: its descriptor and how a row gives its value. */
export interface ColumnOf<R> {
  readonly field: FieldDescriptor;
  value(row: R): Value;
}

interface Options {
  readonly unit?: string;
  readonly description?: string;
  readonly constraints?: NonNullable<FieldDescriptor["constraints"]>;
}

const REQUIRED: Options = { constraints: { required: true } };

export function texte<R>(name: string, title: string, value: (row: R) => string | null, options: Options = {}): ColumnOf<R> {
  return { field: { name, type: "string", title, ...options }, value };
}

/** Text that every row has. */
export function texteRequis<R>(name: string, title: string, value: (row: R) => string, description?: string): ColumnOf<R> {
  return texte(name, title, value, description === undefined ? REQUIRED : { ...REQUIRED, description });
}

export function entier<R>(name: string, title: string, value: (row: R) => number | null, options: Options = {}): ColumnOf<R> {
  return {
    field: { name, type: "integer", title, ...options },
    value: (row) => {
      const number = value(row);
      if (number !== null && !Number.isInteger(number)) throw new Error(`${name} : entier attendu, ${number} trouvé`);
      return number;
    },
  };
}

/** A number written with at most `digits` decimals. */
export function nombre<R>(
  name: string,
  title: string,
  digits: number,
  value: (row: R) => number | null,
  options: Options = {},
): ColumnOf<R> {
  return { field: { name, type: "number", title, ...options }, value: (row) => rounded(value(row), digits) };
}

/** ISO date, or null when the source leaves it empty. */
export function date<R>(name: string, title: string, value: (row: R) => string): ColumnOf<R> {
  return { field: { name, type: "date", title }, value: (row) => (value(row) === "" ? null : value(row)) };
}

function rounded(value: number | null, digits: number): number | null {
  // The sum with 0 turns -0 into 0.
  return value === null ? null : Number(value.toFixed(digits)) + 0;
}

export type Head = Omit<Descriptor, "path" | "format" | "mediatype" | "schema">;

/** A CSV resource: comma, LF, header line, empty cell = pas de donnée. `packed` gives `.csv.gz`. */
export function csvResource<R>(
  head: Head,
  columns: readonly ColumnOf<R>[],
  rows: readonly R[],
  options: { readonly primaryKey?: readonly string[]; readonly packed?: true } = {},
): Built {
  const header = columns.map((column) => column.field.name);
  const body = rows.map((row) => columns.map((column) => column.value(row)));
  const text = `${Papa.unparse([header, ...body], { newline: "\n", delimiter: "," })}\n`;
  const packed = options.packed === true;
  return {
    descriptor: {
      ...head,
      path: packed ? `${head.name}.csv.gz` : `${head.name}.csv`,
      format: packed ? "csv.gz" : "csv",
      mediatype: packed ? "application/gzip" : "text/csv",
      schema: {
        fields: columns.map((column) => column.field),
        ...(options.primaryKey === undefined ? {} : { primaryKey: options.primaryKey }),
      },
    },
    // Node writes no time stamp in the gzip header: the same text gives the same bytes.
    content: packed ? gzipSync(text, { level: 9 }) : text,
    rows: rows.length,
  };
}
