import * as fc from "fast-check";
import type { MultiLineString } from "geojson";
import { describe, expect, it } from "vitest";
import { areaKm2 } from "../../src/geo/area";
import { dissolve } from "../../src/geo/dissolve";
import { bboxOf, bordersOf, featuresOf } from "../../src/geo/outlines";
import { board, boardTopology } from "./topology-examples";

const topology = boardTopology(4, 3);
const column = (code: string): string => code.slice(0, 1);

describe("outlines", () => {
  it("gives every geometry with its code and its properties", () => {
    const { features } = featuresOf(topology, "communes");
    expect(features.map((f) => f.properties?.["code"] as string)).toEqual(board(4, 3).features.map((f) => f.id));
    expect(features[5]?.properties).toEqual({ nom: "carré 5", code: "1-1" });
  });

  it("keeps only the codes asked for", () => {
    expect(featuresOf(topology, "communes", (code) => column(code) === "2").features.map((f) => f.id)).toEqual(["2-0", "2-1", "2-2"]);
  });

  it("says the box of a collection, and null for an empty one", () => {
    expect(bboxOf(featuresOf(topology, "communes"))?.map((v) => Number(v.toFixed(5)))).toEqual([1, 45, 1.4, 45.3]);
    expect(bboxOf({ type: "FeatureCollection", features: [] })).toBeNull();
  });

  it("draws each border between groups once, and the rim", () => {
    const lines = (bordersOf(topology, "communes", column).geometry as MultiLineString).coordinates;
    const degrees = lines.reduce((sum, line) => sum + line.slice(1).reduce((s, [x, y], i) => s + Math.hypot(x! - line[i]![0]!, y! - line[i]![1]!), 0), 0);
    // Rim 2 × (0.4 + 0.3), and three inner borders of 0.3.
    expect(degrees).toBeCloseTo(1.4 + 0.9, 6);
  });

  it("throws on an object that is not there", () => {
    expect(() => featuresOf(topology, "routes")).toThrow("routes");
  });
});

describe("dissolve", () => {
  it("keeps the area of what it merges", () => {
    const parts = featuresOf(topology, "communes").features;
    fc.assert(fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }), (keys) => {
      const keyOf = new Map(parts.map((f, i) => [String(f.id), String(keys[i])]));
      for (const group of dissolve(topology, "communes", (code) => keyOf.get(code) ?? null).features) {
        const sum = parts.filter((f) => keyOf.get(String(f.id)) === group.id).reduce((total, f) => total + areaKm2(f), 0);
        expect(areaKm2(group) / sum).toBeCloseTo(1, 9);
      }
    }), { seed: 31, numRuns: 100 });
  });

  it("leaves no inner border", () => {
    const [whole] = dissolve(topology, "communes", () => "tout").features;
    expect(whole?.geometry.coordinates.map((polygon) => polygon.length)).toEqual([1]);
  });

  it("leaves out what has no group, and sorts the groups", () => {
    const groups = dissolve(topology, "communes", (code) => (column(code) === "0" ? null : `g${String(9 - Number(column(code)))}`));
    expect(groups.features.map((f) => f.id)).toEqual(["g6", "g7", "g8"]);
  });
});

describe("areaKm2", () => {
  it("measures a tenth of a degree square at 45° N", () => {
    // R² · Δλ · (sin φ2 − sin φ1), R = 6 371 008.8 m as Turf takes it.
    const exact = 6371.0088 ** 2 * ((0.1 * Math.PI) / 180) * (Math.sin((45.1 * Math.PI) / 180) - Math.sin((45 * Math.PI) / 180));
    expect(areaKm2(board(1, 1).features[0]!) / exact).toBeCloseTo(1, 4);
  });
});
