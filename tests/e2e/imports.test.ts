import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

const BUREAU = { width: 1440, height: 900 };
const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const table = ({ page }: Ecran, titre: string) => page.getByRole("region", { name: titre, exact: true });
const phrase = ({ page }: Ecran) => page.locator("[data-visite=resultat] p[aria-live=polite]");
const importer = ({ page }: Ecran, titre: string, fichier: ReturnType<typeof csv>): Promise<void> => page.getByLabel(`Importer : ${titre}`, { exact: true }).setInputFiles(fichier);

describeSite("tables of the user's", (site) => {
  test("an analysis of a table that is not there says what to bring, hands its template, and answers once it is brought", async () => {
    const screen = await site.open("#/fragilites?t=87&n=commune&a=cpts&l=cpts", { viewport: BUREAU });
    const { page } = screen;
    await page.getByRole("button", { name: "Passer" }).click({ timeout: 3000 }).catch(() => undefined);
    await expect.poll(() => phrase(screen).innerText(), { timeout: 60_000 }).toContain("importez d'abord");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Modèle vide : Périmètres de CPTS" }).click()]);
    expect([file.suggestedFilename(), readFileSync(await file.path(), "utf8")]).toEqual(["maillage-cpts.csv", "\ufeffcode_insee;cpts;millesime\r\n"]);

    await page.getByRole("button", { name: "Importer dans Données" }).click();
    await importer(screen, "Périmètres de CPTS", csv("cpts.csv", "code_insee;cpts\n87085;A\n87075;A\n87085;B\n"));
    await table(screen, "Périmètres de CPTS").getByText("3 lignes lues, 3 gardées.").waitFor();
    expect(await screen.axe()).toEqual([]);
    await page.getByRole("button", { name: "Fragilités" }).click();
    await expect.poll(async () => (await phrase(screen).innerText()).replaceAll(/[\s\u00a0\u202f]+/g, " "), { timeout: 60_000 }).toContain("193 communes sur 195 ne sont dans aucune CPTS");

    // Results, outlines and sheets by CPTS.
    await page.getByRole("combobox", { name: /Lu par/ }).selectOption("cpts");
    await page.getByRole("button", { name: "Tableau" }).first().click();
    await page.getByRole("row").filter({ hasText: "A ; B" }).first().waitFor();
    await page.evaluate(() => (location.hash = `${location.hash}&s=cpts:A`));
    await page.getByRole("heading", { name: "A", exact: true }).waitFor();
    await page.getByRole("button", { name: "Tableau" }).first().click();
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("names each bad row with its line and keeps the good ones, refuses what is no such table, forgets on demand", async () => {
    const screen = await site.open("#/donnees", { viewport: BUREAU });
    const { page } = screen;
    await page.getByRole("heading", { name: "Vos tables" }).waitFor();
    const titre = "Zonage des médecins à comparer";
    const bloc = table(screen, titre);
    await importer(screen, titre, csv("faux.csv", "commune;zone\nLimoges;ZIP\n"));
    await bloc.getByRole("alert").getByText(/n'a pas de colonne «\scode_insee\s»/).waitFor();
    await importer(screen, titre, csv("zonage-2022.csv", "code_insee;zonage;millesime\n87085;HZ;2022\n87002;ZRR;2022\n87999;ZIP;2022\n24089;ZAC;2022\n"));
    await bloc.getByText("4 lignes lues, 2 gardées, 1 réparée, 2 refusées.").waitFor();
    for (const says of [/ZRR.+ligne 3/, /87999.+ligne 4/, /Cazoulès.+ligne 5/]) await bloc.getByText(says).waitFor();
    expect(await bloc.getByRole("alert").count()).toBe(0);

    // Kept from a visit to the next.
    await page.reload();
    await bloc.getByText(/zonage-2022.csv.+est comparé au zonage de mai 2025/).waitFor();
    await bloc.getByRole("button", { name: "Retirer cette table" }).click();
    await expect.poll(() => bloc.getByRole("status").count()).toBe(0);
    expect(screen.errors).toEqual([]);
    await screen.close();
  });
});
