import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Quadrillage } from "../../src/carto/map-model";
import { paintedTile, tilesOf } from "../../src/map/quadrillage";

/** All of a tile north of Limoges, in red. */
const CELLS: Quadrillage = { ouest: 500_000, sud: 6_500_000, cote: 500, largeur: 200, hauteur: 200, classes: new Uint8Array(40_000).fill(1), couleurs: Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 255) };
const tile = (cells: Quadrillage, place: string) => paintedTile({ url: tilesOf(cells).replace("{z}/{x}/{y}", place) }, new AbortController());

/** What the browser would make a picture of. */
class Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  constructor(data: Uint8ClampedArray, width: number) {
    [this.data, this.width] = [data, width];
  }
}

beforeEach(() => {
  vi.stubGlobal("ImageData", Pixels);
  vi.stubGlobal("createImageBitmap", (pixels: Pixels) => Promise.resolve(pixels));
  vi.stubGlobal("devicePixelRatio", 1);
});

describe("tiles of cells", () => {
  it("are those of the cells whose address it is", async () => {
    const { data } = await tile(CELLS, "12/2061/1461");
    expect(data).toMatchObject({ width: 256 });
    expect([...(data as unknown as Pixels).data.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
  });

  it("are twice as fine on a dense screen", async () => {
    vi.stubGlobal("devicePixelRatio", 2.6);
    expect((await tile(CELLS, "12/2061/1461")).data).toMatchObject({ width: 512 });
  });

  it("are empty where there is no cell, and at the address of cells that nobody holds", async () => {
    expect((await tile(CELLS, "12/100/100")).data).toEqual(new ArrayBuffer());
    expect((await paintedTile({ url: "quadrillage://9999/12/2061/1461" }, new AbortController())).data).toEqual(new ArrayBuffer());
  });
});
