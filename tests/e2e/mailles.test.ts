import { expect, test } from "vitest";
import type { Ecran } from "./driver";
import { describeSite, type Site } from "./site";

/** West of Angoulême, at a zoom where a cell of 500 m is about nine pixels wide. */
const CAMERA = "c=0.0,45.65,10.5";
const BUREAU = { width: 1440, height: 900 };
/** A box of the map that nothing covers, in pixels of the page. */
const CADRE = { x: 520, y: 200, width: 480, height: 480 };

async function surMailles(site: Site, territoire: string): Promise<Ecran> {
  const screen = await site.open(`#/explorer?t=${territoire}&n=commune&a=temps-acces&${CAMERA}`, { viewport: BUREAU });
  await screen.waitForMinutes();
  const vues = screen.page.getByRole("combobox", { name: "Chiffre montré sur la carte" });
  await vues.selectOption({ label: "Minutes par maille habitée" });
  await screen.waitForMapIdle();
  return screen;
}

/** Colours of the box, four bytes a pixel. Decoded by the page: no library needed. */
async function pixels(screen: Ecran): Promise<Uint8Array> {
  const png = (await screen.page.screenshot({ clip: CADRE, animations: "disabled" })).toString("base64");
  const text = await screen.page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0)]));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const { data: bytes } = context?.getImageData(0, 0, image.width, image.height) ?? { data: new Uint8ClampedArray() };
    return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
  }, png);
  return new Uint8Array(Buffer.from(text, "base64"));
}

/** Places of the box where cells of several communes are, in pixels of the page. */
const LIEUX = [[700, 400], [760, 450], [820, 470]] as const;

/** What the tooltip says at each of them: commune, minutes, quality, inhabitants. */
async function survols({ page }: Ecran): Promise<readonly string[]> {
  const dits: string[] = [];
  for (const [x, y] of LIEUX) {
    const bulle = page.locator("[aria-hidden='true']").filter({ hasText: /min.*hab(\.|itant)$/s });
    // Off the map first: what is read is not what the place before said.
    await page.mouse.move(600, 30);
    await bulle.waitFor({ state: "detached" });
    await page.mouse.move(x, y);
    await bulle.waitFor();
    dits.push((await bulle.innerText()).replaceAll(/\s+/g, " "));
  }
  return dits;
}

describeSite("the inhabited grid of the region", (site) => {
  test("has on the map, cell by cell, the colours and the words of the département's own squares", async () => {
    const departement = await surMailles(site, "16");
    const squares = await pixels(departement);
    const dits = await survols(departement);
    await departement.close();
    const region = await surMailles(site, "NA");
    expect(await region.page.getByRole("group", { name: "Minutes par maille habitée", exact: true }).innerText()).toMatch(/mailles/);
    const tiles = await pixels(region);
    /** Share of the pixels that agree once the tiles are moved eastwards by as many pixels. */
    const agree = (moved: number): number => {
      let same = 0;
      const length = squares.length - 4 * moved;
      for (let i = 0; i < length; i += 4) if ([0, 1, 2].every((channel) => Math.abs(squares[i + 4 * moved + channel]! - tiles[i + channel]!) <= 8)) same += 1;
      return same / (length / 4);
    };
    // The sides of cells fall on one pixel or the next, and the outlines of the territories are those of each.
    expect(agree(0)).toBeGreaterThan(0.9);
    // The map is not of one colour: half a cell aside, it is another one.
    expect(agree(5)).toBeLessThan(agree(0) - 0.05);
    // Each cell answers the mouse as the département's own square does.
    expect(await survols(region)).toEqual(dits);
    expect(new Set(dits).size).toBe(LIEUX.length);
    expect(region.errors).toEqual([]);
    await region.close();
  });
});
