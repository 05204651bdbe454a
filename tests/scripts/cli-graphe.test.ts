import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { answerCall } from "../../scripts/cli/answer-call";
import { DATA } from "../analyses/run";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-graphe-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a specialist beyond the graph of Haute-Vienne: the graph goes as far as Bordeaux", async () => {
  const params = path.join(folder, "bordeaux.json");
  writeFileSync(params, JSON.stringify({ patient1: "87085", etapes: ["specialiste"], specialiste: "33063", retour: "non" }));
  const { code, stdout } = await answerCall(["parcours", "--params", params], DATA);
  expect(code).toBe(0);
  const { p1_km, p1_etapes_inconnues } = JSON.parse(stdout) as Record<string, number>;
  expect(p1_etapes_inconnues).toBe(0);
  // 183 km as the crow flies.
  expect(p1_km).toBeGreaterThan(183);
  expect(p1_km).toBeLessThan(300);
});
