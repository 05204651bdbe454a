import { failure, type Outcome, success } from "../../domain/outcome";
import { DEPARTEMENTS_NA } from "../../domain/perimetre";
import type { Provenance } from "../../domain/provenance";
import type { ResourceName } from "../../domain/ressource";
import { decodeGraph } from "../../geo/graph/decode";
import type { Tile } from "../../geo/graph/decode-tile";
import { unreadable } from "../../geo/graph/read-file";
import { stitchGraphs } from "../../geo/graph/stitch";
import { buildRoadNetwork } from "../../geo/road-network";
import type { SpeedTable } from "../../geo/speeds";
import type { Reseau } from "../analysis";

/** A speed table and where it comes from. */
export interface Vitesses {
  readonly speeds: SpeedTable;
  readonly provenance: Provenance;
}

/** The network of a graph that comes whole, from its inflated bytes. */
export function reseauEntier(bytes: Uint8Array, ressource: ResourceName, provenance: Provenance, { speeds, provenance: vitesses }: Vitesses): Outcome<Reseau> {
  const graph = decodeGraph(bytes, ressource);
  if (!graph.ok) return graph;
  return success({ network: buildRoadNetwork(graph.value, speeds), sources: [provenance, vitesses], fichier: null, tuilage: null });
}

/** One source for all the tiles: they are one graph. */
function provenanceDesTuiles(first: Provenance, tuiles: readonly string[]): Provenance {
  const which = tuiles.length === DEPARTEMENTS_NA.length ? "" : `, ${tuiles.length > 1 ? "tuiles" : "tuile"} ${tuiles.join(", ")}`;
  return { ...first, title: `Graphe routier de Nouvelle-Aquitaine${which}` };
}

/**
 * The network stitched from tiles of the region's graph. Refused when a tile is not at the rank of its name, or not
 * of the same graph as the others. Throws without a tile.
 */
export function reseauDeTuiles(tiles: readonly Tile[], provenance: Provenance, { speeds, provenance: vitesses }: Vitesses): Outcome<Reseau> {
  const stray = tiles.find(({ rank, count, ressource }) => count !== DEPARTEMENTS_NA.length || ressource !== `graphe-${DEPARTEMENTS_NA[rank] ?? ""}`);
  if (stray !== undefined) return failure(unreadable(stray.ressource, `c'est la tuile ${stray.rank + 1} de ${stray.count} d'un graphe`));
  const stitched = stitchGraphs(tiles);
  if (!stitched.ok) return stitched;
  const { graph, cuts } = stitched.value;
  const tuiles = DEPARTEMENTS_NA.filter((_, rank) => tiles.some((tile) => tile.rank === rank));
  return success({ network: buildRoadNetwork(graph, speeds), sources: [provenanceDesTuiles(provenance, tuiles), vitesses], fichier: null, tuilage: { tuiles, cuts } });
}
