import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import { CODECS, ENTRY, FORMAT_VERSION, HEADER, HEADER_BYTES, MAGIC, SECTION, SECTION_ENTRY_BYTES, type SectionName } from "./format";
import type { GraphSizes } from "./memory";
import { UNITS_PER_DEGREE } from "./road-graph";

const RESSOURCE: ResourceName = "graphe-hv50";

export interface GraphFile {
  readonly sizes: GraphSizes;
  /** [west, south, east, north], degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** Bytes of each section, as views of the file. */
  readonly sections: ReadonlyMap<SectionName, { readonly width: number; readonly bytes: Uint8Array }>;
}

export function unreadable(raison: string): Issue {
  return issue("ressource-illisible", "erreur", { ressource: RESSOURCE, raison });
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
function refusal(file: Uint8Array, view: DataView): Issue | null {
  if (signatureOf(file) !== MAGIC) return unreadable("ce n'est pas un graphe routier de Maillage");
  if (file.byteLength < HEADER_BYTES) return unreadable("fichier coupé dans son en-tête");
  const version = view.getUint32(HEADER.version, true);
  if (version !== FORMAT_VERSION) {
    return issue("ressource-version", "erreur", { ressource: RESSOURCE, attendue: String(FORMAT_VERSION), trouvee: String(version) });
  }
  const announced = view.getUint32(HEADER.totalBytes, true);
  if (announced !== file.byteLength) return unreadable(`${String(file.byteLength)} octets au lieu de ${String(announced)}`);
  if (view.getUint32(HEADER.unitsPerDegree, true) !== UNITS_PER_DEGREE) return unreadable("précision des coordonnées inconnue");
  const tableEnd = HEADER_BYTES + view.getUint32(HEADER.sectionCount, true) * SECTION_ENTRY_BYTES;
  return tableEnd > file.byteLength ? unreadable("fichier coupé dans sa table des sections") : null;
}

function findEntry(view: DataView, id: number): number | null {
  const count = view.getUint32(HEADER.sectionCount, true);
  for (let k = 0; k < count; k += 1) {
    const entry = HEADER_BYTES + k * SECTION_ENTRY_BYTES;
    if (view.getUint32(entry + ENTRY.id, true) === id) return entry;
  }
  return null;
}

/** One section, checked against what the header announces; null when it does not hold together. */
function readSection(file: Uint8Array, view: DataView, name: SectionName, count: number): { width: number; bytes: Uint8Array } | null {
  const entry = findEntry(view, SECTION[name]);
  if (entry === null) return null;
  const field = (at: number): number => view.getUint32(entry + at, true);
  const [codec, width, offset, bytes] = [field(ENTRY.codec), field(ENTRY.width), field(ENTRY.offset), field(ENTRY.bytes)];
  const sound = codec === CODECS[name] && width >= 1 && width <= 4 && field(ENTRY.count) === count && bytes === count * width;
  return sound && offset + bytes <= file.byteLength ? { width, bytes: file.subarray(offset, offset + bytes) } : null;
}

/** Checks the header and the section table of a file, and cuts it into its sections. */
export function readGraphFile(file: Uint8Array): Outcome<GraphFile> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const refused = refusal(file, view);
  if (refused !== null) return failure(refused);
  const count = (at: number): number => view.getUint32(at, true);
  const degrees = (at: number): number => view.getInt32(at, true) / UNITS_PER_DEGREE;
  const sizes: GraphSizes = {
    nodeCount: count(HEADER.nodeCount),
    edgeCount: count(HEADER.edgeCount),
    shapePointCount: count(HEADER.shapePointCount),
    oneWayCount: count(HEADER.oneWayCount),
  };
  // Sections are as long as the counts say, so only this count could ask for more memory than the file can fill.
  if (sizes.oneWayCount > sizes.edgeCount) return failure(unreadable("sens uniques incohérents"));
  const sections = new Map<SectionName, { width: number; bytes: Uint8Array }>();
  for (const name of Object.keys(SECTION) as SectionName[]) {
    const section = readSection(file, view, name, countOf(name, sizes));
    if (section === null) return failure(unreadable(`section « ${name} » absente ou incohérente`));
    sections.set(name, section);
  }
  return success({ sizes, sections, bbox: [degrees(HEADER.west), degrees(HEADER.south), degrees(HEADER.east), degrees(HEADER.north)] });
}
