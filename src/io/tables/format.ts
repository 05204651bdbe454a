import type { Outcome } from "../../domain/outcome";
import type { Table } from "../../domain/table";
import type { BilanLecture, Importable } from "../../domain/table-importee";

/** A file of the user's, whole. */
export interface FichierLu {
  readonly nom: string;
  readonly bytes: Uint8Array;
}

/** The rows of a table of the user's that were kept, and what became of the others. */
export interface TableLue {
  readonly table: Table;
  readonly bilan: BilanLecture;
  /** Year or date the file gives of itself: « 2022 », « 2022-03 », « 2022-03-15 ». */
  readonly millesime?: string;
}

/** Accepted names of each column by its own name, which comes first: without accents, lower case. A name of a person has none: it is never read. */
export type Colonnes = Readonly<Record<string, readonly string[]>>;

/** One kind of table that the user may bring. A kind is a file of this folder and a line of `registre.ts`. */
export interface FormatTable {
  readonly id: Importable;
  readonly colonnes: Colonnes;
  /** Sets of columns, any of which tells this kind from the others. */
  readonly signatures: readonly (readonly string[])[];
  /**
   * Good rows are kept, each bad one is an « erreur » with its row number, whatever is mended is said. Refused as a whole:
   * unreadable, a column missing, no good row.
   * @param communes the communes of the region: `code`, `nom`, `lon`, `lat`
   */
  lire(fichier: FichierLu, communes: Table): Outcome<TableLue>;
}
