import { describe, expect, test } from "vitest";
import { radarSvg } from "../../src/documents/radar";
import type { Table } from "../../src/domain/table";

const table = (axes: readonly string[], shapes: Readonly<Record<string, readonly number[]>>): Table => ({
  id: "profils",
  length: axes.length,
  columns: [{ name: "critere", label: "Critère", type: "texte", values: axes }, ...Object.entries(shapes).map(([label, values]) => ({ name: label, label, type: "nombre", unit: "nombre", digits: 0, values: Float64Array.from(values) }) as const)],
});
const AXES = ["Nord", "Est", "Sud", "Ouest"];

describe("radar", () => {
  test("a note is a length on its axis: the first goes up, the others clockwise, 100 at the outer ring", () => {
    const svg = radarSvg("Profils", table(AXES, { A: [100, 100, 50, 0] }), "r");
    expect(svg).toContain("M170 40L252 122M252 122L170 163M170 163L170 122M170 122L170 40");
  });

  test("what is not known breaks the shape, and its title says so", () => {
    const svg = radarSvg("Profils", table(AXES, { A: [100, Number.NaN, 50, 0] }), "r");
    expect(svg).toContain("M170 163L170 122M170 122L170 40");
    expect(svg).toContain("A : Nord 100, Est pas de donnée, Sud 50, Ouest 0");
  });

  test("each shape has its own mark and its own dashes, in the drawing and in the key", () => {
    const svg = radarSvg("Profils", table(AXES, { A: [1, 2, 3, 4], B: [5, 6, 7, 8], C: [9, 9, 9, 9], D: [4, 3, 2, 1] }), "r");
    const drawn = [...svg.matchAll(/stroke-width="2"(?: stroke-dasharray="([^"]+)")?/g)].map(([, dash]) => dash);
    expect(new Set(drawn).size).toBe(4);
    expect([svg.split("<circle").length, svg.split("<rect").length]).toEqual([6, 6]);
  });

  test("fewer than three axes make no shape; names are escaped", () => {
    expect(radarSvg("Profils", table(["Nord", "Sud"], { A: [1, 2] }), "r")).toBe("");
    expect(radarSvg("P", table(["<b>", "Est", "Sud"], { "A&B": [1, 2, 3] }), "r")).not.toMatch(/<b>|A&B/);
  });
});
