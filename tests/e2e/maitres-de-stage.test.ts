import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeSite } from "./site";

const BUREAU = { width: 1440, height: 900 };

/** The dialog of the printer waits for a hand: what would be printed stays to be looked at. */
function sansImpression(): void {
  window.print = () => undefined;
}

describeSite("the DUMG's journey", (site) => {
  test("the cell of the most fragile and farthest communes, chosen in the legend, is alone on the map and in the table", async () => {
    const screen = await site.open("#/fragilites?t=87&n=commune&a=maitrise-de-stage&l=stages", { viewport: BUREAU });
    const { page } = screen;
    await page.getByLabel("Chiffre montré sur la carte").selectOption("croisement", { timeout: 60_000 });
    const cell = page.getByRole("button", { name: /^APL sous 2,5, à plus de 20 min, \d+ commune/ });
    const count = Number(/, (\d+) commune/.exec((await cell.getAttribute("aria-label")) ?? "")?.[1]);
    expect(count).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Tableau" }).first().click();
    await cell.click();
    await page.getByText(new RegExp(`^${count} sur 195 lignes$`)).waitFor();
    expect(await page.getByRole("grid").getByRole("row").count()).toBe(count + 1);
    await page.getByRole("status").filter({ hasText: /habitants?\)\s: APL sous 2,5, à plus de 20 min\.$/ }).waitFor();
    expect(await screen.axe()).toEqual([]);
    // By the keyboard: one cell to the left, chosen in its place, then all of them again.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Classe de la légende : APL sous 2,5, de 10 à 20 min/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("195 lignes", { exact: true }).waitFor();
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("from the demonstration to one's own list, to where to recruit first, to the exported list", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=recrutement&l=stages", { viewport: BUREAU, before: sansImpression });
    const { page } = screen;
    const phrase = page.locator("[data-visite=resultat] p[aria-live=polite]");
    await expect.poll(() => phrase.innerText(), { timeout: 60_000 }).toContain("Données illustratives");
    await page.getByRole("button", { name: "Passer" }).click({ timeout: 3000 }).catch(() => undefined);

    await page.getByRole("button", { name: "Données" }).click();
    const csv = "code_insee;nombre\n87085;30\n87154;3\n87999;2\n";
    await page.getByLabel("Importer : Maîtres de stage et lieux de stage").setInputFiles({ name: "msu-2026.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByRole("heading", { name: /msu-2026.csv.+remplace le jeu de démonstration/ }).waitFor();
    await page.getByText("3 lignes lues, 2 gardées, 1 refusée.").waitFor();
    await page.getByText(/«\s87999\s»/).waitFor();
    expect(await screen.axe()).toEqual([]);

    await page.getByRole("button", { name: "Fragilités" }).click();
    await expect.poll(() => phrase.innerText(), { timeout: 60_000 }).toMatch(/^Haute-Vienne\s: recruter à .+, dans cet ordre/);
    expect(await phrase.innerText()).not.toContain("illustratives");

    await page.getByRole("button", { name: "Tableau" }).first().click();
    // The order of recruitment is read first: its first row is the first recruit.
    const first = page.getByRole("row").nth(1);
    await first.getByText(/Recrutement n°\s1/).waitFor();
    const nom = await first.locator("td").first().innerText();

    // Its sheet, printed in the place of the screen: one A4 page, with why and without what is secret.
    await first.click();
    await page.getByRole("button", { name: "Imprimer la fiche de recrutement" }).click({ timeout: 30_000 });
    await expect.poll(() => page.evaluate(() => document.body.dataset["impression"])).toBe("");
    const printed = page.locator("h1", { hasText: `Recruter un maître de stage à ${nom}` });
    expect(await printed.count()).toBe(1);
    await page.emulateMedia({ media: "print" });
    expect([await printed.isVisible(), await page.getByRole("button", { name: "Exporter" }).first().isVisible()]).toEqual([true, false]);
    expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect([await printed.count(), await page.evaluate(() => document.body.dataset["impression"])]).toEqual([0, undefined]);
    const [sheet] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger la fiche (HTML)" }).click()]);
    const html = readFileSync(await sheet.path(), "utf8");
    expect(html).toContain(`Recruter un maître de stage à ${nom}`);
    expect(html).toMatch(/Recrutement n°\s1/);
    expect(html).not.toContain("illustratives");

    await page.getByRole("button", { name: /Exporter/ }).first().click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /CSV/ }).or(page.getByRole("button", { name: /CSV/ })).first().click()]);
    const text = readFileSync(await file.path(), "utf8");
    const saintJunien = text.split("\r\n").find((line) => line.includes("87154"));
    expect(saintJunien).toContain("< 5");
    expect(text).toMatch(/msu-2026.csv\s» \(2\)/);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});
