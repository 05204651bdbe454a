import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

type Page = Ecran["page"];

/** Opens an analysis at its first result, without the tour. */
async function sansVisite(screen: Ecran): Promise<void> {
  await screen.waitForMinutes();
  const passer = screen.page.getByRole("button", { name: "Passer" });
  if ((await passer.count()) > 0) await passer.click();
  await screen.waitForMapIdle();
}

async function ajouter(page: Page, rang: number): Promise<void> {
  await page.getByRole("button", { name: "Ajouter à la présentation" }).click();
  await page.getByText(`Page ${rang} ajoutée`).waitFor();
}

const espace = (page: Page, nom: string) => page.getByRole("navigation", { name: "Espaces" }).getByRole("button", { name: nom });
const titres = (page: Page): Promise<readonly string[]> => page.getByRole("list", { name: "Pages" }).getByRole("button", { name: /^Page \d+ : / }).allInnerTexts();
const projetee = (page: Page): Promise<string | null> => page.getByRole("dialog").locator("[data-page]").getAttribute("data-page");
// By keyboard: a click waits for two frames in a row, which a page that has nothing to draw may not give.
async function telecharger(page: Page, nom: string): Promise<readonly [string, Buffer]> {
  await page.getByRole("button", { name: "Exporter" }).click();
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 90_000 }), page.getByRole("menuitem", { name: nom }).press("Enter")]);
  return [download.suggestedFilename(), readFileSync(await download.path())];
}

/** Where the handle of a page is, and the middle of another page. */
async function pointsDe(page: Page, rang: number, vers: number): Promise<readonly [{ x: number; y: number }, { x: number; y: number }]> {
  const lignes = page.getByRole("list", { name: "Pages" }).locator("> li");
  const [prise, cible] = [await lignes.nth(rang - 1).locator("[title^='Glisser']").boundingBox(), await lignes.nth(vers - 1).boundingBox()];
  if (prise === null || cible === null) throw new Error("a page is not on the screen");
  return [{ x: prise.x + prise.width / 2, y: prise.y + prise.height / 2 }, { x: cible.x + cible.width / 2, y: cible.y + cible.height / 2 }];
}

describeSite("pages in hand", (site) => {
  test.each([
    ["mouse", { width: 1280, height: 720 }, false],
    ["finger", { width: 390, height: 844 }, true],
  ] as const)("a %s drags a page to another place by its handle", async (_, viewport, touch) => {
    const screen = await site.open("#/presenter", { viewport, touch });
    const { page } = screen;
    for (const nom of ["Page de section", "Page de texte"]) {
      await page.getByRole("button", { name: nom }).click();
      await page.getByRole("button", { name: nom === "Page de section" ? /^Page 1 : / : /^Page 2 : / }).waitFor();
    }
    await page.getByRole("button", { name: "Dupliquer la page" }).click();
    await page.getByRole("button", { name: /^Page 3 : / }).waitFor();
    const noms = (): Promise<readonly string[]> => page.getByRole("list", { name: "Pages" }).getByRole("button", { name: /^Page \d+ : / }).evaluateAll((boutons) => boutons.map((bouton) => bouton.getAttribute("aria-label")?.replace(/^Page \d+ : /, "") ?? ""));
    expect(await noms()).toEqual(["Nouvelle partie", "Nouvelle page", "Nouvelle page"]);
    const [prise, cible] = await pointsDe(page, 1, 2);
    // Past the middle of the second page, short of the third's.
    const fin = { x: cible.x + 8, y: cible.y + 8 };
    if (touch) {
      const cdp = await screen.context.newCDPSession(page);
      const toucher = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly { x: number; y: number }[]) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: [...points] });
      await toucher("touchStart", [prise]);
      await toucher("touchMove", [{ x: (prise.x + fin.x) / 2, y: (prise.y + fin.y) / 2 }]);
      await toucher("touchMove", [fin]);
      await toucher("touchEnd", []);
    } else {
      await page.mouse.move(prise.x, prise.y);
      await page.mouse.down();
      await page.mouse.move(fin.x, fin.y, { steps: 4 });
      await page.mouse.up();
    }
    await expect.poll(noms).toEqual(["Nouvelle page", "Nouvelle partie", "Nouvelle page"]);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});

