import { expect, test } from "vitest";
import { describeSite } from "./site";

const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

describeSite("a student on a phone", (site) => {
  test("opens Stages, asks for more, keeps a commune with a note, and shares it by the link, thumb only", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces&l=msp", { viewport: { width: 390, height: 844 }, touch: true });
    const { page } = screen;
    await screen.waitForMinutes();
    await page.getByRole("button", { name: "Stages", exact: true }).tap();
    await page.getByRole("button", { name: "Réglages et légende" }).tap();
    const steps = page.getByRole("table", { name: "Communes qui restent à chaque étape" });
    await steps.waitFor();
    expect(plain(await steps.innerText())).toMatch(/Haute-Vienne 195 .*Point de départ à 45 min au plus \d+/);
    await page.getByRole("button", { name: /^Retenir / }).first().tap();
    const note = page.getByRole("textbox", { name: /^Note sur / });
    await note.tap();
    await note.fill("Appeler la mairie, le logement");
    await note.press("Enter");
    await expect.poll(() => page.evaluate(() => decodeURIComponent(decodeURIComponent(location.hash))), { timeout: 20_000 }).toContain("Appeler la mairie");
    const other = await site.open(new URL(page.url()).hash, { viewport: { width: 390, height: 844 }, touch: true });
    await other.waitForMinutes();
    await other.page.getByRole("button", { name: "Réglages et légende" }).tap();
    await expect.poll(() => other.page.getByRole("textbox", { name: /^Note sur / }).inputValue(), { timeout: 20_000 }).toBe("Appeler la mairie, le logement");
    expect(await other.axe()).toEqual([]);
    expect([...screen.errors, ...other.errors]).toEqual([]);
    const wide = await other.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    await other.close();
    await screen.close();
  });

  test("compares four communes as shapes and as a table, takes its starting point on the map, and prints the list on one A4 page", async () => {
    const link = "#/stages?t=87&n=commune&a=ou-vivre&p=comparer:87206,87085,87011,87187;liste:87206,87011;notes:87011%20Voir%20la%20mairie";
    const screen = await site.open(link, { viewport: { width: 390, height: 844 }, touch: true, before: () => void (window.print = () => undefined) });
    const { page } = screen;
    await screen.waitForMinutes();
    await page.getByRole("button", { name: "Réglages et légende" }).tap();
    const table = page.getByRole("table", { name: /^Profils comparés/ });
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual(["Critère", "Villefavard", "Limoges", "Bellac", "Saint-Yrieix-la-Perche"]);
    expect(await page.getByRole("img", { name: /^Profils comparés.*Limoges : Près du point de départ \d+/ }).count()).toBe(1);

    await page.getByRole("button", { name: "Imprimer ma liste" }).tap();
    await page.waitForFunction(() => document.body.dataset["impression"] !== undefined);
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages).toHaveLength(1);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));

    await page.getByRole("button", { name: "Choisir sur la carte : Au départ de" }).tap();
    await page.getByText("touchez une commune sur la carte").waitFor();
    // By the keyboard of the map, which says what it reaches.
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => location.hash), { timeout: 20_000 }).toMatch(/ancre:87\d{3}/);
    expect(await page.getByRole("region", { name: "Fiche" }).count()).toBe(0);
    expect(await screen.axe()).toEqual([]);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});
