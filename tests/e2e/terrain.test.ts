import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeSite } from "./site";

const ECRANS = [
  ["a desk", { width: 1440, height: 900 }],
  ["a phone", { width: 390, height: 844 }],
] as const;

describeSite("the founding documents", (site) => {
  test.each(ECRANS)("are read in the Terrain space and not before; axe objects to nothing, nothing overflows: %s", async (_, viewport) => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces", { viewport });
    const { page } = screen;
    await screen.waitForMinutes();
    const asked = (): number => screen.requests.filter(({ url }) => /\/(?:Terrain|ateliers)-[^/]*\.js/.test(url)).length;
    expect(asked()).toBe(0);
    await page.evaluate(() => (location.hash = "#/terrain"));
    await page.getByRole("heading", { name: "Les 47 ateliers du CNR Santé" }).waitFor();
    expect(asked()).toBeGreaterThan(0);
    for (const [onglet, dit] of [["Plan d’attractivité", "34 actions, 2 axes"], ["Pacte territoire-santé", "Par département, fin 2016"], ["Méthode et leviers", "La méthode"]] as const) {
      await page.getByRole("tab", { name: onglet }).click();
      await page.getByText(dit).waitFor();
      expect([onglet, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), await screen.axe()]).toEqual([onglet, 0, []]);
    }
    // The tab is in the link; the first one needs no word of it.
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/&o=etude$/);
    const other = await site.open(new URL(page.url()).hash, { viewport });
    await other.page.getByRole("tab", { name: "Méthode et leviers", selected: true }).waitFor();
    await other.page.getByRole("tab", { name: "Ateliers" }).click();
    await expect.poll(() => other.page.evaluate(() => location.hash)).not.toContain("o=");
    expect([...screen.errors, ...other.errors]).toEqual([]);
    await other.close();
    await screen.close();
  });

  test("a link to a tab that is not there opens the first one, and says so", async () => {
    const screen = await site.open("#/terrain?t=87&o=inconnu");
    await screen.page.getByRole("tab", { name: "Ateliers", selected: true }).waitFor();
    await screen.page.getByText("« inconnu »").first().waitFor();
    await screen.close();
  });

  test("a workshop found by its theme is shown on the map, with what it asked", async () => {
    const screen = await site.open("#/terrain", { viewport: { width: 1440, height: 900 } });
    const { page } = screen;
    await page.getByLabel("Thème", { exact: true }).selectOption("maitres-de-stage");
    await page.getByLabel("Département", { exact: true }).selectOption("87");
    await page.getByRole("article", { name: "Atelier de Bessines-sur-Gartempe (87)" }).getByRole("button", { name: "Voir sur la carte" }).click();
    const fiche = page.getByRole("region", { name: "Fiche" });
    await fiche.getByText("l. 12226").waitFor();
    expect(await fiche.innerText()).toContain("5,6 %");
    expect(await page.evaluate(() => location.hash)).toContain("ateliers:87-43");
    expect(await screen.axe()).toEqual([]);
    await screen.close();
  });

  test("what is noted of an action by keyboard moves it, is found again after a reload, and is exported", async () => {
    const screen = await site.open("#/terrain", { viewport: { width: 1280, height: 720 } });
    const { page } = screen;
    await page.getByRole("tab", { name: "Ateliers" }).focus();
    await page.keyboard.press("ArrowRight");
    const action = page.getByRole("article", { name: /^Tenir à jour et diffuser un guide/ });
    await action.locator("summary").focus();
    await page.keyboard.press("Enter");
    await action.getByLabel("État", { exact: true }).selectOption("en cours");
    await action.getByLabel("Commentaire").fill("Guide distribué");
    await action.getByRole("button", { name: "Enregistrer" }).press("Enter");
    const enCours = page.getByRole("region", { name: "en cours" });
    await enCours.getByText("Guide distribué").first().waitFor();
    await page.reload();
    await page.getByRole("tab", { name: "Plan d’attractivité" }).click();
    await enCours.getByText("Guide distribué").first().waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Exporter en CSV" }).click()]);
    expect(readFileSync(await file.path(), "utf8")).toMatch(/;en cours;[^\r]*Guide distribué/);
    await screen.close();
  });

  test("the sheet of a commune says its fragility beside its wider places, and its workshop", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces&s=commune:87011", { viewport: { width: 1440, height: 900 } });
    const { page } = screen;
    await screen.waitForMinutes();
    await page.getByText("Profil de fragilité", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Nouvelle-Aquitaine" }).waitFor({ timeout: 120_000 });
    const table = page.getByRole("table").filter({ hasText: "Score de fragilité" });
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual(["Composante", "Bellac", "CC Haut Limousin en Marche", "Haute-Vienne", "Nouvelle-Aquitaine"]);
    await page.getByText("Ce qu’en ont dit les ateliers").click();
    await page.getByText("l. 12226").waitFor();
    expect(await screen.axe()).toEqual([]);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});
