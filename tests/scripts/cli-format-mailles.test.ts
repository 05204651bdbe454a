import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { answerCall } from "../../scripts/cli/answer-call";
import { DATA } from "../analyses/run";

/** Rows of a plain CSV: no quoted cell in the columns read here. */
function rows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

const read = (file: string): Buffer => readFileSync(path.join(DATA, file));

/** By corner: the inhabitants of a cell by commune, from the source alone. */
function oracle(keep: (code: string) => boolean): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const noms = new Map(rows(read("communes.csv").toString("utf8")).map(({ code = "", nom = "" }) => [code, nom]));
  const cells = new Map<string, Map<string, number>>();
  for (const { x, y, code = "", population } of rows(gunzipSync(read("cellules.csv.gz")).toString("utf8"))) {
    const nom = noms.get(code);
    if (nom === undefined || !keep(code) || Number(population) === 0) continue;
    const cell = cells.get(`${x}-${y}`) ?? new Map<string, number>();
    cells.set(`${x}-${y}`, cell.set(nom, Number(population)));
  }
  return cells;
}

describe("the cells of the access time, as a file", () => {
  test.each([
    ["87", (code: string) => code.startsWith("87")],
    ["NA", () => true],
  ])("are those of the source, each with the commune most of its inhabitants live in: %s", async (territoire, keep) => {
    const { code, stdout } = await answerCall(["temps-acces", "--territoire", territoire, "--format", "mailles"], DATA);
    const written = rows(stdout);
    const wanted = oracle(keep);
    expect([code, written.length]).toEqual([0, wanted.size]);
    const wrong = written.filter(({ code: corner = "", nom, habitants, minutes }) => {
      const cell = wanted.get(corner);
      const people = [...(cell?.values() ?? [])];
      const all = people.reduce((sum, one) => sum + one, 0);
      // Inhabitants of the cells are set to those of their commune: a few percent from the source, which may turn a tie.
      const principal = (cell?.get(nom ?? "") ?? -1) >= 0.95 * Math.max(...people) - 0.1;
      return !principal || Math.abs(Number(habitants) - all) > 0.05 * all + 0.1 || !(Number(minutes) > 0);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("are asked in vain of another analysis, which says so", async () => {
    const { code, stderr } = await answerCall(["densite", "--format", "mailles"], DATA);
    expect([code, stderr]).toEqual([2, "Ce résultat de « densite » n'a pas de mailles habitées : le format « mailles » n'a rien à écrire (l'analyse « temps-acces » en a).\n"]);
  });
});
