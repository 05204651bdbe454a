import { describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import type { Dataset, RessourceImportee } from "../../src/domain/ressource";
import { auNiveau } from "../../src/analyses/shared/niveau-cpts";
import { FORMATS_TABLES } from "../../src/io/tables/registre";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { column, load, must, rowsOf, run, siteList, total } from "./run";

async function imported(name: RessourceImportee, csv: string): Promise<Dataset> {
  const { table } = must(FORMATS_TABLES[name].lire({ nom: `${name}.csv`, bytes: new TextEncoder().encode(csv) }, (await load("communes")).table));
  return { name, table, provenance: { resource: name, title: name, publisher: "", licence: "", vintage: "2026", quality: "derive" } };
}
const TERRITOIRE = { genre: "departement", code: "87", nom: "Haute-Vienne" } as const;
const communes = readRows("communes.csv").filter((row) => row["dep"] === "87");
const people = new Map(communes.map((row) => [row["code"]!, Number(row["population"])]));
const sum = (codes: readonly string[]): number => total(codes.map((code) => people.get(code)!));

describe("cpts", () => {
  /** Two commune in three in « A », one in four in « B ». */
  const membres = new Map(communes.map((row, i) => [row["code"]!, [...(i % 3 === 0 ? [] : ["A"]), ...(i % 4 === 0 ? ["B"] : [])]]));
  const csv = `code_insee;cpts\n${[...membres].flatMap(([code, names]) => names.map((name) => `${code};${name}`)).join("\n")}\n`;
  const codesOf = (keep: (names: readonly string[]) => boolean): readonly string[] => [...membres].filter(([, names]) => keep(names)).map(([code]) => code);
  const compute = async (ask: Parameters<typeof run>[1] = {}): Promise<Output> => run("cpts", { ...ask, donnees: { cpts: await imported("cpts", csv) } });

  test("communes in none, in one, in several, each with its names", async () => {
    for (const [code, row] of rowsOf(await compute())) {
      const names = membres.get(code)!;
      expect([code, row["situation"], row["cpts"]]).toEqual([code, ["hors CPTS", "dans une CPTS", "plusieurs CPTS"][names.length], names.length === 0 ? null : names.join(" ; ")]);
      expect([row["habitants_hors"], row["part_hors"]]).toEqual(names.length === 0 ? [people.get(code), 1] : [0, 0]);
    }
  });

  test("inhabitants outside, overlaps and the list, summed from the raw rows", async () => {
    const { facts, issues } = await compute();
    const [none, several] = [codesOf(({ length }) => length === 0), codesOf(({ length }) => length === 2)];
    expect(facts).toMatchObject({ cpts: 2, communes: 195, communes_hors: none.length, habitants_hors: sum(none), part_hors: expect.closeTo(sum(none) / sum([...people.keys()]), 12) as number, communes_plusieurs: several.length, habitants_plusieurs: sum(several) });
    const [a, b] = ["A", "B"].map((name) => codesOf((names) => names.includes(name)));
    expect(String(facts["liste_cpts"]).replaceAll(/[\u00a0\u202f]/g, "")).toBe(`A (${a!.length} communes, ${sum(a!)} habitants) ; B (${b!.length} communes, ${sum(b!)} habitants)`);
    expect(issues).toEqual([]);
  });

  test("a larger territory is in part where some of its communes are", async () => {
    for (const [code, row] of rowsOf(await compute({ niveau: "epci" }))) {
      const inside = communes.filter((one) => one["epci"] === code).map((one) => one["code"]!);
      const none = inside.filter((one) => membres.get(one)!.length === 0);
      const expected = none.length === inside.length ? "hors CPTS" : none.length > 0 ? "en partie" : inside.some((one) => membres.get(one)!.length > 1) ? "plusieurs CPTS" : "dans une CPTS";
      expect([code, row["situation"], row["habitants_hors"], row["communes_hors"]]).toEqual([code, expected, sum(none), none.length]);
    }
  });

  test("a larger territory whose only covered commune is in two CPTS is still covered in part", async () => {
    const output = await run("cpts", { niveau: "departement", donnees: { cpts: await imported("cpts", "code_insee;cpts\n87085;A\n87085;B\n") } });
    expect(rowsOf(output).get("87")!["situation"]).toBe("en partie");
  });

  test("in one sentence; and which table to bring when there is none, with no figure", async () => {
    expect(sentenceText((await compute()).summary)).toMatch(/^Haute-Vienne : 4\d communes sur 195 ne sont dans aucune CPTS \(.+ habitants, .+\) ; \d+ communes sont dans plusieurs \(.+ habitants\) ; 2 CPTS dans le territoire\.$/);
    const none = await run("cpts");
    expect(sentenceText(none.summary)).toBe("Haute-Vienne : rien à montrer pour l'instant, importez d'abord « Périmètres de CPTS » (espace Données).");
    expect(none.issues.map(issueText).join()).toContain("reste à importer, dans l'espace Données");
    expect([none.facts["communes_hors"], none.facts["liste_cpts"], new Set([...rowsOf(none).values()].map((row) => row["situation"]))]).toEqual([null, null, new Set([null])]);
    expect(column(none, "habitants_hors").every((value) => Number.isNaN(value))).toBe(true);
  });
});

describe("results read by CPTS", () => {
  const csv = "code_insee;cpts\n87085;Nord\n87075;Nord\n87085;Sud\n87154;Sud\n24322;Sud\n";
  const lire = async (): Promise<Dataset> => imported("cpts", csv);

  test("a row a CPTS, by its name; a commune in two counts in the first; one that leaves the territory is « partiel »", async () => {
    const [communesDataset, territoires] = await Promise.all([load("communes"), load("territoires")]);
    const donnees = must(auNiveau({ communes: communesDataset, territoires, cpts: await lire() }, { territoire: TERRITOIRE, niveau: "cpts" }));
    const output = await run("densite", { niveau: "cpts", donnees });
    const rows = rowsOf(output);
    expect([...rows.keys()]).toEqual(["Nord", "Sud"]);
    expect([rows.get("Nord")!["nom"], rows.get("Nord")!["habitants"], rows.get("Sud")!["habitants"]]).toEqual(["Nord", sum(["87085", "87075"]), sum(["87154"])]);
    expect([rows.get("Nord")!["partiel"], rows.get("Sud")!["partiel"]]).toEqual([false, true]);
    expect(output.sources.map(({ resource }) => resource)).toContain("cpts");
  });

  test("says which communes are in several, and refuses the level when none is imported", async () => {
    const [communesDataset, territoires] = await Promise.all([load("communes"), load("territoires")]);
    const perimetre = { territoire: TERRITOIRE, niveau: "cpts" } as const;
    expect(auNiveau({ communes: communesDataset, territoires, cpts: await lire() }, perimetre).issues).toMatchObject([{ code: "cpts-chevauchement", params: { nombre: 1 } }]);
    expect(auNiveau({ communes: communesDataset, territoires, cpts: await load("cpts") }, perimetre)).toMatchObject({ ok: false, issues: [{ code: "table-a-importer", severity: "erreur" }] });
  });

  test("changes nothing at the other levels", async () => {
    const donnees = { communes: await load("communes") };
    expect(must(auNiveau(donnees, { territoire: TERRITOIRE, niveau: "epci" }))).toBe(donnees);
  });
});

describe("soins non programmés", () => {
  const LIEUX = [
    ["1.2603", "45.8334", "Limoges", "MMG", "20h-24h"],
    ["0.9006", "45.8876", "Saint-Junien", "CSNP", "jour"],
    ["1.2085", "45.5160", "Saint-Yrieix", "MMG", "jour et nuit"],
    ["1.0480", "46.1150", "Bellac", "télémédecine", "24h/24"],
  ] as const;
  const csvOf = (lieux: readonly (readonly string[])[]): string => `lon;lat;nom;genre;horaires\n${lieux.map((lieu) => lieu.join(";")).join("\n")}\n`;
  const compute = async (lieux: readonly (readonly string[])[] = LIEUX, ask: Parameters<typeof run>[1] = {}): Promise<Output> => run("soins-non-programmes", { ...ask, donnees: { "soins-non-programmes": await imported("soins-non-programmes", csvOf(lieux)), ...ask.donnees } });
  const minutesTo = async (lieux: readonly (readonly string[])[]): Promise<readonly number[]> => column(await run("temps-acces", { sites: siteList(lieux.map(([lon, lat]) => [Number(lon), Number(lat)])) }), "minutes");
  const [LIMOGES, SAINT_JUNIEN, SAINT_YRIEIX, BELLAC] = LIEUX;

  test("minutes by day and by night are those of access times to the places open then", async () => {
    const output = await compute();
    expect(column(output, "minutes_soir")).toEqual(await minutesTo([LIMOGES, SAINT_YRIEIX]));
    expect(column(output, "minutes_nuit")).toEqual(await minutesTo([SAINT_YRIEIX]));
    expect(column(output, "minutes_jour")).toEqual(await minutesTo([SAINT_JUNIEN, SAINT_YRIEIX]));
    expect(column(await compute(LIEUX, { params: { lieux: ["telemedecine"] } }), "minutes_nuit")).toEqual(await minutesTo([BELLAC]));
    expect(["jour", "soir", "nuit", "week_end"].map((moment) => output.facts[`lieux_${moment}`])).toEqual([2, 2, 1, 0]);
    expect((await compute(LIEUX, { params: { lieux: ["telemedecine"] } })).facts["lieux_week_end"]).toBe(1);
  });

  test("who is not covered: beyond the threshold, exactly on it included among the covered", async () => {
    const output = await compute();
    const rows = [...rowsOf(output)];
    const far = rows.filter(([, row]) => Number(row["minutes_nuit"]) > 30).map(([code]) => code);
    expect([output.facts["communes_loin_nuit"], output.facts["habitants_loin_nuit"]]).toEqual([far.length, sum(far)]);
    expect(output.facts["part_loin_nuit"]).toBeCloseTo(sum(far) / sum([...people.keys()]), 12);
    for (const [code, row] of rows) expect(row["habitants_loin_nuit"]).toBe(far.includes(code) ? people.get(code) : 0);
    expect(far.length).toBeGreaterThan(5);
  });

  test("the nearest place is named", async () => {
    const row = rowsOf(await compute()).get("87154")!;
    expect([row["lieu_jour"], row["lieu_soir"], row["lieu_nuit"]]).toEqual(["Saint-Junien", "Limoges", "Saint-Yrieix"]);
  });

  test("when no place is open at night everybody is far, and it is said", async () => {
    const output = await compute([SAINT_JUNIEN]);
    expect([output.facts["lieux_nuit"], output.facts["minutes_nuit"], output.facts["habitants_loin_nuit"], output.facts["part_loin_nuit"]]).toEqual([0, null, sum([...people.keys()]), 1]);
    expect(output.issues.map(issueText).join()).toContain("Aucun lieu choisi n'est ouvert de nuit");
  });

  test("sectors of the on-call service, and who has none", async () => {
    const output = await compute(LIEUX, { donnees: { "secteurs-garde": await imported("secteurs-garde", "code_insee;secteur\n87085;Nord\n87154;Ouest\n") } });
    expect([rowsOf(output).get("87085")!["secteur"], output.facts["secteurs"], output.facts["communes_sans_secteur"]]).toEqual(["Nord", 2, 193]);
    expect(output.facts["habitants_sans_secteur"]).toBe(sum([...people.keys()].filter((code) => code !== "87085" && code !== "87154")));
  });

  test("beyond the communes, inhabitants summed", async () => {
    const [byCommune, byEpci] = [await compute(), await compute(LIEUX, { niveau: "epci" })];
    expect(total(column(byEpci, "habitants_loin_jour"))).toBeCloseTo(Number(byCommune.facts["habitants_loin_jour"]), 6);
  });

  test("in one sentence; and which table to bring when there is none, with no figure", async () => {
    expect(sentenceText((await compute()).summary)).toMatch(/^Haute-Vienne : à plus de 30 min d'un lieu de soins non programmés, .+ habitants \(.+, \d+ communes\) le jour \(2 lieux ouverts\), .+ habitants \(.+, \d+ communes\) le soir \(2 lieux ouverts\), .+ habitants \(.+, \d+ communes\) la nuit \(1 lieu ouvert\), .+ habitants \(.+, \d+ communes\) le week-end \(0 lieu ouvert\)\.$/);
    const none = await run("soins-non-programmes");
    expect(sentenceText(none.summary)).toContain("importez d'abord « Lieux de soins non programmés »");
    expect([none.facts["habitants_loin_nuit"], none.facts["minutes_jour"]]).toEqual([null, null]);
    expect(column(none, "habitants_loin_jour").every((value) => Number.isNaN(value))).toBe(true);
  });
});

test("lodging is a kind of site: minutes are those to the same places", async () => {
  const donnees = { hebergements: await imported("hebergements", "lon;lat;places\n1,2603;45,8334;3\n0,9006;45,8876;\n") };
  const own = column(await run("temps-acces", { params: { genres: ["hebergement"] }, donnees }), "minutes");
  expect(own).toEqual(column(await run("temps-acces", { sites: siteList([[1.2603, 45.8334], [0.9006, 45.8876]]) }), "minutes"));
});

describe("consultations of specialists", () => {
  const csv = "lon;lat;specialite\n1,2603;45,8334;cardiologie\n0,9006;45,8876;ophtalmologie\n";
  const parcours = async (params: Readonly<Record<string, string>>) =>
    run("parcours", { params: { patient1: "87154", etapes: ["specialiste"], retour: "non", ...params }, donnees: { consultations: await imported("consultations", csv) } });

  test("are where the patient of « patient traceur » goes: the nearest by road", async () => {
    const output = await parcours({});
    const own = await run("temps-acces", { sites: siteList([[0.9006, 45.8876]]) });
    expect(rowsOf(output).get("p1.1")).toMatchObject({ arrivee: "ophtalmologie, ligne 3" });
    expect(Number(rowsOf(output).get("p1.1")!["minutes"])).toBeCloseTo(Number(rowsOf(own).get("87154")!["minutes"]), 6);
    expect(output.sources.map(({ resource }) => resource)).toContain("consultations");
  });

  test("give way to a commune that the user names", async () => {
    expect(rowsOf(await parcours({ specialiste: "87011" })).get("p1.1")).toMatchObject({ arrivee: "Bellac" });
  });

  test("are a kind of site", async () => {
    const donnees = { consultations: await imported("consultations", csv) };
    expect(column(await run("temps-acces", { params: { genres: ["specialiste"] }, donnees }), "minutes")).toEqual(column(await run("temps-acces", { sites: siteList([[1.2603, 45.8334], [0.9006, 45.8876]]) }), "minutes"));
  });
});
