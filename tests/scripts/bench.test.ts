import { describe, expect, it } from "vitest";
import { type Bench, type Coureur, duel, match, ReponsesDifferentes, resultat } from "../../scripts/bench/bench";
import { agreement, differenceOfKilometres } from "../../scripts/bench/contre-valhalla";
import { lancer } from "../../scripts/bench/lancer";
import { loadPeer, PairAbsent } from "../../scripts/bench/pairs";
import { programmeC, type ProgrammeC } from "../../scripts/bench/programme-c";
import { differenceOfSeconds, quickestArcs, spread } from "../../scripts/bench/situation";
import { nearestSite, runToEnd } from "../../src/geo/nearest-site";
import { networkOf } from "../geo/graph-examples";

const side = <T>(answer: T, times: readonly number[]): Coureur<T> => ({ answer: () => answer, times: () => Promise.resolve(times) });
const against = (mine: readonly number[], theirs: readonly number[]): Bench =>
  match({ nom: "essai", titre: "essai", pair: "autre", prepare: () => Promise.resolve({ n: 2, ours: side(mine, [1]), peer: side(theirs, [4]), difference: differenceOfSeconds }) });

describe("match", () => {
  it("refuses to time two computations whose answers differ", async () => {
    let timed = 0;
    const bench = match({
      nom: "essai",
      titre: "essai",
      pair: "autre",
      prepare: () => {
        const counted: Coureur<number> = { answer: () => 1, times: () => Promise.resolve([(timed += 1)]) };
        return Promise.resolve({ n: 1, ours: counted, peer: side(2, [1]), difference: (ours: number, peer: number) => (ours === peer ? null : "1 et 2") });
      },
    });
    await expect(bench.run()).rejects.toThrow(ReponsesDifferentes);
    expect(timed).toBe(0);
  });

  it("gives both figures when the answers are the same", async () => {
    expect(await against([60, 90], [60, 90]).run()).toEqual({ nom: "essai", ms: 1, pair: "autre", pair_ms: 4, ratio: 0.25, n: 2 });
  });
});

describe("duel", () => {
  it("compares two computations of this process", async () => {
    const spec = { nom: "essai", titre: "essai", pair: "autre" };
    const peerOf = (peer: number): Bench => duel({ ...spec, prepare: () => ({ n: 3, ours: () => 1, peer: () => peer, difference: (a: number, b: number) => (a === b ? null : "non") }) });
    expect(await peerOf(1).run()).toMatchObject({ nom: "essai", pair: "autre", n: 3 });
    await expect(peerOf(2).run()).rejects.toThrow("essai : réponses différentes (non)");
  });
});

describe("lancer", () => {
  it("says what has no figure, and gives it no line", async () => {
    const said: string[] = [];
    const absent: Bench = { nom: "loin", titre: "", pair: "", run: () => Promise.reject(new PairAbsent("à installer")) };
    const { results, refused } = await lancer([absent, against([1], [2]), against([1], [1])], (line) => said.push(line));
    expect(results).toHaveLength(1);
    expect(refused).toBe(1);
    expect(said).toEqual(["*** loin : NON MESURÉ, à installer ***", "*** essai : réponses différentes (rang 0 : 1 s et 2 s) ***"]);
  });

  it("does not hide a defect", async () => {
    const broken: Bench = { nom: "loin", titre: "", pair: "", run: () => Promise.reject(new Error("défaut")) };
    await expect(lancer([broken], () => undefined)).rejects.toThrow("défaut");
  });
});

describe("loadPeer", () => {
  it("says what to install", () => {
    expect(() => loadPeer("un-pair-qui-n-existe-pas")).toThrow(PairAbsent);
    expect(() => loadPeer("un-pair-qui-n-existe-pas")).toThrow("npm ci --prefix scripts/bench");
  });
});

