import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestSite, runToEnd } from "../../src/geo/nearest-site";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { applyScenario, type SpeedScenario } from "../../src/geo/speed-scenario";
import { allPairs, attach, close } from "./door-to-door";
import { networkOf, rawGraph, road, SPEEDS } from "./graph-examples";

const NOTHING: SpeedScenario = { kmhDelta: {}, peak: null, snow: 1, closedClasses: [], closedEdges: [] };

const secondsOf = (edge: Parameters<typeof road>[2], scenario: Partial<SpeedScenario>): number =>
  applyScenario(networkOf({ lon: [1, 1.01], lat: [45, 45], edges: [road(0, 1, edge)] }), SPEEDS, { ...NOTHING, ...scenario }).seconds[0]!;

describe("applyScenario", () => {
  it("changes nothing when nothing is changed", () => {
    fc.assert(fc.property(rawGraph, (raw) => {
      const network = networkOf(raw);
      const same = applyScenario(network, SPEEDS, NOTHING);
      expect(same.seconds).toEqual(network.seconds);
      expect([same.graph, same.edges, same.longest]).toEqual([network.graph, network.edges, network.longest]);
    }), { seed: 81, numRuns: 100 });
  });

  it("takes ten km/h off one class, in town and out of it", () => {
    expect(secondsOf({ roadClass: 3, urban: 0.5 }, { kmhDelta: { secondary: -10 } })).toBeCloseTo(0.5 * (3600 / 34) + 0.5 * (3600 / 48), 2);
    expect(secondsOf({ roadClass: 4 }, { kmhDelta: { secondary: -10 } })).toBeCloseTo(3600 / 57, 2);
  });

  it("slows built-up areas at peak hours, dense ones more, open country not at all", () => {
    const peak = { urban: 0.8, dense: 0.6 };
    expect(secondsOf({ roadClass: 4, urban: 1 }, { peak })).toBeCloseTo(3600 / (42 * 0.8), 2);
    expect(secondsOf({ roadClass: 4, urban: 1, dense: true }, { peak })).toBeCloseTo(3600 / (25 * 0.6), 2);
    expect(secondsOf({ roadClass: 4 }, { peak })).toBeCloseTo(3600 / 57, 2);
    expect(secondsOf({ roadClass: 4, ramp: true }, { peak })).toBeCloseTo(3600 / 50, 2);
  });

  it("slows every road under snow, ramps and lanes too", () => {
    expect(secondsOf({ roadClass: 0, ramp: true }, { snow: 0.5 })).toBeCloseTo(3600 / 25, 2);
    const network = applyScenario(networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1)] }), SPEEDS, { ...NOTHING, snow: 0.5 });
    const [site, point] = [attach(network, [{ pick: 0, share: 0.5, metres: 1000 }]), attach(network, [{ pick: 0, share: 0.5, metres: 0 }])];
    expect(reachPoints(runToEnd(searchSites(network, site, "to-sites")), point).seconds[0]).toBeCloseTo(360, 2);
  });

  it("never goes under five km/h", () => {
    expect(secondsOf({ roadClass: 5 }, { kmhDelta: { minor: -60 } })).toBeCloseTo(3600 / 5, 2);
  });

  it("closes the roads of a class and those of a list: nothing is driven through them", () => {
    fc.assert(fc.property(rawGraph, fc.array(fc.nat(), { maxLength: 6 }), fc.nat(), fc.boolean(), (raw, picks, origin, minor) => {
      fc.pre(raw.edges.length > 0);
      const network = networkOf(raw);
      const closedEdges = picks.map((pick) => pick % raw.edges.length);
      const changed = applyScenario(network, SPEEDS, { ...NOTHING, closedEdges, closedClasses: minor ? ["minor"] : [] });
      const kept = network.seconds.map((seconds, e) => (closedEdges.includes(e) || (minor && (network.graph.attributes[e]! & 7) === 5) ? Infinity : seconds));
      expect(changed.seconds).toEqual(kept);
      const pairs = allPairs({ ...network, seconds: kept });
      const node = origin % raw.lon.length;
      const { seconds } = runToEnd(nearestSite(changed, [node]));
      expect(seconds.every((found, n) => close(found, pairs[n]![node]!))).toBe(true);
    }), { seed: 82, numRuns: 300 });
  });

  it("leaves a point of a closed road without a way, not at zero", () => {
    const network = applyScenario(networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1)] }), SPEEDS, { ...NOTHING, closedEdges: [0] });
    const [site, point] = [attach(network, [{ pick: 0, share: 1, metres: 0 }]), attach(network, [{ pick: 0, share: 0.5, metres: 0 }])];
    expect(reachPoints(runToEnd(searchSites(network, site, "to-sites")), point)).toEqual({ seconds: Float32Array.of(Infinity), source: Int32Array.of(-1) });
  });
});
