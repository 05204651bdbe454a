import { expect, test } from "vitest";
import { grid, pbfFile } from "../io/osm-pbf/write-pbf";
import { describeSite } from "./site";

/** Streets over all Haute-Vienne and around, 50 by 50, every 0.04 degree: minutes there are nothing like the real ones. */
const { nodes, ways } = grid(50, 0.4, 44.9, 0.04);
const ROADS = { name: "damier.osm.pbf", mimeType: "application/octet-stream", buffer: Buffer.from(pbfFile(nodes, ways)) };

describeSite("the user's own roads", (site) => {
  test("are imported, listed, driven on, found again after a reload, removed", async () => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces&l=msp");
    const { page } = screen;
    await screen.waitForMinutes();
    // The map is behind the Données space, out of reach of roles: its sentence is read all the same.
    const phrase = page.locator("section[aria-label='Résultat'] [aria-live]");
    const before = await phrase.textContent();

    await page.getByRole("button", { name: "Données" }).first().click();
    await page.getByLabel("Importer des routes").setInputFiles(ROADS);
    await page.getByRole("button", { name: "Utiliser ce réseau" }).click();
    expect(await page.getByRole("radio", { name: /damier\.osm\.pbf/ }).isChecked()).toBe(true);
    await screen.waitForMinutes();
    const own = await phrase.textContent();
    expect(own).not.toBe(before);

    await page.reload();
    await screen.waitForMinutes();
    expect(await phrase.textContent()).toBe(own);
    expect(await page.getByRole("radio", { name: /damier\.osm\.pbf/ }).isChecked()).toBe(true);

    await page.getByRole("button", { name: "Retirer « damier.osm.pbf » de ce navigateur" }).click();
    await page.getByRole("radio", { name: /damier/ }).waitFor({ state: "detached" });
    await page.waitForFunction((wanted) => document.querySelector("[aria-label='Résultat'] [aria-live]")?.textContent === wanted, before);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("that are not roads are refused with the reason, and the screen has no accessibility trouble", async () => {
    const screen = await site.open("#/donnees?t=87");
    await screen.page.getByLabel("Importer des routes").setInputFiles({ ...ROADS, buffer: ROADS.buffer.subarray(0, ROADS.buffer.length - 5) });
    expect(await screen.page.getByRole("alert").innerText()).toContain("il est coupé");
    expect(await screen.axe()).toEqual([]);
    await screen.close();
  });
});
