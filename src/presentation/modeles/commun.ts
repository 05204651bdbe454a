import { findColumn, type Table } from "../../domain/table";
import type { FactValue } from "../../analyses/analysis";
import type { Lus } from "./modele";

/** The facts of a page that was computed; none of it when it was not. */
export function faits(lus: Lus, cle: string): Readonly<Record<string, FactValue>> {
  return lus[cle]?.facts ?? {};
}

/** Names of the first rows by a column of ranks, smallest first; rows without a rank are left out. */
export function premiers(table: Table | undefined, rang: string, nombre: number): readonly string[] {
  const [ranks, names] = table === undefined ? [undefined, undefined] : [findColumn(table, rang), findColumn(table, "nom")];
  if (ranks?.type !== "nombre" || names?.type !== "texte") return [];
  return [...ranks.values.keys()]
    .filter((row) => Number.isFinite(ranks.values[row]))
    .toSorted((a, b) => (ranks.values[a] ?? 0) - (ranks.values[b] ?? 0))
    .slice(0, nombre)
    .flatMap((row) => names.values[row] ?? []);
}
