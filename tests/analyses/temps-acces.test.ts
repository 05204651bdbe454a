import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { NIVEAUX } from "../../src/domain/perimetre";
import { enteringArcs, fromLambert93, type Point, quantile, readPoints, readRows, readSpeeds, Roads, secondsTo } from "./oracle";
import { column, loadReseau, rowsOf, run, siteList, total } from "./run";

interface Cell {
  readonly code: string;
  readonly habitants: number;
  readonly minutes: number;
}

/** Minutes of every chef-lieu and cell of Haute-Vienne to the nearest MSP, computed apart: see oracle.ts. */
interface Oracle {
  readonly communes: ReadonlyMap<string, { readonly minutes: number; readonly habitants: number; readonly epci: string }>;
  readonly cells: readonly Cell[];
  readonly minutesTo: (targets: readonly Point[]) => (point: Point) => number;
}

async function computeOracle(): Promise<Oracle> {
  const { network } = await loadReseau();
  const speeds = readSpeeds();
  const arcs = enteringArcs(network.graph, speeds);
  const roads = new Roads(network.graph, speeds);
  const [west, south, east, north] = network.graph.bbox;
  const inside = ({ lon, lat }: Point): boolean => lon >= west && lon <= east && lat >= south && lat <= north;
  const minutesTo = (targets: readonly Point[]): ((point: Point) => number) => {
    const places = targets.filter(inside).map((target) => roads.join(target));
    const seconds = secondsTo(arcs, places.flatMap((place) => roads.gates(place, true)));
    return (point) => speeds.constMin + roads.seconds(roads.join(point), places, (node) => seconds[node]!) / 60;
  };
  const corrections = readRows("corrections.csv").filter((row) => row["genre"] === "msp");
  const toMsp = minutesTo([...readPoints("msp.geojson"), ...corrections.map((row) => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) }))]);
  const rows = readRows("communes.csv").filter((row) => row["dep"] === "87");
  const communes = new Map(
    rows.map((row) => [
      row["code"]!,
      { minutes: toMsp({ lon: Number(row["lon"]), lat: Number(row["lat"]) }), habitants: Number(row["population"]), epci: row["epci"]! },
    ]),
  );
  const raw = readRows("cellules.csv.gz").filter((row) => communes.has(row["code"]!));
  const sums = new Map<string, number>();
  for (const row of raw) sums.set(row["code"]!, (sums.get(row["code"]!) ?? 0) + Number(row["population"]));
  const cells = raw.map((row) => ({
    code: row["code"]!,
    habitants: (Number(row["population"]) * communes.get(row["code"]!)!.habitants) / sums.get(row["code"]!)!,
    minutes: toMsp(fromLambert93(Number(row["x"]) + 250, Number(row["y"]) + 250)),
  }));
  return { communes, cells, minutesTo };
}

let oracle: Oracle;
// A plain search on the whole graph, written to be read: some seconds, more on a busy machine.
beforeAll(async () => {
  oracle = await computeOracle();
}, 120_000);

/** What the cells of some communes say. */
function summary(codes: ReadonlySet<string>) {
  const cells = oracle.cells.filter(({ code }) => codes.has(code));
  const pairs = cells.map(({ minutes, habitants }) => [minutes, habitants] as const);
  const people = total(cells.map(({ habitants }) => habitants));
  return {
    mean: total(pairs.map(([minutes, habitants]) => minutes * habitants)) / people,
    median: quantile(pairs, 0.5),
    p90: quantile(pairs, 0.9),
    within: (t: number) => total(cells.filter(({ minutes }) => minutes <= t).map(({ habitants }) => habitants)),
  };
}

