import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { composeStyle } from "../../src/carto/compose-style";
import { countedIn } from "../../src/carto/legend";
import { cellSquares } from "../../src/carto/mailles";
import { resolveScale } from "../../src/carto/resolve-scale";
import type { View } from "../../src/carto/view";
import type { Table } from "../../src/domain/table";
import { moveOnGrid } from "../../src/geo/lambert-grid";
import { planDiff } from "../../src/map/reconcile";
import { BASE, SANS_SELECTION } from "./fixtures";

const LAMBERT = "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs";
const degrees = (x: number, y: number): readonly number[] => proj4(LAMBERT, "WGS84").forward([x, y]);
/** Metres on the ground between two places a few metres apart. */
const gap = (a: readonly number[], b: readonly number[]): number => Math.hypot((a[0]! - b[0]!) * 78_000, (a[1]! - b[1]!) * 111_000);

/** Corners of the region: La Rochelle side, Creuse, the Pyrenees, the Landes. */
const PLACES = [[360_000, 6_580_000], [650_000, 6_560_000], [420_000, 6_200_000], [350_000, 6_300_000], [565_500, 6_527_000]] as const;

/** Two cells side by side, east of a corner; minutes as given. */
function cells(minutes: readonly number[], cle: string): View {
  const corners = minutes.map((_, i) => [565_500 + 500 * i, 6_527_000] as const);
  const centres = corners.map(([x, y]) => degrees(x + 250, y + 250));
  const numbers = (name: string, values: readonly number[], unit: "degres" | "minutes"): Table["columns"][number] => ({ name, label: name, type: "nombre", unit, digits: 1, values: Float64Array.from(values) });
  const table: Table = {
    id: "mailles",
    length: minutes.length,
    columns: [
      { name: "code", label: "Code", type: "texte", values: corners.map(([x, y]) => `${x}-${y}`) },
      { name: "nom", label: "Commune", type: "texte", values: minutes.map(() => "Limoges") },
      numbers("minutes", minutes, "minutes"),
      numbers("lon", centres.map(([lon]) => lon!), "degres"),
      numbers("lat", centres.map(([, lat]) => lat!), "degres"),
    ],
  };
  const scale = { kind: "classes", defaultClasses: { method: "seuils", breaks: [10, 20] }, presets: [], palette: "orrd" } as const;
  return { id: "mailles", title: "Minutes", table, geometry: { kind: "mailles", cote: 500, cle }, mark: "maille", column: "minutes", unit: "minutes", digits: 1, scale, quality: "derive" };
}

describe("squares of the inhabited grid", () => {
  it.each(PLACES)("have the corners of the Lambert-93 grid at %i, %i, to a metre", (x, y) => {
    const [lon = 0, lat = 0] = degrees(x + 250, y + 250);
    for (const [dx, dy] of [[-250, -250], [250, -250], [250, 250], [-250, 250]] as const) expect(gap(moveOnGrid(lon, lat, dx, dy), degrees(x + 250 + dx, y + 250 + dy))).toBeLessThan(1);
    expect(gap(moveOnGrid(lon, lat, 750, -750), degrees(x + 1000, y - 500))).toBeLessThan(2);
  });

  it("share their sides, wound counterclockwise and closed", () => {
    const [west, east] = cellSquares(cells([5, 15], "a"))!.features.map(({ geometry }) => geometry.coordinates[0]!);
    expect([gap(west![1]!, east![0]!) < 1, gap(west![2]!, east![3]!) < 1]).toEqual([true, true]);
    expect([west!.length, west![0]]).toEqual([5, west![4]]);
    const turn = west!.slice(1).reduce((sum, [x, y], i) => sum + west![i]![0]! * y! - x! * west![i]![1]!, 0);
    expect(turn).toBeGreaterThan(0);
  });

  it("are counted as cells, or as the larger squares that cells are gathered in", () => {
    const one = cells([5, 15], "e");
    expect([countedIn(one), countedIn({ ...one, geometry: { kind: "mailles", cote: 2000, cle: "f" } })]).toEqual(["mailles", "carres"]);
  });

  it("are recoloured by states alone when the minutes change", () => {
    const model = (minutes: readonly number[]) => {
      const view = cells(minutes, "b");
      return composeStyle(BASE, [{ view, scale: resolveScale(view) }], [], SANS_SELECTION);
    };
    const plan = planDiff(model([5, 15]), model([5, 25]));
    expect(plan?.map(({ kind }) => kind)).toEqual(["etat"]);
  });

  it("are built again for other cells", () => {
    const one = cellSquares(cells([5, 15], "c"));
    expect([cellSquares(cells([6, 16], "c")) === one, cellSquares(cells([5], "d"))!.features.length]).toEqual([true, 1]);
  });
});
