import { foldName } from "../../domain/fold";
import { cellAt, findColumn, type Column, type Table } from "../../domain/table";
import { formatNumber, formatQuantity, PAS_DE_DONNEE } from "../../textes/format";
import { TABLEAU } from "../../textes/interface";

/** What a cell says: French figures (the unit stands in the header, « % » excepted), « pas de donnée » for nothing. */
export function texteCellule(column: Column, row: number): string {
  const cell = cellAt(column, row);
  if (cell === null) return column.vide ?? PAS_DE_DONNEE;
  if (typeof cell === "boolean") return cell ? TABLEAU.oui : TABLEAU.non;
  if (typeof cell === "string") return cell;
  if (column.type !== "nombre") throw new Error(`column ${column.name}: a number in a ${column.type} column`);
  if (column.unit === "part" || column.unit === "annee") return formatQuantity(cell, column.unit, column.digits);
  return formatNumber(cell, column.digits);
}

const PAR_TEXTE = new Intl.Collator("fr-FR", { numeric: true });

/** Ascending order of two present values of one column. */
export function comparer(a: unknown, b: unknown): number {
  return typeof a === "number" && typeof b === "number" ? a - b : PAR_TEXTE.compare(String(a), String(b));
}

/** A value to sort by; undefined (« pas de donnée ») goes last whatever the direction. */
export function valeurTri(column: Column, row: number): string | number | undefined {
  const cell = cellAt(column, row);
  return typeof cell === "boolean" ? Number(cell) : (cell ?? undefined);
}

/** Rows whose name holds the text, accents and hyphens ignored, and whose code is among those kept; null keeps every code. */
export function lignesFiltrees(table: Table, filtre: string, codes: ReadonlySet<string> | null): readonly number[] {
  const code = findColumn(table, "code");
  const toutes = Array.from({ length: table.length }, (_, row) => row).filter((row) => codes === null || code?.type !== "texte" || codes.has(code.values[row] ?? ""));
  const cherche = foldName(filtre);
  const noms = findColumn(table, "nom");
  if (cherche === "" || noms?.type !== "texte") return toutes;
  return toutes.filter((row) => foldName(noms.values[row] ?? "").includes(cherche));
}
