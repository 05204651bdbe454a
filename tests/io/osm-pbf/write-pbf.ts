import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";
import type { ByteSource } from "../../../src/io/byte-source";

/** Writes OSM PBF files by hand, for tests: one message at a time, so that each can be made wrong. */

export interface Node {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
}

export interface Way {
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly refs: readonly number[];
}

function message(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish();
}

const deltas = (values: readonly number[]): number[] => values.map((value, i) => value - (i === 0 ? 0 : values[i - 1]!));

export type Packing = "zlib" | "raw" | "lzma";

/** A blob with its header and length, as it stands in a file. */
export function blob(type: string, content: Uint8Array, packing: Packing = "zlib"): Uint8Array {
  const body = message((pbf) => {
    if (packing === "raw") pbf.writeBytesField(1, content);
    pbf.writeVarintField(2, content.length);
    if (packing === "zlib") pbf.writeBytesField(3, deflateSync(content));
    if (packing === "lzma") pbf.writeBytesField(4, content);
  });
  const head = message((pbf) => {
    pbf.writeStringField(1, type);
    pbf.writeVarintField(3, body.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return join(length, head, body);
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function header(features: readonly string[] = ["OsmSchema-V0.6", "DenseNodes"]): Uint8Array {
  return blob("OSMHeader", message((pbf) => features.forEach((feature) => pbf.writeStringField(4, feature))));
}

export interface BlockOptions {
  /** Nanodegrees of one unit of coordinate. */
  readonly granularity?: number;
  /** Nanodegrees added to latitudes and longitudes. */
  readonly offset?: number;
  /** Nodes one by one instead of in columns. */
  readonly plain?: boolean;
}

/** The content of a data blob: nodes, then ways. */
export function block(nodes: readonly Node[], ways: readonly Way[], { granularity = 100, offset = 0, plain = false }: BlockOptions = {}): Uint8Array {
  const strings = ["", ...new Set(ways.flatMap(({ tags }) => Object.entries(tags).flat()))];
  const index = (text: string): number => strings.indexOf(text);
  const unit = (degrees: number): number => Math.round((degrees * 1e9 - offset) / granularity);
  const dense = (pbf: PbfWriter): void => {
    pbf.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
    pbf.writePackedSVarint(8, deltas(nodes.map(({ lat }) => unit(lat))));
    pbf.writePackedSVarint(9, deltas(nodes.map(({ lon }) => unit(lon))));
  };
  const group = (write: (pbf: PbfWriter) => void) => (pbf: PbfWriter): void => pbf.writeMessage(2, (_, inner) => write(inner), null);
  return message((pbf) => {
    pbf.writeMessage(1, (_, table) => strings.forEach((text) => table.writeStringField(1, text)), null);
    if (nodes.length > 0 && !plain) group((inner) => inner.writeMessage(2, (_, columns) => dense(columns), null))(pbf);
    if (nodes.length > 0 && plain) {
      group((inner) => {
        for (const { id, lon, lat } of nodes) {
          inner.writeMessage(1, (_, node) => {
            node.writeSVarintField(1, id);
            node.writeSVarintField(8, unit(lat));
            node.writeSVarintField(9, unit(lon));
          }, null);
        }
      })(pbf);
    }
    if (ways.length > 0) {
      group((inner) => {
        for (const { id, tags, refs } of ways) {
          inner.writeMessage(3, (_, way) => {
            way.writeVarintField(1, id);
            way.writePackedVarint(2, Object.keys(tags).map(index));
            way.writePackedVarint(3, Object.values(tags).map(index));
            way.writePackedSVarint(8, deltas(refs));
          }, null);
        }
      })(pbf);
    }
    pbf.writeVarintField(17, granularity);
    if (offset !== 0) pbf.writeVarintField(19, offset);
    if (offset !== 0) pbf.writeVarintField(20, offset);
  });
}

/** A whole file: header, then one block of nodes and one of ways. */
export function pbfFile(nodes: readonly Node[], ways: readonly Way[]): Uint8Array {
  return join(header(), blob("OSMData", block(nodes, [])), blob("OSMData", block([], ways)));
}

/** Bytes as a file that can be opened again and again, in chunks of this size. */
export function sourceOf(bytes: Uint8Array, name = "essai.osm.pbf", chunk = 1000): ByteSource {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

/** A grid of residential streets `side` by `side`, nodes about 100 m apart around a place; ids from 1. */
export function grid(side: number, lon: number, lat: number, step = 0.001): { readonly nodes: readonly Node[]; readonly ways: readonly Way[] } {
  const nodes = Array.from({ length: side * side }, (_, i) => ({ id: i + 1, lon: lon + (i % side) * step, lat: lat + Math.floor(i / side) * step }));
  const line = (first: number, by: number): number[] => Array.from({ length: side }, (_, k) => first + k * by);
  const ways = Array.from({ length: side }, (_, k) => [
    { id: 2 * k + 1, tags: { highway: "residential" }, refs: line(k * side + 1, 1) },
    { id: 2 * k + 2, tags: { highway: "tertiary", name: `Rue ${String(k)}` }, refs: line(k + 1, side) },
  ]).flat();
  return { nodes, ways };
}
