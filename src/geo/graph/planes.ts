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

type Target = Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;

/** Puts back what `toPlanes` cut, into `target` (whose length is the count of values). */
export function fromPlanes(bytes: Uint8Array, width: number, codec: Codec, target: Target): void {
  // One array of one type, plane after plane, then one copy: twice as fast as writing each value where it goes.
  const values = new Int32Array(bytes.subarray(0, target.length));
  const count = values.length;
  for (let plane = 1; plane < width; plane += 1) {
    const shift = 8 * plane;
    const at = plane * count;
    for (let i = 0; i < count; i += 1) values[i]! |= bytes[at + i]! << shift;
  }
  if (codec !== CODEC.plain) for (let i = 0; i < count; i += 1) values[i] = (values[i]! >>> 1) ^ -(values[i]! & 1);
  if (codec === CODEC.delta) for (let i = 1; i < count; i += 1) values[i] = (values[i]! + values[i - 1]!) | 0;
  target.set(values);
}
