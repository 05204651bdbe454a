/** What a road file held and what was made of it: said after an import, and printed by the command line. */
export interface BilanLignes {
  /** Lines of the file that could be roads. */
  readonly lues: number;
  /** Roads that cars may use. */
  readonly gardees: number;
  /** Tracks, paths, services, railways under construction … */
  readonly sansVoiture: number;
  readonly accesInterdit: number;
  /** Roads that were cut where a point of theirs was missing or unreadable. */
  readonly reparees: number;
  /** Points that are named by a road and not in the file, or that cannot be places. */
  readonly pointsManquants: number;
}

/** What the graph made of it holds. */
export interface BilanGraphe {
  readonly noeuds: number;
  readonly troncons: number;
  /** Kilometres of road kept. */
  readonly km: number;
  /** Stretches left out: the main network cannot be reached from them, or cannot reach them. */
  readonly tronconsIsoles: number;
  /** Share of the length that is estimated to be in built-up areas, 0 to 1. */
  readonly partUrbaine: number;
}

export type FormatRoutes = "osm-pbf" | "geojson";

/** A road network of the user's, as lists show it. */
export interface ReseauImporte {
  /** Hash of the graph: the same roads have the same id. */
  readonly id: string;
  /** Name of the file it was read from. */
  readonly fichier: string;
  readonly format: FormatRoutes;
  /** Bytes of the graph in memory, and kept. */
  readonly octets: number;
  /** Epoch milliseconds of the import. */
  readonly date: number;
  readonly lignes: BilanLignes;
  readonly graphe: BilanGraphe;
  /** Kept in the browser; otherwise it lasts as long as the page. */
  readonly garde: boolean;
}

/** The network a document asks minutes of: enough to find it, and to name it when it is gone. */
export type ChoixReseau = Pick<ReseauImporte, "id" | "fichier">;
