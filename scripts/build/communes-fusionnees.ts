import { codeActuel } from "../../src/domain/communes-fusionnees";
import { cell, numberOrNull } from "./source";
import type { SourceRow } from "./source";

/** A present commune and the source rows it is made of: two or more after a merger. */
export interface Groupe {
  readonly code: string;
  readonly rows: readonly SourceRow[];
}

/** Source rows grouped by present commune, codes in order. `column` holds the commune code. */
export function groupByCommune(rows: readonly SourceRow[], column: string): readonly Groupe[] {
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const code = codeActuel(cell(row, column));
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [row]);
    else group.push(row);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, group]) => ({ code, rows: group }));
}

/** The numbers of a column in the rows of a commune; null where the source is empty or keeps a secret. */
export function numbersOf(groupe: Groupe, column: string): readonly (number | null)[] {
  return groupe.rows.map((row) => numberOrNull(row, column));
}

/** Sum of what is known; null when nothing is. */
export function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** Mean of the known values weighted by the known weights; null when there is none. */
export function weightedMean(values: readonly (number | null)[], weights: readonly (number | null)[]): number | null {
  let total = 0;
  let weight = 0;
  values.forEach((value, index) => {
    const w = weights[index] ?? null;
    if (value === null || w === null) return;
    total += value * w;
    weight += w;
  });
  return weight === 0 ? null : total / weight;
}
