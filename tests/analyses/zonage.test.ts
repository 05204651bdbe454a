import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { pairesDiscordantes } from "../../src/analyses/zonage/voisins";
import { sentenceText } from "../../src/textes/sentences";
import { readFileSync } from "node:fs";
import { readRows } from "./oracle";
import { column, rowsOf, run, total } from "./run";

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
