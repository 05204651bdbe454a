import type { DBSchema, IDBPDatabase } from "idb";
import type { ReseauImporte } from "../domain/reseau";
import type { GraphLayout } from "../geo/graph/memory";

/** A network as it is kept: what lists show of it, and how to open its columns. */
export interface FicheReseau extends ReseauImporte {
  readonly layout: GraphLayout;
}

/** Where imported networks are kept from a visit to the next. Every method may reject: storage refused or full. */
export interface ReseauxGardes {
  fiches(): Promise<readonly FicheReseau[]>;
  graphe(id: string): Promise<ArrayBuffer | null>;
  garder(fiche: FicheReseau, graphe: ArrayBuffer): Promise<void>;
  retirer(id: string): Promise<void>;
}

interface Base extends DBSchema {
  readonly fiches: { readonly key: string; readonly value: FicheReseau };
  readonly graphes: { readonly key: string; readonly value: ArrayBuffer };
}

const NOM = "maillage-reseaux";

/** The networks kept in the IndexedDB of the page. Lists never read the graphs: they are in a store of their own. */
export function indexedReseaux(): ReseauxGardes {
  let opened: Promise<IDBPDatabase<Base>> | null = null;
  const base = (): Promise<IDBPDatabase<Base>> => {
    // Loaded on first use: most visits have no network of their own.
    opened ??= import("idb").then(({ openDB }) =>
      openDB<Base>(NOM, 1, {
        upgrade(database) {
          database.createObjectStore("fiches");
          database.createObjectStore("graphes");
        },
      }),
    );
    // A refusal may be lifted: the next request tries again.
    opened.catch(() => (opened = null));
    return opened;
  };
  return {
    fiches: async () => (await base()).getAll("fiches"),
    graphe: async (id) => (await (await base()).get("graphes", id)) ?? null,
    async garder(fiche, graphe) {
      const transaction = (await base()).transaction(["fiches", "graphes"], "readwrite");
      await Promise.all([transaction.objectStore("fiches").put(fiche, fiche.id), transaction.objectStore("graphes").put(graphe, fiche.id), transaction.done]);
    },
    async retirer(id) {
      const transaction = (await base()).transaction(["fiches", "graphes"], "readwrite");
      await Promise.all([transaction.objectStore("fiches").delete(id), transaction.objectStore("graphes").delete(id), transaction.done]);
    },
  };
}
