import type { TuilesFond } from "../domain/tuiles-fond";

/**
 * Every tile of the basemap at one zoom, in one file: `donnees/fond-87.8.bin.gz`. Once inflated, little-endian Uint32:
 * MAGIC, number of tiles, then four for each tile: column, row (Web Mercator, 512 pixels), first byte and length of its
 * Mapbox Vector Tile; the tiles follow. One layer a nature, `nom` and `classe` on its features.
 */
const MAGIC = 0x4c495554;
const HEAD = 2;
const ENTRY = 4;

/** Reads an archive; null when it is not one, or not all of it. */
export function readTuiles(bytes: Uint8Array): TuilesFond | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => (4 * at + 4 <= bytes.byteLength ? view.getUint32(4 * at, true) : Number.NaN);
  if (word(0) !== MAGIC || Number.isNaN(word(1))) return null;
  const tuiles = new Map<string, Uint8Array>();
  for (let k = 0; k < word(1); k += 1) {
    const [column, row, first, length] = [0, 1, 2, 3].map((i) => word(HEAD + ENTRY * k + i)) as [number, number, number, number];
    if (!(first + length <= bytes.byteLength)) return null;
    tuiles.set(`${String(column)}/${String(row)}`, bytes.subarray(first, first + length));
  }
  return tuiles;
}

/** Writes an archive, in the order of the map. */
export function writeTuiles(tuiles: TuilesFond): Uint8Array {
  const head = 4 * (HEAD + ENTRY * tuiles.size);
  const bytes = new Uint8Array([...tuiles.values()].reduce((sum, { length }) => sum + length, head));
  const view = new DataView(bytes.buffer);
  [MAGIC, tuiles.size].forEach((value, at) => view.setUint32(4 * at, value, true));
  let [entry, first] = [HEAD, head];
  for (const [key, tuile] of tuiles) {
    const [column = 0, row = 0] = key.split("/").map(Number);
    [column, row, first, tuile.length].forEach((value, i) => view.setUint32(4 * (entry + i), value, true));
    bytes.set(tuile, first);
    entry += ENTRY;
    first += tuile.length;
  }
  return bytes;
}
