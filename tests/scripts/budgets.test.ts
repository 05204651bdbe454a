import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { isKept, median, report, transferSize } from "../../scripts/budgets/mesures";
import type { Mesure } from "../../scripts/budgets/mesures";
import { originOf } from "../../scripts/vite/morceaux";

const mesure = (value: number): Mesure => ({ nom: "graphe", mesure: value, permis: 2.7, unite: "Mo", detail: ["a.js"] });

test("a budget is kept up to what is allowed, included", () => {
  expect([2.69, 2.7, 2.71].map((value) => isKept(mesure(value)))).toEqual([true, true, false]);
});

test("nothing measured is not a success", () => {
  expect(isKept(mesure(Number.NaN))).toBe(false);
});

test("the report gives measured and allowed, and the detail of what is too heavy", () => {
  expect(report(mesure(2.5))).toBe("✓ graphe : 2,5 Mo (2,7 permis)");
  expect(report(mesure(3))).toBe("✗ graphe : 3 Mo (2,7 permis)\n    a.js");
});

test("text weighs its compressed size, a compressed file its own", () => {
  const bytes = Buffer.from("abc".repeat(1000));
  expect(transferSize("a.csv", bytes)).toBe(gzipSync(bytes).length);
  expect(transferSize("a.csv.gz", bytes)).toBe(3000);
});

test("the median is the middle one, not the mean", () => {
  expect(median([900, 1, 2])).toBe(2);
});

test("a module is traced to its package or to its folder", () => {
  expect(originOf("/p", "/p/node_modules/@turf/turf/dist/x.js")).toBe("@turf/turf");
  expect(originOf("/p", "/p/node_modules/a/node_modules/kdbush/index.js")).toBe("kdbush");
  expect(originOf("/p", "/p/src/documents/svg/map.ts?x")).toBe("src/documents");
});
