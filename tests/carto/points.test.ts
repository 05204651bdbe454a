import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { communePoints, departementPoints, rowPoints, territoirePoints } from "../../src/carto/points";
import { spreadPoints } from "../../src/carto/spread";
import { atZoom } from "../../src/carto/style-parts";
import { namedFrom } from "../../src/carto/basemap";
import { SYMBOL_IDS, symbolImage, symbolOfGenre, symbolsOfCouche } from "../../src/carto/symbols";
import { COUCHES, ORIGINE_COUCHE } from "../../src/domain/couche";
import { GENRES_SITE } from "../../src/domain/genre-site";
import { numbers, pointsCouche, square, TABLE, tableOf, TERRITOIRES, texts } from "./fixtures";

describe("points", () => {
  test("the point of a territory is the centroid of its largest part", () => {
    const two: FeatureCollection = {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { code: "87" },
          geometry: { type: "MultiPolygon", coordinates: [square(5, 40, 0.1), square(1, 45, 1)].map((g) => (g.type === "Polygon" ? g.coordinates : [])) },
        },
      ],
    };
    const [x, y] = territoirePoints(two).features[0]?.geometry.coordinates ?? [];
    expect([x, y].map((v) => Number(v?.toFixed(6)))).toEqual([1.5, 45.5]);
  });
  test("derived collections keep their reference", () => {
    expect(territoirePoints(TERRITOIRES)).toBe(territoirePoints(TERRITOIRES));
    expect(communePoints(TABLE)).toBe(communePoints(TABLE));
  });
  test("rows without a place are left out", () => {
    const table = tableOf(texts("code", ["a", "b"]), texts("nom", ["A", "B"]), numbers("lon", [1, Number.NaN]), numbers("lat", [45, 45]));
    expect(rowPoints(table).features.map(({ properties }) => properties?.["code"])).toEqual(["a"]);
  });
  test("a population that is not known counts as none for names", () => {
    const table = tableOf(texts("code", ["a"]), texts("nom", ["A"]), numbers("lon", [1]), numbers("lat", [45]), numbers("population", [Number.NaN]));
    expect(communePoints(table).features[0]?.properties).toMatchObject({ population: 0 });
  });
  test("départements are named by their code", () => {
    const outlines: FeatureCollection = { type: "FeatureCollection", features: [{ type: "Feature", properties: { dep: "19" }, geometry: square(1, 45, 1) }] };
    expect(departementPoints(outlines).features[0]?.properties).toEqual({ code: "19", nom: "Corrèze" });
  });
});

describe("spread", () => {
  const place = [1.25, 45.85] as const;
  const layers = new Map([
    ["hopital", pointsCouche("hopital", "hopital", [place, [2, 46]]).features],
    ["urgences", pointsCouche("urgences", "urgences", [place]).features],
    ["smur", pointsCouche("smur", "smur", [place]).features],
  ]);
  const offsets = (key: string): unknown[] => spreadPoints(layers).get(key)?.features.map(({ properties }) => properties?.["decalage"]) ?? [];
  test("sites at one place stand in a row centred on it", () => {
    expect([...offsets("hopital"), ...offsets("urgences"), ...offsets("smur")]).toEqual([-1, undefined, 0, 1]);
  });
  test("a site alone stays the very feature it was", () => {
    expect(spreadPoints(layers).get("hopital")?.features[1]).toBe(layers.get("hopital")?.features[1]);
  });
});

describe("symbols", () => {
  test("no two kinds share both outline and colour", () => {
    expect(new Set(SYMBOL_IDS.map((id) => JSON.stringify(symbolImage(id).paths[1]))).size).toBe(SYMBOL_IDS.length);
  });
  test("every drawing stays within its square", () => {
    for (const id of SYMBOL_IDS) {
      const { size, paths } = symbolImage(id);
      for (const { d } of paths) for (const n of d.replaceAll(/A[^A-Z]*/g, " ").match(/-?\d+(\.\d+)?/g) ?? []) {
        expect(Number(n)).toBeGreaterThanOrEqual(0);
        expect(Number(n)).toBeLessThanOrEqual(size);
      }
    }
  });
  test("every kind of site has its symbol, an unknown one a plain disc", () => {
    for (const genre of GENRES_SITE) expect(symbolOfGenre(genre)).not.toBe("site");
    expect(symbolOfGenre("autre chose")).toBe("site");
  });
  test("every layer of points has one at least", () => {
    for (const couche of COUCHES) if (ORIGINE_COUCHE[couche].kind === "points") expect(symbolsOfCouche(couche).length).toBeGreaterThan(0);
  });
});

describe("zoom", () => {
  test("values are worked out between two stops, and held beyond them", () => {
    expect([5, 6, 7, 8, 20].map((zoom) => atZoom(zoom, [6, 10, 8, 20]))).toEqual([10, 10, 15, 20, 20]);
  });
  test("more communes are named from nearer", () => {
    const thresholds = [3, 6, 8, 9.9, 11, 15].map(namedFrom);
    expect(thresholds).toEqual([60_000, 40_000, 3_000, 1_200, 0, 0]);
  });
});
