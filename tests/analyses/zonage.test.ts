import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { pairesDiscordantes } from "../../src/analyses/zonage/voisins";
import { sentenceText } from "../../src/textes/sentences";
import { readFileSync } from "node:fs";
import type { Dataset } from "../../src/domain/ressource";
import { zonageCompare } from "../../src/io/tables/zonage";
import { readRows } from "./oracle";
import { column, load, must, rowsOf, run, total } from "./run";

let base: Output;
beforeAll(async () => {
  base = await run("zonage");
}, 60_000);

const zones = new Map(readRows("zonage-communes.csv").map((row) => [row["code"]!, row["zone"]!]));
const people = new Map(readRows("communes.csv").map((row) => [row["code"]!, Number(row["population"])]));

describe("zoning against indicators", () => {
  test("the score is that of « fragilite » without the zoning, the other weights in proportion", async () => {
    const others = ["densite", "densite_lissee", "apl", "apl_65", "apl_62", "minutes_medecin", "minutes_msp", "minutes_pharmacie", "minutes_urgences", "revenu", "vieillissement", "structures", "departs"];
    const params = Object.fromEntries(others.map((id) => [`poids_${id}`, 100 / 13]));
    const scores = column(await run("fragilite", { params }), "score");
    column(base, "score_sans_zonage").forEach((score, row) => expect(score).toBeCloseTo(scores[row]!, 9));
    expect(base.table.columns.some(({ name }) => name === "zonage")).toBe(false);
  });

  test("disagreements are those of the zone and of the score, one by one", () => {
    for (const [code, row] of rowsOf(base)) {
      const [zone, score] = [zones.get(code), Number(row["score_sans_zonage"])];
      const expected = zone === "HZ" && score >= 60 ? "hors zonage mais fragile" : zone === "ZIP" && score <= 40 ? "ZIP mais bien doté" : "concordant";
      expect([code, row["zone"], row["desaccord"]]).toEqual([code, zone, expected]);
    }
    expect(Number(base.facts["hors_zonage_fragiles"])).toBe([...rowsOf(base).values()].filter((row) => row["desaccord"] === "hors zonage mais fragile").length);
    expect(base.facts["hors_zonage_fragiles"]).toBeGreaterThan(0);
  });

  test("shares of the inhabitants are the published ones of Haute-Vienne", () => {
    expect([base.facts["part_zip"], base.facts["part_zac"], base.facts["part_hz"]]).toEqual([0.089, 0.306, 0.605].map((part) => expect.closeTo(part, 3)));
  });

  test("an EPCI has the zone of most of its inhabitants, with the share of each", async () => {
    const members = readRows("communes.csv").filter((row) => row["dep"] === "87");
    const output = await run("zonage", { niveau: "epci" });
    for (const [code, row] of rowsOf(output)) {
      const inside = members.filter((commune) => commune["epci"] === code).map((commune) => commune["code"]!);
      const share = (zone: string): number => total(inside.filter((one) => zones.get(one) === zone).map((one) => people.get(one)!)) / total(inside.map((one) => people.get(one)!));
      const most = ["ZIP", "ZAC", "HZ"].toSorted((a, b) => share(b) - share(a))[0];
      expect([row["zone"], row["part_zip"], row["part_zac"], row["part_hz"]]).toEqual([most, ...["ZIP", "ZAC", "HZ"].map((zone) => expect.closeTo(share(zone), 9))]);
    }
    expect(output.facts["paires_voisines"]).toBeNull();
  });
});

