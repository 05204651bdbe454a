import { readFile } from "node:fs/promises";
import type { FeatureCollection } from "geojson";
import { afterEach, expect, test } from "vitest";
import { json, osrmTable, serve, type Serveur, valhallaIsochrone } from "../workers/faux-moteurs";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

const EXPLORER = "#/explorer?t=87&n=commune&a=temps-acces&l=msp";
const servers: Serveur[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** An OSRM of this device. */
async function osrm(): Promise<Serveur> {
  const server = await serve((recue, response) => json(response, 200, osrmTable(recue)));
  servers.push(server);
  return server;
}

const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** A Valhalla of this device. */
async function valhalla(): Promise<Serveur> {
  const server = await serve((recue, response) => json(response, 200, valhallaIsochrone(recue)));
  servers.push(server);
  return server;
}

/** The GeoJSON of the table, as it is saved. */
async function saved({ page }: Ecran): Promise<FeatureCollection> {
  await page.getByRole("button", { name: "Exporter le tableau" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /GeoJSON/ }).click()]);
  return JSON.parse(await readFile(await download.path(), "utf8")) as FeatureCollection;
}

/** Opens the dialog of consent for an address. */
async function ask({ page }: Ecran, adresse: string): Promise<void> {
  await page.getByRole("combobox", { name: "Moteur" }).selectOption("osrm");
  await page.getByRole("textbox", { name: "Adresse du moteur" }).fill(adresse);
  await page.getByRole("button", { name: "Demander les minutes à OSRM…" }).click();
  await page.getByRole("dialog", { name: "Envoyer des coordonnées à OSRM ?" }).waitFor();
}

/** Addresses asked for outside of the served site. */
function elsewhere({ requests }: Ecran, url: string): readonly string[] {
  return requests.map((request) => request.url).filter((asked) => !asked.startsWith(url) && !/^(data|blob):/.test(asked));
}

