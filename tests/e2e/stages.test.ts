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
});
