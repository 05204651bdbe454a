import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { COMPOSANTES } from "../../src/analyses/fragilite/composantes/registre";
import { descriptionFragilite } from "../../src/analyses/fragilite/description";
import { POIDS, PREREGLAGES } from "../../src/analyses/fragilite/poids";
import { classeDe, stabilitesDe } from "../../src/analyses/fragilite/stabilite";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { readPoints, readRows } from "./oracle";
import { column, load, rowsOf, run, total } from "./run";

const MIENS = { poids_zonage: 20, poids_densite: 20, poids_apl: 30, poids_revenu: 10, poids_departs: 20 };

let base: Output;
beforeAll(async () => {
  base = await run("fragilite");
}, 60_000);

describe("the score of three communes by hand", () => {
  /*
   * By bounds, weights 20 / 20 / 30 / 10 / 20, from the rows of the package:
   * Jouac: ZIP 100; 0 doctor 100; APL 1.229 under 2.5, 100; income 19 430, (23 000 − 19 430) / 5 000 = 71.4;
   *   (1.229 − 0.378) / 1.229 = 0.692 over 0.5, 100. 0.9 · 100 + 0.1 · 71.4 = 97.14.
   * Aixe-sur-Vienne: ZAC 50; 6 doctors for 5 890, 101.8676, (125 − 101.8676) / 75 = 30.8432; APL 3.785, 0.215 / 1.5 = 14.3333;
   *   income 23 440, 0; (3.785 − 2.764) / 3.785 = 0.26975, 53.9498. 10 + 6.16865 + 4.3 + 0 + 10.78996 = 31.2586.
   * Saint-Gilles-les-Forêts: ZAC 50; 0 doctor 100; APL 1.966, 100; income not known; 0.774, 100. Without the 10 of the
   *   income: (20 · 50 + 20 · 100 + 30 · 100 + 20 · 100) / 90 = 88.8889.
   */
  test.each([["87080", 97.14, 0], ["87001", 31.258_607_794_9, 0], ["87147", 88.888_888_888_9, 1]] as const)("%s", async (code, score, missing) => {
    const row = rowsOf(await run("fragilite", { params: { ...MIENS, normalisation: "seuils" } })).get(code)!;
    expect([row["score"], row["composantes_manquantes"]]).toEqual([expect.closeTo(score, 8), missing]);
  });
});

describe("contributions", () => {
  test("add up to the score, territory by territory, whatever is missing", async () => {
    for (const output of [base, await run("fragilite", { niveau: "epci", params: { prereglage: "besoins" } })]) {
      for (const row of rowsOf(output).values()) {
        const parts = Object.entries(row).filter(([name, value]) => name.startsWith("contribution_") && value !== null);
        expect(total(parts.map(([, value]) => Number(value)))).toBeCloseTo(Number(row["score"]), 9);
      }
    }
  });

  test("only components that weigh something are read, and named among the sources", async () => {
    const output = await run("fragilite", { params: { prereglage: "acces" } });
    const names = output.table.columns.map(({ name }) => name).filter((name) => name.startsWith("contribution_"));
    expect(names).toEqual(["minutes_medecin", "minutes_msp", "minutes_pharmacie", "minutes_urgences"].map((id) => `contribution_${id}`));
    expect(output.sources.map(({ resource }) => resource)).not.toContain("apl");
    const offre = await run("fragilite", { params: { prereglage: "offre" }, reseau: false });
    expect(offre.facts["origine_minutes"]).toBeUndefined();
    expect(offre.sources.map(({ resource }) => resource)).not.toContain("estimation-vol-oiseau");
  });
});

