import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { kernelFile, kernelModule, KERNELS } from "../../../scripts/noyau/assembler";
import { runToEnd } from "../../../src/geo/nearest-site";
import type { RoadNetwork } from "../../../src/geo/road-network";
import { reweigh } from "../../../src/geo/road-network";
import { type Direction, type Labels, Search, type Seeds } from "../../../src/geo/search";
import { SearchKernel } from "../../../src/geo/kernel/search-kernel";
import { settle, settleNow } from "../../../src/geo/settle";
import { UNREACHED } from "../../../src/geo/ticks";
import { networkOf, rawGraph, road, SPEEDS } from "../graph-examples";

const directions = fc.constantFrom<Direction>("to-sites", "from-sites");

/** Seeds anywhere, some on one node, some hours apart. */
const seedsOn = (nodes: number): fc.Arbitrary<Seeds> =>
  fc.array(fc.tuple(fc.nat({ max: nodes - 1 }), fc.nat({ max: 20_000_000 })), { maxLength: 6 }).map((list) => ({
    node: list.map(([node]) => node),
    ticks: list.map(([, ticks]) => ticks),
    source: list.map((_, k) => k),
  }));

const cases = rawGraph.chain((raw) => fc.tuple(fc.constant(raw), directions, seedsOn(raw.lon.length)));

/** The same search by the loop in JavaScript. */
function inScript(network: RoadNetwork, direction: Direction, seeds: Seeds, limit: number = UNREACHED): Labels {
  const search = new Search(network, direction, seeds);
  while (search.advance(limit));
  return search.labels;
}

/** A street of so many houses, one metre apart. */
const street = (houses: number): RoadNetwork =>
  networkOf({
    lon: Array.from({ length: houses }, (_, i) => i / 1e5),
    lat: Array.from({ length: houses }, () => 45),
    edges: Array.from({ length: houses - 1 }, (_, i) => road(i, i + 1, { metres: 1 })),
  });

const seedAt = (node: number): Seeds => ({ node: [node], ticks: [0], source: [0] });

