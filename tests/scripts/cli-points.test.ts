import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerCall, type Ended } from "../../scripts/cli/answer-call";
import { DATA } from "../analyses/run";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-points-"));
afterAll(() => rmSync(folder, { recursive: true }));

const POINTS = [{ nom: "Ancienne école", lon: 1.05, lat: 46.12 }, { nom: "Garage", lon: 0.98, lat: 45.65 }, { nom: "Mairie", lon: 1.4, lat: 46 }];

function analyse(params: unknown, ...args: readonly string[]): Promise<Ended> {
  const file = path.join(folder, "params.json");
  writeFileSync(file, JSON.stringify(params));
  return answerCall(["implantation", "--territoire", "87", "--params", file, ...args], DATA);
}

describe("implantation among points", () => {
  test("one line a point chosen, and what became of each", async () => {
    const { code, stdout } = await analyse({ p: 2, candidats: "points", points: [...POINTS, { nom: "Paris", lon: 2.35, lat: 48.85 }] });
    const { lignes, annexes, phrase, statut } = JSON.parse(stdout) as { readonly lignes: readonly Record<string, unknown>[]; readonly annexes: { readonly points: readonly Record<string, unknown>[] }; readonly phrase: string; readonly statut: string };
    expect([code, statut]).toEqual([0, "optimum prouvé"]);
    expect(lignes.map(({ code: own, nom, lon, lat }) => [own, nom, lon, lat])).toEqual([["87011_1", "Ancienne école", 1.05, 46.12], ["87183_3", "Mairie", 1.4, 46]]);
    expect(annexes.points.map(({ candidature }) => candidature)).toEqual(["Choisi", "Candidat", "Choisi", "Écarté : hors du territoire"]);
    expect(phrase).toContain("en ouvrant « Ancienne école » et « Mairie »");
  });

  test("the programme has one column a point", async () => {
    const { code, stdout } = await analyse({ p: 2, candidats: "points", points: POINTS }, "--format", "lp");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\n objectif: \+ \d+ y_87011_1 \+ \d+ y_87183_3\n/)]);
  });

  test("no point ends with 1, a wrong one with 2, in one line", async () => {
    expect(await analyse({ candidats: "points" })).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Aucun point candidat : [^\n]+\n$/) });
    expect(await analyse({ candidats: "points", points: [{ nom: "A", lon: 46, lat: 1.2 }] })).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Le paramètre « points, n° 1 » [^\n]*inversées[^\n]*\n$/) });
  });

  test("points that all lie elsewhere end with 1, each named", async () => {
    const { code, stderr } = await analyse({ candidats: "points", points: [{ nom: "Lyon", lon: 4.84, lat: 45.76 }] });
    expect([code, stderr]).toEqual([1, expect.stringContaining("1 point écarté : hors du territoire — Lyon (hors_1).")]);
  });
});