describeSite("« Présenter » at 1280 × 720", (site) => {
  test("three pages from different spaces are captured, ordered, projected by keyboard and exported", async () => {
    const screen = await site.open("", { viewport: { width: 1280, height: 720 } });
    const { page } = screen;
    await sansVisite(screen);
    await ajouter(page, 1);
    for (const [rang, nom] of [[2, "Fragilités"], [3, "Implanter"]] as const) {
      await espace(page, nom).click();
      await screen.waitForMinutes();
      await ajouter(page, rang);
    }
    await page.getByRole("button", { name: "Voir la présentation" }).click();
    await page.getByRole("heading", { name: "Présenter" }).waitFor();
    const avant = await titres(page);
    expect(avant).toHaveLength(3);

    // The page just added is chosen: Alt and the arrows move it, the focus follows.
    await page.getByRole("button", { name: /^Page 3 : / }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await page.getByRole("button", { name: /^Page 2 : Implanter/ }).waitFor();
    expect((await titres(page)).map((titre) => titre.replace(/^\d+\s*/, ""))).toEqual([avant[0], avant[2], avant[1]].map((titre) => titre?.replace(/^\d+\s*/, "")));
    // What compares a before and an after is taken as both, side by side, without another click.
    expect(await page.getByRole("button", { name: "Avant / après", exact: true }).getAttribute("aria-pressed")).toBe("true");
    await page.getByLabel("Notes de l'orateur").fill("Dire l'essentiel.");
    await page.getByRole("button", { name: "Tableau", exact: true }).click();
    expect(await screen.axe()).toEqual([]);

    await page.getByRole("button", { name: "Présenter", exact: true }).last().click();
    await page.getByRole("dialog").waitFor();
    const seen: (string | null)[] = [];
    for (const touche of ["Home", "PageDown", "ArrowRight", "Space", "PageUp", "ArrowLeft", "End"]) {
      await page.keyboard.press(touche);
      seen.push(await projetee(page));
    }
    expect(seen).toEqual(["1", "2", "3", "3", "2", "1", "3"]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    const [pdf, octetsPdf] = await telecharger(page, "PDF 16:9");
    expect([pdf.endsWith(".pdf"), octetsPdf.subarray(0, 8).toString("latin1")]).toEqual([true, "%PDF-1.7"]);
    const [pptx, octetsPptx] = await telecharger(page, "Diapositives PPTX");
    expect([pptx.endsWith(".pptx"), octetsPptx.subarray(0, 2).toString("latin1")]).toEqual([true, "PK"]);
    const [xlsx] = await telecharger(page, "Tableaux XLSX");
    expect(xlsx.endsWith(".xlsx")).toBe(true);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("the second window has the notes and leads the first; refused, it is explained and the projection goes on", async () => {
    const screen = await site.open("#/presenter?t=87", { viewport: { width: 1280, height: 720 } });
    const { page } = screen;
    await page.getByRole("button", { name: /Proposition d'implantation/ }).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Page de section" }).click();
    await page.getByRole("button", { name: "Page de texte" }).click();
    await page.getByLabel("Notes de l'orateur").fill("Trois minutes, pas plus.");
    const [fenetre] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button", { name: "Vue présentateur" }).click()]);
    await fenetre.getByText("Trois minutes, pas plus.").waitFor();
    expect(await fenetre.getByText("Fin de la présentation").count()).toBe(1);
    await fenetre.keyboard.press("PageUp");
    await fenetre.getByText("Pas de notes pour cette page.").waitFor();
    expect(await projetee(page)).toBe("1");
    // The window closes under the key that asks for it.
    const closed = fenetre.waitForEvent("close");
    await fenetre.keyboard.press("Escape").catch(() => undefined);
    await Promise.all([closed, page.getByRole("dialog").waitFor({ state: "detached" })]);

    await page.evaluate(() => Object.assign(window, { open: () => null }));
    await page.getByRole("button", { name: "Vue présentateur" }).click();
    await page.getByText("Le navigateur a refusé la seconde fenêtre").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    await screen.close();
  });

  test("pages are there at the next visit, and work with the network cut", async () => {
    const screen = await site.open("#/presenter?t=87", { viewport: { width: 1280, height: 720 }, serviceWorkers: "allow" });
    const { page } = screen;
    await page.getByRole("button", { name: "Page de section" }).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Page de section" }).click();
    await page.getByLabel("Titre de la page").fill("Ouverture");
    await page.getByText(/Enregistrée à/).waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await screen.setOffline(true);
    await screen.clearHttpCache();
    await page.reload();
    await page.getByRole("button", { name: "Page 1 : Ouverture" }).waitFor({ timeout: 60_000 });
    const [nom, octets] = await telecharger(page, "PDF A4");
    expect([nom.endsWith("-a4.pdf"), octets.subarray(0, 5).toString("latin1")]).toEqual([true, "%PDF-"]);
    await screen.close();
  });
});
