import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { answerFiches } from "../../scripts/cli/answer-call";
import { ROOT } from "../../scripts/build-site.mjs";
import { launch } from "./driver";
import type { Ecran, Navigateur } from "./driver";

const executable = inject("navigateur");
const folder = mkdtempSync(path.join(tmpdir(), "maillage-fiches-"));
let browser: Navigateur | null = null;

beforeAll(async () => {
  if (executable === null) return;
  await answerFiches(["--territoire", "200071942", "--sortie", folder, "--adresse", "https://exemple.fr/maillage/"], path.join(ROOT, "data"));
  browser = await launch(executable);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(name: string, width: number, height: number): Promise<Ecran> {
  if (browser === null) throw new Error("the browser is not started");
  return browser.open(pathToFileURL(path.join(folder, name)).href, { viewport: { width, height } });
}

test.skipIf(executable === null).each([
  ["a sheet, A4", "87011.html", 794, 1123],
  ["a sheet, phone", "87011.html", 390, 844],
  ["the index, A4", "index.html", 794, 1123],
  ["the index, phone", "index.html", 390, 844],
] as const)("%s: axe objects to nothing, nothing overflows, nothing else is asked", async (_, name, width, height) => {
  const screen = await open(name, width, height);
  expect(await screen.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await screen.axe()).toEqual([]);
  expect([screen.requests.length, screen.errors]).toEqual([1, []]);
  await screen.close();
});

test.skipIf(executable === null)("a sheet prints on one A4 page", async () => {
  const screen = await open("87011.html", 794, 1123);
  const pages = async (): Promise<number> => (await screen.page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(await pages()).toBe(1);
  // The test counts pages for good: twice the sheet is more than one.
  const twice = path.join(folder, "deux.html");
  writeFileSync(twice, readFileSync(path.join(folder, "87011.html"), "utf8").replace(/<main>.*<\/main>/s, (main) => main + main));
  await screen.page.goto(pathToFileURL(twice).href);
  expect(await pages()).toBeGreaterThan(1);
  await screen.close();
});