describe("differenceOfSeconds", () => {
  it("takes a missing time for a difference", () => {
    expect(differenceOfSeconds([60], [Number.NaN])).toContain("rang 0");
    expect(differenceOfSeconds([60, 1], [60])).toBe("2 temps et 1");
    expect(differenceOfSeconds([Infinity, 0], [Infinity, 0])).toBeNull();
  });
});

describe("differenceOfKilometres", () => {
  const row = (...km: readonly (number | null)[]): { time: number; distance: number | null }[] => km.map((distance) => ({ time: 1, distance }));
  const factor = 6_378_137 / 6_371_008.8;

  it("accepts the kilometres of another sphere", () => {
    expect(differenceOfKilometres([10_000, 50_000], [row(10 * factor, 50 * factor)])).toBeNull();
  });

  it("refuses another road and a road that is not there", () => {
    expect(differenceOfKilometres([10_000, 50_000], [row(10 * factor, 52 * factor)])).toContain("kilomètres");
    expect(differenceOfKilometres([10_000, 50_000], [row(10 * factor, null)])).toContain("kilomètres");
    expect(differenceOfKilometres([10_000], [row(10, 50)])).toBe("1 distances et 2");
  });
});

describe("agreement", () => {
  const square = { type: "Polygon" as const, coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] };
  const node = (lon: number, far: number): { place: { lon: number; lat: number }; far: number } => ({ place: { lon, lat: 0.5 }, far });

  it("counts the nodes on the side that the road says, but for those on the limit", () => {
    expect(agreement([square], [100], [node(0.5, 50), node(2, 150), node(0.5, 150), node(2, 50), node(0.5, 101)])).toBe(0.5);
  });

  it("takes a zone that is not drawn for a disagreement", () => {
    expect(agreement([], [100], [node(0.5, 50)])).toBe(0);
  });
});

const road = { metres: 1000, roadClass: 5, ramp: false, oneWay: false, dense: false, city: false, urban: 0, curvature: 0, shape: [] };
const raw = {
  lon: [1, 1.01, 1.02, 1.03],
  lat: [45, 45.01, 45, 45.01],
  edges: [{ ...road, from: 0, to: 1 }, { ...road, from: 0, to: 1, metres: 500 }, { ...road, from: 1, to: 2, oneWay: true }, { ...road, from: 2, to: 3 }, { ...road, from: 3, to: 3 }],
};

describe("quickestArcs", () => {
  it("keeps the quicker of two roads, drops loops and respects one-ways", () => {
    const { graph, seconds } = networkOf(raw);
    const arcs = quickestArcs(graph, seconds);
    expect(arcs).toHaveLength(5);
    expect(new Set(arcs.map(([, , weight]) => Math.round(weight / Math.min(...seconds))))).toEqual(new Set([1, 2]));
  });
});

describe("spread", () => {
  it("takes values from one end to the other", () => {
    expect(spread([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
  });
});

/** Why the program cannot be built here; null when it can. */
function missing(name: ProgrammeC): string | null {
  const network = networkOf(raw);
  try {
    programmeC(name, network.graph.reverse, network.seconds, [0]);
    return null;
  } catch (error) {
    if (error instanceof PairAbsent) return error.message;
    throw error;
  }
}

describe.each(["dijkstra", "igraph"] as const)("%s.c", (name) => {
  const why = missing(name);

  it.skipIf(why !== null)(`compiles without a warning and gives the seconds of the kernel${why === null ? "" : ` (${why})`}`, async () => {
    const network = networkOf(raw);
    for (const sites of [[0], [3, 1]]) {
      const answer = await programmeC(name, network.graph.reverse, network.seconds, sites).answer();
      expect(differenceOfSeconds(runToEnd(nearestSite(network, sites)).seconds, answer)).toBeNull();
    }
  });
});

describe("resultat", () => {
  it("divides our median by the peer's", () => {
    expect(resultat({ nom: "essai", pair: "autre" }, 5, [9, 1, 2], [8, 1000, 4])).toEqual({ nom: "essai", ms: 2, pair: "autre", pair_ms: 8, ratio: 0.25, n: 5 });
  });
});
