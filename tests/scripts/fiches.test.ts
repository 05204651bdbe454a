import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerCall, answerFiches, type Ended } from "../../scripts/cli/answer-call";
import { lienDe } from "../../scripts/cli/fiches/assembler";
import type { FaitsFiche } from "../../src/domain/fiche";
import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import { decodeLink } from "../../src/project/read-link";
import { formatNumber } from "../../src/textes/format";
import { celluleText, lissageText, minutesText, PARMI } from "../../src/textes/fiches-imprimees";
import { numberValues, textValues } from "../../src/domain/table";
import { DATA, load, rowsOf, run, siteList } from "../analyses/run";
import { open, value } from "../workers/package";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-fiches-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fiches = (...args: readonly string[]): Promise<Ended> => answerFiches(args, DATA);

/** A page's texts, entities made plain. */
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, "|").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
/** The cells of the row that begins with these words. */
function row(html: string, head: string): readonly string[] {
  const found = html.split("<tr>").find((tr) => words(tr).replaceAll(/^\|+/g, "").startsWith(head));
  return [...(found ?? "").matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => words(cell ?? ""));
}

describe("Haute-Vienne", () => {
  const sortie = path.join(folder, "87");
  let ended: Ended;
  const page = (code: string): string => readFileSync(path.join(sortie, `${code}.html`), "utf8");
  beforeAll(async () => {
    ended = await fiches("--territoire", "87", "--sortie", sortie, "--adresse", "https://exemple.fr/maillage");
  }, 120_000);

  test("has 195 sheets and their index, and says so", () => {
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(ended.stdout).toContain("195 fiches (communes)");
    expect(readdirSync(sortie).filter((name) => /^87\d{3}\.html$/.test(name)).length).toBe(195);
    expect(readdirSync(sortie).length).toBe(196);
  });
  test("the minutes to the MSP are those of « analyse temps-acces », commune by commune", async () => {
    const index = page("index");
    const shown = [...index.matchAll(/href="(\d+)\.html".*?<td class="n[^"]*">([^<]*)<\/td><\/tr>/g)].map(([, code, minutes]) => [code, minutes]);
    const expected = [...rowsOf(await run("temps-acces"))].map(([code, { minutes }]) => [code, minutesText(typeof minutes === "number" ? minutes : null)]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
  });
  test("the nearest MSP has the name that « temps-acces » gives, its commune and its year in the register", () => {
    expect(row(page("87011"), "Maison de santé")[2]).toBe("MAISON DE SANTE PLURIPRO DU DORAT, Le Dorat, ouverture 2015");
  });
  test("its figures are those of the sheet on screen", async () => {
    const { ask } = await open();
    const fiche = async (niveau: "commune" | "departement", code: string): Promise<FaitsFiche> => value(await ask("fiche", { sujet: { genre: "territoire", niveau, code }, territoire: "87" }));
    const [commune, departement] = [await fiche("commune", "87011"), await fiche("departement", "87")];
    const html = page("87011");
    for (const [cle, head] of [["population", "Population"], ["surface", "Surface"], ["medecins", "Médecins généralistes (BPE"], ["medecins-densite", "Généralistes pour"], ["apl", "APL aux"], ["apl-65", "APL, généralistes de 65"], ["apl-62", "APL, généralistes de 62"], ["revenu", "Revenu"]] as const) {
      expect([head, row(html, head)[0], row(html, head)[2]]).toEqual([head, celluleText(commune, cle), celluleText(departement, cle)]);
    }
    for (const [genre, head] of [["msp", "Maison de santé"], ["pharmacie", "Pharmacie"], ["urgences", "Service d'urgences"], ["smur", "SMUR"]] as const) {
      const minutes = commune.faits.find(({ cle }) => cle === `minutes-${genre}`)?.valeur;
      expect(row(html, head)[1]).toBe(minutesText(Number(minutes)));
    }
  });
  test("the reliability of the density is that of « analyse densite »", async () => {
    const { stdout } = await answerCall(["densite", "--territoire", "87"], DATA);
    const lignes = (JSON.parse(stdout) as { lignes: readonly Record<string, string | number | null>[] }).lignes;
    const found = lignes.find(({ code }) => code === "87085");
    const said = lissageText({ taux: Number(found?.["pour_100k_lisse"]), fiabilite: Number(found?.["fiabilite"]), lecture: String(found?.["lecture"]), parmi: PARMI.commune });
    expect(words(page("87085"))).toContain(said.replace(/\.$/, ""));
  });
  test("the nearest hospital, laboratory and EHPAD are at the minutes of « temps-acces »", async () => {
    for (const [genre, head] of [["hopital", "Hôpital"], ["laboratoire", "Laboratoire"], ["ehpad", "EHPAD"], ["centre-sante-medecin", "Centre de santé"]] as const) {
      const minutes = rowsOf(await run("temps-acces", { params: { genres: [genre], seuil: 20 } })).get("87003")?.["minutes"];
      expect([genre, row(page("87003"), head)[1]]).toEqual([genre, minutesText(Number(minutes))]);
    }
  });
  test("the actions of the plan stand where the plan names the place", () => {
    expect([page("87011").includes("maison des étudiants"), page("87085").includes("maison des étudiants"), page("87085").includes("Achever la couverture"), page("87015").includes("Aucune ne nomme ce territoire")]).toEqual([true, false, true, true]);
  });
  test("its fragility is that of the sheet on screen, commune, EPCI, département and region", async () => {
    const { ask } = await open();
    const table = page("87011").split('<table class="profil">')[1] ?? "";
    const shown = [...table.matchAll(/<th scope="row">(.*?)<\/th><td[^>]*>([^<]*)/g)].map(([, nom, score]) => [nom, score]);
    const expected: unknown[] = [];
    for (const rang of [0, 1, 2, 3]) {
      const lieu = value(await ask("profil", { sujet: { genre: "territoire", niveau: "commune", code: "87011" }, rang }));
      expected.push([lieu?.nom, formatNumber(lieu?.score ?? Number.NaN)]);
    }
    expect(shown).toEqual(expected);
    expect(shown.map(([nom]) => nom)).toEqual(["Bellac", "CC Haut Limousin en Marche", "Haute-Vienne", "Nouvelle-Aquitaine"]);
  });
  test("the workshop of its area is quoted with its lines; one without report is given nothing", () => {
    expect(words(page("87011"))).toContain("Sans médecin traitant : 5,6 % (l.\u00a012226)");
    expect(words(page("87154"))).toContain("Sans médecin traitant : 5,37 % (l.\u00a012644)");
    expect([words(page("87040")).includes("rien ne lui est attribué"), words(page("87040")).includes("On y a demandé")]).toEqual([true, false]);
  });
  test("Limoges is not at some minutes from itself, and every other commune is", () => {
    const all = readdirSync(sortie).filter((name) => name !== "index.html");
    expect(all.filter((name) => !/min par la route depuis le chef-lieu de Limoges/.test(words(readFileSync(path.join(sortie, name), "utf8"))))).toEqual(["87085.html"]);
  });
  test.each(["87011", "87154", "87187"])("the minutes from Limoges to %s are those that « temps-acces » gives Limoges when the only site is there", async (code) => {
    const { table } = await load("communes");
    const at = textValues(table, "code").indexOf(code);
    const there = siteList([[numberValues(table, "lon")[at]!, numberValues(table, "lat")[at]!]]);
    const minutes = rowsOf(await run("temps-acces", { sites: there })).get("87085")?.["minutes"];
    expect(words(page(code))).toContain(`|${minutesText(Number(minutes))} par la route depuis le chef-lieu de Limoges`);
  });
  test("no page runs or fetches anything", () => {
    for (const name of readdirSync(sortie)) expect(/<script|\bsrc=|<link|@import|url\(h/.exec(readFileSync(path.join(sortie, name), "utf8"))).toBeNull();
  });
});

describe("other levels and places", () => {
  test("the EPCI of a département, listed under it", async () => {
    const sortie = path.join(folder, "epci");
    const { code, stdout } = await fiches("--niveau", "epci", "--territoire", "200071942", "--sortie", sortie);
    expect([code, stdout.includes("1 fiche (EPCI)"), readdirSync(sortie).toSorted()]).toEqual([0, true, ["200071942.html", "index.html"]]);
    expect(row(readFileSync(path.join(sortie, "200071942.html"), "utf8"), "Communes")[0]).toBe("40");
    const html = readFileSync(path.join(sortie, "200071942.html"), "utf8");
    const { table } = await run("temps-acces", { niveau: "epci", params: { genres: ["pharmacie"] } });
    const minutes = numberValues(table, "minutes")[textValues(table, "code").indexOf("200071942")];
    expect(row(html, "Pharmacie")).toEqual([expect.any(String), minutesText(Number(minutes))]);
    expect(words(html)).toMatch(/\|\d+,\d min par la route depuis le chef-lieu de Limoges, en moyenne par habitant/);
  });
  test("a commune of another département, on the region's roads", async () => {
    const sortie = path.join(folder, "23");
    expect((await fiches("--territoire", "23096", "--sortie", sortie)).code).toBe(0);
    const html = readFileSync(path.join(sortie, "23096.html"), "utf8");
    expect([words(html).includes("min par la route depuis le chef-lieu de Limoges"), html.includes("Plan d'attractivité")]).toEqual([true, false]);
  });
});

describe("the link of a sheet", () => {
  test.each([["commune", "87011"], ["epci", "200071942"], ["bassin-de-vie", "87011"]] as const)("opens the sheet of a %s", (niveau, code) => {
    const { texte } = lienDe(niveau, code, "87", null);
    const read = decodeLink(texte, { espaces: ["explorer"], analyses: DESCRIPTIONS });
    expect(read).toEqual({ lien: { espace: "explorer", territoire: "87", niveau, sujet: { genre: "territoire", niveau, code }, sitesPersonnels: 0 }, issues: [] });
  });
  test("is whole when the address of the app is given, whatever its end", async () => {
    const sortie = path.join(folder, "lien");
    await fiches("--territoire", "87011", "--sortie", sortie, "--adresse", "https://exemple.fr/maillage/index.html");
    expect(readFileSync(path.join(sortie, "87011.html"), "utf8")).toContain('href="https://exemple.fr/maillage/#/explorer?t=87&amp;n=commune&amp;s=commune:87011"');
  });
});

describe("a bad call", () => {
  const taken = path.join(folder, "un-fichier");
  writeFileSync(taken, "");
  test.each([
    ["an unknown code", ["--territoire", "87999", "--sortie", folder], "87999"],
    ["no folder", ["--territoire", "87"], "--sortie"],
    ["a level without sheets", ["--niveau", "canton", "--sortie", folder], "commune, epci, bassin-de-vie"],
    ["an unknown option", ["--lien", "x", "--sortie", folder], "--lien"],
    ["an address that is not one", ["--adresse", "exemple.fr", "--sortie", folder], "https://"],
    ["a word too many", ["87", "--sortie", folder], "87"],
    ["a folder that is a file", ["--territoire", "87011", "--sortie", taken], "un-fichier"],
    ["a folder under a file", ["--territoire", "87011", "--sortie", path.join(taken, "ici")], "un-fichier"],
  ])("%s ends with 2 and one line that names it", async (_, args, named) => {
    const { code, stdout, stderr } = await fiches(...args);
    expect([code, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toContain(named);
  });
  test("a package that is not there ends with 1", async () => {
    const { code, stderr } = await answerFiches(["--sortie", folder], path.join(folder, "rien"));
    expect([code, stderr.includes("datapackage.json")]).toEqual([1, true]);
  });
});
