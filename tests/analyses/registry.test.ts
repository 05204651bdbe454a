import { describe, expect, test } from "vitest";
import type { Params } from "../../src/analyses/analysis";
import { ANALYSES } from "../../src/analyses/registry";
import { type GenreSite, GENRES_SITE, RESSOURCES_DU_GENRE, SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import { isImportee, type ResourceName } from "../../src/domain/ressource";
import { textValues } from "../../src/domain/table";
import { resourcesOf, sitesOf } from "../../src/analyses/shared/sites";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { load, must, run } from "./run";

const here = { territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" }, niveau: "commune" } as const;

const OPENED = await Promise.all(ANALYSES.map((entry) => entry.open()));

test("each opens under its own id", () => expect(OPENED.map(({ id }) => id)).toEqual(ANALYSES.map(({ id }) => id)));

describe.each(OPENED)("$id", (analyse) => {
  test("takes its own defaults", () => expect(must(analyse.parseParams({}))).toEqual(analyse.defaults));
  test("has a field for each parameter, and no other", () => {
    expect(analyse.fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(analyse.defaults).toSorted());
  });
  test("refuses a parameter that does not exist, naming those that do", () => {
    const { issues } = analyse.parseParams({ couleur: "bleu" });
    expect(issues.map(issueText)).toEqual([
      `Le paramètre « couleur » n'existe pas. Paramètres possibles : ${analyse.fields.map(({ name }) => name).join(", ")}.`,
    ]);
  });
  test.each([[3], ["x"], [[]]])("refuses %j in place of its parameters", (raw) => expect(analyse.parseParams(raw).ok).toBe(false));
  test("yields before it ends: it can be stepped", async () => {
    const params = analyse.defaults;
    const read = await Promise.all(analyse.needs(params, here, false).map(({ ressource }) => load(ressource)));
    const donnees = Object.fromEntries(read.map((dataset) => [dataset.name, dataset]));
    const steps = [...analyse.compute({ donnees, perimetre: here, reseau: null, selection: SELECTION_PAR_DEFAUT, sites: null }, params)];
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.every((step) => !("part" in step) || (step.part >= 0 && step.part <= 1))).toBe(true);
  });
  test("draws columns that its table has, the main one among them, with the sources of what it read", async () => {
    const { table, views, sources } = await run(analyse.id);
    const names = table.columns.map(({ name }) => name);
    expect(names).toContain(analyse.mainColumn);
    for (const view of views) expect(view.table.columns.map(({ name }) => name)).toContain(view.column);
    expect(views.map(({ column }) => column)).toContain(analyse.mainColumn);
    // Tables that only the user can bring are no source until they are there.
    const needed = analyse.needs(analyse.defaults, here, false).map(({ ressource }) => ressource).filter((name) => !isImportee(name));
    expect(sources.map(({ resource }) => resource)).toEqual(expect.arrayContaining(needed));
  });
});

describe("values of parameters", () => {
  const [temps] = OPENED;
  const refusal = (params: Params): string => temps!.parseParams(params).issues.map(issueText).join(" ");

  test("too far", () => expect(refusal({ seuil: 90 })).toBe("Le paramètre « seuil » vaut « 90 » ; il faut un nombre de 5 à 60."));
  test("a number as text", () => expect(refusal({ seuil: "20" })).toContain("« \"20\" »"));
  test("a kind that does not exist", () => expect(refusal({ genres: ["dentiste"] })).toContain("une liste de 1 à 4 valeurs différentes parmi msp, medecin"));
  test("no kind", () => expect(refusal({ genres: [] })).not.toBe(""));
  test("the same kind twice", () => expect(refusal({ genres: ["msp", "msp"] })).not.toBe(""));
  test("two wrong at once are both said", () => expect(temps!.parseParams({ seuil: 1, genres: 2 }).issues.length).toBe(2));
});

describe("sites of each kind", () => {
  const importe = (genre: GenreSite): boolean => RESSOURCES_DU_GENRE[genre].some(isImportee);
  test.each(GENRES_SITE.filter((genre) => importe(genre)))("%s: none until the user brings them, and which table that is", async (genre) => {
    const read = await Promise.all(resourcesOf([genre], SELECTION_PAR_DEFAUT).map(load));
    const sites = sitesOf([genre], Object.fromEntries(read.map((dataset) => [dataset.name, dataset])), SELECTION_PAR_DEFAUT);
    expect(sites).toMatchObject({ ok: false, issues: [{ code: "aucun-site" }, { code: "table-a-importer", params: { ressource: RESSOURCES_DU_GENRE[genre][0] } }] });
  });

  test.each(GENRES_SITE.filter((genre) => !importe(genre)))("%s: places with a name and a position", async (genre) => {
    const read = await Promise.all(resourcesOf([genre], SELECTION_PAR_DEFAUT).map(load));
    const sites = must(sitesOf([genre], Object.fromEntries(read.map((dataset) => [dataset.name, dataset])), SELECTION_PAR_DEFAUT));
    expect(sites.ids.length).toBeGreaterThan(5);
    expect(new Set(sites.ids).size).toBe(sites.ids.length);
    expect(sites.lon.every((lon) => lon > -3 && lon < 5)).toBe(true);
    expect(sites.noms.every((nom) => nom !== "")).toBe(true);
  });

  test("corrections can be switched off", async () => {
    const names: readonly ResourceName[] = ["msp", "corrections"];
    const donnees = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await load(name)] as const)));
    const added = textValues((await load("corrections")).table, "genre").filter((genre) => genre === "msp").length;
    const count = (corrections: boolean): number => must(sitesOf(["msp"], donnees, { exclus: [], corrections, ajouts: [] })).ids.length;
    expect(count(true) - count(false)).toBe(added);
  });
});

describe("results in one sentence", () => {
  test("density", async () => {
    expect(sentenceText((await run("densite")).summary)).toBe(
      "Haute-Vienne compte 440 médecins généralistes (BPE 2020) pour 373\u202f167 habitants, soit 117,9 pour 100 000, contre 98,0 en Nouvelle-Aquitaine.",
    );
  });
  test("density of one", async () => {
    expect(sentenceText((await run("densite", { params: { offre: "centre-sante-medecin" } })).summary)).toMatch(/compte 1 centre de santé avec médecin pour/);
  });
  test("access time: the communes counted are those of the table", async () => {
    const output = await run("temps-acces", { params: { genres: ["urgences"], seuil: 30 } });
    expect(sentenceText(output.summary)).toMatch(/^Haute-Vienne : 87 communes \(49\u202f555 habitants, 13,3 %\) sont à plus de 30 min d'un service d'urgences ; /);
    expect(output.facts["communes_loin"]).toBe(87);
  });
  test("coverage", async () => {
    const { summary } = await run("couverture", { params: { genres: ["smur-mcs", "urgences"], seuil: 30 } });
    expect(sentenceText(summary)).toMatch(/30 min au plus d'un SMUR, d'un médecin correspondant du SAMU ou d'un service d'urgences\.$/);
  });
  test("two situations", async () => {
    const { summary } = await run("couverture", { params: { comparaison: "hopital", seuil: 15 } });
    expect(sentenceText(summary)).toMatch(/^Haute-Vienne, à 15 min au plus, d'un hôpital au lieu d'une maison de santé : .+ gagnés, .+ perdus, .+ inchangés\.$/);
  });
  test("a graph that does not hold the territory", async () => {
    expect(sentenceText((await run("temps-acces", { territoire: "33" })).summary)).toBe("Graphe routier non chargé pour Gironde : pas de minutes ici pour l'instant.");
  });
});