describe("minutes to the nearest MSP, against an independent search on the same roads", () => {
  test("from the 195 chefs-lieux", async () => {
    const rows = rowsOf(await run("temps-acces"));
    expect(rows.size).toBe(195);
    for (const [code, { minutes }] of oracle.communes) expect(Math.abs(Number(rows.get(code)?.["minutes"]) - minutes)).toBeLessThan(0.005);
  });

  test("mean, median, P90 and inhabitants of each of the 195 communes, from their cells", async () => {
    for (const [code, row] of rowsOf(await run("temps-acces"))) {
      const { mean, median, p90, within } = summary(new Set([code]));
      expect(Math.abs(Number(row["minutes_moyenne"]) - mean)).toBeLessThan(0.005);
      expect(Math.abs(Number(row["minutes_mediane"]) - median)).toBeLessThan(0.005);
      expect(Math.abs(Number(row["minutes_p90"]) - p90)).toBeLessThan(0.005);
      for (const t of [10, 15, 20, 30]) expect(row[`habitants_${t}`]).toBeCloseTo(within(t), 3);
    }
  });

  test("of two EPCI and of the département", async () => {
    const rows = rowsOf(await run("temps-acces", { niveau: "epci" }));
    for (const epci of ["248719262", "248719288"]) {
      const members = [...oracle.communes].filter(([, commune]) => commune.epci === epci);
      const people = total(members.map(([, { habitants }]) => habitants));
      const { mean, p90 } = summary(new Set(members.map(([code]) => code)));
      expect(rows.get(epci)?.["minutes"]).toBeCloseTo(total(members.map(([, { minutes, habitants }]) => minutes * habitants)) / people, 3);
      expect(rows.get(epci)?.["minutes_moyenne"]).toBeCloseTo(mean, 3);
      expect(Math.abs(Number(rows.get(epci)?.["minutes_p90"]) - p90)).toBeLessThan(0.005);
    }
    const { facts } = await run("temps-acces", { niveau: "departement" });
    const whole = summary(new Set(oracle.communes.keys()));
    expect(facts["minutes_moyenne"]).toBeCloseTo(whole.mean, 3);
    expect(facts["habitants_15"]).toBeCloseTo(whole.within(15), 2);
  });

  test("the site named is the one that gives these minutes", async () => {
    const sites = readPoints("msp.geojson").filter(({ properties }) => properties["dep"] === "87");
    const output = await run("temps-acces", { sites: siteList(sites.map(({ lon, lat }) => [lon, lat])) });
    const toFirst = oracle.minutesTo([sites[0]!]);
    const places = new Map(readRows("communes.csv").map((row) => [row["code"]!, { lon: Number(row["lon"]), lat: Number(row["lat"]) }]));
    const toS1 = [...rowsOf(output).values()].filter((row) => row["site"] === "S1");
    expect(toS1.length).toBeGreaterThan(0);
    for (const row of toS1) expect(Math.abs(Number(row["minutes"]) - toFirst(places.get(String(row["code"]))!))).toBeLessThan(0.005);
  });

  test("several kinds at once: the nearest of any of them", async () => {
    const both = column(await run("temps-acces", { params: { genres: ["msp", "pharmacie"] } }), "minutes");
    const [msp, pharmacie] = [column(await run("temps-acces"), "minutes"), column(await run("temps-acces", { params: { genres: ["pharmacie"] } }), "minutes")];
    expect(both).toEqual(msp.map((minutes, i) => Math.min(minutes, pharmacie[i]!)));
  });
});

describe("a naive Dijkstra on a cut of the graph", () => {
  test("gives the same minutes inside the cut", async () => {
    const { network: { graph } } = await loadReseau();
    const speeds = readSpeeds();
    // About 30 × 33 km around Bellac: where the nearest of two sites is nearer than the edge of the cut, the answer is whole.
    const [west, south, east, north] = [85_000, 4_597_000, 124_000, 4_627_000];
    const inCut = (node: number): boolean => graph.lonE5[node]! > west && graph.lonE5[node]! < east && graph.latE5[node]! > south && graph.latE5[node]! < north;
    const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node).filter(inCut);
    const arcs = enteringArcs(graph, speeds, inCut);
    const border = nodes.filter((node) => Math.min(graph.lonE5[node]! - west, east - graph.lonE5[node]!, graph.latE5[node]! - south, north - graph.latE5[node]!) < 900);
    /** No heap: the nearest node not yet settled is looked for among all of them. */
    const naive = (targets: readonly { readonly node: number; readonly seconds: number }[]): Map<number, number> => {
      const best = new Map(targets.toSorted((a, b) => b.seconds - a.seconds).map(({ node, seconds }) => [node, seconds]));
      const open = new Set(best.keys());
      const settled = new Set<number>();
      while (open.size > 0) {
        let nearest = -1;
        for (const node of open) if (nearest < 0 || best.get(node)! < best.get(nearest)!) nearest = node;
        open.delete(nearest);
        settled.add(nearest);
        for (const { from, seconds } of arcs[nearest]!) {
          const reached = best.get(nearest)! + seconds;
          if (settled.has(from) || reached >= (best.get(from) ?? Infinity)) continue;
          best.set(from, reached);
          open.add(from);
        }
      }
      return best;
    };
    const roads = new Roads(graph, speeds);
    const sites = [[1.049, 46.122], [1.02, 46.1]] as const;
    const places = sites.map(([lon, lat]) => roads.join({ lon, lat }));
    const toSites = naive(places.flatMap((place) => roads.gates(place, true)));
    const toBorder = naive(border.map((node) => ({ node, seconds: 0 })));
    const rows = rowsOf(await run("temps-acces", { sites: siteList(sites) }));
    let compared = 0;
    for (const commune of readRows("communes.csv").filter((row) => row["dep"] === "87")) {
      const place = roads.join({ lon: Number(commune["lon"]), lat: Number(commune["lat"]) });
      const seconds = roads.seconds(place, places, (node) => toSites.get(node) ?? Infinity);
      const edge = roads.seconds(place, [], (node) => toBorder.get(node) ?? Infinity);
      if (!roads.gates(place, false).every(({ node }) => inCut(node)) || seconds > edge) continue;
      compared += 1;
      expect(Math.abs(Number(rows.get(commune["code"]!)?.["minutes"]) - speeds.constMin - seconds / 60)).toBeLessThan(0.005);
    }
    expect(compared).toBeGreaterThanOrEqual(8);
  });
});

