import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLES_VITESSE, KMH_MIN, type ScenarioVitesses } from "../../src/domain/vitesses";
import { CLASS_MASK, nodeLat, nodeLon, ROAD_CLASSES } from "../../src/geo/graph/road-graph";
import { nearestSite, runToEnd } from "../../src/geo/nearest-site";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { applyScenario, kmhOf, scenarioSpeeds } from "../../src/geo/speed-scenario";
import type { SpeedTable } from "../../src/geo/speeds";
import { loadReseau } from "../analyses/run";
import { allPairs, attach, close } from "./door-to-door";
import { networkOf, rawGraph, road } from "./graph-examples";

const TABLE: SpeedTable = { kmh: [86, 123, 73, 108, 48, 59, 44, 58, 42, 59, 23, 40, 58], dense: [80, 53, 30, 33, 24, 12], thr: 110, secPer90: 4, secPerCityKm: 30, constMin: 0.5 };
const RIEN: ScenarioVitesses = { prereglage: null, kmh: {}, fermees: [], zones: [] };

describe("scenarioSpeeds", () => {
  it("reads each cell of the table where the classes say", () => {
    expect(CLES_VITESSE.slice(0, 3).map((cle) => kmhOf(TABLE, cle))).toEqual([86, 123, 80]);
    expect(["secondaire/urbain", "secondaire/rural", "secondaire/dense"].map((cle) => kmhOf(TABLE, cle as (typeof CLES_VITESSE)[number]))).toEqual([44, 58, 33]);
  });
  it("changes nothing without a hypothesis", () => expect(scenarioSpeeds(TABLE, RIEN)).toEqual(TABLE));
  it("takes 10 km/h from secondary roads, and from them only", () => {
    const { kmh, dense } = scenarioSpeeds(TABLE, { ...RIEN, prereglage: "secondaire-10" });
    expect(kmh).toEqual([86, 123, 73, 108, 48, 59, 34, 48, 42, 59, 23, 40, 58]);
    expect(dense).toEqual([80, 53, 30, 23, 24, 12]);
  });
  it("slows built-up areas at peak hours as METRIC does, dense ones more, open country and ramps not at all", () => {
    const peak = scenarioSpeeds(TABLE, { ...RIEN, prereglage: "pointe" });
    expect([peak.kmh[4], peak.kmh[5], peak.dense[2], peak.kmh[12], peak.accesKmh]).toEqual([38.4, 59, 18, 58, 20]);
  });
  it("slows everything in the snow, ramps and lanes too", () => {
    const snow = scenarioSpeeds(TABLE, { ...RIEN, prereglage: "neige" });
    expect([snow.kmh[1], snow.kmh[12], snow.dense[5], snow.accesKmh]).toEqual([73.8, 34.8, 7.2, 12]);
  });
  it("makes a large agglomeration slower as it does dense towns, and keeps its seconds otherwise", () => {
    const seconds = (prereglage: ScenarioVitesses["prereglage"]): number => scenarioSpeeds(TABLE, { ...RIEN, prereglage }).secPerCityKm;
    expect([seconds("pointe"), seconds("neige"), seconds("secondaire-10"), seconds(null)]).toEqual([50, 50, 30, 30]);
  });
  it("never goes under a walk", () => {
    const slow = { ...TABLE, dense: [80, 53, 30, 12, 24, 12] };
    expect(scenarioSpeeds(slow, { ...RIEN, prereglage: "secondaire-10" }).dense[3]).toBe(KMH_MIN);
  });
  it("gives way to the figures of the user", () => {
    const { kmh, dense } = scenarioSpeeds(TABLE, { ...RIEN, prereglage: "neige", kmh: { "principale/rural": 70, "desserte/dense": 9 } });
    expect([kmh[5], dense[5]]).toEqual([70, 9]);
  });
});

