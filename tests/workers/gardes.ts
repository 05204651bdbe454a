import type { TableGardee } from "../../src/domain/table-importee";
import type { TablesGardees } from "../../src/workers/tables-gardees";
import type { FicheReseau, ReseauxGardes } from "../../src/workers/reseaux-gardes";

const refused = (): Promise<never> => Promise.reject(new Error("QuotaExceededError"));

/** A place to keep networks, in memory; buffers are copied as a database does. */
export function memoryGardes(): ReseauxGardes {
  const kept = new Map<string, { readonly fiche: FicheReseau; readonly graphe: ArrayBuffer }>();
  return {
    fiches: () => Promise.resolve([...kept.values()].map(({ fiche }) => structuredClone(fiche))),
    graphe: (id) => Promise.resolve(kept.get(id)?.graphe.slice(0) ?? null),
    garder: (fiche, graphe) => Promise.resolve(void kept.set(fiche.id, { fiche: structuredClone(fiche), graphe: graphe.slice(0) })),
    retirer: (id) => Promise.resolve(void kept.delete(id)),
  };
}

/** A browser that refuses storage. */
export const REFUSED: ReseauxGardes = { fiches: refused, graphe: refused, garder: refused, retirer: refused };

/** The user's tables kept in memory, as the browser does in IndexedDB: copies go in and come out. */
export function memoryTables(): TablesGardees {
  const kept = new Map<string, TableGardee>();
  return {
    toutes: () => Promise.resolve([...kept.values()].map((table) => structuredClone(table))),
    garder: (table) => Promise.resolve(void kept.set(table.fiche.ressource, structuredClone(table))),
    retirer: (ressource) => Promise.resolve(void kept.delete(ressource)),
  };
}
