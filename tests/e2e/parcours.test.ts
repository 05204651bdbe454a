import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

const ROOT = path.resolve(import.meta.dirname, "../..");
const EXPLORER = "#/explorer?t=87&n=commune&a=temps-acces&l=msp";
const TELEPHONE = { width: 390, height: 844 };
const BUREAU = { width: 1440, height: 900 };

async function settled(screen: Ecran): Promise<void> {
  await screen.waitForMinutes();
  await screen.waitForMapIdle();
}

interface Ligne {
  readonly code: string;
  readonly nom: string;
  readonly minutes: number | null;
}

/** The same analysis without a screen. */
function commandLine(analyse: string): { readonly phrase: string; readonly lignes: readonly Ligne[] } {
  const out = execFileSync(process.execPath, ["--import", "tsx", "scripts/analyse.ts", analyse, "--territoire", "87"], { cwd: ROOT, maxBuffer: 1 << 26 });
  return JSON.parse(out.toString("utf8")) as { readonly phrase: string; readonly lignes: readonly Ligne[] };
}

/** Spaces that Intl or typography may have made unbreakable. */
const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

describeSite("a visit", (site) => {
  test.each(DESCRIPTIONS.map(({ id }) => id))("says on screen the sentence of the command line: %s", async (analyse) => {
    const screen = await site.open(`#/explorer?t=87&n=commune&a=${analyse}&l=msp`);
    await screen.waitForMinutes();
    const shown = plain(await screen.page.locator("main, body").first().innerText());
    expect(shown).toContain(plain(commandLine(analyse).phrase));
    await screen.close();
  });

  test("shows in the table the minutes of the command line", async () => {
    const screen = await site.open(EXPLORER);
    await screen.waitForMinutes();
    const minutes = commandLine("temps-acces").lignes.find(({ code }) => code === "87011")?.minutes ?? Number.NaN;
    await screen.page.getByRole("button", { name: /tableau/i }).first().click();
    const row = screen.page.getByRole("row").filter({ hasText: "87011" }).first();
    await screen.page.getByRole("searchbox").last().fill("Bellac");
    await row.waitFor();
    expect(plain(await row.innerText())).toContain(new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(minutes));
    await screen.close();
  });

  test("is done by keyboard alone: search, sheet, close, table, another analysis", async () => {
    const screen = await site.open(EXPLORER, { viewport: BUREAU });
    await settled(screen);
    const { page } = screen;
    await page.keyboard.press("/");
    await page.keyboard.type("bellac");
    await page.getByRole("option", { name: /Bellac/ }).first().waitFor();
    // The first hit is chosen from the start: down and up comes back to it.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Bellac" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Bellac" }).waitFor({ state: "detached" });
    const analyse = page.getByRole("combobox", { name: "Analyse" });
    await analyse.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.evaluate(() => location.hash), { timeout: 20_000 }).not.toContain("a=temps-acces");
    await screen.waitForMinutes();
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.evaluate(() => location.hash), { timeout: 20_000 }).toContain("a=temps-acces");
    await screen.close();
  });

  test.each([
    ["the first visit", "", BUREAU],
    ["the explorer with a sheet", `${EXPLORER}&s=commune:87085`, BUREAU],
    ["the explorer on a projector", EXPLORER, { width: 1280, height: 720 }],
    ["the explorer on a phone", EXPLORER, TELEPHONE],
    ["the data", "#/donnees", BUREAU],
    ["the method on a phone", "#/methode", TELEPHONE],
  ] as const)("has nothing that axe objects to: %s", async (_, hash, viewport) => {
    const screen = await site.open(hash, { viewport });
    await screen.waitForMinutes();
    await screen.page.getByRole("heading").first().waitFor();
    expect(await screen.axe()).toEqual([]);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("finds its work again after the tab was closed", async () => {
    const screen = await site.open(EXPLORER);
    await screen.waitForMinutes();
    await screen.page.getByRole("combobox", { name: /Lu par/ }).selectOption("epci");
    await screen.page.getByText(/Enregistré/).first().waitFor();
    const again = await screen.context.newPage();
    await again.goto(site.url);
    await again.waitForFunction(() => location.hash.includes("n=epci"));
    await screen.close();
  });
});

