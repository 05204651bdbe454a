import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { textValues } from "../../src/domain/table";
import { sentenceText } from "../../src/textes/sentences";
import { fromLambert93, readPoints, readRows } from "./oracle";
import { column, rowsOf, run, siteList } from "./run";

const SAID = /estimation à vol d'oiseau/i;

/** Haversine on a sphere of 6 371 km, written apart. */
function kilometres(a: { readonly lon: number; readonly lat: number }, b: { readonly lon: number; readonly lat: number }): number {
  const rad = Math.PI / 180;
  const h = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** Every label, title and header that names minutes or what is counted from them. */
function headers({ table, views }: Output): readonly string[] {
  const labels = table.columns.filter(({ name }) => /^(minutes|km$|habitants_|part|km2.*_couverts|communes_couvertes|chef_lieu_couvert|variation|statut)/.test(name)).map(({ label }) => label);
  return [...labels, ...views.map(({ title }) => title)];
}

describe.each([
  ["temps-acces", {}],
  ["couverture", { seuil: 15 }],
  ["couverture", { seuil: 15, comparaison: "hopital" }],
  ["couverture", { seuil: 15, demande: "chef-lieu" }],
] as const)("without a graph, %s %j", (id, params) => {
  let output: Output;
  beforeAll(async () => (output = await run(id, { reseau: false, params })));

  test("the sentence, the headers, the legend titles, the sources and the facts say that it is an estimate", () => {
    expect(sentenceText(output.summary)).toMatch(/^Estimation à vol d'oiseau\. Haute-Vienne/);
    expect(headers(output).filter((header) => !SAID.test(header))).toEqual([]);
    expect(output.sources.filter(({ title }) => SAID.test(title))).toHaveLength(1);
    expect(output.facts["origine_minutes"]).toMatch(SAID);
    expect(output.origine).toEqual({ kind: "estimation" });
  });

  test("a warning says it, and nothing is called official", () => {
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "estimation-vol-oiseau", severity: "avertissement" }));
    expect(output.views.map(({ quality }) => quality)).toEqual(output.views.map(() => "derive"));
  });

  test("every row carries it into exports", () => {
    expect([...rowsOf(output).values()].every((row) => SAID.test(String(row["origine_minutes"])))).toBe(true);
  });
});

test("the inhabited grid of an estimate says it in its unit, its header and each of its squares", async () => {
  const { views } = await run("temps-acces", { territoire: "248719288", reseau: false });
  const { table, unitText } = views.find(({ id }) => id === "mailles")!;
  expect([unitText, table.columns.find(({ name }) => name === "minutes")?.label]).toEqual(["minutes (estimation à vol d'oiseau)", "Minutes (estimation à vol d'oiseau)"]);
  expect(table.length).toBeGreaterThan(3);
  expect(textValues(table, "origine_minutes").filter((text) => text !== "estimation à vol d'oiseau")).toEqual([]);
});

describe("the minutes of the estimate", () => {
  test("are 3.1 + 1.28 per km to the nearest site of all, from every chef-lieu, and the kilometres those of the bands", async () => {
    const corrections = readRows("corrections.csv").filter((row) => row["genre"] === "msp").map((row) => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) }));
    const sites = [...readPoints("msp.geojson"), ...corrections];
    const rows = rowsOf(await run("temps-acces", { territoire: "33", reseau: false }));
    const communes = readRows("communes.csv").filter((row) => row["dep"] === "33");
    expect(rows.size).toBe(communes.length);
    for (const commune of communes) {
      const place = { lon: Number(commune["lon"]), lat: Number(commune["lat"]) };
      const nearest = Math.min(...sites.map((site) => kilometres(place, site)));
      const row = rows.get(commune["code"]!);
      expect(Number(row?.["minutes"])).toBeCloseTo(3.1 + 1.28 * nearest, 3);
      const factor = nearest < 5 ? 1.36 : nearest <= 20 ? 1.31 : nearest <= 40 ? 1.28 : 1.26;
      expect(Number(row?.["km"])).toBeCloseTo(factor * nearest, 3);
    }
  });

  test("of the inhabitants where they live are those of their cells", async () => {
    const sites = readPoints("msp.geojson");
    const list = siteList(sites.map(({ lon, lat }) => [lon, lat]));
    const rows = rowsOf(await run("temps-acces", { territoire: "248719288", reseau: false, sites: list }));
    const communes = new Set(rows.keys());
    const cells = new Map<string, { minutes: number; habitants: number }[]>();
    for (const row of readRows("cellules.csv.gz")) {
      const code = row["code"]!;
      if (!communes.has(code)) continue;
      const place = fromLambert93(Number(row["x"]) + 250, Number(row["y"]) + 250);
      const minutes = 3.1 + 1.28 * Math.min(...sites.map((site) => kilometres(place, site)));
      cells.set(code, [...(cells.get(code) ?? []), { minutes, habitants: Number(row["population"]) }]);
    }
    for (const [code, row] of rows) {
      const mine = cells.get(code) ?? [];
      const people = mine.reduce((sum, { habitants }) => sum + habitants, 0);
      expect(Number(row["minutes_moyenne"])).toBeCloseTo(mine.reduce((sum, { minutes, habitants }) => sum + minutes * habitants, 0) / people, 3);
    }
    expect(rows.size).toBeGreaterThan(3);
  });

  test("in Haute-Vienne stay about 4 min from those of the road", async () => {
    const [estimated, driven] = [column(await run("temps-acces", { reseau: false }), "minutes"), column(await run("temps-acces"), "minutes")];
    const errors = estimated.map((minutes, i) => Math.abs(minutes - driven[i]!));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(5);
  });

  test("with a graph nothing is said of an estimate", async () => {
    const output = await run("temps-acces");
    expect(JSON.stringify([output.summary, output.sources, output.issues, headers(output), Object.keys(output.facts)])).not.toMatch(SAID);
  });
});
