import type { DBSchema, IDBPDatabase } from "idb";

/** Where the presentation is kept from a visit to the next: its JSON text. Every method may reject: storage refused or full. */
export interface PresentationGardee {
  lire(): Promise<string | null>;
  garder(texte: string): Promise<void>;
}

interface Base extends DBSchema {
  readonly presentations: { readonly key: string; readonly value: string };
}

const CLE = "courante";

/** The presentation kept in the IndexedDB of the page: a few megabytes of drawn maps, too many for the local storage. */
export function indexedPresentation(): PresentationGardee {
  let opened: Promise<IDBPDatabase<Base>> | null = null;
  const base = (): Promise<IDBPDatabase<Base>> => {
    opened ??= import("idb").then(({ openDB }) => openDB<Base>("maillage-presentation", 1, { upgrade: (database) => void database.createObjectStore("presentations") }));
    // A refusal may be lifted: the next request tries again.
    opened.catch(() => (opened = null));
    return opened;
  };
  return {
    lire: async () => (await (await base()).get("presentations", CLE)) ?? null,
    garder: async (texte) => void (await (await base()).put("presentations", texte, CLE)),
  };
}
