import type { NumberColumn, TextColumn } from "../../domain/table";
import type { Unit } from "../../domain/units";

/** Accepted names of the columns that several kinds of table share. */
export const CODE = ["code_insee", "code_commune", "insee", "codgeo", "code", "code_geo", "depcom"] as const;
export const LON = ["lon", "longitude", "lng", "long"] as const;
export const LAT = ["lat", "latitude"] as const;
export const MILLESIME = ["millesime", "annee", "date"] as const;

export function texte<T>(name: string, label: string, rows: readonly T[], pick: (row: T) => string | null): TextColumn {
  return { name, label, type: "texte", values: rows.map(pick) };
}

export function nombre<T>(name: string, label: string, unit: Unit, digits: number, rows: readonly T[], pick: (row: T) => number): NumberColumn {
  return { name, label, type: "nombre", unit, digits, values: Float64Array.from(rows, pick) };
}
