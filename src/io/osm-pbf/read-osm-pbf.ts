import { PbfReader } from "pbf";
import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { RoadLines } from "../../geo/graph/road-lines";
import type { ByteSource } from "../byte-source";
import { Growing } from "../growing";
import type { RoadFile } from "../road-file";
import { rescaled } from "../rescaled";
import { type RoadKind, roadKind, type RoadTags } from "../road-tags";
import { type BlobType, readBlobs } from "./blobs";
import { readNodes, readWays, type WaySink } from "./block";
import { Places } from "./places";

/** Points that roads may name in one file: 16 million hold in about 500 MB; a région of France has 10 to 15. */
const MAX_POINTS = 16_000_000;

/** What a file may require of its reader and gets. */
const FEATURES: ReadonlySet<string> = new Set(["OsmSchema-V0.6", "DenseNodes"]);

const int32 = (length: number): Int32Array => new Int32Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);

/** Columns of the ways that cars use, filled by the first reading. */
class Ways implements WaySink {
  readonly refs = new Growing<Float64Array>((length) => new Float64Array(length));
  readonly start = new Growing<Int32Array>(int32);
  readonly attributes = new Growing<Uint8Array>(uint8);
  readonly surroundings = new Growing<Uint8Array>(uint8);
  lues = 0;
  sansVoiture = 0;
  accesInterdit = 0;
  private kind: RoadKind | null = null;
  private first = 0;

  wants(tags: RoadTags): boolean {
    const kind = roadKind(tags);
    if (kind === "pas-une-route") return false;
    this.lues += 1;
    if (kind === "sans-voiture") this.sansVoiture += 1;
    if (kind === "acces-interdit") this.accesInterdit += 1;
    this.kind = typeof kind === "string" ? null : kind;
    this.first = this.refs.length;
    return this.kind !== null;
  }

  ref(id: number): void {
    // The same node twice in a row is one place.
    if (this.refs.length === this.first || this.refs.at(this.refs.length - 1) !== id) this.refs.push(id);
  }

  end(): void {
    if (this.kind === null || this.refs.length < this.first + 2) {
      this.refs.cut(this.first);
      return;
    }
    if (this.kind.backwards) for (let a = this.first, b = this.refs.length - 1; a < b; a += 1, b -= 1) this.refs.swap(a, b);
    this.start.push(this.first);
    this.attributes.push(this.kind.attributes);
    this.surroundings.push(this.kind.surroundings);
  }
}

/** Why the header of the file refuses it; null when it does not. */
function headerRefusal(bytes: Uint8Array): string | null {
  const required = new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 4) into.push(pbf.readString());
  }, [] as string[]);
  const unknown = required.filter((feature) => !FEATURES.has(feature));
  if (unknown.includes("HistoricalInformation")) return "il contient l'historique des objets : exportez-en l'état actuel";
  return unknown.length === 0 ? null : `il demande « ${unknown.join(", ")} », que Maillage ne sait pas lire`;
}

type Use = (type: BlobType, bytes: Uint8Array, end: number) => string | Issue | null;

/** Reads a file block after block, yielding the bytes read, to its end or past byte `until`; stops at the first refusal. */
async function* readThrough(source: ByteSource, until: number, use: Use): AsyncGenerator<number, Issue | null, void> {
  for await (const blob of readBlobs(source)) {
    if (!blob.ok) return blob.issues[0] ?? null;
    const { type, bytes, end } = blob.value;
    let trouble: string | Issue | null;
    try {
      trouble = use(type, bytes, end);
    } catch {
      trouble = `le bloc qui finit à l'octet ${String(end)} est abîmé : téléchargez-le de nouveau`;
    }
    if (trouble !== null) return typeof trouble === "string" ? issue("fichier-illisible", "erreur", { fichier: source.name, raison: trouble }) : trouble;
    yield end;
    if (end >= until) return null;
  }
  return null;
}

/** First reading: roads, and where the last node of the file is. */
function collect(source: ByteSource, ways: Ways, into: { lastNodes: number }): AsyncGenerator<number, Issue | null, void> {
  return readThrough(source, Number.POSITIVE_INFINITY, (type, bytes, end) => {
    if (type === "OSMHeader") return headerRefusal(bytes);
    if (readWays(bytes, ways)) into.lastNodes = end;
    return ways.refs.length > MAX_POINTS ? issue("reseau-trop-grand", "erreur", { fichier: source.name, points: MAX_POINTS }) : null;
  });
}

/** Lines of the ways, cut where a place is missing. */
function linesOf(ways: Ways, refs: Float64Array, places: Places): { readonly lines: RoadLines; readonly repaired: number } {
  const place = new Growing<Int32Array>(int32);
  const start = new Growing<Int32Array>(int32);
  const attributes = new Growing<Uint8Array>(uint8);
  const surroundings = new Growing<Uint8Array>(uint8);
  let repaired = 0;
  for (let way = 0; way < ways.start.length; way += 1) {
    const end = way + 1 < ways.start.length ? ways.start.at(way + 1) : refs.length;
    let first = place.length;
    let whole = true;
    const close = (): void => {
      if (place.length < first + 2) place.cut(first);
      else {
        start.push(first);
        attributes.push(ways.attributes.at(way));
        surroundings.push(ways.surroundings.at(way));
      }
      first = place.length;
    };
    for (let i = ways.start.at(way); i < end; i += 1) {
      const index = places.find(refs[i]!);
      if (!places.isMissing(index)) place.push(index);
      else {
        whole = false;
        close();
      }
    }
    close();
    if (!whole) repaired += 1;
  }
  start.push(place.length);
  const lines: RoadLines = {
    lonE7: places.lonE7,
    latE7: places.latE7,
    start: start.take(),
    place: place.take(),
    attributes: attributes.take(),
    surroundings: surroundings.take(),
  };
  return { lines, repaired };
}

/**
 * The roads of an OSM PBF file that cars may use. Reads the file twice (roads, then the nodes they name), one
 * block at a time; what stays in memory grows with the points of roads only: about 30 bytes each.
 * Yields the share done, 0 to 1. Format: wiki.openstreetmap.org/wiki/PBF_Format.
 * Refused with « fichier-illisible » (not PBF, cut, damaged, unknown feature or compression),
 * « reseau-sans-route » or « reseau-trop-grand ».
 */
export async function* readOsmPbf(source: ByteSource): AsyncGenerator<number, Outcome<RoadFile>, void> {
  const ways = new Ways();
  const seen = { lastNodes: 0 };
  const refused = yield* rescaled(collect(source, ways, seen), (end) => end / source.size / 2);
  if (refused !== null) return failure(refused);
  const { lues, sansVoiture, accesInterdit } = ways;
  const empty = failure(issue("reseau-sans-route", "erreur", { fichier: source.name, lues }));
  if (ways.start.length === 0) return empty;
  const refs = ways.refs.take();
  const places = new Places(refs.slice());
  const nodes = readThrough(source, seen.lastNodes, (type, bytes) => {
    if (type === "OSMData") readNodes(bytes, (id, lon, lat) => places.put(id, lon, lat));
    return null;
  });
  const stopped = yield* rescaled(nodes, (end) => 0.5 + end / seen.lastNodes / 2);
  if (stopped !== null) return failure(stopped);
  const { lines, repaired } = linesOf(ways, refs, places);
  if (lines.attributes.length === 0) return empty;
  const bilan = { lues, gardees: ways.start.length, sansVoiture, accesInterdit, reparees: repaired, pointsManquants: places.countMissing() };
  return success({ lines, bilan });
}
