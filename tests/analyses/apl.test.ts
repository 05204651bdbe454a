import { beforeAll, describe, expect, test } from "vitest";
import { descriptionApl } from "../../src/analyses/apl/description";
import type { Output } from "../../src/analyses/analysis";
import type { Dataset } from "../../src/domain/ressource";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { enteringArcs, type Point, readRows, readSpeeds, Roads, secondsTo } from "./oracle";
import { column, load, loadReseau, rowsOf, run, siteList, total } from "./run";

const FRANCHES = { adoucissement: 0, patients: 0, poids2: 2 / 3, poids3: 1 / 3 };

/** Estimate of each commune, by code. */
const estimates = (output: Output): ReadonlyMap<string, number> => new Map([...rowsOf(output)].map(([code, row]) => [code, Number(row["apl_estimee"])]));

let region: Output;
beforeAll(async () => {
  region = await run("apl", { territoire: "NA" });
}, 120_000);

describe("three doctors' places of the user's", () => {
  const points: readonly (readonly [number, number])[] = [[1.26053, 45.82634], [1.13612, 45.797], [0.9799, 45.64978]];
  const capacite = Float64Array.of(6, 2, Number.NaN);
  const sites = { ...siteList(points), capacite };

  test("give what a plain two-step count gives, on minutes searched apart", async () => {
    const { network } = await loadReseau("region");
    const speeds = readSpeeds();
    const arcs = enteringArcs(network.graph, speeds);
    const roads = new Roads(network.graph, speeds);
    const places = [
      ...readRows("communes.csv").map((row) => ({ code: row["code"]!, lon: Number(row["lon"]), lat: Number(row["lat"]) })),
      ...readRows("communes-couronne.csv").map((row) => ({ code: row["code"]!, lon: Number(row["lon"]), lat: Number(row["lat"]) })),
    ].filter(({ lon, lat }) => Math.hypot(lon - 1.1, lat - 45.8) < 0.7);
    const demand = new Map([...readRows("apl.csv"), ...readRows("communes-couronne.csv")].map((row) => [row["code"]!, Number(row["population_standardisee"])]));
    const weight = (minutes: number): number => (minutes <= 10 ? 1 : minutes <= 15 ? 2 / 3 : minutes <= 20 ? 1 / 3 : 0);
    const weights = points.map(([lon, lat]) => {
      const target = roads.join({ lon, lat } satisfies Point);
      const seconds = secondsTo(arcs, roads.gates(target, true));
      return places.map((place) => weight(speeds.constMin + roads.seconds(roads.join(place), [target], (node) => seconds[node]!) / 60));
    });
    const ratios = weights.map((row, j) => (1000 * [6, 2, 1][j]!) / row.reduce((sum, w, i) => sum + w * demand.get(places[i]!.code)!, 0));
    const found = estimates(await run("apl", { territoire: "87", sites, params: { ...FRANCHES, consultations: 1000 } }));
    let compared = 0;
    places.forEach(({ code }, i) => {
      const value = found.get(code);
      if (value === undefined) return;
      compared += value > 0 ? 1 : 0;
      expect([code, value]).toEqual([code, expect.closeTo(weights.reduce((sum, row, j) => sum + row[i]! * ratios[j]!, 0), 9)]);
    });
    expect(compared).toBeGreaterThan(30);
  }, 120_000);

  test("stand for the embedded doctors, and are named among the sources", async () => {
    const output = await run("apl", { sites });
    expect(output.table.columns.some(({ name }) => name === "medecins")).toBe(false);
    expect(output.sources.map(({ resource }) => resource)).toContain("liste");
    expect(output.sources.map(({ resource }) => resource)).not.toContain("bpe");
  });
});

describe("no edge effect", () => {
  test.each(["87", "23", "200067106", "23176"])("communes of %s have the figure they have from the whole region", async (territoire) => {
    const whole = estimates(region);
    const rows = estimates(await run("apl", { territoire }));
    for (const [code, value] of rows) expect([code, value]).toEqual([code, whole.get(code)]);
  });

  const withoutRows = (dataset: Dataset, keep: (code: string) => boolean, name: string): Dataset => {
    const codes = rowsOf({ table: dataset.table } as Output);
    const kept = [...codes.keys()].map((code) => keep(code));
    const columns = dataset.table.columns.map((one) => (one.name === name && one.type === "nombre" ? { ...one, values: one.values.map((value, row) => (kept[row] === true ? value : 0)) } : one));
    return { ...dataset, table: { ...dataset.table, columns } };
  };

  test("at the border of a département, doctors and people across count", async () => {
    const only = (code: string): boolean => code.startsWith("87");
    const donnees = {
      bpe: withoutRows(await load("bpe"), only, "medecins_generalistes"),
      apl: withoutRows(await load("apl"), only, "population_standardisee"),
      "communes-couronne": withoutRows(withoutRows(await load("communes-couronne"), () => false, "medecins_generalistes"), () => false, "population_standardisee"),
    };
    const [open, closed] = [estimates(await run("apl")), estimates(await run("apl", { donnees }))];
    const moved = [...open].filter(([code, value]) => Math.abs(value - closed.get(code)!) > 0.05);
    expect(moved.length).toBeGreaterThan(40);
    // Limoges is far from every border.
    expect(closed.get("87085")).toBeCloseTo(open.get("87085")!, 1);
  });

  test("at the border of the region, the ring counts", async () => {
    const couronne = withoutRows(await load("communes-couronne"), () => false, "medecins_generalistes");
    const alone = estimates(await run("apl", { territoire: "23", donnees: { "communes-couronne": couronne } }));
    const lost = [...estimates(await run("apl", { territoire: "23" }))].filter(([code, value]) => value - alone.get(code)! > 0.2);
    expect(lost.length).toBeGreaterThan(10);
  });
});

