import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attachments } from "../../../src/geo/attachments";
import { single } from "../../../src/geo/attachments";
import { runToEnd } from "../../../src/geo/nearest-site";
import type { RoadNetwork } from "../../../src/geo/road-network";
import { type ReachMatrix, reachMatrix, reachSome } from "../../../src/geo/siting/reach-matrix";
import { reachPoints, searchSites } from "../../../src/geo/site-search";
import { pathMinutes } from "../../../src/geo/speeds";
import { places } from "../door-to-door";

/** Candidate by candidate, the minutes of the search that `temps-acces` runs. */
function bySearch(network: RoadNetwork, candidates: Attachments, points: Attachments): readonly Float64Array[] {
  return Array.from(candidates.edge, (_, c) =>
    Float64Array.from(reachPoints(runToEnd(searchSites(network, single(candidates, c), "to-sites")), points).seconds, (s) => pathMinutes(s, network.speeds)),
  );
}

/** The matrix in full: NaN where it has no entry, and how many entries there are. */
function inFull({ candidates, points, start, point, minutes }: ReachMatrix): readonly Float64Array[] {
  return Array.from({ length: candidates }, (_, c) => {
    const row = new Float64Array(points).fill(Number.NaN);
    for (let at = start[c]!; at < start[c + 1]!; at += 1) {
      expect(row[point[at]!]).toBeNaN();
      row[point[at]!] = minutes[at]!;
    }
    return row;
  });
}

describe("reachMatrix", () => {
  it("has, to the bit, the minutes of one search a candidate, all of them when there is no limit", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      expect(inFull(runToEnd(reachMatrix(network, sites, points, Infinity)))).toEqual(bySearch(network, sites, points));
    }), { seed: 81, numRuns: 400 });
  });

  it("is given up as soon as it would have more entries than may be kept", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      const whole = runToEnd(reachMatrix(network, sites, points, Infinity));
      const entries = whole.point.length;
      expect(runToEnd(reachSome(network, sites, points, Infinity, entries))).toEqual(whole);
      if (entries > 0) expect(runToEnd(reachSome(network, sites, points, Infinity, entries - 1))).toBeNull();
    }), { seed: 83, numRuns: 100 });
  });

  it("has those at the limit at most, exactly the limit included, and no other", () => {
    fc.assert(fc.property(places, fc.nat(), fc.double({ min: 0, max: 140, noNaN: true }), ({ network, sites, points }, pick, any) => {
      const whole = bySearch(network, sites, points);
      // One limit in two, the very minutes of a pair.
      const known = whole.flatMap((row) => [...row]).filter(Number.isFinite);
      const within = pick % 2 === 0 && known.length > 0 ? known[pick % known.length]! : any;
      expect(inFull(runToEnd(reachMatrix(network, sites, points, within)))).toEqual(whole.map((row) => row.map((value) => (value <= within ? value : Number.NaN))));
    }), { seed: 82, numRuns: 400 });
  });
});
