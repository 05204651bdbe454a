import { findColumn, type NumberColumn, type Part, type Table } from "./table";

/** A column of a table and those that add up to it, in their order. */
export interface Decomposition {
  readonly total: NumberColumn;
  readonly parts: readonly (NumberColumn & { readonly part: Part })[];
}

/** The first column of a table that others add up to; null when there is none. */
export function decompositionOf(table: Table): Decomposition | null {
  const all = table.columns.filter((column): column is NumberColumn & { readonly part: Part } => column.type === "nombre" && column.part !== undefined);
  const first = all[0];
  if (first === undefined) return null;
  const total = findColumn(table, first.part.de);
  if (total?.type !== "nombre") throw new Error(`table ${table.id}: parts of « ${first.part.de} », which is no numeric column`);
  return { total, parts: all.filter(({ part }) => part.de === first.part.de) };
}