describe("the search kernel", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(KERNELS)("is the assembly of its source: %s", async (kernel) => {
    expect(readFileSync(kernelFile(kernel), "utf8")).toBe(await kernelModule(kernel));
  });

  it("gives the times and the winners of the loop in JavaScript, to the bit", () => {
    fc.assert(fc.property(cases, ([raw, direction, seeds]) => {
      const network = networkOf(raw);
      expect(runToEnd(settle(network, direction, seeds, UNREACHED))).toEqual(inScript(network, direction, seeds));
    }), { seed: 31, numRuns: 300 });
  });

  it("keeps nothing of the search before, whatever its direction, limit and speeds", () => {
    fc.assert(fc.property(cases, fc.nat({ max: 5_000_000 }), directions, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), ([raw, direction, seeds], limit, other, shut) => {
      const network = networkOf(raw);
      const closed = reweigh(network, SPEEDS, Uint8Array.from({ length: network.graph.edgeCount }, (_, e) => (shut[e] === true ? 1 : 0)));
      settleNow(closed, other, seeds, limit);
      expect(runToEnd(settle(network, direction, seeds, UNREACHED))).toEqual(inScript(network, direction, seeds));
      expect(runToEnd(settle(closed, direction, seeds, UNREACHED))).toEqual(inScript(closed, direction, seeds));
    }), { seed: 32, numRuns: 200 });
  });

  it("forgets a short search on a long street", () => {
    const network = street(20_000);
    settleNow(network, "to-sites", seedAt(1500), 50_000);
    const { source } = settleNow(network, "to-sites", seedAt(0), 50_000).labels;
    expect(source).toEqual(inScript(network, "to-sites", seedAt(0), 50_000).source);
  });

  it("gives a node half way between two places to the first of the list", () => {
    const network = street(101);
    for (const node of [[0, 100], [100, 0]]) {
      const { source } = runToEnd(settle(network, "to-sites", { node, ticks: [0, 0], source: [0, 1] }, UNREACHED));
      expect(source[50]).toBe(0);
    }
  });

  it("has every time up to its limit, and lists the nodes that have one", () => {
    fc.assert(fc.property(cases, fc.nat({ max: 5_000_000 }), ([raw, direction, seeds], limit) => {
      const network = networkOf(raw);
      const whole = inScript(network, direction, seeds);
      const { labels, nodes } = settleNow(network, direction, seeds, limit);
      whole.ticks.forEach((ticks, node) => {
        if (ticks <= limit) expect([labels.ticks[node], labels.source[node]]).toEqual([ticks, whole.source[node]]);
        else expect(labels.ticks[node]).toBeGreaterThan(limit);
      });
      expect([...nodes].toSorted((a, b) => a - b)).toEqual([...labels.source.keys()].filter((node) => labels.source[node]! >= 0));
    }), { seed: 33, numRuns: 200 });
  });

  it("stops once its targets are settled", () => {
    const network = street(20_000);
    const whole = inScript(network, "from-sites", seedAt(0));
    const { labels, nodes } = settleNow(network, "from-sites", seedAt(0), UNREACHED, [3000, 10]);
    expect([labels.ticks[3000], labels.ticks[10]]).toEqual([whole.ticks[3000], whole.ticks[10]]);
    expect(nodes.length).toBeLessThan(19_000);
  });

  it("leaves to the loop in JavaScript more first places than it has room for", () => {
    const network = street(60_000);
    const seeds = { node: Array.from({ length: 60_000 }, (_, k) => k), ticks: Array.from({ length: 60_000 }, (_, k) => k % 7), source: Array.from({ length: 60_000 }, (_, k) => k) };
    expect(SearchKernel.start(network, "to-sites", seeds)).toBeNull();
    expect(runToEnd(settle(network, "to-sites", seeds, UNREACHED))).toEqual(inScript(network, "to-sites", seeds));
  });

  it("leaves to the loop in JavaScript a queue that outgrows its room, and keeps nothing of it", () => {
    const branches = 40_000;
    const network = networkOf({
      lon: Array.from({ length: branches + 1 }, (_, i) => i / 1e5),
      lat: Array.from({ length: branches + 1 }, () => 45),
      edges: Array.from({ length: branches }, (_, i) => road(0, i + 1, { metres: 1 + (i % 500) })),
    });
    const whole = inScript(network, "from-sites", seedAt(0));
    expect(runToEnd(settle(network, "from-sites", seedAt(0), UNREACHED))).toEqual(whole);
    expect(settleNow(network, "from-sites", seedAt(0), UNREACHED).labels).toEqual(whole);
    const { ticks, source } = settleNow(network, "from-sites", seedAt(7), 1).labels;
    expect({ ticks, source }).toEqual(inScript(network, "from-sites", seedAt(7), 1));
  });

  it("two searches under way at once on one graph do not disturb each other", () => {
    const network = street(40_000);
    const [a, b] = [settle(network, "to-sites", seedAt(0), UNREACHED), settle(network, "from-sites", seedAt(39_999), UNREACHED)];
    a.next();
    b.next();
    a.next();
    expect(runToEnd(b)).toEqual(inScript(network, "from-sites", seedAt(39_999)));
    expect(runToEnd(a)).toEqual(inScript(network, "to-sites", seedAt(0)));
  });

  it("two networks of one graph searched by turns keep each their own speeds", () => {
    const network = street(40_000);
    const open = network.graph.forward.edge.length / 2;
    const closed = reweigh(network, SPEEDS, Uint8Array.from({ length: open }, (_, e) => (e === 30_000 ? 1 : 0)));
    const [a, b] = [settle(network, "to-sites", seedAt(0), UNREACHED), new Search(closed, "to-sites", seedAt(0))];
    const [whole, cut] = [inScript(network, "to-sites", seedAt(0)), inScript(closed, "to-sites", seedAt(0))];
    a.next();
    while (b.advance()) a.next();
    expect([runToEnd(settle(network, "to-sites", seedAt(0), UNREACHED)), b.labels]).toEqual([whole, cut]);
    const [c, d] = [settle(network, "to-sites", seedAt(0), UNREACHED), new Search(closed, "to-sites", seedAt(0))];
    c.next();
    d.advance();
    expect(runToEnd(c)).toEqual(whole);
    while (d.advance());
    expect(d.labels).toEqual(cut);
  });

  it("is done without where there is no WebAssembly", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    const alone = await import("../../../src/geo/settle");
    const network = street(3000);
    const kernel = await import("../../../src/geo/kernel/search-kernel");
    expect(kernel.SearchKernel.start(network, "to-sites", seedAt(0))).toBeNull();
    expect(runToEnd(alone.settle(network, "to-sites", seedAt(0), UNREACHED))).toEqual(inScript(network, "to-sites", seedAt(0)));
    expect([...alone.settleNow(network, "to-sites", seedAt(2999), 1_000_000).nodes].length).toBeGreaterThan(0);
  });
});