describe("beside the official APL", () => {
  test("the whole region: close, closer than the plain run, with the same mean within 1 %", async () => {
    const plain = await run("apl", { territoire: "NA", params: FRANCHES });
    expect(plain.facts["correlation"]).toBeCloseTo(0.711, 3);
    expect(region.facts["communes"]).toBe(4293);
    expect(Number(region.facts["correlation"])).toBeGreaterThan(0.715);
    expect(Number(region.facts["correlation_ponderee"])).toBeGreaterThan(0.84);
    expect(Number(region.facts["apl_estimee"]) / Number(region.facts["apl_officielle_2021"])).toBeCloseTo(1, 2);
  });

  test("Haute-Vienne: its official mean is the published one", async () => {
    const { facts, summary } = await run("apl");
    expect(facts["apl_officielle_2021"]).toBeCloseTo(4.32, 2);
    expect(sentenceText(summary)).toMatch(/^Haute-Vienne : accessibilité estimée à 4,\d\d consultations par an et par habitant \(estimation, ce n'est pas l'APL de la DREES\), contre 4,32 pour l'APL officielle 2021 ; corrélation de 0,7\d entre les deux sur 195 communes\.$/);
  });

  test("ranks go from 1 to the number of communes, the difference is theirs", () => {
    const [rank, official, gap] = ["rang_estime", "rang_officiel", "ecart_rang"].map((name) => column(region, name));
    for (const ranks of [rank!, official!]) expect(total(ranks)).toBeCloseTo((4293 * 4294) / 2, 6);
    expect(gap!.every((value, row) => value === official![row]! - rank![row]!)).toBe(true);
  });

  test("an EPCI has the mean of its communes, by standardised population", async () => {
    const epci = await run("apl", { niveau: "epci" });
    const all = rowsOf(await run("apl"));
    const members = new Map(readRows("communes.csv").map((row) => [row["code"]!, row["epci"]!]));
    for (const [code, row] of rowsOf(epci)) {
      const communes = [...all].filter(([commune]) => members.get(commune) === code).map(([, commune]) => commune);
      const people = total(communes.map((commune) => Number(commune["population_standardisee"])));
      for (const name of ["apl_estimee", "apl_officielle_2021"]) {
        const mean = total(communes.map((commune) => Number(commune[name]) * Number(commune["population_standardisee"]))) / people;
        expect(row[name]).toBeCloseTo(mean, 9);
      }
    }
  });

  test("every title of the estimate says what it is not", () => {
    expect(region.views[0]!.title).toContain("estimation : ce n'est pas l'APL de la DREES");
    expect(region.views.find(({ column: name }) => name === "apl_officielle_2021")?.quality).toBe("officiel");
    expect(region.views.filter(({ column: name }) => name !== "apl_officielle_2021").map(({ quality }) => quality)).toEqual(["derive", "derive", "derive"]);
  });
});

describe("parameters", () => {
  test("Σ P·A is the consultations of the doctors, whatever the steps, for the methods that say so", async () => {
    const supply = total(readRows("bpe.csv").map((row) => Number(row["medecins_generalistes"])));
    for (const methode of ["2sfca", "e2sfca", "3sfca"] as const) {
      const output = await run("apl", { territoire: "NA", params: { methode, patients: 0, consultations: 1000 } });
      const people = column(output, "population_standardisee");
      const given = total(column(output, "apl_estimee").map((value, row) => value * people[row]!));
      // The ring takes from the region what it gives it, or nearly.
      expect(given / (1000 * supply)).toBeCloseTo(1, 1);
    }
  });

  test("time within one's own commune beyond the first step lowers the weight of one's own doctors", async () => {
    const far = await run("apl", { params: { interne: 12 } });
    expect(estimates(far).get("87085")!).not.toBeCloseTo(estimates(await run("apl")).get("87085")!, 3);
    expect(estimates(await run("apl", { params: { interne: 5 } })).get("87085")).toBe(estimates(await run("apl")).get("87085"));
  });

  test("fewer people for each doctor than it takes: they count in part, never more than in full", async () => {
    const [full, part] = [await run("apl", { params: { patients: 0 } }), await run("apl", { params: { patients: 1500 } })];
    const [before, after] = [estimates(full), estimates(part)];
    expect([...after].every(([code, value]) => value <= before.get(code)! + 1e-12)).toBe(true);
    expect(total([...after.values()])).toBeLessThan(0.9 * total([...before.values()]));
  });

  test("steps that do not follow each other are refused", () => {
    expect(descriptionApl.parseParams({ palier1: 18 }).issues.map(issueText)).toEqual(["Le paramètre « palier2 » vaut « 15 » ; il faut un temps entre palier1 (18) et palier3 (20)."]);
  });

  test("without a graph, the whole result is an estimate as the crow flies, and says so", async () => {
    const output = await run("apl", { reseau: false });
    expect(output.facts["origine_minutes"]).toBe("estimation à vol d'oiseau");
    expect(output.views[0]!.title).toContain("(estimation à vol d'oiseau)");
    expect(output.issues.map(({ code }) => code)).toContain("estimation-vol-oiseau");
    expect(Number(output.facts["correlation"])).toBeGreaterThan(0.5);
  });

  test("no doctor left: « pas de donnée », and why", async () => {
    const output = await run("apl", { sites: siteList([]) });
    expect(column(output, "apl_estimee").every(Number.isNaN)).toBe(true);
    expect(output.issues.map(({ code }) => code)).toContain("aucun-site");
  });
});