describeSite("a visit that goes wrong", (site) => {
  test("says in French which territory does not exist, and the nearest ones", async () => {
    const screen = await site.open("#/explorer?t=88&n=commune&a=temps-acces");
    await screen.page.getByText(/Aucun territoire ne porte le code/).first().waitFor();
    await screen.waitForMinutes();
    await screen.close();
  });

  test("without the road graph, names the file, and densities still work", async () => {
    const screen = await site.open(EXPLORER, { missing: /graphe-hv50/ });
    await screen.page.getByText(/graphe-hv50/).first().waitFor();
    await screen.page.getByRole("combobox", { name: "Analyse" }).selectOption("densite");
    await screen.page.getByText(/440 médecins/).first().waitFor();
    await screen.close();
  });

  test.each([
    ["missing", { missing: /fond-87/ }],
    ["cut short", { replaced: { url: /fond-87/, body: "MTUI" } }],
  ])("with the ground %s, names the file, and the minutes are on the map", async (_, options) => {
    const screen = await site.open(EXPLORER, options);
    await screen.page.getByText(/fond-87\.\d+\.bin\.gz/).first().waitFor();
    await screen.waitForMinutes();
    await screen.waitForMapIdle();
    expect(screen.errors.filter((error) => !error.includes("404"))).toEqual([]);
    await screen.close();
  });

  test("with storage refused, says so and goes on", async () => {
    const screen = await site.open(EXPLORER, {
      before: () => {
        Storage.prototype.setItem = () => {
          throw new Error("QuotaExceededError");
        };
      },
    });
    await screen.waitForMinutes();
    await screen.page.getByRole("combobox", { name: /Lu par/ }).selectOption("epci");
    await screen.page.getByText(/refuse d['’]enregistrer/).first().waitFor();
    await screen.waitForMinutes();
    await screen.close();
  });
});

describeSite(
  "a machine without WebGL",
  (site) => {
    test("draws the map as SVG, says why, and its territories open their sheet", async () => {
      const screen = await site.open(EXPLORER, { viewport: BUREAU });
      await screen.waitForMinutes();
      await screen.page.locator("svg [data-code='87011']").first().waitFor();
      expect(plain(await screen.page.locator("body").innerText())).toMatch(/WebGL|carte simplifiée|sans accélération/i);
      await screen.page.locator("svg [data-code='87011']").first().click({ force: true });
      await screen.page.getByRole("heading", { name: "Bellac" }).waitFor();
      await screen.close();
    });

    test("draws the region when what is drawn changes, not at each word of its progress", async () => {
      const screen = await site.open(EXPLORER, { viewport: BUREAU });
      await screen.waitForMinutes();
      await screen.page.locator("svg [data-code='87011']").first().waitFor();
      await screen.page.evaluate(() => {
        const { dataset } = document.documentElement;
        const drawn = (nodes: NodeList): boolean => [...nodes].some((node) => node instanceof SVGSVGElement && node.querySelector("[data-code]") !== null);
        new MutationObserver((changes) => (dataset["dessins"] = String(Number(dataset["dessins"] ?? 0) + changes.filter(({ addedNodes }) => drawn(addedNodes)).length))).observe(document.body, { childList: true, subtree: true });
      });
      await screen.page.getByRole("combobox", { name: "Territoire" }).selectOption("NA");
      await screen.page.locator("svg [data-code='33063']").first().waitFor({ state: "attached", timeout: 60_000 });
      await screen.waitForMinutes();
      // Four are needed: the territory, its outlines, what is under them, the colours. Each word of progress would be one more: fifty of them, and React gives up.
      expect(Number(await screen.page.evaluate(() => document.documentElement.dataset["dessins"]))).toBeLessThan(8);
      expect(screen.errors).toEqual([]);
      await screen.close();
    });
  },
  { webgl: false },
);
