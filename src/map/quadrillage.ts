import type { Quadrillage } from "../carto/map-model";

/** Tiles of cells: read by the map from this page, never from the network. */
export const SCHEMA_QUADRILLAGE = "quadrillage";

/** Pixels of a tile's side, twice on a dense screen. */
const SIDE = 256;

/** The cells behind each address, as long as a map holds them. */
const served = new Map<string, WeakRef<Quadrillage>>();
const numbers = new WeakMap<Quadrillage, number>();
let last = 0;

/** Address of the tiles of these cells: others have another one, so that the map asks for its tiles again. */
export function tilesOf(cells: Quadrillage): string {
  const number = numbers.get(cells) ?? (last += 1);
  if (!numbers.has(cells)) {
    for (const [key, held] of served) if (held.deref() === undefined) served.delete(key);
    numbers.set(cells, number);
    served.set(String(number), new WeakRef(cells));
  }
  return `${SCHEMA_QUADRILLAGE}://${number}/{z}/{x}/{y}`;
}

/** The tile at an address, painted when asked for, in a millisecond or two; empty where there is no cell. */
export async function paintedTile({ url }: { readonly url: string }, { signal }: AbortController): Promise<{ data: ImageBitmap | ArrayBuffer }> {
  const [number = "", ...place] = url.slice(`${SCHEMA_QUADRILLAGE}://`.length).split("/");
  const { paintTile } = await import("../carto/tuile-quadrillage");
  const cells = served.get(number)?.deref();
  const [z = 0, x = 0, y = 0] = place.map(Number);
  const side = devicePixelRatio > 1 ? 2 * SIDE : SIDE;
  const pixels = cells === undefined || signal.aborted ? null : paintTile(cells, { z, x, y, side });
  return { data: pixels === null ? new ArrayBuffer() : await createImageBitmap(new ImageData(pixels, side, side)) };
}
