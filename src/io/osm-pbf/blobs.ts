import { PbfReader } from "pbf";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { ByteCursor, type ByteSource } from "../byte-source";

/** Limits of the format (wiki.openstreetmap.org/wiki/PBF_Format): past them the bytes are something else. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

/** Compressions of the format that are not read here, by field number. */
const OTHER_COMPRESSIONS: Readonly<Record<number, string>> = { 4: "lzma", 5: "bzip2", 6: "lz4", 7: "zstd" };

export type BlobType = "OSMHeader" | "OSMData";

/** One inflated blob of the file. */
export interface PbfBlob {
  readonly type: BlobType;
  readonly bytes: Uint8Array;
  /** Bytes of the file read so far, this blob included. */
  readonly end: number;
}

const DAMAGED = "un bloc est abîmé : téléchargez-le de nouveau";
const NOT_PBF = "ce n'est pas un fichier OSM PBF";

function refuse(source: ByteSource, raison: string): Outcome<never> {
  return failure(issue("fichier-illisible", "erreur", { fichier: source.name, raison }));
}

/** Where a cut file stops, in words that say how to mend it. */
function cutAt(offset: number): string {
  return `il est coupé : il s'arrête à l'octet ${String(offset)}, au milieu d'un bloc. Téléchargez-le de nouveau`;
}

function readHeader(bytes: Uint8Array): { readonly type: string; readonly size: number } {
  const header = { type: "", size: -1 };
  return new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.type = pbf.readString();
    else if (field === 3) into.size = pbf.readVarint();
  }, header);
}

/**
 * Inflates `bytes` into `size` bytes. Written to the stream by hand: through a Blob and a Response, each of the many
 * small blobs would cross to the browser's own process and back. Rejects on bytes that are not zlib.
 */
async function inflateZlib(bytes: Uint8Array, size: number): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // A refusal is met by the reader below, under the same error.
  const written = Promise.allSettled([writer.write(new Uint8Array(bytes)), writer.close()]);
  const reader = readable.getReader();
  const inflated = new Uint8Array(size);
  let at = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (at + chunk.value.length > size) throw new Error("more bytes than announced");
    inflated.set(chunk.value, at);
    at += chunk.value.length;
  }
  await written;
  return inflated.subarray(0, at);
}

/** The bytes inside a blob message, inflated; the reason when they cannot be had. */
async function unpack(message: Uint8Array): Promise<Uint8Array | string> {
  const found: { raw?: Uint8Array; zlib?: Uint8Array; size?: number; other?: string } = {};
  try {
    new PbfReader(message).readFields((field, into, pbf) => {
      if (field === 1) into.raw = pbf.readBytes();
      else if (field === 2) into.size = pbf.readVarint();
      else if (field === 3) into.zlib = pbf.readBytes();
      else if (OTHER_COMPRESSIONS[field] !== undefined) into.other = OTHER_COMPRESSIONS[field];
    }, found);
    if (found.raw !== undefined) return found.raw;
    if (found.other !== undefined) return `compression ${found.other} non lue : réécrivez-le avec la compression zlib`;
    if (found.zlib === undefined) return "un bloc est vide";
    if (found.size === undefined || found.size > MAX_BLOB_BYTES) return "un bloc n'annonce pas sa taille";
    const inflated = await inflateZlib(found.zlib, found.size);
    return inflated.length === found.size ? inflated : DAMAGED;
  } catch {
    return DAMAGED;
  }
}

/** The header of the next blob; null at the end of the file. */
async function nextHeader(source: ByteSource, cursor: ByteCursor): Promise<Outcome<{ readonly type: string; readonly size: number } | null>> {
  const start = cursor.offset;
  const first = start === 0;
  const four = await cursor.take(4);
  if (four.length === 0 && !first) return success(null);
  if (four.length < 4) return refuse(source, first ? NOT_PBF : cutAt(cursor.offset));
  const length = new DataView(four.buffer, four.byteOffset, 4).getUint32(0);
  if (length === 0 || length > MAX_HEADER_BYTES) return refuse(source, first ? NOT_PBF : `le bloc à l'octet ${String(start)} est abîmé`);
  const bytes = await cursor.take(length);
  if (bytes.length < length && !first) return refuse(source, cutAt(cursor.offset));
  try {
    const header = readHeader(bytes);
    if (first && header.type !== "OSMHeader") return refuse(source, NOT_PBF);
    if (bytes.length === length && header.size >= 0 && header.size <= MAX_BLOB_BYTES) return success(header);
  } catch {
    // Said below.
  }
  return refuse(source, first ? NOT_PBF : `le bloc à l'octet ${String(start)} est abîmé`);
}

/**
 * The blobs of an OSM PBF file, one after the other, inflated: never more than one of them is in memory.
 * Ends after the first refusal. Blob types that are neither header nor data are skipped, as the format asks.
 */
export async function* readBlobs(source: ByteSource): AsyncGenerator<Outcome<PbfBlob>, void, void> {
  const cursor = new ByteCursor(source);
  try {
    for (;;) {
      const header = await nextHeader(source, cursor);
      if (!header.ok) yield header;
      if (!header.ok || header.value === null) return;
      const { type, size } = header.value;
      const message = await cursor.take(size);
      const bytes = message.length < size ? cutAt(cursor.offset) : await unpack(message);
      if (typeof bytes === "string") {
        yield refuse(source, bytes);
        return;
      }
      if (type === "OSMHeader" || type === "OSMData") yield success({ type, bytes, end: cursor.offset });
    }
  } finally {
    await cursor.close();
  }
}