describe("properties", () => {
  const place = fc.record({ lon: fc.double({ min: 0.8, max: 1.8, noNaN: true }), lat: fc.double({ min: 45.5, max: 46.3, noNaN: true }) });

  test("minutes never rise when a site is added", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), place, async (sites, more) => {
        const points = sites.map(({ lon, lat }) => [lon, lat] as const);
        const before = await run("temps-acces", { sites: siteList(points) });
        const after = await run("temps-acces", { sites: siteList([...points, [more.lon, more.lat]]) });
        for (const name of ["minutes", "minutes_moyenne", "minutes_mediane", "minutes_p90"]) {
          const [old, now] = [column(before, name), column(after, name)];
          now.forEach((minutes, i) => expect(minutes).toBeLessThanOrEqual(old[i]! + 1e-9));
        }
      }),
      { seed: 87, numRuns: 12 },
    );
  });

  test("inhabitants under 10, 15, 20 and 30 min grow, up to those of the commune", async () => {
    for (const row of rowsOf(await run("temps-acces", { params: { genres: ["urgences"] } })).values()) {
      const steps = [0, ...[10, 15, 20, 30].map((t) => Number(row[`habitants_${t}`])), Number(row["habitants"]) + 1e-6];
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }
  });

  test("every level has the same inhabitants and the same inhabitants within 15 min", async () => {
    const { facts } = await run("temps-acces");
    for (const niveau of NIVEAUX) {
      const output = await run("temps-acces", { niveau });
      expect(total(column(output, "habitants"))).toBe(373_167);
      expect(total(column(output, "habitants_15"))).toBeCloseTo(Number(facts["habitants_15"]), 5);
    }
  });

  test("a site left out counts no more", async () => {
    const selection = { exclus: readPoints("msp.geojson").map(({ properties }) => properties["finess"] ?? ""), corrections: true, ajouts: [] };
    const output = await run("temps-acces", { selection });
    expect(output.facts["sites"]).toBe(3);
  });

  test("a commune alone has the same minutes as within its département", async () => {
    const [alone, within] = [rowsOf(await run("temps-acces", { territoire: "87085" })), rowsOf(await run("temps-acces"))];
    expect([...alone.values()]).toEqual([within.get("87085")]);
  });
});

describe("where there are no minutes", () => {
  test("a territory that the graph given does not hold whole: NaN everywhere, never 0, never mixed with an estimate", async () => {
    const output = await run("temps-acces", { territoire: "33", niveau: "epci" });
    expect([output.summary.id, output.issues[0]?.code, output.facts["communes_loin"]]).toEqual(["pas-de-minutes", "graphe-non-charge", null]);
    for (const name of ["minutes", "minutes_moyenne", "minutes_mediane", "minutes_p90", "habitants_10", "habitants_30"]) expect(column(output, name).every(Number.isNaN)).toBe(true);
  });

  test("no site left: said as an error", async () => {
    const output = await run("temps-acces", { sites: siteList([[-0.57, 44.83]]) });
    expect(output.summary.id).toBe("pas-de-site");
    expect(output.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual(expect.arrayContaining(["aucun-site erreur", "site-hors-graphe avertissement"]));
    expect(column(output, "minutes").every(Number.isNaN)).toBe(true);
  });

  test("nearer to the edge of the data than to the site: marked", async () => {
    // One site in the far south-west of the box: the north of Haute-Vienne is nearer to the northern edge.
    const output = await run("temps-acces", { sites: siteList([[0.2, 45.1]]) });
    expect(rowsOf(output).get("87104")?.["limite_donnees"] ?? rowsOf(output).get("87003")?.["limite_donnees"]).toBe(true);
    expect(output.issues.map(({ code }) => code)).toContain("limite-donnees");
  });

  test("to the MSP of the package, no commune of Haute-Vienne is near the edge of the data", async () => {
    expect((await run("temps-acces")).facts["communes_limite_donnees"]).toBe(0);
  });
});
