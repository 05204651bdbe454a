import type { Feature } from "geojson";
import { describe, expect, test } from "vitest";
import { scaleBarKm } from "../../src/documents/svg-map/furniture";
import { fitProjection, pathOf } from "../../src/documents/svg-map/projection";
import { textWidth, wrapText, wrapWithin } from "../../src/documents/svg-map/text-fit";
import { square } from "../carto/fixtures";

const FRAME = { x: 10, y: 20, width: 400, height: 300 };
const BBOX = [1, 45.5, 2, 46.5] as const;
const at = fitProjection(BBOX, FRAME, 10);
const feature = (geometry: Feature["geometry"]): Feature => ({ type: "Feature", properties: {}, geometry });

describe("projection", () => {
  test("the box fits the frame, in its middle", () => {
    const [west, north] = at.point([1, 46.5]);
    const [east, south] = at.point([2, 45.5]);
    expect(north).toBeCloseTo(30, 6);
    expect(south).toBeCloseTo(310, 6);
    expect((west + east) / 2).toBeCloseTo(210, 6);
  });
  test("what is seen is what falls on the frame's edges", () => {
    const [x0, y1] = at.point([at.seen[0], at.seen[1]]);
    const [x1, y0] = at.point([at.seen[2], at.seen[3]]);
    [x0, y0, x1, y1].forEach((v, i) => expect(v).toBeCloseTo([10, 20, 410, 320][i] ?? 0, 6));
  });
  test("a unit covers the ground it says (great circle)", () => {
    const [x, y] = at.point([1.5, 46]);
    const [x2] = at.point([1.51, 46]);
    const [, y2] = at.point([1.5, 46.01]);
    const metres = (6_378_137 * Math.PI * 0.01) / 180;
    expect((x2 - x) * at.metresPerUnit).toBeCloseTo(metres * Math.cos((46 * Math.PI) / 180), -1);
    expect((y - y2) * at.metresPerUnit).toBeCloseTo(metres, -1);
  });
  test("its zoom is MapLibre's: half the ground a unit, one more zoom", () => {
    const twice = fitProjection(BBOX, { ...FRAME, width: 800, height: 580 }, 10);
    expect(twice.zoom - at.zoom).toBeCloseTo(1, 6);
    // At zoom 0 the world, 40 075 km around, is 512 pixels wide.
    expect(2 ** at.zoom * 512 * at.metresPerUnit).toBeCloseTo(40_075_016.7 * Math.cos((46.0022 * Math.PI) / 180), -3);
  });
});

describe("paths", () => {
  test("a square is one move, three lines and a close", () => {
    expect(pathOf(feature(square(1.2, 45.9, 0.2)), at)).toMatch(/^M[\d.]+ [\d.]+l[-\d. ]+z$/);
  });
  test("what lies out of the frame, or is a speck, is left out", () => {
    expect(pathOf(feature(square(8, 50, 1)), at)).toBe("");
    expect(pathOf(feature(square(1.5, 46, 0.0005)), at)).toBe("");
  });
  test("holes and parts are kept", () => {
    const polygon = (...squares: Feature["geometry"][]) => squares.flatMap((g) => (g.type === "Polygon" ? g.coordinates : []));
    const d = pathOf(feature({ type: "MultiPolygon", coordinates: [polygon(square(1.1, 45.6, 0.3), square(1.2, 45.7, 0.1)), polygon(square(1.6, 46, 0.2))] }), at);
    expect(d.match(/M/g)).toHaveLength(3);
  });
  test("lines are not closed", () => {
    expect(pathOf(feature({ type: "LineString", coordinates: [[1, 46], [1.5, 46.2], [2, 46]] }), at)).not.toContain("z");
  });
  test("a feature without geometry draws nothing", () => {
    expect(pathOf(feature({ type: "GeometryCollection", geometries: [] }), at)).toBe("");
  });
});

describe("scale bar", () => {
  test("is the longest of 1, 2, 5 × 10ⁿ that fits", () => {
    expect([scaleBarKm(100, 150), scaleBarKm(180, 150), scaleBarKm(800, 150), scaleBarKm(5, 150)]).toEqual([10, 20, 100, 0.5]);
  });
});

describe("text", () => {
  test("wide letters are wider than narrow ones", () => {
    expect(textWidth("MMM", 10)).toBeGreaterThan(textWidth("iii", 10) * 2);
  });
  test("no line is wider than asked", () => {
    const lines = wrapText("Zonage en vigueur en mai 2025, probablement remplacé début 2026 ; à confirmer auprès de l'ARS.", 160, 10);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(160);
  });
  test("a figure is not parted from its unit, nor a word from what follows it in French", () => {
    for (let width = 40; width < 200; width += 5) {
      for (const line of wrapText("en moyenne 14,2 min par habitant ; soit 3 % de plus", width, 10)) expect(line).not.toMatch(/^(min|;|%)/);
    }
  });
  test("a word longer than the line stands alone", () => {
    expect(wrapText("a anticonstitutionnellement b", 20, 10)).toEqual(["a", "anticonstitutionnellement", "b"]);
  });
  test("what is cut says so", () => {
    expect(wrapWithin("un deux trois quatre cinq", 30, 10, 2)).toEqual(["un", "deux …"]);
  });
  test("nothing gives no line", () => {
    expect(wrapText("  ", 100, 10)).toEqual([]);
  });
});
