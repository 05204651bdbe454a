import { describe, expect, test } from "vitest";
import { maillesHabitees, titreMailles } from "../../src/analyses/temps-acces/mailles";
import type { Territoires } from "../../src/analyses/shared/acces";
import { legendRows } from "../../src/carto/legend";
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

  test("is drawn in squares of four cells, with the mean of their inhabitants", () => {
    const { lieux, cells, minutes } = plain(220);
    const { table, cote } = runToEnd(maillesHabitees(lieux, cells, minutes, ROUTE));
    expect(titreMailles(cote)).toBe("Minutes par carré habité de 1 km");
    expect([cote, table.length, numberValues(table, "minutes")[0], numberValues(table, "habitants")[0]]).toEqual([1000, 110 * 110, 0.5, 4]);
  });

  test("stays as it is under the limit", () => {
    const { lieux, cells, minutes } = plain(190);
    expect(runToEnd(maillesHabitees(lieux, cells, minutes, ROUTE)).cote).toBe(500);
  });
});
