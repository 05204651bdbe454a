import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { composeStyle } from "../../src/carto/compose-style";
import type { Quadrillage } from "../../src/carto/map-model";
import { coloredCells, enCarres } from "../../src/carto/quadrillage";
import { colorOf, resolveScale } from "../../src/carto/resolve-scale";
import { paintTile, type Tuile } from "../../src/carto/tuile-quadrillage";
import type { View } from "../../src/carto/view";
import { numberValues, type Table, textValues } from "../../src/domain/table";
import { lambert93 } from "../../src/geo/lambert-grid";
import { planDiff } from "../../src/map/reconcile";
import { BASE, SANS_SELECTION } from "./fixtures";

const LAMBERT = "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs";
const toLambert = proj4("WGS84", LAMBERT);

/** Four cells of 500 m around Limoges, on a grid whose corner is one of the squares of 2 km: three rows of known minutes and one of none. */
function view(minutes: readonly number[] = [5, 15, Number.NaN, 25]): View {
  const numbers = (name: string, values: readonly number[]): Table["columns"][number] => ({ name, label: name, type: "nombre", unit: "minutes", digits: 1, values: Float64Array.from(values) });
  const centres = [[0, 0], [2, 0], [0, 1], [1, 1]].map(([i = 0, j = 0]) => toLambert.inverse([565_250 + 500 * i, 6_527_250 + 500 * j]));
  const table: Table = { id: "mailles", length: 4, columns: [numbers("habitants", [1, 2, 3, 4]), numbers("minutes", minutes), numbers("lon", centres.map(([lon]) => lon!)), numbers("lat", centres.map(([, lat]) => lat!))] };
  const scale = { kind: "classes", defaultClasses: { method: "seuils", breaks: [10, 20] }, presets: [], palette: "orrd" } as const;
  const geometry = { kind: "quadrillage", ouest: 564_000, sud: 6_526_000, cote: 500, largeur: 5, hauteur: 4, place: Int32Array.of(12, 14, 17, 18), communes: { noms: ["Aixe", "Bellac"], rang: Uint16Array.of(0, 65_535, 0, 1) }, carres: { cote: 2000, titre: "Par carré" } } as const;
  return { id: "mailles", title: "Minutes", table, geometry, mark: "quadrillage", column: "minutes", unit: "minutes", digits: 1, scale, quality: "derive" };
}

const colored = (of: View, classe: number | null = null): Quadrillage => coloredCells({ view: of, scale: resolveScale(of) }, classe)!;

describe("Lambert-93", () => {
  it("is that of PROJ to a millimetre all over the region", () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 3, noNaN: true }), fc.double({ min: 42.5, max: 47.5, noNaN: true }), (lon, lat) => {
        const [east, north] = lambert93(lon, lat);
        const [x = 0, y = 0] = toLambert.forward([lon, lat]);
        expect(Math.hypot(east - x, north - y)).toBeLessThan(0.001);
      }),
    );
  });
});

