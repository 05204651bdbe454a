import { describe, expect, it } from "vitest";
import { nearestSite, runToEnd } from "../../src/geo/nearest-site";
import { buildRoadNetwork } from "../../src/geo/road-network";
import { edgeSeconds, pathMinutes } from "../../src/geo/speeds";
import { graphOf, road, SPEEDS } from "./graph-examples";

const secondsOf = (edge: Parameters<typeof road>[2]): number =>
  edgeSeconds(graphOf({ lon: [1, 1.01], lat: [45, 45], edges: [road(0, 1, edge)] }), SPEEDS)[0]!;

describe("edgeSeconds", () => {
  it("drives a rural kilometre at the rural speed of its class", () => {
    expect(secondsOf({ roadClass: 2 })).toBeCloseTo(3600 / 60, 3);
  });
  it("shares a kilometre between its urban and rural parts", () => {
    expect(secondsOf({ roadClass: 4, urban: 0.25 })).toBeCloseTo(0.25 * (3600 / 42) + 0.75 * (3600 / 57), 3);
  });
  it("slows the urban part of a dense edge only", () => {
    expect(secondsOf({ roadClass: 4, urban: 0.25, dense: true })).toBeCloseTo(0.25 * (3600 / 25) + 0.75 * (3600 / 57), 3);
  });
  it("drives a ramp at the ramp speed whatever its class", () => {
    expect(secondsOf({ roadClass: 0, ramp: true, urban: 1, dense: true })).toBeCloseTo(3600 / 50, 3);
  });
  it("takes longer on the urban part of a large agglomeration, motorways and ramps apart", () => {
    expect(secondsOf({ roadClass: 4, urban: 0.25, city: true })).toBeCloseTo(0.25 * (3600 / 42 + 36) + 0.75 * (3600 / 57), 3);
    expect(secondsOf({ roadClass: 0, urban: 1, city: true })).toBe(secondsOf({ roadClass: 0, urban: 1 }));
    expect(secondsOf({ roadClass: 2, ramp: true, urban: 1, city: true })).toBe(secondsOf({ roadClass: 2, ramp: true, urban: 1 }));
  });
  it("adds the bends", () => {
    expect(secondsOf({ roadClass: 5, curvature: 2.5 })).toBeCloseTo(3600 / 41 + 7.5, 3);
  });
  it("counts no bend on a motorway", () => {
    expect(secondsOf({ roadClass: 0, curvature: 2.5 })).toBeCloseTo(3600 / 120, 3);
  });
});

describe("pathMinutes", () => {
  it("adds the constant of a trip once", () => {
    expect(pathMinutes(600, SPEEDS)).toBe(10.5);
  });
  it("says « pas de donnée » for what cannot be reached", () => {
    expect([pathMinutes(Infinity, SPEEDS), pathMinutes(Number.NaN, SPEEDS)]).toEqual([Number.NaN, Number.NaN]);
  });
  it("puts a trip of exactly t minutes within t", () => {
    // 20 km of minor road at 41 km/h would not be whole: at 40 km/h and no constant, 20 km are exactly 30 minutes.
    const speeds = { ...SPEEDS, kmh: SPEEDS.kmh.map(() => 40), constMin: 0 };
    const network = buildRoadNetwork(graphOf({ lon: [1, 1.2], lat: [45, 45], edges: [road(0, 1, { metres: 20_000 })] }), speeds);
    const { seconds } = runToEnd(nearestSite(network, [0]));
    expect(pathMinutes(seconds[1]!, speeds) <= 30).toBe(true);
    expect(pathMinutes(seconds[1]!, speeds)).toBe(30);
  });
});
