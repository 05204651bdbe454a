import { describe, expect, test } from "vitest";
import { maillesHabitees } from "../../src/analyses/temps-acces/mailles";
import type { Territoires } from "../../src/analyses/shared/acces";
import { legendRows } from "../../src/carto/legend";
import { communeDe } from "../../src/carto/maille-sous";
import { enCarres } from "../../src/carto/quadrillage";
import { resolveScale } from "../../src/carto/resolve-scale";
import type { View } from "../../src/carto/view";
import { ROUTE } from "../../src/domain/origine-minutes";
import { numberValues, type Table, textValues } from "../../src/domain/table";
import { runToEnd } from "../../src/geo/nearest-site";
import { run, siteList, total } from "./run";

async function grid(params = {}): Promise<{ readonly view: View; readonly facts: Readonly<Record<string, unknown>> }> {
  const { views, facts } = await run("temps-acces", { params });
  return { view: views.find(({ id }) => id === "mailles")!, facts };
}

describe("the inhabited grid of Haute-Vienne", () => {
  test("has each square once, with all the inhabitants", async () => {
    const { view: { table }, facts } = await grid();
    expect(new Set(textValues(table, "code")).size).toBe(table.length);
    expect(total([...numberValues(table, "habitants")])).toBeCloseTo(Number(facts["habitants"]), 3);
  });

  test("has in its legend the inhabitants that the facts count", async () => {
    const { view, facts } = await grid();
    const rows = legendRows(view, resolveScale(view));
    let sum = 0;
    for (const [i, palier] of [10, 15, 20, 30].entries()) {
      sum += rows[i]!.habitants!;
      expect(sum).toBeCloseTo(Number(facts[`habitants_${palier}`]), 3);
    }
  });

  test("has the mean that the sentence says", async () => {
    const { view: { table }, facts } = await grid();
    const [habitants, minutes] = [numberValues(table, "habitants"), numberValues(table, "minutes")];
    expect(total(Array.from(minutes, (value, i) => value * habitants[i]!)) / total([...habitants])).toBeCloseTo(Number(facts["minutes_moyenne"]), 6);
  });

  test("keeps its key when the minutes change, and is not there without minutes", async () => {
    const keyOf = ({ view }: { readonly view: View }): string => (view.geometry.kind === "mailles" ? view.geometry.cle : "");
    expect(keyOf(await grid({ genres: ["urgences"] }))).toBe(keyOf(await grid()));
    expect((await run("temps-acces", { sites: siteList([[3, 50]]) })).views.some(({ id }) => id === "mailles")).toBe(false);
  });
});

describe("a territory of very many cells", () => {
  /** One commune, `side` × `side` inhabited cells from the corner of the 2 km squares, a person each, minutes = rank of the row. */
  function plain(side: number): { readonly lieux: Territoires; readonly cells: Table; readonly minutes: Float64Array } {
    const length = side * side;
    const all = Array.from({ length }, (_, i) => i);
    const numbers = (name: string, values: readonly number[]): Table["columns"][number] => ({ name, label: name, type: "nombre", unit: "metres", digits: 0, values: Float64Array.from(values) });
    const x = all.map((i) => 560_000 + 500 * (i % side));
    const y = all.map((i) => 6_520_000 + 500 * Math.floor(i / side));
    const cells: Table = { id: "cellules", length, columns: [numbers("x", x), numbers("y", y), numbers("lon", all.map(() => 1.2)), numbers("lat", all.map(() => 45.8))] };
    const communes: Table = { id: "communes", length: 1, columns: [{ name: "nom", label: "Nom", type: "texte", values: ["Ici"] }] };
    const demande = { rows: Int32Array.from(all), commune: new Int32Array(length), habitants: new Float64Array(length).fill(1) };
    const depart = { demande, rattachement: { edge: new Int32Array(length), share: new Float32Array(length), metres: new Float32Array(length) } };
    const groupes = { codes: ["1"], noms: ["Ici"], partiel: new Uint8Array(1), communes: [0], groupe: new Int32Array(1) };
    return { lieux: { communes, groupes, chefs: depart, cellules: depart }, cells, minutes: Float64Array.from(all, (i) => Math.floor(i / side)) };
  }

  const viewOf = (side: number): View => {
    const { lieux, cells, minutes } = plain(side);
    const mailles = runToEnd(maillesHabitees(lieux, cells, minutes, ROUTE));
    const scale = { kind: "classes", defaultClasses: { method: "seuils", breaks: [10, 20] }, presets: [], palette: "orrd" } as const;
    return { id: "mailles", title: "Minutes par maille habitée", ...mailles, column: "minutes", unit: "minutes", digits: 1, scale, quality: "derive" };
  };

  test("keeps each of its cells, at its place on the grid", () => {
    const { table, geometry } = viewOf(220);
    expect(geometry).toMatchObject({ kind: "quadrillage", ouest: 560_000, sud: 6_520_000, cote: 500, largeur: 220, hauteur: 220 });
    expect([table.length, geometry.kind === "quadrillage" && geometry.place[221]]).toEqual([220 * 220, 221]);
    expect(legendRows(viewOf(220), resolveScale(viewOf(220))).map(({ count }) => count)).toEqual([11 * 220, 10 * 220, 199 * 220]);
  });

  test("names the commune of each cell by its rank among the names", () => {
    const view = viewOf(220);
    expect([communeDe(view, 0), communeDe(view, 220 * 220 - 1)]).toEqual(["Ici", "Ici"]);
    expect(view.geometry.kind === "quadrillage" && view.geometry.communes.noms).toEqual(["Ici"]);
  });

  test("is gathered for drawings in squares of four cells, with the mean of their inhabitants and the same classes", () => {
    const view = viewOf(220);
    const scaled = { view, scale: resolveScale(view) };
    const { view: { table, title, mark, geometry }, scale } = enCarres(scaled);
    expect([title, mark, geometry.kind === "mailles" && geometry.cote, scale]).toEqual(["Minutes par carré habité de 1 km", "maille", 1000, scaled.scale]);
    expect([table.length, numberValues(table, "minutes")[0], numberValues(table, "habitants")[0], textValues(table, "code")[1]]).toEqual([110 * 110, 0.5, 4, "561000-6520000"]);
    expect(total([...numberValues(table, "habitants")])).toBe(220 * 220);
  });

  test("stays shapes under the limit", () => {
    const { mark, geometry } = viewOf(190);
    expect([mark, geometry.kind === "mailles" && geometry.cote]).toEqual(["maille", 500]);
  });
});
