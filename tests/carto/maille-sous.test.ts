import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { communeDe, mailleSous } from "../../src/carto/maille-sous";
import type { Geometry, View } from "../../src/carto/view";
import type { Table } from "../../src/domain/table";

const LAMBERT = "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs";
const toLambert = proj4("WGS84", LAMBERT);
const place = (x: number, y: number): readonly [number, number] => {
  const [lon = 0, lat = 0] = toLambert.inverse([x, y]);
  return [lon, lat];
};

/** A grid of the size of the region. */
const [OUEST, SUD, LARGEUR, HAUTEUR] = [310_000, 6_190_000, 800, 950];
const NOMS = ["Aixe-sur-Vienne", null, "Bellac"];

/** Cells of these ranks, in this order, as shapes or as a grid: the same ones. */
function vue(kind: "mailles" | "quadrillage", cells: readonly number[], cote = 500): View {
  const corners = cells.map((cell) => [OUEST + cote * (cell % LARGEUR), SUD + cote * Math.floor(cell / LARGEUR)] as const);
  const centres = corners.map(([x, y]) => place(x + cote / 2, y + cote / 2));
  const numbers = (name: string, values: readonly number[]): Table["columns"][number] => ({ name, label: name, type: "nombre", unit: "minutes", digits: 1, values: Float64Array.from(values) });
  const noms = cells.map((_, row) => NOMS[row % 4] ?? null);
  const columns = [numbers("minutes", cells), numbers("lon", centres.map(([lon]) => lon)), numbers("lat", centres.map(([, lat]) => lat))];
  const geometry: Geometry =
    kind === "mailles"
      ? { kind, cote, cle: String(cells) }
      : { kind, ouest: OUEST, sud: SUD, cote, largeur: LARGEUR, hauteur: HAUTEUR, place: Int32Array.from(cells), communes: { noms: NOMS, rang: Uint16Array.from(cells, (_, row) => row % 4) }, carres: { cote: 2000, titre: "" } };
  const table: Table = { id: "mailles", length: cells.length, columns: kind === "mailles" ? [{ name: "nom", label: "Commune", type: "texte", values: noms }, ...columns] : columns };
  const scale = { kind: "classes", defaultClasses: { method: "seuils", breaks: [10] }, presets: [], palette: "orrd" } as const;
  return { id: "mailles", title: "Minutes", table, geometry, mark: kind === "mailles" ? "maille" : "quadrillage", column: "minutes", unit: "minutes", digits: 1, scale, quality: "derive" };
}

const somme = fc.uniqueArray(fc.integer({ min: 0, max: LARGEUR * HAUTEUR - 1 }), { minLength: 1, maxLength: 40 });
/** A place within a cell, in shares of its side; a centimetre from its sides at least. */
const part = fc.double({ min: 0.000_02, max: 0.999_98, noNaN: true });

describe.each(["mailles", "quadrillage"] as const)("the cell under a place, cells drawn as %s", (kind) => {
  it("is the one whose square holds it, to a centimetre", () => {
    fc.assert(
      fc.property(somme, fc.nat(), part, part, (cells, which, u, v) => {
        const row = which % cells.length;
        const cell = cells[row]!;
        const x = OUEST + 500 * ((cell % LARGEUR) + u);
        const y = SUD + 500 * (Math.floor(cell / LARGEUR) + v);
        expect(mailleSous(vue(kind, cells), place(x, y))).toBe(row);
      }),
      { numRuns: 300 },
    );
  });

  it("is none where no square holds it, in a hole of the grid or out of it", () => {
    fc.assert(
      fc.property(somme, fc.integer({ min: -3, max: LARGEUR + 3 }), fc.integer({ min: -3, max: HAUTEUR + 3 }), part, part, (cells, i, j, u, v) => {
        const inside = i >= 0 && j >= 0 && i < LARGEUR && j < HAUTEUR;
        fc.pre(!inside || !cells.includes(j * LARGEUR + i));
        expect(mailleSous(vue(kind, cells), place(OUEST + 500 * (i + u), SUD + 500 * (j + v)))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it("has the commune of its row, none where none is known", () => {
    const view = vue(kind, [12, 900, 5_000, 7_000]);
    expect([0, 1, 2, 3].map((row) => communeDe(view, row))).toEqual(["Aixe-sur-Vienne", null, "Bellac", null]);
  });

  it("is none on the other side of the world, nor where there is no number", () => {
    const view = vue(kind, [12]);
    expect([mailleSous(view, [178, -40]), mailleSous(view, [Number.NaN, Number.NaN])]).toEqual([null, null]);
  });
});

it("is found in squares of any side, and in no view of something else", () => {
  const view = vue("mailles", [801], 2000);
  expect(mailleSous(view, place(OUEST + 2000 + 1999, SUD + 2000 + 1))).toBe(0);
  expect(mailleSous({ ...view, geometry: { kind: "points" } }, place(OUEST + 2100, SUD + 2100))).toBeNull();
});

it("is the same row whatever the figures: a result that moves keeps its cells", () => {
  const view = vue("quadrillage", [12, 13]);
  const moved = { ...view, table: { ...view.table, columns: [] } };
  expect(mailleSous(moved, place(OUEST + 13 * 500 + 250, SUD + 250))).toBe(1);
});
