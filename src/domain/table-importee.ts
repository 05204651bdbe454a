import type { Table } from "./table";

/** Resources of the package that a table of the user's may stand for. */
export const REMPLACABLES = ["stages"] as const;
export type Remplacable = (typeof REMPLACABLES)[number];

/** What the screen knows of a table the user brought: never its rows. */
export interface TableImportee {
  readonly ressource: Remplacable;
  readonly fichier: string;
  /** When it was read: epoch milliseconds. It names the table in the keys of the results. */
  readonly date: number;
  /** Rows kept, out of the rows read. */
  readonly lignes: number;
  readonly lues: number;
  /** Whether the browser keeps it from a visit to the next. */
  readonly gardee: boolean;
}

/** A table of the user's, whole. */
export interface TableGardee {
  readonly fiche: TableImportee;
  readonly table: Table;
}
