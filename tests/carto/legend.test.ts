import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histogram, histogramDomain } from "../../src/carto/histogram";
import { legendRows } from "../../src/carto/legend";
import { classOf, resolveScale } from "../../src/carto/resolve-scale";
import type { ClassedScale } from "../../src/carto/scale";
import type { View } from "../../src/carto/view";
import { legendLabel } from "../../src/textes/legende";
import { CODES, MINUTES, numbers, POPULATION, scaled, tableOf, texts, viewOf } from "./fixtures";

function rowsOf(view: View, ...override: Parameters<typeof scaled> extends [unknown?, ...infer R] ? R : never) {
  const { scale } = scaled(view, ...override);
  return legendRows(view, scale);
}
function classed(view: View, spec?: Parameters<typeof resolveScale>[1]): ClassedScale {
  return resolveScale(view, spec) as ClassedScale;
}

describe("legendRows", () => {
  test("counts are those of the table, with « pas de donnée » last", () => {
    expect(rowsOf(viewOf()).map(({ classIndex, count }) => [classIndex, count])).toEqual([
      [0, 2],
      [1, 2],
      [2, 0],
      [3, 0],
      [4, 1],
      [-1, 1],
    ]);
  });
  test("inhabitants are summed by class", () => {
    expect(rowsOf(viewOf()).map(({ habitants }) => habitants)).toEqual([9_200, 7_700, 0, 0, 700, 2_000]);
  });
  test("counts and inhabitants sum to those of the table", () => {
    const rows = rowsOf(viewOf(), { method: "quantiles", count: 3 });
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(CODES.length);
    expect(rows.reduce((sum, { habitants }) => sum + (habitants ?? 0), 0)).toBe(POPULATION.reduce((a, b) => a + b, 0));
  });
  test("a table without inhabitants says none", () => {
    const table = tableOf(texts("code", ["a"]), numbers("minutes", [4]));
    expect(rowsOf(viewOf({ table })).map(({ habitants }) => habitants)).toEqual([null, null, null, null, null]);
  });
  test("without missing data there is no such row", () => {
    const table = tableOf(texts("code", ["a"]), numbers("minutes", [4]));
    expect(rowsOf(viewOf({ table })).some(({ classIndex }) => classIndex === -1)).toBe(false);
  });
  test("thresholds are open at both ends", () => {
    expect(rowsOf(viewOf()).slice(0, 5).map(({ from, to }) => [from, to])).toEqual([
      [null, 10],
      [10, 15],
      [15, 20],
      [20, 30],
      [30, null],
    ]);
  });
  test("a first class of one value only is that value", () => {
    const table = tableOf(texts("code", ["a", "b", "c"]), numbers("minutes", [0, 0, 3]));
    const [first, second] = rowsOf(viewOf({ table }), { method: "seuils", breaks: [0, 5] });
    expect([first, second].map((row) => row && legendLabel(row, "pour_100k", 0))).toEqual(["0", "plus de 0 à 5"]);
  });
  test("computed classes start and end with the data", () => {
    const rows = rowsOf(viewOf(), { method: "egal", count: 2 }).filter(({ classIndex }) => classIndex >= 0);
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      [5, 18],
      [18, 31],
    ]);
  });
  test("a proportional scale shows round sizes, none above the largest value", () => {
    const rows = rowsOf(viewOf({ mark: "circle", column: "population", scale: { kind: "proportionnel", maxRadius: 20, color: "#37424d" } }));
    expect(rows.map(({ to }) => to)).toEqual([500, 2_000, 5_000]);
    expect(rows.map(({ count }) => count)).toEqual([0, 0, 6]);
  });
  test("the class of each row of the table is the one its legend row counts", () => {
    const view = viewOf();
    const { scale } = scaled(view);
    for (const row of legendRows(view, scale)) expect(MINUTES.filter((m) => classOf(scale, m) === row.classIndex)).toHaveLength(row.count);
  });
});

