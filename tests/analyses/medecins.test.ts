import { expect, test } from "vitest";
import { rowsOf, run } from "./run";

const BELLAC = "87011";
const SUPPOSES = { [BELLAC]: 6 };

test("practitioners supposed raise the estimated APL where they are, and around; the official one does not move", async () => {
  const [before, after] = [rowsOf(await run("apl")), rowsOf(await run("apl", { medecins: SUPPOSES }))];
  const figure = (rows: typeof before, code: string, name: string): number => Number(rows.get(code)?.[name]);
  expect(figure(after, BELLAC, "apl_estimee")).toBeGreaterThan(figure(before, BELLAC, "apl_estimee") + 0.3);
  // Peyrat-de-Bellac is next to it; Limoges is out of reach.
  expect(figure(after, "87116", "apl_estimee")).toBeGreaterThan(figure(before, "87116", "apl_estimee"));
  expect(figure(after, BELLAC, "apl_officielle")).toBe(figure(before, BELLAC, "apl_officielle"));
});

test("they lower the fragility of their commune by its density", async () => {
  const params = { normalisation: "seuils" };
  const [before, after] = [rowsOf(await run("fragilite", { params })), rowsOf(await run("fragilite", { params, medecins: SUPPOSES }))];
  expect(Number(after.get(BELLAC)?.["score"])).toBeLessThan(Number(before.get(BELLAC)?.["score"]));
});

test("a commune without any becomes a place to travel to, « commune avec un médecin »", async () => {
  const rows = rowsOf(await run("temps-acces", { params: { genres: ["medecin"] } }));
  const [code] = [...rows].find(([, row]) => Number(row["minutes"]) > 10)!;
  const after = rowsOf(await run("temps-acces", { params: { genres: ["medecin"] }, medecins: { [code]: 1 } }));
  expect(Number(after.get(code)?.["minutes"])).toBeLessThan(5);
});
