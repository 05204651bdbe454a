import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attachments } from "../../src/geo/attachments";
import { LivePoints, LiveSearch } from "../../src/geo/live-search";
import { runToEnd } from "../../src/geo/nearest-site";
import type { Direction } from "../../src/geo/search";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { attach, places, point, type Point } from "./door-to-door";
import { networkOf, road } from "./graph-examples";

type Edit = { readonly kind: "add" | "move"; readonly site: number; readonly place: Point } | { readonly kind: "close"; readonly site: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom("add" as const, "move" as const, "move" as const), site: fc.nat(), place: point }),
  fc.record({ kind: fc.constant("close" as const), site: fc.nat() }),
);

const cases = fc.tuple(places, fc.array(edit, { minLength: 1, maxLength: 12 }), fc.constantFrom<Direction>("to-sites", "from-sites"));

function apply(live: LiveSearch, one: Edit): void {
  const { network, sites } = live.search;
  if (one.kind === "add") live.add(attach(network, [one.place]));
  else if (sites.edge.length > 0) {
    const site = one.site % sites.edge.length;
    if (one.kind === "move") live.move(site, attach(network, [one.place]));
    else live.close(site);
  }
}

describe("LiveSearch", () => {
  it("stays equal to a full search, to the bit, over any sequence of edits", () => {
    fc.assert(fc.property(cases, ([{ network, sites }, edits, direction]) => {
      const live = runToEnd(LiveSearch.start(network, sites, direction));
      for (const one of edits) {
        apply(live, one);
        const full = runToEnd(searchSites(network, live.search.sites, direction));
        expect(live.search.labels).toEqual(full.labels);
        expect(live.search.reach).toEqual(full.reach);
      }
    }), { seed: 51, numRuns: 400 });
  });

  it("names the nodes that changed, and no other", () => {
    fc.assert(fc.property(cases, ([{ network, sites }, edits, direction]) => {
      const live = runToEnd(LiveSearch.start(network, sites, direction));
      for (const one of edits) {
        const [ticks, source] = [live.search.labels.ticks.slice(), live.search.labels.source.slice()];
        const edited = live.search.sites.edge.length > 0 || one.kind === "add";
        apply(live, one);
        if (!edited) continue;
        const expected = [...ticks.keys()].filter((n) => ticks[n] !== live.search.labels.ticks[n] || source[n] !== live.search.labels.source[n]);
        expect([...live.changedNodes].toSorted((a, b) => a - b)).toEqual(expected);
      }
    }), { seed: 52, numRuns: 300 });
  });

  it("repairs thousands of nodes as it does a few", () => {
    const houses = 12_000;
    const network = networkOf({
      lon: Array.from({ length: houses }, (_, i) => i / 1e5),
      lat: Array.from({ length: houses }, () => 45),
      edges: Array.from({ length: houses - 1 }, (_, i) => road(i, i + 1, { metres: 1 })),
    });
    const at = (...edge: number[]): Attachments => ({ edge: Int32Array.from(edge), share: new Float32Array(edge.length), metres: new Float32Array(edge.length) });
    const live = runToEnd(LiveSearch.start(network, at(1000, 3000, 5000, 7000, 9000, 11_000), "to-sites"));
    const sameAsFull = (): void => expect(live.search.labels).toEqual(runToEnd(searchSites(network, live.search.sites, "to-sites")).labels);
    // A repair that loses 2 000 nodes, one that improves as many, a search begun again.
    live.close(2);
    sameAsFull();
    live.add(at(5000));
    sameAsFull();
    for (const site of [0, 1, 3]) live.close(site);
    sameAsFull();
  });
});

describe("LivePoints", () => {
  it("follow the search to the bit, and name the points that changed", () => {
    fc.assert(fc.property(cases, ([{ network, sites, points }, edits, direction]) => {
      const live = runToEnd(LiveSearch.start(network, sites, direction));
      const followed = new LivePoints(live, points);
      for (const one of edits) {
        if (live.search.sites.edge.length === 0 && one.kind !== "add") continue;
        const before = { seconds: followed.reach.seconds.slice(), source: followed.reach.source.slice() };
        apply(live, one);
        const changed = followed.follow(live);
        expect(followed.reach).toEqual(reachPoints(live.search, points));
        const { seconds, source } = followed.reach;
        expect([...changed]).toEqual([...seconds.keys()].filter((i) => seconds[i] !== before.seconds[i] || source[i] !== before.source[i]));
      }
    }), { seed: 53, numRuns: 300 });
  });
});
