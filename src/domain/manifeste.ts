import type { Quality } from "./provenance";
import type { ResourceName } from "./ressource";

/** Which rows a served file holds: Haute-Vienne, the others, or all of them. */
export type PartName = "87" | "reste" | "tout";

/**
 * One file under `donnees/`. Fetch `donnees/<path>?v=<first 8 characters of sha256>`: the name is
 * stable, the query is what caches key on. `.gz` files normally arrive as they are, without
 * Content-Encoding, and the reader decompresses them (DecompressionStream); some static hosts announce
 * the encoding, so the reader looks at the first two bytes (1f 8b) before it decompresses.
 */
export interface RessourcePart {
  readonly path: string;
  readonly part: PartName;
  readonly bytes: number;
  /** Of the bytes served, hexadecimal: the first 16 characters at least. Whole ones would weigh 1.6 kB on the first screen. */
  readonly sha256: string;
}

export interface ManifesteField {
  readonly name: string;
  /** Frictionless type: string, integer, number, date, boolean … */
  readonly type: string;
}

export interface ManifesteRessource {
  readonly name: ResourceName;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly vintage: string;
  readonly quality: Quality;
  readonly note?: string;
  /** Rows (or features) of the whole resource, all parts together. */
  readonly rows: number;
  /** Absent for what is not a table. */
  readonly fields?: readonly ManifesteField[];
  /** Either one part « tout », or « 87 » then « reste ». */
  readonly parts: readonly RessourcePart[];
}

/** The basemaps that are cut in tiles: fine around Haute-Vienne, coarse for the region. */
export type NomFond = "87" | "na";

/** Zooms that are cut, first and last; beyond the last one the map enlarges it. */
export const ZOOMS_FOND = [5, 12] as const;

/** `donnees/index.json`: data/datapackage.json reduced to what the app reads, with the parts really served. */
export interface Manifeste {
  /** First 8 characters of a hash over every part: changes when any byte of the data changes. */
  readonly version: string;
  readonly ressources: Readonly<Partial<Record<ResourceName, ManifesteRessource>>>;
  /** Version of each basemap, whose tiles are in `donnees/fond-<nom>.<zoom>.bin.gz?v=<version>`. Absent where none is cut: from the command line. */
  readonly fonds?: Readonly<Record<NomFond, string>>;
}
