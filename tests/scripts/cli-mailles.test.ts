import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerCall, type Ended } from "../../scripts/cli/answer-call";
import { DATA } from "../analyses/run";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-mailles-"));
afterAll(() => rmSync(folder, { recursive: true }));

function analyse(params: unknown, ...args: readonly string[]): Promise<Ended> {
  const file = path.join(folder, "params.json");
  writeFileSync(file, JSON.stringify({ candidats: "cellules", ...(params as object) }));
  return answerCall(["implantation", "--territoire", "248719361", "--params", file, ...args], DATA);
}

describe("implantation among cells", () => {
  test("one line a cell chosen, and how many of each commune were candidates", async () => {
    const { code, stdout } = await analyse({ p: 2, habitants_maille_min: 90 });
    const { lignes, annexes, statut, candidats } = JSON.parse(stdout) as { readonly lignes: readonly Record<string, unknown>[]; readonly annexes: { readonly mailles: readonly Record<string, unknown>[] }; readonly statut: string; readonly candidats: number };
    expect([code, statut, candidats]).toEqual([0, "optimum prouvé", 10]);
    expect(lignes[0]).toMatchObject({ code: expect.stringMatching(/^87\d{3}_\d+$/), nom: expect.stringMatching(/^.+ n° \d+.*, maille de 500 m$/), commune: expect.any(String), epci: "CC de Noblat", lon: expect.any(Number), lat: expect.any(Number) });
    expect(annexes.mailles.at(-1)).toMatchObject({ nom: "Communes sans candidate (10)", candidate: 0, choisie: 0 });
  });

  test("the programme has one column a cell that is worth keeping, by its code", async () => {
    const { code, stdout } = await analyse({ p: 2, habitants_maille_min: 90, existants: false, seuil_minutes: 6 }, "--format", "lp");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/ y_87161_\d+\b/)]);
  });

  test("the table in CSV has the code, the name and the place of each cell", async () => {
    const { code, stdout } = await analyse({ p: 1, habitants_maille_min: 90 }, "--format", "csv");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\n"?87\d{3}_\d+"?[,;]"[^"]+ n° \d+[^"]*, maille de 500 m"/)]);
  });

  test("no cell left ends with 1, a wrong rule or code with 2, in one line", async () => {
    expect(await analyse({ habitants_maille_min: 1000 })).toMatchObject({ code: 1, stderr: expect.stringMatching(/Aucune maille candidate : la règle « habitants de la maille » a écarté les \d+ dernières\. Baissez-la à \d+ ou moins\./) });
    expect(await analyse({ habitants_maille_min: -1 })).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Le paramètre « habitants_maille_min » [^\n]+\n$/) });
    expect(await analyse({ imposees: ["87161_a"] })).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Le paramètre « imposees » [^\n]+« 87002_3 »[^\n]+\n$/) });
    expect(await analyse({ imposees: ["87161_9999"] })).toMatchObject({ code: 1, stderr: expect.stringContaining("« 87161_9999 » n'est pas un lieu candidat") });
  });
});