describe("the classes of a grid", () => {
  it("are those of the rows at their places, « pas de donnée » apart from no cell at all", () => {
    expect([...colored(view()).classes]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 3, 0, 0, 1, 4, 0]);
  });

  it("have the colours of the scale, and none where there is no cell", () => {
    const of = view();
    const scale = resolveScale(of);
    const { couleurs } = colored(of);
    const hex = (index: number): string => `#${[...couleurs.subarray(4 * index, 4 * index + 3)].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
    expect([hex(1), hex(2), hex(3), hex(4)]).toEqual([Number.NaN, 5, 15, 25].map((value) => colorOf(scale, value)));
    expect([0, 1, 2, 3, 4].map((index) => couleurs[4 * index + 3])).toEqual([0, 255, 255, 255, 255]);
  });

  it("fade but the one under the pointer, and are not worked out again", () => {
    const of = view();
    const scaled = { view: of, scale: resolveScale(of) };
    const lit = coloredCells(scaled, 1)!;
    expect([1, 2, 3, 4].map((index) => lit.couleurs[4 * index + 3] === 255)).toEqual([false, false, true, false]);
    expect(lit.classes).toBe(coloredCells(scaled, null)!.classes);
  });
});

describe("a grid drawn as shapes", () => {
  it("is gathered in its larger squares: centre, inhabitants, mean of those whose minutes are known", () => {
    const of = view();
    const { view: { table, title, mark, geometry } } = enCarres({ view: of, scale: resolveScale(of) });
    expect([title, mark, geometry]).toMatchObject(["Par carré", "maille", { kind: "mailles", cote: 2000 }]);
    expect(textValues(table, "nom")).toEqual(["Bellac", null]);
    expect([textValues(table, "code"), [...numberValues(table, "habitants")], [...numberValues(table, "minutes")]]).toEqual([["564000-6526000", "566000-6526000"], [8, 2], [21, 15]]);
    const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
    [565_000, 567_000].forEach((x, row) => {
      const [east = 0, north = 0] = toLambert.forward([lon[row]!, lat[row]!]);
      expect(Math.hypot(east - x, north - 6_527_000)).toBeLessThan(2);
    });
  });

  it("is nothing else than it was for another view", () => {
    const other = { view: { ...view(), geometry: { kind: "points" } as const }, scale: resolveScale(view()) };
    expect(enCarres(other)).toBe(other);
  });
});

describe("a tile of a grid", () => {
  /** The cell a pixel's centre falls in, by PROJ, without any lattice. */
  function place({ z, x, y, side }: Tuile, column: number, row: number, { ouest, sud, cote }: Quadrillage): [east: number, north: number] {
    const mercator = (rank: number, pixel: number): number => (rank + (pixel + 0.5) / side) / 2 ** z;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * mercator(y, row)))) * 180) / Math.PI;
    const [east = 0, north = 0] = toLambert.forward([360 * mercator(x, column) - 180, lat]);
    return [(east - ouest) / cote, (north - sud) / cote];
  }
  /** Share of a cell between a place and the nearest side of a cell. */
  const toSide = (rank: number): number => Math.abs(rank - Math.round(rank));

  /** A grid the size of the region, its classes at random. */
  const REGION: Quadrillage = { ouest: 310_000, sud: 6_190_000, cote: 500, largeur: 800, hauteur: 950, classes: Uint8Array.from({ length: 800 * 950 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 28) % 5), couleurs: Uint8Array.from({ length: 20 }, (_, i) => (i < 4 ? 0 : 12 * i)) };

  it.each([6, 7, 8, 10, 13])("has at zoom %i the colour of the cell under each pixel, to a tenth of a cell", (z) => {
    // The tile of Angoulême, the middle of the region.
    const [lon, lat] = [0.16, 45.65];
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
    const tuile = { z, x, y, side: 64 };
    const pixels = paintTile(REGION, tuile)!;
    let [wrong, painted] = [0, 0];
    for (let row = 0; row < 64; row += 1) {
      for (let column = 0; column < 64; column += 1) {
        const [east, north] = place(tuile, column, row, REGION);
        if (Math.min(toSide(east), toSide(north)) < 0.1) continue;
        const inside = east >= 0 && north >= 0 && east < 800 && north < 950;
        const index = inside ? REGION.classes[Math.floor(north) * 800 + Math.floor(east)]! : 0;
        painted += index > 0 ? 1 : 0;
        const at = 4 * (64 * row + column);
        if ([0, 1, 2, 3].some((channel) => pixels[at + channel] !== REGION.couleurs[4 * index + channel])) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
    expect(painted).toBeGreaterThan(500);
  });

  it("is nothing where there is no cell", () => {
    expect(paintTile(REGION, { z: 8, x: 140, y: 90, side: 64 })).toBeNull();
  });
});

describe("the map of a grid", () => {
  const model = (of: View, classeSurvolee: number | null = null) => composeStyle(BASE, [{ view: of, scale: resolveScale(of) }], [], { ...SANS_SELECTION, classeSurvolee });

  it("is a valid style, without feature nor state", () => {
    const { style, data, states, quadrillages } = model(view());
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
    expect([Object.keys(quadrillages), "vue-mailles-tuiles" in data, "vue-mailles-tuiles" in states]).toEqual([["vue-mailles-tuiles"], false, false]);
  });

  it("is painted again, and nothing else, when the minutes or the class under the pointer change", () => {
    const of = view();
    const kinds = (after: ReturnType<typeof model>): readonly string[] | undefined => planDiff(model(of), after)?.map(({ kind }) => kind);
    expect([kinds(model(view([1, 2, 3, 4]))), kinds(model(of, 1))]).toEqual([["quadrillage"], ["quadrillage"]]);
  });
});
