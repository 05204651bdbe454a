import type { ReseauImporte } from "../domain/reseau";
import { keptGraph, openGraph } from "../geo/graph/memory";
import type { RoadGraph } from "../geo/graph/road-graph";
import type { FicheReseau, ReseauxGardes } from "./reseaux-gardes";

/** The imported networks of this browser: those kept, and those that could not be. Nothing rejects. */
export interface Reseaux {
  /** The latest first. */
  liste(): Promise<readonly ReseauImporte[]>;
  /** The graph of a network; null when it is no longer there. */
  graphe(id: string): Promise<RoadGraph | null>;
  /** Adds a network, or replaces the one of the same roads. The answer says whether it could be kept. */
  ajouter(reseau: Omit<ReseauImporte, "id" | "garde" | "octets">, graph: RoadGraph): Promise<ReseauImporte>;
  /** Whether it is gone: false when the browser refuses to forget it. */
  retirer(id: string): Promise<boolean>;
}

const FNV_PRIME = 0x01_00_01_93;

/** Names a graph: the same roads give the same 16 characters. FNV-1a by words of 32 bits, from two bases. */
function graphId(columns: ArrayBuffer): string {
  let [a, b] = [0x81_1c_9d_c5, 0x01_23_45_67];
  for (const word of new Int32Array(columns)) {
    a = Math.imul(a ^ word, FNV_PRIME);
    b = Math.imul(b ^ (word >>> 16) ^ (word << 16), FNV_PRIME);
  }
  return [a, b].map((hash) => (hash >>> 0).toString(16).padStart(8, "0")).join("");
}

function shown({ id, fichier, format, octets, date, lignes, graphe, garde }: FicheReseau): ReseauImporte {
  return { id, fichier, format, octets, date, lignes, graphe, garde };
}

/** Networks over a place to keep them: what it refuses stays in memory, as long as the worker lives. */
export function createReseaux(gardes: ReseauxGardes): Reseaux {
  const memoire = new Map<string, { readonly fiche: FicheReseau; readonly graph: RoadGraph }>();
  const connues = async (): Promise<readonly FicheReseau[]> => gardes.fiches().catch(() => []);

  return {
    async liste() {
      const all = new Map((await connues()).map((fiche) => [fiche.id, fiche]));
      for (const [id, { fiche }] of memoire) all.set(id, fiche);
      return [...all.values()].toSorted((a, b) => b.date - a.date).map(shown);
    },
    async graphe(id) {
      const found = memoire.get(id)?.graph;
      if (found !== undefined) return found;
      const fiche = (await connues()).find((known) => known.id === id);
      const columns = fiche === undefined ? null : await gardes.graphe(id).catch(() => null);
      return fiche === undefined || columns === null ? null : openGraph(columns, fiche.layout);
    },
    async ajouter(reseau, graph) {
      const { columns, layout } = keptGraph(graph);
      const fiche: FicheReseau = { ...reseau, id: graphId(columns), octets: columns.byteLength, garde: true, layout };
      const garde = await gardes.garder(fiche, columns).then(
        () => true,
        () => false,
      );
      if (garde) memoire.delete(fiche.id);
      else memoire.set(fiche.id, { fiche: { ...fiche, garde }, graph });
      return shown({ ...fiche, garde });
    },
    async retirer(id) {
      memoire.delete(id);
      return gardes.retirer(id).then(
        () => true,
        () => false,
      );
    },
  };
}
