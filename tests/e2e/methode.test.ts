import { expect, test } from "vitest";
import { describeSite } from "./site";

describeSite("the minutes against METRIC, in the Méthode space", (site) => {
  test.each([
    ["a desk", { width: 1440, height: 900 }],
    ["a phone", { width: 390, height: 844 }],
  ] as const)("are read when the space opens and not before, and axe objects to nothing: %s", async (_, viewport) => {
    const screen = await site.open("#/explorer?t=87&n=commune&a=temps-acces", { viewport });
    await screen.waitForMinutes();
    const asked = (): number => screen.requests.filter(({ url }) => /calage|contours-na/.test(url)).length;
    expect(asked()).toBe(0);
    await screen.page.evaluate(() => (location.hash = "#/methode"));
    await screen.page.getByRole("img", { name: /^Nuage de/ }).waitFor();
    expect(asked()).toBeGreaterThan(2);
    expect(await screen.page.getByRole("row", { name: /Lot-et-Garonne/ }).first().innerText()).toMatch(/319/);
    const section = screen.page.locator("#methode-metric");
    expect(await section.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    expect(await screen.axe()).toEqual([]);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});
