import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import {
  type Codec,
  CODECS,
  ENTRY,
  FORMAT_VERSION,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  MAX_TILES,
  SECTION,
  SECTION_ENTRY_BYTES,
  type SectionName,
  TILE_CODECS,
  TILE_SECTION,
  type TileSectionName,
} from "./format";
import type { GraphSizes } from "./memory";
import { UNITS_PER_DEGREE } from "./road-graph";

/** Bytes of a section, as a view of the file. */
export interface Section {
  readonly width: number;
  readonly bytes: Uint8Array;
}

export interface GraphFile {
  readonly sizes: GraphSizes;
  /** Edges that are driven one way. */
  readonly oneWayCount: number;
  /** [west, south, east, north], degrees. */
  readonly bbox: readonly [number, number, number, number];
  readonly sections: ReadonlyMap<SectionName, Section>;
  /** Rank among the tiles of a graph; 0 of 1 for a graph whole, which has no section of a tile. */
  readonly tile: number;
  readonly tileCount: number;
  readonly tileSections: ReadonlyMap<TileSectionName, Section>;
}

export function unreadable(ressource: ResourceName, raison: string): Issue {
  return issue("ressource-illisible", "erreur", { ressource, raison });
}

function signatureOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, MAGIC.length));
}

/** How many values each section must hold. */
function countOf(name: SectionName, sizes: GraphSizes): number {
  if (name === "lon" || name === "lat") return sizes.nodeCount;
  if (name === "shapeDx" || name === "shapeDy") return sizes.shapePointCount;
  return sizes.edgeCount;
}

/** Why the header refuses the file; null when it does not. */
function refusal(file: Uint8Array, view: DataView, ressource: ResourceName): Issue | null {
  const refuse = (raison: string): Issue => unreadable(ressource, raison);
  if (signatureOf(file) !== MAGIC) return refuse("ce n'est pas un graphe routier de Maillage");
  if (file.byteLength < HEADER_BYTES) return refuse("fichier coupé dans son en-tête");
  const version = view.getUint32(HEADER.version, true);
  if (version !== FORMAT_VERSION) {
    return issue("ressource-version", "erreur", { ressource, attendue: String(FORMAT_VERSION), trouvee: String(version) });
  }
  const announced = view.getUint32(HEADER.totalBytes, true);
  if (announced !== file.byteLength) return refuse(`${String(file.byteLength)} octets au lieu de ${String(announced)}`);
  if (view.getUint32(HEADER.unitsPerDegree, true) !== UNITS_PER_DEGREE) return refuse("précision des coordonnées inconnue");
  const [tile, tileCount] = [view.getUint32(HEADER.tile, true), view.getUint32(HEADER.tileCount, true)];
  if (tileCount < 1 || tileCount > MAX_TILES || tile >= tileCount) return refuse("rang de tuile incohérent");
  const tableEnd = HEADER_BYTES + view.getUint32(HEADER.sectionCount, true) * SECTION_ENTRY_BYTES;
  return tableEnd > file.byteLength ? refuse("fichier coupé dans sa table des sections") : null;
}

function findEntry(view: DataView, id: number): number | null {
  const count = view.getUint32(HEADER.sectionCount, true);
  for (let k = 0; k < count; k += 1) {
    const entry = HEADER_BYTES + k * SECTION_ENTRY_BYTES;
    if (view.getUint32(entry + ENTRY.id, true) === id) return entry;
  }
  return null;
}

/** What a section must be: `count` null where the section itself says how many values it holds. */
interface Expected {
  readonly id: number;
  readonly codec: Codec;
  readonly count: number | null;
}

/** One section, checked against what the header announces; null when it does not hold together. */
function readSection(file: Uint8Array, view: DataView, { id, codec, count }: Expected): Section | null {
  const entry = findEntry(view, id);
  if (entry === null) return null;
  const field = (at: number): number => view.getUint32(entry + at, true);
  const [width, offset, bytes] = [field(ENTRY.width), field(ENTRY.offset), field(ENTRY.bytes)];
  const held = count ?? field(ENTRY.count);
  const sound = field(ENTRY.codec) === codec && width >= 1 && width <= 4 && field(ENTRY.count) === held && bytes === held * width;
  return sound && offset + bytes <= file.byteLength ? { width, bytes: file.subarray(offset, offset + bytes) } : null;
}

/** Values of the section that says what the whole graph is. */
export const WHOLE_VALUES = 6;

/** How many values each section of a tile must hold; null where it says so itself. */
const tileCountOf = (name: TileSectionName, sizes: GraphSizes): number | null =>
  name === "global" ? sizes.nodeCount : name === "whole" ? WHOLE_VALUES : null;

type Read<N> = { readonly missing: N } | { readonly sections: ReadonlyMap<N, Section> };

/** Every section of a list, or the first that is missing or unsound. */
function readAll<N extends string>(names: readonly N[], read: (name: N) => Section | null): Read<N> {
  const sections = new Map<N, Section>();
  for (const name of names) {
    const section = read(name);
    if (section === null) return { missing: name };
    sections.set(name, section);
  }
  return { sections };
}

/** Checks the header and the section table of a file, and cuts it into its sections. */
export function readGraphFile(file: Uint8Array, ressource: ResourceName): Outcome<GraphFile> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const refused = refusal(file, view, ressource);
  if (refused !== null) return failure(refused);
  const count = (at: number): number => view.getUint32(at, true);
  const degrees = (at: number): number => view.getInt32(at, true) / UNITS_PER_DEGREE;
  const sizes: GraphSizes = {
    nodeCount: count(HEADER.nodeCount),
    edgeCount: count(HEADER.edgeCount),
    shapePointCount: count(HEADER.shapePointCount),
  };
  const missing = (name: string): Outcome<never> => failure(unreadable(ressource, `section « ${name} » absente ou incohérente`));
  const own = readAll(Object.keys(SECTION) as SectionName[], (name) =>
    readSection(file, view, { id: SECTION[name], codec: CODECS[name], count: countOf(name, sizes) }),
  );
  if ("missing" in own) return missing(own.missing);
  const tiled = count(HEADER.tileCount) > 1;
  const tile = readAll(tiled ? (Object.keys(TILE_SECTION) as TileSectionName[]) : [], (name) =>
    readSection(file, view, { id: TILE_SECTION[name], codec: TILE_CODECS[name], count: tileCountOf(name, sizes) }),
  );
  if ("missing" in tile) return missing(tile.missing);
  return success({
    sizes,
    oneWayCount: count(HEADER.oneWayCount),
    sections: own.sections,
    bbox: [degrees(HEADER.west), degrees(HEADER.south), degrees(HEADER.east), degrees(HEADER.north)],
    tile: count(HEADER.tile),
    tileCount: count(HEADER.tileCount),
    tileSections: tile.sections,
  });
}
