import { expect, test } from "vitest";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

const AVEC_SITE = "#/explorer?t=87&n=commune&a=temps-acces&aj=1,msp,1.2,46.05,Essai&l=msp&c=1.26,45.87,8.6";
const BUREAU = { width: 1440, height: 900 };

const phraseOf = (screen: Ecran): Promise<string> => screen.page.locator("[data-visite=resultat] p[aria-live=polite]").innerText();
const hashOf = (screen: Ecran): Promise<string> => screen.page.evaluate(() => location.hash);

async function settled(screen: Ecran): Promise<void> {
  await screen.waitForMinutes();
  await screen.waitForMapIdle();
}

describeSite("direct manipulation", (site) => {
  test("a site is dragged: the sentence follows the hand, the drop keeps it, undo brings it back", async () => {
    const screen = await site.open(AVEC_SITE, { viewport: BUREAU });
    await settled(screen);
    const { page } = screen;
    const before = await phraseOf(screen);
    const pin = page.getByRole("button", { name: "Essai, à déplacer" });
    const box = await pin.boundingBox();
    if (box === null) throw new Error("no pin on the map");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 160, { steps: 4 });
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).not.toBe(before);
    expect(await hashOf(screen)).toContain("aj=1,msp,1.2,46.05,");
    // The sentence of the last place, once the hand rests.
    let live = "";
    await expect.poll(async () => { const last = live; live = await phraseOf(screen); return last === live; }, { timeout: 30_000, interval: 1500 }).toBe(true);
    await page.mouse.up();
    await expect.poll(() => hashOf(screen), { timeout: 30_000 }).not.toContain("aj=1,msp,1.2,46.05,");
    await settled(screen);
    expect(await phraseOf(screen)).toBe(live);
    await page.getByRole("button", { name: "Annuler la dernière modification" }).click();
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).toBe(before);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("a site is added, moved and taken off by keyboard alone", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces&l=msp&s=commune:87006", { viewport: BUREAU });
    await settled(screen);
    const { page } = screen;
    const before = await phraseOf(screen);
    await page.getByRole("application").focus();
    await page.keyboard.press("a");
    const pin = page.getByRole("button", { name: "Site ajouté 1, à déplacer" });
    await pin.waitFor();
    await settled(screen);
    const added = await hashOf(screen);
    await pin.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => hashOf(screen), { timeout: 30_000 }).not.toBe(added);
    expect(await hashOf(screen)).toContain("aj=1,msp,");
    await page.keyboard.press("Delete");
    await pin.waitFor({ state: "detached" });
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).toBe(before);
    await screen.close();
  });

  test("supposed speeds are said with the minutes, on the screen and in the link, and go in one click", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces&l=msp", { viewport: BUREAU });
    await settled(screen);
    const { page } = screen;
    await page.locator("summary").filter({ hasText: "Vitesses" }).click();
    await page.getByRole("combobox", { name: "Hypothèse" }).selectOption("neige");
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).toMatch(/vitesses modifiées\s: neige/);
    await page.getByRole("option", { name: "Minutes depuis le chef-lieu · vitesses modifiées" }).waitFor({ state: "attached" });
    await expect.poll(() => hashOf(screen)).toContain("v=neige");
    expect(await screen.axe()).toEqual([]);
    await page.getByRole("button", { name: "Revenir aux vitesses par défaut" }).click();
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).not.toContain("vitesses modifiées");
    await screen.close();
  });

  test("a zone is drawn on the map and closed to traffic: the minutes say so, the link keeps it", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces&l=&c=1.26,45.87,8.6", { viewport: BUREAU });
    await settled(screen);
    const { page } = screen;
    const before = await phraseOf(screen);
    await page.locator("summary").filter({ hasText: "Vitesses" }).click();
    await page.getByRole("button", { name: "Dessiner une zone fermée" }).click();
    const carte = await page.getByRole("application").boundingBox();
    if (carte === null) throw new Error("no map");
    const [x, y] = [carte.x + carte.width / 2, carte.y + carte.height / 2];
    for (const [dx, dy] of [[-60, -40], [60, -40], [60, 60], [-60, 60]] as const) await page.mouse.click(x + dx, y + dy);
    await page.getByText("4 coins posés").waitFor();
    await page.getByRole("button", { name: "Fermer la zone" }).click();
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).toMatch(/vitesses modifiées\s: 1 zone fermée/);
    expect(await phraseOf(screen)).not.toContain(before.split(" : ")[1]);
    await expect.poll(() => hashOf(screen)).toContain("v=zone:");
    await page.getByRole("img", { name: "Zone fermée 1" }).waitFor();
    await page.getByRole("button", { name: "Rouvrir la zone 1" }).click();
    await expect.poll(() => phraseOf(screen), { timeout: 30_000 }).toBe(before);
    await screen.close();
  });
});
