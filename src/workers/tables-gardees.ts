import type { DBSchema, IDBPDatabase } from "idb";
import type { Importable, TableGardee } from "../domain/table-importee";

/** Where the user's tables are kept from a visit to the next. Every method may reject: storage refused or full. */
export interface TablesGardees {
  toutes(): Promise<readonly TableGardee[]>;
  garder(table: TableGardee): Promise<void>;
  retirer(ressource: Importable): Promise<void>;
}

interface Base extends DBSchema {
  readonly tables: { readonly key: string; readonly value: TableGardee };
}

/** The tables kept in the IndexedDB of the page: a few kilobytes each. */
export function indexedTables(): TablesGardees {
  let opened: Promise<IDBPDatabase<Base>> | null = null;
  const base = (): Promise<IDBPDatabase<Base>> => {
    // Loaded on first use: most visits read no resource that can be replaced.
    opened ??= import("idb").then(({ openDB }) => openDB<Base>("maillage-tables", 1, { upgrade: (database) => void database.createObjectStore("tables") }));
    // A refusal may be lifted: the next request tries again.
    opened.catch(() => (opened = null));
    return opened;
  };
  return {
    toutes: async () => (await base()).getAll("tables"),
    garder: async (table) => void (await (await base()).put("tables", table, table.fiche.ressource)),
    retirer: async (ressource) => (await base()).delete("tables", ressource),
  };
}
