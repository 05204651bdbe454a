import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Annexe, Output, Params } from "../../src/analyses/analysis";
import { lireAides } from "../../src/io/terrain/aides";
import { readRows } from "./oracle";
import { rowsOf, run } from "./run";

const at = (params: Params, territoire = "87"): Promise<Output> => run("implantation", { territoire, params });
const annexe = ({ annexes }: Output, id: string): Annexe | undefined => annexes?.find((one) => one.id === id);
const colonne = (found: Annexe | undefined, name: string): readonly unknown[] => Array.from<unknown>((found?.table.columns.find((one) => one.name === name)?.values ?? []) as ArrayLike<unknown>);

interface Seed {
  readonly actions?: readonly { readonly id: string; readonly intitule: string; readonly lignes: readonly number[]; readonly pilotes: readonly string[] }[];
  readonly indicateurs: readonly { readonly id: string; readonly valeur: number; readonly lignes: readonly number[] }[];
  readonly document: { readonly date: string };
}
const seed = (file: string): Seed => JSON.parse(readFileSync(new URL(`../../seeds/${file}`, import.meta.url), "utf8")) as Seed;

describe("the sheet of a candidate", () => {
  test("one a chosen site, with what the table says of it", async () => {
    const output = await at({ p: 3 });
    const fiches = annexe(output, "fiches");
    expect(fiches?.table.length).toBe(3);
    expect(colonne(fiches, "nom")).toEqual([...rowsOf(output).values()].map((row) => row["nom"]));
    expect(fiches?.table.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["habitants_portee", "habitants_deja_couverts", "medecins_commune", "medecins_autour", "part_offre_65", "concurrentes", "zonage"]));
  });

  test("doctors of the commune itself are those of the BPE", async () => {
    const bpe = new Map(readRows("bpe.csv").map((row) => [row["code"]!, Number(row["medecins_generalistes"])]));
    const rows = rowsOf(await at({ p: 3 }));
    for (const [code, row] of rows) expect(row["medecins_commune"]).toBe(bpe.get(code) ?? 0);
  });

  test("in season, the people within reach are multiplied; the choice and every other figure stay", async () => {
    const [plain, season] = [await at({ p: 2 }), await at({ p: 2, saison: 1.5 })];
    expect(season.facts).toEqual(plain.facts);
    const rows = [...rowsOf(season).values()];
    for (const row of rows) expect(row["habitants_saison"]).toBeCloseTo(1.5 * Number(row["habitants_portee"]), 6);
    expect([...rowsOf(plain).values()].some((row) => "habitants_saison" in row)).toBe(false);
  });
});

describe("aids", () => {
  test("are those of the seed documents, as they are there", () => {
    const [plan, pacte] = [seed("plan-attractivite-87.json"), seed("pacte-territoire-sante-na.json")];
    const aides = lireAides();
    expect(aides.map(({ id }) => id)).toEqual(["action-21", "action-20", "action-29", "garantie-ptmg", "bourse-cesp", "etude-msp"]);
    for (const { id, intitule, qui, lignes, date } of aides.slice(0, 3)) {
      const action = plan.actions!.find((one) => one.id === id)!;
      expect([intitule, qui, lignes, date]).toEqual([action.intitule, action.pilotes, action.lignes, plan.document.date]);
    }
    for (const { id, intitule, lignes, date } of aides.slice(3, 5)) {
      const cite = pacte.indicateurs.find((one) => one.id === id)!;
      expect(intitule.replace(/\s/gu, "")).toContain(String(cite.valeur));
      expect([lignes, date]).toEqual([cite.lignes, pacte.document.date]);
    }
  });

  test("each has its document, its date and its lines; those of a département are only for it", async () => {
    const here = annexe(await at({ p: 2 }), "aides");
    expect(colonne(here, "document")).toContain("Plan d’attractivité médicale de la Haute-Vienne, 2024-06-14, l. 578-593");
    expect(colonne(here, "sites").slice(0, 4)).toEqual([...Array.from({ length: 3 }, () => "Tous les sites retenus"), "Tous les sites retenus : territoires manquant de professionnels, que le document ne nomme pas"]);
    const elsewhere = annexe(await at({ p: 2 }, "23"), "aides");
    expect(colonne(elsewhere, "document").some((said) => String(said).includes("Haute-Vienne"))).toBe(false);
    expect(elsewhere?.table.length).toBe(3);
  });

  test("what a document does not say stays empty", async () => {
    const here = annexe(await at({ p: 2 }), "aides");
    expect(colonne(here, "qui").slice(3)).toEqual([null, null, null]);
  });
});