describe("what is not known", () => {
  test("is said, keeps its place empty, and never counts for 0", () => {
    const rows = rowsOf(base);
    expect([rows.get("87147")?.["revenu"], rows.get("87147")?.["contribution_revenu"]]).toEqual([null, null]);
    expect(base.issues.map(({ code }) => code)).toContain("composantes-manquantes");
    expect(base.issues.map(issueText).join(" ")).toMatch(/2 territoires manquent d'une composante au moins \(Revenu médian \(Filosofi 2021\)\)/);
  });

  test("a table without a single figure leaves its component out of every score", async () => {
    const apl = await load("apl");
    const columns = apl.table.columns.map((one) => (one.type === "nombre" && one.name === "apl_mg" ? { ...one, values: one.values.map(() => Number.NaN) } : one));
    const output = await run("fragilite", { params: { poids_apl: 50, poids_revenu: 50 }, donnees: { apl: { ...apl, table: { ...apl.table, columns } } } });
    const alone = await run("fragilite", { params: { poids_revenu: 100 } });
    expect(column(output, "score")).toEqual(column(alone, "score"));
  });

  test("the same figure everywhere tells nobody apart, and is said", () => {
    expect(base.issues.map(issueText).join(" ")).toContain("Ces composantes ont partout la même valeur et ne départagent aucun territoire : Part des 75 ans et plus");
  });
});

describe("components", () => {
  test("have a weight each, in the same order as the form", () => expect(COMPOSANTES.map(({ id }) => id)).toEqual(POIDS.map(({ id }) => id)));

  test("zonage of an EPCI is that of its inhabitants", async () => {
    const zones = new Map(readRows("zonage-communes.csv").map((row) => [row["code"]!, { ZIP: 100, ZAC: 50 }[row["zone"]!] ?? 0]));
    const members = readRows("communes.csv").filter((row) => row["epci"] === "248719262");
    const people = total(members.map((row) => Number(row["population"])));
    const expected = total(members.map((row) => zones.get(row["code"]!)! * Number(row["population"]))) / people;
    expect(rowsOf(await run("fragilite", { niveau: "epci" })).get("248719262")?.["zonage"]).toBeCloseTo(expected, 9);
  });

  test("structures are those of the whole bassin de vie", () => {
    const communes = readRows("communes.csv");
    const basins = new Map(communes.map((row) => [row["code"]!, row["bassin_de_vie"]!]));
    const people = new Map<string, number>();
    for (const row of communes) people.set(row["bassin_de_vie"]!, (people.get(row["bassin_de_vie"]!) ?? 0) + Number(row["population"]));
    const sites = new Map<string, number>();
    const centres = readPoints("centres-sante.geojson").filter(({ properties }) => properties["genre"] === "centre-sante-medecin");
    const corrections = readRows("corrections.csv").filter(({ genre }) => genre === "msp" || genre === "centre-sante-medecin").map((row) => row["code_commune"]!);
    for (const code of [...[...readPoints("msp.geojson"), ...centres].map(({ properties }) => properties["code_commune"] ?? ""), ...corrections]) {
      const basin = basins.get(code) ?? "";
      sites.set(basin, (sites.get(basin) ?? 0) + 1);
    }
    for (const [code, row] of rowsOf(base)) {
      const basin = basins.get(code)!;
      expect([code, row["structures"]]).toEqual([code, expect.closeTo((1e5 * (sites.get(basin) ?? 0)) / people.get(basin)!, 9)]);
    }
  });

  test("minutes are those of « temps-acces »", async () => {
    const times = rowsOf(await run("temps-acces", { params: { genres: ["pharmacie"] } }));
    for (const [code, row] of rowsOf(base)) expect([code, row["minutes_pharmacie"]]).toEqual([code, times.get(code)?.["minutes"]]);
  });

  test("ageing is that of the département, 12.2 % in Haute-Vienne", () => {
    const shares = new Set(column(base, "vieillissement"));
    expect([...shares]).toEqual([expect.closeTo(0.122, 3)]);
  });
});

describe("rank stability", () => {
  test("shares add up to the length of the list, ties apart", () => {
    expect(total(column(base, "part_premiers"))).toBeCloseTo(20, 6);
  });
  test("when weights do not vary, the first are surely first, the others never", async () => {
    const output = await run("fragilite", { params: { amplitude: 0, premiers: 15 } });
    for (const row of rowsOf(output).values()) expect(row["part_premiers"]).toBe(Number(row["rang"]) <= 15 ? 1 : 0);
    expect([output.facts["surs"], output.facts["probables"], output.facts["sensibles"]]).toEqual([15, 0, 0]);
  });
  test("the seed decides", async () => {
    const again = await run("fragilite");
    const other = await run("fragilite", { params: { graine: 12 } });
    expect(column(again, "part_premiers")).toEqual(column(base, "part_premiers"));
    expect(column(other, "part_premiers")).not.toEqual(column(base, "part_premiers"));
  });
  test("words, at exactly their bounds", () => {
    expect(stabilitesDe([1, 0.95, 0.949, 0.5, 0.499, 0.05, 0.049, 0, Number.NaN])).toEqual(["sûr", "sûr", "probable", "probable", "sensible", "sensible", "hors de la liste", "hors de la liste", null]);
    expect([60, 59.9, 40, 40.1, Number.NaN].map((score) => classeDe(score, 60))).toEqual(["fragile", "intermédiaire", "bien doté", "intermédiaire", null]);
  });
});

describe("weights", () => {
  test.each(Object.entries(PREREGLAGES))("« %s » sums to 100", (_, poids) => expect(total(Object.values(poids))).toBeCloseTo(100, 9));

  test("given alone, they are one's own: what is not given weighs nothing", () => {
    const parsed = descriptionFragilite.parseParams({ poids_apl: 60, poids_revenu: 40 });
    expect(parsed).toMatchObject({ ok: true, value: { prereglage: "personnalise", poids_apl: 60, poids_revenu: 40, poids_zonage: 0 } });
  });

  test("that do not sum to 100 are refused", () => {
    expect(descriptionFragilite.parseParams({ poids_apl: 60, poids_revenu: 30 }).issues.map(issueText)).toEqual(["Le paramètre « poids_… » vaut « 90 » ; il faut des poids dont la somme est 100."]);
    expect(descriptionFragilite.parseParams({ poids_apl: 160 }).issues.map(issueText)).toEqual(["Le paramètre « poids_apl » vaut « 160 » ; il faut un nombre de 0 à 100."]);
  });

  test("one component alone is its own order", async () => {
    const output = await run("fragilite", { params: { poids_minutes_msp: 100 } });
    const minutes = column(output, "minutes_msp");
    const order = (values: readonly number[]): readonly number[] => [...values.keys()].toSorted((a, b) => values[b]! - values[a]! || a - b);
    expect(order(column(output, "score"))).toEqual(order(minutes));
  });
});

test("the result in one sentence, counts of the table", () => {
  const fragile = [...rowsOf(base).values()].filter((row) => row["classe"] === "fragile");
  expect(base.facts["fragiles"]).toBe(fragile.length);
  expect(base.facts["habitants_fragiles"]).toBe(total(fragile.map((row) => Number(row["habitants"]))));
  expect(sentenceText(base.summary)).toMatch(/^Haute-Vienne : \d+ territoires fragiles \(score de 60 ou plus\) sur 195, .+ habitants ; le plus fragile est Jouac ; parmi les 20 premiers, \d+ y restent presque quels que soient les poids\.$/);
});

test("with fewer territories than the list is long, the sentence says so; with one, that there is nothing to rank", async () => {
  expect(sentenceText((await run("fragilite", { niveau: "epci" })).summary)).toMatch(/ ; la liste des 20 premiers les compte tous\.$/);
  expect(sentenceText((await run("fragilite", { niveau: "departement" })).summary)).toBe("Haute-Vienne : un seul territoire à ce niveau, il n'y a pas de classement à lire ; choisissez un niveau plus fin.");
});
