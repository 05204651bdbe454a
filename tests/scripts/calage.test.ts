import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrer } from "../../scripts/calage/calibrer";
import { growForest } from "../../scripts/calage/chemins";
import { raisonApart } from "../../scripts/calage/apart";
import { placeExtremites } from "../../scripts/calage/extremites";
import type { Terrain } from "../../scripts/calage/ajuster";
import { mesurer, mesurerParDepartement } from "../../scripts/calage/mesures";
import { DEPART, LARGEUR, speedTable, weighEdges } from "../../scripts/calage/modele";
import type { CommuneMetric } from "../../scripts/calage/reference";
import { regress } from "../../scripts/calage/regression";
import { edgeSeconds } from "../../src/geo/speeds";
import { graphOf, rawGraph, road } from "../geo/graph-examples";

describe("figures against METRIC", () => {
  // Ours − METRIC: −1, 0, +2, +6, 0.
  const found = mesurer([9, 10, 22, 36, 45], [10, 10, 20, 30, 45]);

  it("gives the mean error and the mean absolute error", () => {
    expect(found.n).toBe(5);
    expect(found.biais).toBeCloseTo(7 / 5, 12);
    expect(found.mae).toBeCloseTo(9 / 5, 12);
  });

  it("counts exactly 5 minutes as within 5 minutes", () => {
    expect(found.cinq).toBeCloseTo(4 / 5, 12);
    expect(mesurer([15, 15.01], [10, 10]).cinq).toBe(0.5);
  });

  it("puts a bound in the class above it", () => {
    // 9 | 10 differ; 10 | 10, 22 | 20, 36 | 30 and 45 | 45 are of one class.
    expect(found.classe).toBeCloseTo(4 / 5, 12);
  });

  it("gives Pearson's correlation: 39/42 for (1, 2, 4) and (2, 4, 5)", () => {
    // Deviations (−4/3, −1/3, 5/3) and (−5/3, 1/3, 4/3): products (20 − 1 + 20)/9 = 39/9; squares 42/9 each.
    expect(mesurer([1, 2, 4], [2, 4, 5]).r).toBeCloseTo(39 / 42, 12);
  });

  it("has no correlation without variance", () => expect(mesurer([3, 3], [1, 2]).r).toBeNaN());

  it("gives one line a département, then all together", () => {
    const rows = [{ dep: "47", metric: 1, minutes: 3 }, { dep: "16", metric: 5, minutes: 5 }, { dep: "47", metric: 2, minutes: 2 }];
    const lines = [...mesurerParDepartement(rows)].map(([dep, { n, mae }]) => [dep, n, mae]);
    expect(lines).toEqual([["16", 1, 0], ["47", 2, 1], ["tous", 3, 2 / 3]]);
  });
});

describe("robust regression", () => {
  const design = (rows: readonly (readonly number[])[], theta: readonly number[]): { readonly x: Float64Array; readonly y: Float64Array; readonly width: number } => ({
    x: Float64Array.from(rows.flat()),
    y: Float64Array.from(rows, (row) => row.reduce((sum, value, i) => sum + value * theta[i]!, 0)),
    width: theta.length,
  });
  const rows = Array.from({ length: 40 }, (_, i) => [1 + (i % 7), (i * 3) % 11, 1]);
  const depart = { prior: Float64Array.of(1, 1, 1), least: Float64Array.of(0, 0, 0) };

  it("finds the coefficients of exact minutes", () => {
    const theta = regress(design(rows, [0.7, 1.3, 2]), depart, 1e-9);
    [0.7, 1.3, 2].forEach((value, i) => expect(theta[i]).toBeCloseTo(value, 6));
  });

  it("is not drawn away by a row that is far off", () => {
    const equations = design(rows, [0.7, 1.3, 2]);
    equations.y[3]! += 500;
    const theta = regress(equations, depart, 1e-9);
    [0.7, 1.3, 2].forEach((value, i) => expect(Math.abs(theta[i]! - value)).toBeLessThan(0.1));
  });

  it("keeps the prior of what no row holds", () => {
    const theta = regress(design(rows.map(([a]) => [a!, 0]), [0.7, 9]), { prior: Float64Array.of(1, 4), least: Float64Array.of(0, 0) }, 1);
    expect(theta[1]).toBeCloseTo(4, 9);
  });

  it("goes under no lower bound", () => {
    const theta = regress(design(rows, [0.7, 1.3, 2]), { ...depart, least: Float64Array.of(0.9, 0, 0) }, 1e-9);
    expect(theta[0]).toBeCloseTo(0.9, 9);
  });
});

