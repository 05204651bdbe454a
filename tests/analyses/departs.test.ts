import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { CLASSES_APL, facteur, type Hypothese, partsParAge, restants as restantsDe } from "../../src/analyses/departs/modele";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { column, rowsOf, run, total } from "./run";

let base: Output;
beforeAll(async () => {
  base = await run("departs");
}, 60_000);

const ANNEES = Array.from({ length: 15 }, (_, t) => 2021 + t);
const SEC = { age: 67, etalement: 0, remplacement: 0, arrivees: 0 };
/** Share left of each class of the APL, `t` years after 2021. */
const restants = (t: number, hypothese: Hypothese): readonly number[] => CLASSES_APL.map((classe) => restantsDe(classe, 2021 + t, hypothese));

describe("who is still at work", () => {
  test("nobody has left in the year of the data", () => expect(restants(0, { age: 60, etalement: 3, remplacement: 0, arrivees: 0 })).toEqual([1, 1, 1]));

  // By hand, everybody leaving at 67: of 35 to 62, a doctor of age a is there after t years when a + t < 67; of 28 ages,
  // those over 66 − t are gone. After 6 years: 61 and 62, 26 / 28 left; those of 63 to 65 after 2 years: 65 is gone.
  test("by hand, all at 67", () => {
    expect(restants(6, SEC)[0]).toBeCloseTo(26 / 28, 12);
    expect(restants(2, SEC)[1]).toBeCloseTo(2 / 3, 12);
    expect(restants(4, SEC)[1]).toBe(0);
    expect(restants(1, SEC)[2]).toBe(0);
  });

  test("each draws away with the years, and a later age keeps more", () => {
    const age = fc.double({ min: 60, max: 75, noNaN: true });
    fc.assert(fc.property(age, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 13 }), (mean, etalement, t) => {
      const [now, next, later] = [restants(t, { age: mean, etalement, remplacement: 0, arrivees: 0 }), restants(t + 1, { age: mean, etalement, remplacement: 0, arrivees: 0 }), restants(t, { age: mean + 1, etalement, remplacement: 0, arrivees: 0 })];
      return now.every((share, k) => share >= 0 && share <= 1 && next[k]! <= share + 1e-12 && (k > 0 || later[k]! >= share - 1e-12));
    }), { seed: 451, numRuns: 300 });
  });

  test("a share of the departures comes back: all of them at 100 %", () => {
    const parts = partsParAge(4, 3, 2);
    expect(parts).toEqual([0.5, 0.25, 0.25]);
    expect(facteur(parts, [0.8, 0.4, 0], { remplacement: 0, arrivees: 0 }, 4)).toBeCloseTo(0.5, 12);
    expect(facteur(parts, [0.8, 0.4, 0], { remplacement: 0.5, arrivees: 0 }, 4)).toBeCloseTo(0.75, 12);
    expect(facteur(parts, [0.8, 0.4, 0], { remplacement: 1, arrivees: 0 }, 4)).toBe(1);
  });
});

describe("year by year", () => {
  test("2021 is the official APL, and each year follows the formula on the raw rows", () => {
    const apl = new Map(readRows("apl.csv").map((row) => [row["code"]!, row]));
    for (const [code, row] of rowsOf(base)) {
      const [all, a65, a62] = ["apl_mg", "apl_mg_65", "apl_mg_62"].map((name) => Number(apl.get(code)![name]));
      expect(row["apl_2021"]).toBe(all);
      for (const annee of [2024, 2030, 2035]) {
        const [young = 0, middle = 0, old = 0] = restants(annee - 2021, { age: 67, etalement: 4, remplacement: 0.5, arrivees: 0 });
        const left = a62! * young + (a65! - a62!) * middle + (all! - a65!) * old;
        expect([code, annee, row[`apl_${annee}`]]).toEqual([code, annee, expect.closeTo(left + (all! - left) / 2, 9)]);
      }
    }
  });

  test("the status and the year it goes under are those of the columns", () => {
    for (const row of rowsOf(base).values()) {
      const first = ANNEES.find((annee) => Number(row[`apl_${annee}`]) < 2.5) ?? null;
      const statut = first === 2021 ? "déjà sous le seuil" : first !== null && first <= 2030 ? "zone à risque" : "au-dessus du seuil";
      expect([row["annee_bascule"], row["statut"]]).toEqual([first, statut]);
    }
    expect(base.facts["zones_a_risque"]).toBe([...rowsOf(base).values()].filter((row) => row["statut"] === "zone à risque").length);
    expect(base.facts["zones_a_risque"]).toBeGreaterThan(5);
  });

  test("every departure replaced, nothing moves", async () => {
    const output = await run("departs", { params: { remplacement: 100 } });
    for (const row of rowsOf(output).values()) {
      expect(row["apl_2035"]).toBeCloseTo(Number(row["apl_2021"]), 9);
      expect([row["score_projete"], row["densite_projetee"]]).toEqual([expect.closeTo(Number(row["score_2021"]), 9), expect.closeTo(Number(row["densite"]), 9)]);
    }
  });

  test("the year chosen is one of them; density falls in the same proportion; the score of supply never gets better", () => {
    for (const row of rowsOf(base).values()) {
      expect(row["apl_projetee"]).toBe(row["apl_2030"]);
      if (Number(row["medecins"]) > 0) expect(Number(row["densite_projetee"]) / Number(row["densite"])).toBeCloseTo(Number(row["apl_2030"]) / Number(row["apl_2021"]), 9);
      expect(Number(row["score_projete"])).toBeGreaterThanOrEqual(Number(row["score_2021"]) - 1e-9);
    }
    expect(total(column(base, "score_projete"))).toBeGreaterThan(total(column(base, "score_2021")));
  });

  test("elapsed years are marked as such", () => {
    const label = (annee: number): string => base.table.columns.find(({ name }) => name === `apl_${annee}`)!.label;
    expect([label(2021), label(2022), label(2025), label(2026)]).toEqual(["APL 2021", "APL 2022 (année écoulée)", "APL 2025 (année écoulée)", "APL 2026"]);
  });

  test("of Haute-Vienne, 2023 and 2024 come near what the DREES has since published (4.08, 3.96)", () => {
    expect(Math.abs(Number(base.facts["apl_2023"]) - 4.08)).toBeLessThan(0.1);
    expect(Math.abs(Number(base.facts["apl_2024"]) - 3.96)).toBeLessThan(0.1);
  });
});

describe("risk", () => {
  test("without uncertainty it is all or nothing, as the central hypothesis says", async () => {
    const output = await run("departs", { params: { alea_age: 0, alea_remplacement: 0, tirages: 100 } });
    for (const row of rowsOf(output).values()) expect(row["risque"]).toBe(Number(row["apl_2030"]) < 2.5 ? 1 : 0);
  });
  test("the seed decides, and some territories hang on the hypothesis", async () => {
    expect(column(await run("departs"), "risque")).toEqual(column(base, "risque"));
    expect(column(await run("departs", { params: { graine: 5 } }), "risque")).not.toEqual(column(base, "risque"));
    expect(column(base, "risque").filter((share) => share > 0.05 && share < 0.95).length).toBeGreaterThan(3);
  });
});

test("in one sentence, said to be a hypothesis", () => {
  expect(sentenceText(base.summary)).toMatch(/^Haute-Vienne, hypothèse et non prévision : si 50 % des départs sont remplacés, l'APL passe de 4,32 en 2021 à 3,\d\d en 2030 ; \d+ territoires passent sous 2,5 consultations \(.+ habitants\)\.$/);
});
