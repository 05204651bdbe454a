import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runToEnd } from "../../src/geo/nearest-site";
import type { Direction } from "../../src/geo/search";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { snapPoints } from "../../src/geo/snap";
import { allPairs, attach, close, doorToDoor, places } from "./door-to-door";
import { networkOf, road } from "./graph-examples";

const DIRECTIONS: readonly Direction[] = ["to-sites", "from-sites"];

describe.each(DIRECTIONS)("searchSites %s", (direction) => {
  it("gives door to door the time of the nearest site, and a site that is that far", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      const pairs = allPairs(network);
      const { seconds, source } = reachPoints(runToEnd(searchSites(network, sites, direction)), points);
      points.edge.forEach((_, i) => {
        const all = Array.from(sites.edge, (__, j) =>
          direction === "to-sites" ? doorToDoor(network, pairs, points, i, sites, j) : doorToDoor(network, pairs, sites, j, points, i),
        );
        const least = Math.min(Infinity, ...all);
        expect(close(seconds[i]!, least), `point ${i}: ${seconds[i]} and not ${least}`).toBe(true);
        if (least === Infinity) expect(source[i]).toBe(-1);
        else expect(close(all[source[i]!]!, least)).toBe(true);
      });
    }), { seed: 41, numRuns: 400 });
  });
});

describe("searchSites", () => {
  it("says that going and coming differ where a street is one-way", () => {
    const network = networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1, { oneWay: true })] });
    const at = (share: number) => attach(network, [{ pick: 0, share, metres: 0 }]);
    const seconds = (direction: Direction, site: number, point: number): number => reachPoints(runToEnd(searchSites(network, at(site), direction)), at(point)).seconds[0]!;
    expect([seconds("to-sites", 0.75, 0.25), seconds("from-sites", 0.75, 0.25)]).toEqual([expect.closeTo(3600 / 41 / 2, 2), Infinity]);
  });

  it("lets a farther site win when its lane is shorter", () => {
    const network = networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1)] });
    const sites = attach(network, [{ pick: 0, share: 0.5, metres: 2000 }, { pick: 0, share: 1, metres: 0 }]);
    expect([...reachPoints(runToEnd(searchSites(network, sites, "to-sites")), attach(network, [{ pick: 0, share: 0.5, metres: 0 }])).source]).toEqual([1]);
  });

  it("gives equal sites to the first of them, whatever the way round", () => {
    const network = networkOf({ lon: [1, 1.1, 1.2, 1.3, 1.4], lat: [45, 45, 45, 45, 45], edges: [road(0, 1), road(1, 2), road(2, 3), road(3, 4)] });
    const at = (...lon: readonly number[]) => snapPoints(network.graph, lon, lon.map(() => 45), network.edges);
    for (const sites of [at(1, 1.4), at(1.4, 1)]) {
      expect([...reachPoints(runToEnd(searchSites(network, sites, "to-sites")), at(1.2)).source]).toEqual([0]);
    }
  });
});
