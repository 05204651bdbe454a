import { describe, expect, test } from "vitest";
import { AUCUN_CHANGEMENT, type EtatCompare } from "../../src/domain/changements";
import type { SiteList } from "../../src/domain/genre-site";
import { issueText } from "../../src/textes/issues";
import { parseSitesCsv } from "../../src/io/sites-csv";
import { readRows } from "./oracle";
import { column, run, siteList } from "./run";

const EPCI = "248719361";
const LIEUX = readRows("communes.csv").filter((row) => row["epci"] === EPCI).map((row) => `${row["lon"]},${row["lat"]}`);

function csv(...lines: readonly string[]): SiteList {
  const parsed = parseSitesCsv(new TextEncoder().encode(lines.join("\n")), "sites.csv");
  if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join(" "));
  return parsed.value;
}

describe("half-days and structures of a list", () => {
  test("are read when they are there, and refused when they cannot be", () => {
    expect(csv("lon,lat", LIEUX[0]!)).not.toHaveProperty("demiJournees");
    const list = csv("lon;lat;demi_journees;structure", `${LIEUX[0]!.replace(",", ";")};4;MSP du Haut`, `${LIEUX[1]!.replace(",", ";")};;`);
    expect([[...list.demiJournees!], list.structures]).toEqual([[4, Number.NaN], ["MSP du Haut", null]]);
    const bad = parseSitesCsv(new TextEncoder().encode(`lon,lat,demi_journees\n${LIEUX[0]!},12`), "sites.csv");
    expect(bad.issues.map(issueText)).toEqual(["Colonne « demi_journees » : « 12 » n'est pas un nombre de 0 à 10. (fichier sites.csv, ligne 2, colonne demi_journees)"]);
  });

  test("the estimate of accessibility of a site open half of the week is that of half its doctors", async () => {
    const rest = LIEUX.slice(1, 4).map((lieu) => `${lieu},2,`);
    const apl = async (first: string): Promise<readonly number[]> => column(await run("apl", { territoire: EPCI, params: { patients: 0 }, sites: csv("lon,lat,capacite,demi_journees", `${LIEUX[0]!},${first}`, ...rest) }), "apl_estimee");
    const [half, fewer, whole] = [await apl("4,5"), await apl("2,"), await apl("4,")];
    half.forEach((value, i) => expect(value).toBeCloseTo(fewer[i]!, 9));
    expect(half).not.toEqual(whole);
  });

  test("the places of an existing site open four half-days are four tenths of them", async () => {
    const sites = (demi: string): SiteList => csv("lon,lat,capacite,demi_journees", `${LIEUX[0]!},1000,${demi}`);
    const before = async (demi: string): Promise<unknown> => (await run("implantation", { territoire: EPCI, params: { p: 1, seuil_minutes: 20, capacites: true }, sites: sites(demi) })).facts["habitants_couverts_avant"];
    expect([await before(""), await before("4")]).toEqual([1000, 400]);
  });

  test("a structure on several sites is one supply, where its first site is; doctors are counted full time", async () => {
    const list = csv("lon,lat,demi_journees,structure", `${LIEUX[0]!},5,A`, `${LIEUX[1]!},5,A`, `${LIEUX[2]!},,`);
    const count = async (offre: string): Promise<unknown> => (await run("densite", { territoire: EPCI, params: { offre }, sites: list })).facts["nombre"];
    expect([await count("msp"), await count("medecin")]).toEqual([2, 2]);
  });
});

describe("half-days and structures of a scenario", () => {
  const ajout = (n: number, rest: object) => ({ id: `ajout-${n}`, nom: `Site ${n}`, genre: "medecin" as const, lon: 1.489, lat: 45.837, ...rest });
  const etat = (id: string, ...ajouts: readonly ReturnType<typeof ajout>[]): EtatCompare => ({ ...AUCUN_CHANGEMENT, id, nom: id, selection: { ...AUCUN_CHANGEMENT.selection, ajouts } });

  test("a doctor who comes two half-days brings less than one who is there all week, and a second site no second structure", async () => {
    const etats = [etat("present"), etat("plein", ajout(1, {})), etat("antenne", ajout(1, { demiJournees: 2 })), etat("deux-sites", ajout(1, {}), ajout(2, { structure: "ajout-1", lat: 45.85 }))];
    const { facts, annexes } = await run("comparaison", { etats, params: { genres: ["medecin"] } });
    expect(annexes!.find(({ id }) => id === "etats")!.table.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["sites", "structures"]));
    expect(Number(facts["etat_3_apl_gagnee"])).toBeGreaterThan(0);
    expect(Number(facts["etat_3_apl_gagnee"])).toBeLessThan(Number(facts["etat_2_apl_gagnee"]));
    expect([2, 3, 4].map((rang) => Number(facts[`etat_${rang}_structures`]) - Number(facts["etat_1_structures"]))).toEqual([1, 1, 1]);
    expect(Number(facts["etat_4_sites"]) - Number(facts["etat_1_sites"])).toBe(2);
  });

  test("a list without any is as it was", () => {
    expect(siteList([[1, 45]])).not.toHaveProperty("structures");
  });
});