describeSite("an outside engine", (site) => {
  test("consent refused, then given, then withdrawn", async () => {
    const server = await osrm();
    const hote = new URL(server.adresse).host;
    const screen = await site.open(EXPLORER, { viewport: { width: 1440, height: 900 } });
    const { page } = screen;
    const badge = page.getByText(/^Minutes\s: OSRM, 127.+ \d{4}$/);
    await screen.waitForMinutes();
    const local = /Haute-Vienne : [^.]+\./.exec(plain(await page.locator("body").innerText()))?.[0] ?? "no sentence";

    await ask(screen, server.adresse);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await ask(screen, server.adresse);
    await page.getByRole("button", { name: "Ne rien envoyer" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect([server.recues, elsewhere(screen, site.url)]).toEqual([[], []]);

    await ask(screen, server.adresse);
    await page.getByRole("button", { name: "Accepter et demander" }).click();
    await badge.waitFor();
    await page.getByText(`Des coordonnées partent vers ${hote}.`).waitFor();
    await screen.waitForMinutes();
    expect(plain(await page.locator("body").innerText())).toContain(`Minutes depuis les chefs-lieux : OSRM, ${hote}. Haute-Vienne`);
    const asked = server.recues.length;
    expect(asked).toBeGreaterThan(0);
    expect(elsewhere(screen, site.url).filter((url) => !url.startsWith(`${server.adresse}/table/v1/driving/`))).toEqual([]);
    expect(await screen.axe()).toEqual([]);

    await page.getByRole("button", { name: "Retirer l'accord" }).click();
    await badge.waitFor({ state: "detached" });
    await screen.waitForMinutes();
    expect(plain(await page.locator("body").innerText())).toContain(local);
    expect([server.recues.length, screen.errors]).toEqual([asked, []]);
    await screen.close();
  });

  test("the consent on a phone: what, how many, to whom; nothing that axe objects to", async () => {
    const screen = await site.open(EXPLORER, { viewport: { width: 390, height: 844 } });
    const { page } = screen;
    await screen.waitForMinutes();
    await page.getByRole("button", { name: "Réglages et légende" }).click();
    await ask(screen, "http://localhost:5000");
    expect(plain(await page.getByRole("dialog").innerText())).toMatch(/195 chefs-lieux de commune : Haute-Vienne.+parmi \d+.+localhost:5000 : le moteur OSRM/);
    expect(await screen.axe()).toEqual([]);
    expect(elsewhere(screen, site.url)).toEqual([]);
    await screen.close();
  });

  test("its isochrones: asked after consent, outlined over ours, counted, exported, then gone with the consent", async () => {
    const server = await valhalla();
    const hote = new URL(server.adresse).host;
    const screen = await site.open("#/explorer?t=87&n=commune&a=isochrones", { viewport: { width: 1440, height: 900 } });
    const { page } = screen;
    await screen.waitForMinutes();
    await page.getByRole("combobox", { name: "Moteur" }).selectOption("osrm");
    await page.getByText(/^OSRM ne trace pas d'isochrones/).waitFor();
    await page.getByRole("combobox", { name: "Moteur" }).selectOption("valhalla");
    await page.getByRole("textbox", { name: "Adresse du moteur" }).fill(server.adresse);
    await page.getByRole("button", { name: "Demander les isochrones à Valhalla…" }).click();
    expect(plain(await page.getByRole("dialog").innerText())).toMatch(/sites d'où l'on peut rejoindre Haute-Vienne, parmi \d+.+limites de temps/);
    expect([server.recues, elsewhere(screen, site.url)]).toEqual([[], []]);

    await page.getByRole("button", { name: "Accepter et demander" }).click();
    const phrase = page.getByText(new RegExp(`^La même question à Valhalla, ${hote}, le .+ sont dans sa zone de 30.min`));
    await phrase.waitFor();
    await screen.waitForMapIdle();
    expect(await page.getByRole("group", { name: `Contours : Valhalla, ${hote}` }).getByRole("listitem").count()).toBe(3);
    expect(elsewhere(screen, site.url).filter((url) => url !== `${server.adresse}/isochrone`)).toEqual([]);
    expect(await screen.axe()).toEqual([]);

    await page.getByRole("button", { name: "Tableau", exact: true }).first().click();
    const { features } = await saved(screen);
    expect(features.map(({ properties, geometry }) => [properties?.["code"], geometry?.type])).toEqual(["min-10", "min-20", "min-30", "moteur-10", "moteur-20", "moteur-30"].map((code) => [code, "MultiPolygon"]));

    const asked = server.recues.length;
    await page.getByRole("button", { name: "Retirer l'accord" }).click();
    await phrase.waitFor({ state: "detached" });
    await screen.waitForMinutes();
    expect([server.recues.length, screen.errors]).toEqual([asked, []]);
    await screen.close();
  });

  test("the policy lets the Géoplateforme be asked, and no host that is not in its list", async () => {
    const screen = await site.open("#/explorer?t=87085&n=commune&a=temps-acces", { viewport: { width: 1440, height: 900 } });
    const { page } = screen;
    const left: string[] = [];
    // Whatever gets past the policy is answered here, and goes no further.
    await screen.context.route(/^https:\/\/(?:data\.geopf\.fr|osrm\.exemple\.invalid)\//, (route) => {
      left.push(new URL(route.request().url()).host);
      return route.fulfill({ json: { duration: 600, timeUnit: "second" }, headers: { "Access-Control-Allow-Origin": "*" } });
    });
    await screen.waitForMinutes();
    await page.getByRole("combobox", { name: "Moteur" }).selectOption("ign");
    await page.getByRole("button", { name: /Demander les minutes à IGN/ }).click();
    await page.getByRole("button", { name: "Accepter et demander" }).click();
    await page.getByText(/^Minutes\s: IGN Géoplateforme, data\.geopf\.fr.+ \d{4}$/).waitFor();
    expect(left).toEqual(Array.from({ length: 5 }, () => "data.geopf.fr"));
    await ask(screen, "https://osrm.exemple.invalid");
    await page.getByRole("button", { name: "Accepter et demander" }).click();
    await page.getByText(/OSRM ne répond pas à osrm\.exemple\.invalid/).first().waitFor();
    expect(left).toHaveLength(5);
    await screen.close();
  });
});