describe("neighbours", () => {
  const groupes = { codes: ["a", "b", "c", "d"], noms: ["A", "B", "C", "D"], partiel: new Uint8Array(4), communes: [0, 1, 2, 3], groupe: Int32Array.of(0, 1, 2, 3) };
  const neighbours = new Map([["a", ["b", "c", "x"]], ["b", ["a", "c"]], ["c", ["a", "b", "d"]], ["d", ["c"]]]);

  test("of other zones and within the points, exactly that many included, each pair once", () => {
    const paires = pairesDiscordantes(groupes, neighbours, ["ZIP", "ZAC", "ZIP", null], Float64Array.of(50, 55, 61, 61), 5);
    expect(paires).toEqual([{ a: 0, b: 1, ecart: 5 }]);
  });

  /** Communes whose rings share a stretch, from the arcs of the topology itself. */
  const touching = (): ReadonlyMap<string, ReadonlySet<string>> => {
    const { objects } = JSON.parse(readFileSync(new URL("../../data/contours-87.topojson", import.meta.url), "utf8")) as { objects: { communes: { geometries: { id: string; arcs: unknown }[] } } };
    const owners = new Map<number, Set<string>>();
    for (const { id, arcs } of objects.communes.geometries) {
      for (const arc of (arcs as unknown[]).flat(Number.POSITIVE_INFINITY) as number[]) {
        const key = arc < 0 ? ~arc : arc;
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
    }
    const near = new Map<string, Set<string>>();
    for (const owner of owners.values()) for (const a of owner) for (const b of owner) if (a !== b) near.set(a, (near.get(a) ?? new Set()).add(b));
    return near;
  };

  test("in Haute-Vienne: every pair of the outlines that differs by its zone and by 5 points at most", () => {
    const rows = rowsOf(base);
    const near = touching();
    let pairs = 0;
    for (const [code, row] of rows) {
      const found = [...(near.get(code) ?? [])].filter((other) => zones.get(other) !== zones.get(code) && Math.abs(Number(rows.get(other)?.["score_sans_zonage"]) - Number(row["score_sans_zonage"])) <= 5);
      expect([code, row["voisines_classees_autrement"]]).toEqual([code, found.length]);
      for (const other of found) expect(row["voisines"]).toContain(`${String(rows.get(other)?.["nom"])} (${zones.get(other)}, `);
      pairs += found.length;
    }
    expect(base.facts["paires_voisines"]).toBe(pairs / 2);
    expect(pairs).toBeGreaterThan(10);
  });
});

test("in one sentence", () => {
  expect(sentenceText(base.summary)).toMatch(/^Haute-Vienne : \d+ territoires hors zonage mais fragiles \(.+ habitants\), \d+ territoires? en ZIP mais bien dotés? ; \d+ paires de communes voisines semblables et classées autrement ; 8,9 % des habitants en ZIP, 30,6 % en ZAC\.$/);
});

describe("two vintages", () => {
  const ZONES = ["ZIP", "ZAC", "ZV", "HZ"];
  /** An older zonage of Haute-Vienne, another zone for one commune in three, none for one in fifty. */
  const other = (code: string, row: number): string | null => (row % 50 === 7 ? null : row % 3 === 0 ? ZONES[(row / 3) % 4]! : zones.get(code)!);
  const codes = readRows("communes.csv").filter((row) => row["dep"] === "87").map((row) => row["code"]!);
  const older = new Map(codes.flatMap((code, row) => (other(code, row) === null ? [] : [[code, other(code, row)!] as const])));
  const imported = async (millesime: string): Promise<Dataset> => {
    const csv = `code_insee;zone\n${[...older].map((line) => line.join(";")).join("\n")}\n`;
    const { table } = must(zonageCompare.lire({ nom: "z.csv", bytes: new TextEncoder().encode(csv) }, (await load("communes")).table));
    return { name: "zonage-compare", table, provenance: { resource: "zonage-compare", title: "Zonage", publisher: "", licence: "", vintage: millesime, quality: "derive" } };
  };
  const compare = async (millesime: string, ask: Parameters<typeof run>[1] = {}) => run("zonage", { ...ask, donnees: { "zonage-compare": await imported(millesime) } });
  const helped = (zone: string): boolean => zone === "ZIP" || zone === "ZAC";

  test("each commune: its two zones and what becomes of it, from the raw rows; the older date is before", async () => {
    const output = await compare("2022-03");
    for (const [code, row] of rowsOf(output)) {
      const [before, after] = [older.get(code) ?? null, zones.get(code)!];
      const expected = before === null ? null : before === after ? "inchangé" : helped(before) && !helped(after) ? "sort du zonage" : !helped(before) && helped(after) ? "entre en zonage" : !helped(after) ? "entre hors zonage et vigilance" : after === "ZIP" ? "mieux aidée" : "moins aidée";
      expect([code, row["zone_avant"], row["zone_apres"], row["changement"]]).toEqual([code, before, after, expected]);
    }
  });

  test("communes and inhabitants of each change and of each pair of zones, and shares of both", async () => {
    const { facts } = await compare("2022-03");
    const both = codes.filter((code) => older.has(code));
    const sum = (keep: (before: string, after: string) => boolean): readonly [number, number] => {
      const inside = both.filter((code) => keep(older.get(code)!, zones.get(code)!));
      return [inside.length, total(inside.map((code) => people.get(code)!))];
    };
    expect([facts["communes_entrees"], facts["habitants_entrees"]]).toEqual(sum((before, after) => !helped(before) && helped(after)));
    expect([facts["communes_sorties"], facts["habitants_sorties"]]).toEqual(sum((before, after) => helped(before) && !helped(after)));
    expect([facts["communes_inchangees"], facts["habitants_inchangees"]]).toEqual(sum((before, after) => before === after));
    expect([facts["zac_vers_zip"], facts["habitants_zac_vers_zip"]]).toEqual(sum((before, after) => before === "ZAC" && after === "ZIP"));
    expect(Number(facts["zac_vers_zip"])).toBeGreaterThan(0);
    expect(facts["communes_sans_comparaison"]).toBe(codes.length - both.length);
    expect(facts["part_zip_avant"]).toBeCloseTo(total([...older].filter(([, zone]) => zone === "ZIP").map(([code]) => people.get(code)!)) / total(both.map((code) => people.get(code)!)), 9);
    expect(facts["part_zip_apres"]).toBe(facts["part_zip"]);
  });

  test.each([["2022-03", "auto", "avant"], ["2026-01", "auto", "apres"], ["non précisé", "auto", "apres"], ["non précisé", "avant", "avant"], ["2022-03", "apres", "apres"]])("dated %s and set to « %s », it comes « %s »", async (millesime, sens, place) => {
    const output = await compare(millesime, { params: { sens } });
    expect(rowsOf(output).get(codes[0]!)?.[`zone_${place}`]).toBe(older.get(codes[0]!));
    expect(output.issues.find(({ code }) => code === "zonage-importe")?.params).toEqual({ avant: place === "avant", millesime });
  });

  test("beyond the communes, how many of each, summed", async () => {
    const [byCommune, byEpci] = [await compare("2022"), await compare("2022", { niveau: "epci" })];
    expect(total(column(byEpci, "communes_entrees"))).toBe(byCommune.facts["communes_entrees"]);
    expect(total(column(byEpci, "communes_moins_aidees"))).toBe(byCommune.facts["communes_moins_aidees"]);
    for (const share of column(byEpci, "part_changee")) expect(share).toBeGreaterThanOrEqual(0);
  });

  test("in the sentence", async () => {
    expect(sentenceText((await compare("2022")).summary)).toMatch(/ D'un zonage à l'autre : \d+ communes entrées \(.+ habitants\), \d+ sorties \(.+\), \d+ passées de ZIP à ZAC ou l'inverse, \d+ inchangées ; ZIP .+ puis 8,9 % des habitants, ZAC .+ puis 30,6 % des habitants\.$/);
  });

  test("nothing changes when none is imported", () => {
    expect(base.table.columns.some(({ name }) => name === "changement")).toBe(false);
    expect(base.views.map(({ id }) => id)).toEqual(["desaccord", "voisines"]);
    expect(Object.keys(base.facts).some((name) => name.startsWith("communes_"))).toBe(false);
  });
});
