import type { Decomposition } from "../domain/parts";
import { formatNumber, PAS_DE_DONNEE } from "./format";

export const DECOMPOSITION = {
  colonne: "Ce qui fait ce chiffre",
  points: (points: number, digits: number): string => `${formatNumber(points, digits)} points`,
} as const;

/** A part of one row: NaN where it is not known. */
export interface PartDeLigne {
  /** Place among the parts of the table: its colour and pattern. */
  readonly rank: number;
  readonly nom: string;
  readonly points: number;
}

/** The parts of a row, what brings most first, what is not known last. */
export function partsDeLigne({ parts }: Decomposition, row: number): readonly PartDeLigne[] {
  const all = parts.map(({ part, values }, rank) => ({ rank, nom: part.nom, points: values[row] ?? Number.NaN }));
  const known = all.filter(({ points }) => !Number.isNaN(points)).toSorted((a, b) => b.points - a.points || a.rank - b.rank);
  return [...known, ...all.filter(({ points }) => Number.isNaN(points))];
}

/** « Score 68,2 : Zonage 14,0 ; Densité 12,1… » : the bar in words. */
export function decompositionText(decomposition: Decomposition, row: number): string {
  const { total } = decomposition;
  const value = total.values[row] ?? Number.NaN;
  if (Number.isNaN(value)) return `${total.label} : ${PAS_DE_DONNEE}`;
  const said = partsDeLigne(decomposition, row).map(({ nom, points }) => (Number.isNaN(points) ? `${nom} ${PAS_DE_DONNEE}` : `${nom} ${formatNumber(points, total.digits)}`));
  return `${total.label} ${formatNumber(value, total.digits)} : ${said.join(" ; ")}`;
}
