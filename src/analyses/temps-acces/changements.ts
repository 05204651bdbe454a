import { changedRows, numberValues, replaceRows, selectRows, type Table } from "../../domain/table";
import type { Output } from "../analysis";

/** What moved from one state to the next: the rows that changed only. */
export interface ChangementsDirect extends Pick<Output, "summary" | "facts"> {
  readonly lignes: Int32Array;
  /** These rows of the result's table, as they are now. */
  readonly table: Table;
  /** Squares of the inhabited grid that changed, and their minutes. */
  readonly mailles: Int32Array;
  readonly minutes: Float64Array;
}

/** @param mailles minutes of the squares as last told, and as they are; null: the squares are not looked at, nothing is told of them */
export function changementsEntre(before: Table, mailles: readonly [avant: Float64Array, apres: Float64Array] | null, after: Pick<Output, "table" | "summary" | "facts">): ChangementsDirect {
  const lignes = changedRows(before, after.table);
  const squares = mailles === null ? new Int32Array() : changedValues(...mailles);
  return {
    lignes: Int32Array.from(lignes),
    table: selectRows(after.table, lignes),
    mailles: squares,
    minutes: Float64Array.from(squares, (row) => mailles?.[1][row] ?? Number.NaN),
    summary: after.summary,
    facts: after.facts,
  };
}

function changedValues(before: Float64Array, after: Float64Array): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < after.length; i += 1) if (!Object.is(before[i], after[i])) rows.push(i);
  return Int32Array.from(rows);
}

/** Buffers of the changes: made for the message, moved with it. */
export function tampons({ lignes, table, mailles, minutes }: ChangementsDirect): readonly ArrayBufferLike[] {
  return [lignes, mailles, minutes, ...table.columns.flatMap(({ type, values }) => (type === "texte" ? [] : [values as Float64Array | Uint8Array]))].map(({ buffer }) => buffer);
}

function withMinutes(table: Table, rows: Int32Array, minutes: Float64Array): Table {
  if (rows.length === 0) return table;
  const values = numberValues(table, "minutes").slice();
  rows.forEach((row, i) => (values[row] = minutes[i] ?? Number.NaN));
  return { ...table, columns: table.columns.map((column) => (column.name === "minutes" && column.type === "nombre" ? { ...column, values } : column)) };
}

/** The result on screen with these changes: views of unchanged tables stay the same objects. */
export function appliquer(output: Output, { lignes, table: part, mailles, minutes, summary, facts }: ChangementsDirect): Output {
  const table = lignes.length === 0 ? output.table : replaceRows(output.table, Array.from(lignes), part);
  const views = output.views.map((view) => {
    if (view.table === output.table) return table === output.table ? view : { ...view, table };
    return (view.geometry.kind !== "mailles" && view.geometry.kind !== "quadrillage") || mailles.length === 0 ? view : { ...view, table: withMinutes(view.table, mailles, minutes) };
  });
  return { ...output, table, views, summary, facts };
}
