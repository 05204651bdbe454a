import { CODEC, type Codec } from "./format";

/** The unsigned 32-bit integers that a codec makes of signed ones. */
function toUnsigned(values: ArrayLike<number>, codec: Codec): Uint32Array {
  const out = new Uint32Array(values.length);
  let before = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]! | 0;
    const kept = codec === CODEC.delta ? (value - before) | 0 : value;
    before = value;
    out[i] = codec === CODEC.plain ? kept : (kept << 1) ^ (kept >> 31);
  }
  return out;
}

export interface Planes {
  /** Bytes per value, 1 to 4. */
  readonly width: number;
  readonly bytes: Uint8Array;
}

/**
 * Cuts integers into byte planes: all the low bytes, then all the second bytes, and so on, as many
 * planes as the largest value needs. High planes are nearly all zero: gzip all but removes them.
 */
export function toPlanes(values: ArrayLike<number>, codec: Codec): Planes {
  const unsigned = toUnsigned(values, codec);
  const count = unsigned.length;
  const largest = unsigned.reduce((max, value) => Math.max(max, value), 0);
  const width = largest > 0xff_ffff ? 4 : largest > 0xffff ? 3 : largest > 0xff ? 2 : 1;
  const bytes = new Uint8Array(count * width);
  for (let plane = 0; plane < width; plane += 1) {
    for (let i = 0; i < count; i += 1) bytes[plane * count + i] = unsigned[i]! >>> (8 * plane);
  }
  return { width, bytes };
}

/** Puts back what `toPlanes` cut, into `target` (whose length is the count of values). */
export function fromPlanes(bytes: Uint8Array, width: number, codec: Codec, target: Int32Array | Int16Array | Uint16Array | Uint8Array): void {
  const count = target.length;
  let before = 0;
  for (let i = 0; i < count; i += 1) {
    let unsigned = 0;
    for (let plane = 0; plane < width; plane += 1) unsigned |= bytes[plane * count + i]! << (8 * plane);
    const value = codec === CODEC.plain ? unsigned : (unsigned >>> 1) ^ -(unsigned & 1);
    before = codec === CODEC.delta ? (before + value) | 0 : value;
    target[i] = before;
  }
}