describe("histogram", () => {
  test("counts sum to the values that are numbers, and by class to those of the legend", () => {
    const series = fc.array(fc.oneof(fc.double({ min: -50, max: 200, noNaN: true }), fc.constant(Number.NaN), fc.constant(20)), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 40 }), (values, bins) => {
        const view = viewOf({ table: tableOf(texts("code", values.map((_, i) => String(i))), numbers("minutes", values)) });
        const scale = classed(view);
        const bars = histogram(values, scale, bins);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.filter((v) => !Number.isNaN(v)).length);
        for (const { classIndex, count } of legendRows(view, scale).filter((row) => row.classIndex >= 0)) {
          expect(bars.filter((bar) => bar.classIndex === classIndex).reduce((sum, bar) => sum + bar.count, 0)).toBe(count);
        }
      }),
      { seed: 87, numRuns: 150 },
    );
  });
  test("bins are ]x0 ; x1], the first one with its lower end", () => {
    const view = viewOf({ table: tableOf(texts("code", ["a", "b", "c"]), numbers("minutes", [0, 10, 20])), scale: { kind: "classes", defaultClasses: { method: "manuel", breaks: [] }, presets: [], palette: "orrd" } });
    expect(histogram([0, 10, 20], classed(view), 2).map(({ x0, x1, count }) => [x0, x1, count])).toEqual([
      [0, 10, 2],
      [10, 20, 1],
    ]);
  });
  test("a bin that a bound crosses is made of stacked pieces", () => {
    const view = viewOf({ table: tableOf(texts("code", ["a", "b", "c"]), numbers("minutes", [0, 4, 10])) });
    const bars = histogram([0, 4, 10], classed(view, { method: "manuel", breaks: [2] }), 1);
    expect(bars.map(({ classIndex, base, count }) => [classIndex, base, count])).toEqual([
      [0, 0, 1],
      [1, 1, 2],
    ]);
  });
  test("the axis reaches thresholds beyond the data", () => {
    const view = viewOf({ table: tableOf(texts("code", ["a", "b"]), numbers("minutes", [4, 12])) });
    expect(histogramDomain(classed(view))).toEqual([4, 30]);
  });
  test("without data there is no axis and no bar", () => {
    const view = viewOf({ table: tableOf(texts("code", ["a"]), numbers("minutes", [Number.NaN])) });
    expect([histogramDomain(classed(view)), histogram([Number.NaN], classed(view), 5)]).toEqual([null, []]);
  });
  test("one value alone still has an axis", () => {
    const view = viewOf({ table: tableOf(texts("code", ["a"]), numbers("minutes", [7])) });
    expect(histogramDomain(classed(view, { method: "quantiles", count: 4 }))).toEqual([6.5, 7.5]);
  });
});

describe("mots de la légende", () => {
  const label = (classIndex: number, from: number | null, to: number | null) => legendLabel({ classIndex, from, to, label: null }, "minutes", 0).replaceAll(/[\u00A0\u202F]/g, " ");
  test("seuils", () => {
    expect([label(0, null, 10), label(1, 10, 15), label(2, 30, null)]).toEqual(["10 min ou moins", "plus de 10 à 15 min", "plus de 30 min"]);
  });
  test("la première classe calculée contient sa borne basse", () => {
    expect(label(0, 3, 8)).toBe("de 3 à 8 min");
  });
  test("sans donnée", () => {
    expect(label(-1, null, null)).toBe("pas de donnée");
  });
  test("une part se lit en pour cent", () => {
    expect(legendLabel({ classIndex: 1, from: 0.125, to: 0.5, label: null }, "part", 1).replaceAll(/[\u00A0\u202F]/g, " ")).toBe("plus de 12,5 à 50,0 %");
  });
  test("les unités longues restent dans le titre", () => {
    expect(legendLabel({ classIndex: 1, from: 80, to: 110.5, label: null }, "pour_100k", 1)).toBe("plus de 80,0 à 110,5");
  });
});
