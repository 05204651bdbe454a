import type { Unit } from "./units";

interface ColumnHead {
  /** Key in the command line and in exports: snake_case French with its unit, e.g. « pour_100k ». */
  readonly name: string;
  /** French header a user reads. */
  readonly label: string;
  /** What an empty cell says, when it is not that the figure is missing: « non retenue ». */
  readonly vide?: string;
  /** 1 where the figure is about so few persons that it stays on this screen, 2 where it would tell such a one by difference: see `sharedCell`. Absent for published figures. */
  readonly secret?: Uint8Array;
}

/** Persons under which a count becomes « < 5 » in what leaves the browser. */
export const SEUIL_SECRET = 5;
/** What is written in the place of a figure that stays on this screen, by its mark. */
export const SECRET = { 1: `< ${SEUIL_SECRET}`, 2: "masqué" } as const;

export interface TextColumn extends ColumnHead {
  readonly type: "texte";
  /** null is « pas de donnée ». */
  readonly values: readonly (string | null)[];
}

export interface NumberColumn extends ColumnHead {
  readonly type: "nombre";
  /** NaN is « pas de donnée », never 0. */
  readonly values: Float64Array;
  readonly unit: Unit;
  /** Decimals shown. */
  readonly digits: number;
  /** What it is a part of, when it and others add up to another column of the table. */
  readonly part?: Part;
}

/** A column that adds up with others. */
export interface Part {
  /** Name of the column that the parts add up to. */
  readonly de: string;
  /** What brings it, in a few words: the header says more. */
  readonly nom: string;
}

export interface FlagColumn extends ColumnHead {
  readonly type: "booleen";
  /** 1 or 0. */
  readonly values: Uint8Array;
}

export type Column = TextColumn | NumberColumn | FlagColumn;

/** A columnar table: every column has `length` values. */
export interface Table {
  readonly id: string;
  readonly length: number;
  readonly columns: readonly Column[];
}

export type Cell = string | number | boolean | null;

export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The values of a text column. Throws when the column is not there: the loader has already checked schemas. */
export function textValues(table: Table, name: string): readonly (string | null)[] {
  const column = findColumn(table, name);
  if (column?.type !== "texte") throw new Error(`table ${table.id}: no text column « ${name} »`);
  return column.values;
}

/** The values of a numeric column (NaN = pas de donnée). Throws when the column is not there. */
export function numberValues(table: Table, name: string): Float64Array {
  const column = findColumn(table, name);
  if (column?.type !== "nombre") throw new Error(`table ${table.id}: no numeric column « ${name} »`);
  return column.values;
}

/** One cell as plain data: NaN becomes null. */
export function cellAt(column: Column, row: number): Cell {
  const value = column.values[row];
  if (value === undefined) throw new Error(`column ${column.name}: no row ${row}`);
  if (column.type === "booleen") return value === 1;
  return typeof value === "number" && Number.isNaN(value) ? null : value;
}

/** One cell as it may leave the browser: « < 5 » where it is about too few persons, « masqué » where it would tell another one. */
export function sharedCell(column: Column, row: number): Cell {
  const mark = column.secret?.[row];
  return mark === 1 || mark === 2 ? SECRET[mark] : cellAt(column, row);
}

/** Rows kept, in the given order. */
export function selectRows(table: Table, rows: readonly number[]): Table {
  const pick = (whole: Column): Column => {
    const { secret } = whole;
    const column = secret === undefined ? whole : { ...whole, secret: Uint8Array.from(rows, (r) => secret[r] ?? 0) };
    if (column.type === "nombre") return { ...column, values: Float64Array.from(rows, (r) => column.values[r] ?? Number.NaN) };
    if (column.type === "booleen") return { ...column, values: Uint8Array.from(rows, (r) => column.values[r] ?? 0) };
    return { ...column, values: rows.map((r) => column.values[r] ?? null) };
  };
  return { ...table, length: rows.length, columns: table.columns.map(pick) };
}

/** Row number of each value of a text column (last one wins; null values are skipped). */
export function indexBy(table: Table, name: string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  textValues(table, name).forEach((value, row) => {
    if (value !== null) index.set(value, row);
  });
  return index;
}

/** Rows of which some value is not the same in two tables with the same columns. */
export function changedRows(before: Table, after: Table): readonly number[] {
  const rows = Array.from({ length: after.length }, (_, row) => row);
  return rows.filter((row) => after.columns.some((column, at) => !Object.is(column.values[row], before.columns[at]?.values[row])));
}

/** A table with some rows replaced by those of another one with the same columns, in the given order. */
export function replaceRows(table: Table, rows: readonly number[], part: Table): Table {
  const put = <T extends { [row: number]: unknown }>(values: T, from: { readonly [row: number]: unknown } | undefined): T => {
    rows.forEach((row, i) => ((values as { [row: number]: unknown })[row] = from?.[i]));
    return values;
  };
  const columns = table.columns.map((column, at): Column => {
    const from = part.columns[at]?.values;
    if (column.type === "nombre") return { ...column, values: put(column.values.slice(), from) };
    if (column.type === "booleen") return { ...column, values: put(column.values.slice(), from) };
    return { ...column, values: put([...column.values], from) };
  });
  return { ...table, columns };
}