describe("the model", () => {
  it("weighs edges as the app does with its speed table", () => {
    fc.assert(
      fc.property(rawGraph, (raw) => {
        const graph = graphOf(raw);
        const seconds = edgeSeconds(graph, speedTable(DEPART.prior, 110, 0));
        // The table keeps tenths of km/h: 0.3 % at 18 km/h.
        weighEdges(graph, DEPART.prior).forEach((minutes, edge) => expect(Math.abs(60 * minutes - seconds[edge]!)).toBeLessThanOrEqual(0.005 * seconds[edge]! + 0.01));
      }),
    );
  });

  it("grows shortest paths from the arrivals, cost of arriving included, one-ways respected", () => {
    fc.assert(
      fc.property(rawGraph, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 })), { minLength: 1, maxLength: 4 }), (raw, ends) => {
        const graph = graphOf(raw);
        const weight = weighEdges(graph, DEPART.prior);
        const node = Int32Array.from(ends, ([at]) => at % graph.nodeCount);
        const minutes = Float64Array.from(ends, ([, cost]) => cost);
        const every = Int32Array.from({ length: graph.nodeCount }, (_, n) => n);
        const forest = growForest(graph, weight, { node, minutes }, every);
        const best = every.reduce((found) => relax(graph, weight, found), Float64Array.from(every, (n) => Math.min(...ends.map(([at, cost]) => (at % graph.nodeCount === n ? cost : Infinity)))));
        best.forEach((value, n) => expect(forest.minutes[n] === value || Math.abs(forest.minutes[n]! - value) < 1e-9).toBe(true));
      }),
    );
  });
});

/** One round of Bellman-Ford towards the arrivals. */
function relax(graph: ReturnType<typeof graphOf>, weight: Float64Array, known: Float64Array): Float64Array {
  const next = Float64Array.from(known);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    for (let arc = graph.forward.start[node]!; arc < graph.forward.start[node + 1]!; arc += 1) {
      next[node] = Math.min(next[node]!, weight[graph.forward.edge[arc]!]! + known[graph.forward.node[arc]!]!);
    }
  }
  return next;
}

/** A road of 21 crossroads 2 km apart; a site at one end, a commune at each other crossroads, three départements. */
function straightTerrain(metricOf: (rank: number, dep: string) => number): Terrain {
  const places = Array.from({ length: 21 }, (_, n) => ({ lon: Number((1 + 0.025 * n).toFixed(5)), lat: 45.5 + (n % 2) / 100 }));
  const edges = places.slice(1).map((_, n) => road(n, n + 1, { metres: 2000, roadClass: 3 }));
  const graph = graphOf({ lon: places.map(({ lon }) => lon), lat: places.map(({ lat }) => lat), edges });
  const communes = places.map((place, n): CommuneMetric => {
    const dep = ["16", "17", "19"][n % 3]!;
    return { code: `${dep}${String(n).padStart(3, "0")}`, dep, metric: n === 0 ? 0 : metricOf(n, dep), ...place, densite: 20, equipee: "16000" };
  });
  const sites = [{ code: "16000", ...places[0]!, habitants: 900 }];
  return { graph, reference: { communes, sites, fusionnees: 0 }, extremites: placeExtremites(graph, communes, sites) };
}

describe("départements held out", () => {
  const held = (dep: string, terrain: Terrain): readonly (readonly number[])[] =>
    calibrer(terrain).lignes.filter(({ commune }) => commune.dep === dep).map(({ ecarte, application }) => [ecarte, application]);

  it("never see the minutes of the département they are read on", () => {
    const honest = held("17", straightTerrain((n) => 2.5 * n));
    const absurd = held("17", straightTerrain((n, dep) => (dep === "17" ? 100 + n : 2.5 * n)));
    expect(absurd).toEqual(honest);
  });

  it("see the minutes of the others", () => {
    const honest = held("17", straightTerrain((n) => 2.5 * n));
    const slower = held("17", straightTerrain((n, dep) => (dep === "19" ? 4 * n : 2.5 * n)));
    expect(slower).not.toEqual(honest);
  });

  it("finds the speed of the road from the others", () => {
    // 2 km in 2.5 min: 48 km/h.
    const { lignes } = calibrer(straightTerrain((n) => 2.5 * n));
    for (const { commune, ecarte } of lignes) expect(Math.abs(ecarte - commune.metric)).toBeLessThan(1);
  });

  it("puts an equipped commune at 0 minute", () => {
    const [first] = calibrer(straightTerrain((n) => 2.5 * n)).lignes;
    expect([first?.cale, first?.ecarte, first?.application]).toEqual([0, 0, 0]);
  });
});

describe("communes reported apart", () => {
  const { graph, reference } = straightTerrain((n) => n);
  const commune = { ...reference.communes[1]!, lon: -0.72 };
  const site = { code: "33058", lon: 1, lat: 45.5, habitants: 5000 };
  const apart = (equipee: string | null, sites = [site]): string | null => raisonApart(graph, new Map(sites.map((one) => [one.code, one])), { ...commune, equipee });

  it("takes the ferry from the left bank only", () => {
    expect(apart("33058")).toBe("bac");
    expect(raisonApart(graph, new Map([[site.code, site]]), { ...commune, lon: -0.6, equipee: "33058" })).toBeNull();
  });
  it("sees an equipped commune outside the graph, or unknown", () => {
    expect(apart("33058", [{ ...site, lon: 9 }])).toBe("hors-graphe");
    expect(apart("63113")).toBe("hors-graphe");
  });
  it("says nothing where the source names no emergency care", () => expect(apart(null)).toBeNull());
});

describe("lengths", () => {
  it("has as many coefficients as the model says", () => expect([DEPART.prior.length, DEPART.least.length]).toEqual([LARGEUR, LARGEUR]));
});