describe("applyScenario", () => {
  it("changes nothing when nothing is supposed", () => {
    fc.assert(fc.property(rawGraph, (raw) => {
      const network = networkOf(raw);
      const same = applyScenario(network, RIEN);
      expect(same.seconds).toEqual(network.seconds);
      expect([same.graph, same.edges, same.longest]).toEqual([network.graph, network.edges, network.longest]);
    }), { seed: 81, numRuns: 100 });
  });

  it("closes the roads of a class and those of a zone: nothing is driven through them", () => {
    fc.assert(fc.property(rawGraph, fc.nat(), fc.nat(), fc.boolean(), (raw, pick, origin, minor) => {
      fc.pre(raw.edges.length > 0);
      const network = networkOf(raw);
      const { graph } = network;
      // A square of about two metres around a node: the edges of that node, and those that pass right there.
      const node = graph.from[pick % raw.edges.length]!;
      const [x, y] = [nodeLon(graph, node), nodeLat(graph, node)];
      const zone = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dx = 0, dy = 0]) => [x + dx * 1e-5, y + dy * 1e-5] as const);
      const changed = applyScenario(network, { ...RIEN, zones: [zone], fermees: minor ? ["desserte"] : [] });
      for (let e = 0; e < graph.edgeCount; e += 1) {
        const shut = graph.from[e] === node || graph.to[e] === node || (minor && (graph.attributes[e]! & CLASS_MASK) === 5);
        if (shut) expect(changed.seconds[e]).toBe(Infinity);
        else expect([Infinity, network.seconds[e]]).toContain(changed.seconds[e]);
      }
      const pairs = allPairs({ ...network, seconds: changed.seconds });
      const target = origin % raw.lon.length;
      const { seconds } = runToEnd(nearestSite(changed, [target]));
      expect(seconds.every((found, n) => close(found, pairs[n]![target]!))).toBe(true);
    }), { seed: 82, numRuns: 300 });
  });

  it("closes a road that crosses a zone without a bend in it, and not one that passes beside", () => {
    const network = networkOf({ lon: [1, 1.1, 1, 1.1], lat: [45, 45, 45.02, 45.02], edges: [road(0, 1), road(2, 3)] });
    const zone = [[1.04, 44.99], [1.06, 44.99], [1.06, 45.01], [1.04, 45.01]] as const;
    const { seconds } = applyScenario(network, { ...RIEN, zones: [zone] });
    expect([...seconds].map(Number.isFinite)).toEqual([false, true]);
  });

  it("leaves a point of a closed road without a way, not at zero", () => {
    const network = networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1)] });
    const closed = applyScenario(network, { ...RIEN, zones: [[[1.04, 44.99], [1.06, 44.99], [1.06, 45.01]]] });
    const [site, point] = [attach(closed, [{ pick: 0, share: 1, metres: 0 }]), attach(closed, [{ pick: 0, share: 0.5, metres: 0 }])];
    expect(reachPoints(runToEnd(searchSites(closed, site, "to-sites")), point)).toEqual({ seconds: Float32Array.of(Infinity), source: Int32Array.of(-1) });
  });

  it("drives slower to a road that is far under snow", () => {
    const network = applyScenario(networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1)] }), { ...RIEN, prereglage: "neige" });
    const [site, point] = [attach(network, [{ pick: 0, share: 0.5, metres: 1000 }]), attach(network, [{ pick: 0, share: 0.5, metres: 0 }])];
    expect(reachPoints(runToEnd(searchSites(network, site, "to-sites")), point).seconds[0]).toBeCloseTo(300, 2);
  });

  it("lets nobody on closed classes, and leaves the default network as it was", async () => {
    const { network } = await loadReseau();
    const before = network.seconds.slice();
    const { seconds } = applyScenario(network, { ...RIEN, fermees: ["voie-rapide"] });
    const trunk = ROAD_CLASSES.indexOf("trunk");
    const wrong = before.findIndex((value, edge) => seconds[edge] !== ((network.graph.attributes[edge]! & CLASS_MASK) === trunk ? Number.POSITIVE_INFINITY : value));
    expect(wrong).toBe(-1);
    expect(network.seconds).toEqual(before);
  });
});
