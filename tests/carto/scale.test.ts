import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INK, NO_DATA, PAPER, paletteColors } from "../../src/carto/palettes";
import { ZONE_STYLES } from "../../src/carto/patterns";
import { classColor, classCount, classOf, colorOf, moveBreak, radiusOf, resolveScale } from "../../src/carto/resolve-scale";
import type { ClassedScale, PaletteId, ScaleSpec } from "../../src/carto/scale";
import { contrastRatio } from "./contrast";
import { numbers, scaled, tableOf, texts, viewOf } from "./fixtures";

function classed(view = viewOf(), override?: Parameters<typeof resolveScale>[1]): ClassedScale {
  const scale = resolveScale(view, override);
  if (scale.kind !== "classes") throw new Error(scale.kind);
  return scale;
}

const CATEGORIES: ScaleSpec = {
  kind: "categories",
  categories: [
    { value: "gagne", label: "zone gagnée", color: "#117733", pattern: "plein" },
    { value: "perdu", label: "zone perdue", color: "#882255", pattern: "croix" },
  ],
};
const categories = viewOf({ table: tableOf(texts("code", ["a", "b", "c"]), texts("etat", ["gagne", "perdu", null])), column: "etat", scale: CATEGORIES });
const circles = viewOf({ mark: "circle", column: "population", scale: { kind: "proportionnel", maxRadius: 20, color: "#37424d" } });

describe("classOf", () => {
  test("a value equal to a bound is in the class below it", () => {
    const scale = classed();
    expect([10, 10.1, 15, 30, 30.1].map((v) => classOf(scale, v))).toEqual([0, 1, 1, 3, 4]);
  });
  test("the minimum is in the first class", () => {
    const scale = classed(viewOf(), { method: "quantiles", count: 3 });
    expect(classOf(scale, scale.min)).toBe(0);
  });
  test("NaN, null and unknown are in none", () => {
    expect([Number.NaN, null, undefined, "x"].map((v) => classOf(classed(), v))).toEqual([-1, -1, -1, -1]);
  });
  test("a category is its rank, an unknown one is in none", () => {
    const scale = resolveScale(categories);
    expect(["gagne", "perdu", null, "autre"].map((v) => classOf(scale, v))).toEqual([0, 1, -1, -1]);
  });
  test("every value that is a number falls in exactly one interval, the one whose bounds hold it", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 2, max: 9 }), (values, count) => {
        const table = tableOf(texts("code", values.map(String)), numbers("v", values));
        const scale = classed(viewOf({ table, column: "v", digits: 2 }), { method: "quantiles", count });
        const bounds = [-Infinity, ...scale.breaks, Infinity];
        for (const value of values) {
          const holding = bounds.slice(1).flatMap((to, i) => (value > (bounds[i] ?? 0) && value <= to ? [i] : []));
          expect(holding).toEqual([classOf(scale, value)]);
        }
      }),
      { seed: 87, numRuns: 150 },
    );
  });
});

describe("resolveScale", () => {
  test("has one colour a class", () => {
    expect(classed().colors).toHaveLength(5);
    expect(classCount(classed())).toBe(5);
  });
  test("the user's classes replace the default ones", () => {
    expect(classed(viewOf(), { method: "manuel", breaks: [12] }).breaks).toEqual([12]);
  });
  test("a share is rounded to the decimals of its percentage", () => {
    const table = tableOf(texts("code", ["a", "b", "c", "d"]), numbers("part", [0.1, 0.1234, 0.5678, 0.9]));
    const scale = classed(viewOf({ table, column: "part", unit: "part", digits: 0 }), { method: "quantiles", count: 2 });
    expect(scale).toMatchObject({ breaks: [0.35], digits: 0 });
  });
  test("without any value there is one class and no extent", () => {
    const table = tableOf(texts("code", ["a"]), numbers("v", [Number.NaN]));
    expect(classed(viewOf({ table, column: "v" }), { method: "ckmeans", count: 5 })).toMatchObject({ breaks: [], colors: [expect.any(String)] as never, min: Number.NaN });
  });
  test("the area of a circle follows the value", () => {
    const scale = resolveScale(circles);
    expect(radiusOf(scale, 6_000)).toBe(20);
    expect(radiusOf(scale, 1_500)).toBe(10);
  });
  test("nothing, no data and zero have no circle", () => {
    const scale = resolveScale(circles);
    expect([0, -1, Number.NaN, null].map((v) => radiusOf(scale, v))).toEqual([0, 0, 0, 0]);
  });
  test("no data has the grey of no data, whatever the scale", () => {
    for (const view of [viewOf(), categories, circles]) expect(colorOf(resolveScale(view), null)).toBe(NO_DATA);
  });
});

describe("moveBreak", () => {
  const scale = classed();
  test("gives classes made by hand, the other bounds as they were", () => {
    expect(moveBreak(scale, 1, 17.26, viewOf())).toEqual({ method: "manuel", breaks: [10, 17.3, 20, 30] });
  });
  test("a bound never passes its neighbours", () => {
    expect(moveBreak(scale, 1, 99, viewOf()).breaks).toEqual([10, 19.9, 20, 30]);
    expect(moveBreak(scale, 1, -5, viewOf()).breaks).toEqual([10, 10.1, 20, 30]);
  });
  test("without room nothing moves", () => {
    const tight = classed(viewOf(), { method: "manuel", breaks: [10, 10.1, 10.2] });
    expect(moveBreak(tight, 1, 50, viewOf()).breaks).toEqual([10, 10.1, 10.2]);
  });
  test("a value that is no number moves nothing", () => {
    expect(moveBreak(scale, 0, Number.NaN, viewOf()).breaks).toEqual(scale.breaks);
    expect(moveBreak(scale, 3, Infinity, viewOf()).breaks).toEqual(scale.breaks);
  });
});

describe("palettes", () => {
  const ids: readonly PaletteId[] = ["cividis", "ylgnbu", "orrd"];
  test.each(ids)("%s darkens from low to high", (id) => {
    const colors = paletteColors(id, 7);
    const contrasts = colors.map((color) => contrastRatio(color, "#ffffff"));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
    expect(new Set(colors).size).toBe(7);
  });
  test("a high value that is good news is the lightest", () => {
    expect(paletteColors("ylgnbu", 5, true)).toEqual(paletteColors("ylgnbu", 5).toReversed());
  });
  test("names on paper and names of zones have a contrast of 4.5", () => {
    for (const color of [INK, ...Object.values(ZONE_STYLES).map(({ ink }) => ink)]) expect(contrastRatio(color, PAPER)).toBeGreaterThanOrEqual(4.5);
  });
  test("no class can be taken for « pas de donnée »", () => {
    for (const id of [...ids, "divergente"] as const) expect(paletteColors(id, 9)).not.toContain(NO_DATA);
  });
  test("contrast of black on white is 21", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  });
});

test("the colour of a value is that of its class", () => {
  const { scale } = scaled();
  for (const value of [3, 12, 40]) expect(colorOf(scale, value)).toBe(classColor(scale, classOf(scale, value)));
});
