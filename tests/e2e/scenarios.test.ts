import { expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

const APLAT = /[\u00A0\u202F\s]+/g;
const plain = (text: string): string => text.replace(APLAT, " ");

const pages = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

async function telecharge({ page }: Ecran, bouton: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: bouton }).click()]);
  return readFile((await file.path()) ?? "", "utf8");
}

describeSite("a commune's journey", (site) => {
  test("from an empty scenario to the printed report", { timeout: 300_000 }, async () => {
    const screen = await site.open("#/implanter?t=87&n=commune&a=implantation&l=msp");
    const { page } = screen;
    await screen.waitForMinutes();
    // Nothing is there yet: the present state alone.
    await page.locator("summary", { hasText: "Scénarios" }).click();
    await page.getByRole("radio", { name: /État présent/ }).waitFor();
    expect(await page.getByRole("radio").count()).toBe(1);

    await page.getByRole("button", { name: "En faire un scénario" }).click();
    await page.getByRole("radio", { name: /Ouvrir à .+ 2 sites ajoutés/ }).waitFor();
    // A second one, by hand: it begins without any change.
    await page.getByRole("button", { name: "Créer un scénario avec ces changements" }).click();
    await page.getByLabel("Nom du scénario").fill("Un généraliste à Bellac");
    await page.getByLabel("Nom du scénario").press("Enter");
    await page.getByRole("radio", { name: /Un généraliste à Bellac aucun changement/ }).waitFor();
    await page.getByLabel("Commune", { exact: true }).fill("Bellac (87011)");
    await page.getByLabel("Généralistes de plus ou de moins à Bellac").waitFor();
    await page.getByRole("radio", { name: /généralistes changés dans 1 commune/ }).waitFor();

    await page.getByRole("button", { name: "Comparer les scénarios" }).click();
    const phrase = page.getByRole("region", { name: "Résultat" });
    await phrase.getByText(/par rapport à/).first().waitFor({ timeout: 120_000 });
    await screen.waitForMinutes();
    const dite = plain(await phrase.innerText());
    expect(dite).toMatch(/« Ouvrir à .+ » gagne \d[\d ]+ habitants et n'en perd aucun/);
    expect(dite).toMatch(/« Un généraliste à Bellac » ne gagne aucun habitant et n'en perd aucun/);

    await page.getByRole("button", { name: "Avant / après sur la carte" }).click();
    const volet = page.getByRole("slider", { name: "Limite entre avant et après" });
    await volet.press("ArrowRight");
    expect(await volet.inputValue()).toBe("51");
    const lieu = (): number[] => (/[?&]c=([^&]+)/.exec(page.url())?.[1] ?? "").split(",").map(Number);
    /** How far the map is from a place, degrees and levels of zoom together. */
    const ecart = (depuis: readonly number[]): number => lieu().reduce((most, value, i) => Math.max(most, Math.abs(value - depuis[i]!)), 0);
    const avant = lieu();
    // Two maps: each has its canvas, and both show the same places.
    await page.getByRole("button", { name: "Deux cartes côte à côte" }).click();
    await volet.waitFor({ state: "detached" });
    expect(await page.locator(".maplibregl-canvas").count()).toBe(2);
    // Back to one map: the place is the one it was.
    await expect.poll(() => ecart(avant), { timeout: 10_000 }).toBeGreaterThan(0.1);
    await page.getByRole("button", { name: "Avant / après sur la carte" }).click();
    await volet.waitFor();
    await expect.poll(() => ecart(avant), { timeout: 10_000 }).toBeLessThan(0.02);
    await page.getByRole("button", { name: "Deux cartes côte à côte" }).click();
    await volet.waitFor({ state: "detached" });
    // Three states: each side is chosen; the one put where the other stands changes places with it.
    const cotes = (): Promise<string[]> => page.locator("select:visible", { hasText: "Un généraliste à Bellac" }).evaluateAll((lists) => lists.map((list) => (list as HTMLSelectElement).selectedOptions[0]!.text));
    await page.getByLabel("À gauche").selectOption({ label: "Un généraliste à Bellac" });
    expect((await cotes()).slice(-2)).toEqual(["Un généraliste à Bellac", expect.stringMatching(/^Ouvrir à /)]);
    await page.getByLabel("À droite").selectOption({ label: "Un généraliste à Bellac" });
    expect((await cotes()).slice(-2)).toEqual([expect.stringMatching(/^Ouvrir à /), "Un généraliste à Bellac"]);
    await screen.waitForMapIdle();

    await page.getByRole("button", { name: "Rapport en deux pages" }).click();
    await page.getByRole("dialog", { name: "Rapport" }).waitFor();
    expect(await screen.axe()).toEqual([]);
    expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
    const html = await telecharge(screen, "Page HTML");
    expect(plain(html)).toContain("par rapport à « État présent »");
    expect(await telecharge(screen, "Tableau CSV")).toContain("Minutes gagnées");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Rapport" }).waitFor({ state: "detached" });

    // A link carries it all: the same states, elsewhere.
    const elsewhere = await site.open(new URL(page.url()).hash);
    await elsewhere.waitForMinutes();
    await elsewhere.page.locator("summary", { hasText: "Scénarios" }).click();
    await elsewhere.page.getByRole("radio", { name: /Un généraliste à Bellac généralistes changés dans 1 commune/ }).waitFor();
    expect(await elsewhere.page.getByRole("radio").count()).toBe(3);
    expect([...screen.errors, ...elsewhere.errors]).toEqual([]);
    await elsewhere.close();
    await screen.close();
  });

  test("the report of a siting has two pages and its programme beside it", { timeout: 240_000 }, async () => {
    const screen = await site.open("#/implanter?t=87&n=commune&a=implantation&l=msp&p=p:8;robustesse:true");
    const { page } = screen;
    await screen.waitForMinutes();
    await page.getByRole("button", { name: "Rapport en deux pages" }).click();
    await page.getByRole("dialog", { name: "Rapport" }).waitFor();
    expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
    expect(await telecharge(screen, "Programme LP")).toMatch(/^\\[\s\S]*maximize/i);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});
