import { describe, expect, it } from "vitest";
import { gridGraph } from "../../scripts/bench/croissance/graphes";
import { keepBest, type Ligne, pageCroissance, traceCroissance } from "../../scripts/bench/croissance/rapport";
import { tracer } from "../../scripts/bench/croissance/trace";

const ligne = (noeuds: number): Ligne => ({ graphe: `graphe de ${noeuds}`, noeuds, troncons: 1.3 * noeuds, fichierMo: 1, lectureMs: 10, preparationMs: 20, unVersTousMs: noeuds / 1e4, sitesMs: 30, residentMo: 40, pointeMo: 200 });
const places = (svg: string, curve: number): number[][] => ([...svg.matchAll(/points="([^"]*)"/g)][curve]?.[1] ?? "").split(" ").map((place) => place.split(",").map(Number));

describe("tracer", () => {
  it("lays equal ratios at equal distances", () => {
    const svg = tracer("t", "x", [{ titre: "y", courbes: [{ nom: "c", points: [[10, 1], [100, 10], [1000, 100]] }] }]);
    const [a, b, c] = places(svg, 0);
    expect(b![0]! - a![0]!).toBeCloseTo(c![0]! - b![0]!, 0);
    expect(a![1]! - b![1]!).toBeCloseTo(b![1]! - c![1]!, 0);
    expect(a![1]!).toBeGreaterThan(c![1]!);
  });

  it("refuses what has no logarithm", () => {
    expect(() => tracer("t", "x", [{ titre: "y", courbes: [{ nom: "c", points: [[10, 0]] }] }])).toThrow("log scale");
  });

  it("escapes what it writes", () => {
    expect(tracer("a < b & c", "x", [{ titre: "y", courbes: [{ nom: "c", points: [[1, 1]] }] }])).toContain("<title>a &lt; b &amp; c</title>");
  });
});

describe("keepBest", () => {
  it("keeps the lowest of each time and the highest of each size", () => {
    const { graphe: _, ...one } = ligne(1000);
    expect(keepBest([one, { ...one, lectureMs: 8, residentMo: 39 }, { ...one, sitesMs: 31, pointeMo: 210 }])).toEqual({ ...one, lectureMs: 8, pointeMo: 210 });
  });
});

describe("pageCroissance", () => {
  it("gives a line a graph, in French figures", () => {
    const page = pageCroissance([ligne(1000), ligne(4_000_000)]);
    expect(page).toMatch(/^\| graphe de 4000000 \| 4\s000\s000 \|/m);
    expect(page.split("\n").filter((line) => line.startsWith("| graphe de"))).toHaveLength(2);
  });
});

describe("traceCroissance", () => {
  it("draws the seven curves of the table", () => {
    expect(traceCroissance([ligne(1000), ligne(10_000)]).match(/<polyline/g)).toHaveLength(7);
  });
});

describe("gridGraph", () => {
  it("is the same at every call, with about 1.3 roads a junction and some one-ways", () => {
    const graph = gridGraph(60);
    expect(gridGraph(60)).toEqual(graph);
    expect(graph.lon).toHaveLength(3600);
    expect(graph.edges.length / 3600).toBeGreaterThan(1.2);
    expect(graph.edges.length / 3600).toBeLessThan(1.45);
    expect(graph.edges.some((edge) => edge.oneWay)).toBe(true);
  });
});
