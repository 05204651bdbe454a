import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aRelacher, ecartesPar, etapesDe, type Filtre } from "../../src/analyses/ou-vivre/filtres";
import { descriptionOuVivre } from "../../src/analyses/ou-vivre/description";
import { suggerer } from "../../src/analyses/ou-vivre/suggestions";
import type { Output, Params } from "../../src/analyses/analysis";
import type { Dataset } from "../../src/domain/ressource";
import { type Cell, numberValues, textValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { column, load, rowsOf, run, siteList } from "./run";

const ask = (params: Params = {}) => run("ou-vivre", { params });
const rows = (output: Output): readonly Readonly<Record<string, Cell>>[] => [...rowsOf(output).values()];
const annexe = (output: Output, id: string) => output.annexes?.find((one) => one.id === id)?.table;
/** Every filter off. */
const TOUT = { minutes_max: 0, lieux: [], equipe: [], zonage: [], services_min: 0 };

/** A filter by hand: what it keeps, one letter a commune (« o » kept, « n » not, « ? » unknown). */
const filtre = (id: string, letters: string): Filtre => ({ id, label: id, passe: (i) => letters[i] === "o", inconnu: (i) => letters[i] === "?", desserrer: () => null });

describe("filters", () => {
  test("a small case by hand: what each step keeps, takes, does not know, and what would remain without it", () => {
    const steps = etapesDe([filtre("a", "oooon?"), filtre("b", "oonnoo"), filtre("c", "onoo?o")], 6);
    expect(steps.map(({ restants, ecartes, inconnus, sansLui }) => [restants, ecartes, inconnus, sansLui])).toEqual([[4, 2, 1, 2], [2, 2, 0, 3], [1, 1, 0, 2]]);
    expect([...ecartesPar([filtre("a", "on?"), filtre("b", "noo")], 3)]).toEqual([1, 0, 0]);
  });

  const grids = fc.integer({ min: 1, max: 8 }).chain((count) => fc.tuple(fc.constant(count), fc.array(fc.string({ unit: fc.constantFrom("o", "n", "?"), minLength: count, maxLength: count }), { minLength: 1, maxLength: 5 })));

  test("each step leaves the communes that pass it and those before", () => {
    fc.assert(fc.property(grids, ([count, masks]) => {
      const steps = etapesDe(masks.map((mask, k) => filtre(String(k), mask)), count);
      const left = (keep: (k: number) => boolean): number => [...Array(count).keys()].filter((i) => masks.every((mask, k) => !keep(k) || mask[i] === "o")).length;
      steps.forEach(({ restants, sansLui }, k) => expect([restants, sansLui]).toEqual([left((other) => other <= k), left((other) => other !== k)]));
    }));
  });

  test("what to give up is the single filter that frees the most, else the pair", () => {
    fc.assert(fc.property(grids, ([count, masks]) => {
      const filtres = masks.map((mask, k) => filtre(String(k), mask));
      const found = aRelacher(filtres, count);
      const without = (gone: readonly number[]): number => [...Array(count).keys()].filter((i) => masks.every((mask, k) => gone.includes(k) || mask[i] === "o")).length;
      const singles = masks.map((_, k) => without([k]));
      const pairs = masks.flatMap((_, a) => masks.slice(a + 1).map((__, b) => without([a, a + 1 + b])));
      const best = Math.max(...singles) > 0 ? Math.max(...singles) : Math.max(0, ...pairs) > 0 ? Math.max(...pairs) : count;
      expect(found?.restants).toBe(best);
      expect(found?.restants).toBe(without(found?.filtres.map(({ id }) => Number(id)) ?? []));
    }));
  });

  test("counts of each step are those of the columns of the result", async () => {
    const output = await ask({ minutes_max: 50, minutes_min: 15, lieux: ["hopital"], minutes_lieux: 25, zonage: ["ZIP", "ZAC"], equipe: ["laboratoire"], minutes_equipe: 20, services_min: 4, minutes_services: 12, minutes_urgences: 45, densite_max: 120 });
    const all = rows(output);
    const n = (row: (typeof all)[number], name: string): number => Number(row[name]);
    const near = (row: (typeof all)[number]): number => ["ecole", "supermarche", "boulangerie", "gare", "bibliotheque", "baignade"].filter((type) => row[`minutes_${type}`] !== null && n(row, `minutes_${type}`) <= 12).length;
    const tests: readonly (readonly [string, (row: (typeof all)[number]) => boolean])[] = [
      ["restants_minutes", (row) => n(row, "minutes") <= 50],
      ["restants_minutes_min", (row) => n(row, "minutes") >= 15],
      ["restants_zonage", (row) => row["zone"] === "ZIP" || row["zone"] === "ZAC"],
      ["restants_lieu_hopital", (row) => n(row, "minutes_hopital") <= 25],
      ["restants_equipe_laboratoire", (row) => n(row, "minutes_laboratoire") <= 20],
      ["restants_services", (row) => near(row) >= 4],
      ["restants_secours_urgences", (row) => n(row, "minutes_urgences") <= 45],
      ["restants_densite", (row) => n(row, "densite") <= 120],
    ];
    let left = all;
    for (const [name, keeps] of tests) {
      left = left.filter(keeps);
      expect([name, output.facts[name]]).toEqual([name, left.length]);
    }
    expect(left.length).toBeGreaterThan(3);
    expect(output.facts["restants"]).toBe(left.length);
    expect(all.filter(({ rang }) => rang !== null).map(({ code }) => code).toSorted()).toEqual(left.map(({ code }) => code).toSorted());
    expect(annexe(output, "etapes")?.length).toBe(tests.length + 1);
  });

  test("in the commune itself: those that the register puts there", async () => {
    const output = await ask({ ...TOUT, lieux: ["hopital"], minutes_lieux: 0 });
    const { table } = await load("etablissements");
    const held = new Set(textValues(table, "code_commune").filter((_, row) => textValues(table, "genre")[row] === "hopital"));
    expect(rows(output).filter(({ rang }) => rang !== null).map(({ code }) => code).toSorted()).toEqual(rows(output).map(({ code }) => code).filter((code) => held.has(String(code))).toSorted());
  });

  test("capacity: communes near a place of internship that the list says hosts enough, those whose capacity is not told left out", async () => {
    const output = await ask({ ...TOUT, capacite_min: 3, minutes_lieux: 20 });
    const { table } = await load("stages");
    const [capacite, lon, lat] = ["capacite", "lon", "lat"].map((name) => numberValues(table, name));
    const kept = [...capacite!.keys()].filter((row) => capacite![row]! >= 3);
    const points = kept.map((row) => [lon![row]!, lat![row]!] as const);
    const access = rowsOf(await run("temps-acces", { sites: siteList(points) }));
    for (const row of rows(output)) expect(row["minutes_capacite"]).toBe(access.get(String(row["code"]))?.["minutes"]);
    const near = rows(output).filter(({ minutes_capacite: minutes }) => minutes !== null && Number(minutes) <= 20);
    expect([output.facts["restants_capacite"], output.facts["restants"]]).toEqual([near.length, near.length]);
    expect(near.length).toBeGreaterThan(0);
    expect(near.length).toBeLessThan(195);
    const nobody = await ask({ ...TOUT, capacite_min: 10 });
    expect([nobody.facts["restants"], nobody.issues.some(({ code }) => code === "filtres-vides")]).toEqual([0, true]);
    const here = await ask({ ...TOUT, capacite_min: 3, minutes_lieux: 0 });
    const held = new Set(kept.map((row) => textValues(table, "code_commune")[row]));
    expect(rows(here).filter(({ rang }) => rang !== null).map(({ code }) => code).toSorted()).toEqual(rows(here).map(({ code }) => code).filter((code) => held.has(String(code))).toSorted());
  });

  test("filters that leave nothing say which one to give up, and how many would remain without it", async () => {
    const filters = { ...TOUT, minutes_max: 20, lieux: ["msp"], minutes_lieux: 0, zonage: ["ZIP"] } as const;
    const output = await ask(filters);
    const said = output.issues.find(({ code }) => code === "filtres-vides");
    if (said?.code !== "filtres-vides") throw new Error("nothing said");
    expect([output.facts["restants"], said.severity, said.params.filtres.length]).toEqual([0, "avertissement", 1]);
    const alternatives = await Promise.all([ask({ ...filters, minutes_max: 0 }), ask({ ...filters, lieux: [] }), ask({ ...filters, zonage: [] })]);
    expect(said.params.restants).toBe(Math.max(...alternatives.map(({ facts }) => Number(facts["restants"]))));
    expect(sentenceText(output.summary)).toContain(said.params.filtres[0]);
    const enough = /à (\d+) min au plus/.exec(said.params.suffit ?? "");
    if (enough !== null) expect((await ask({ ...filters, minutes_max: Number(enough[1]) })).facts["restants"]).not.toBe(0);
  });
});

describe("minutes", () => {
  test("from the faculty are those of access times to a site that is there", async () => {
    const [own, access] = await Promise.all([ask(TOUT), run("temps-acces", { sites: siteList([[1.23465, 45.81342]]) })]);
    const known = rowsOf(access);
    for (const row of rows(own)) expect(row["minutes"]).toBe(known.get(String(row["code"]))?.["minutes"]);
  });

  test("with two anchors, the farther one", async () => {
    const output = await ask({ ...TOUT, ancre: "87011", ancre2: "87085" });
    for (const row of rows(output)) expect(row["minutes"]).toBe(Math.max(Number(row["minutes_point_1"]), Number(row["minutes_point_2"])));
    expect(rowsOf(output).get("87011")?.["minutes_point_1"]).toBeLessThan(rowsOf(output).get("87011")?.["minutes_point_2"] as number);
  });

  test("an anchor that is no commune is refused", async () => {
    expect((await ask({ ancre: "87999" })).issues).toContainEqual(expect.objectContaining({ code: "territoire-inconnu", severity: "erreur" }));
  });
});

/** 0 at `bad`, 100 at `good`. */
const note = (value: number, good: number, bad: number): number => 100 * Math.min(1, Math.max(0, (value - bad) / (good - bad)));

describe("score", () => {
  test("three communes by hand, from the columns of the result", async () => {
    const output = await ask(TOUT);
    for (const code of ["87085", "87011", "87206"]) {
      const row = rowsOf(output).get(code)!;
      const n = (name: string): number => Number(row[name]);
      const equipe = (n("minutes_medecin") + n("minutes_pharmacie") + n("minutes_laboratoire")) / 3;
      const score = 0.25 * note(n("minutes"), 10, 60) + 0.2 * note(n("minutes_stage"), 5, 30) + 0.2 * note(n("densite"), 50, 125) + 0.15 * note(equipe, 5, 25) + 0.15 * note(n("services_proches") / 6, 1, 0) + 0.05 * note(n("minutes_urgences"), 15, 45);
      expect(row["score"]).toBeCloseTo(score, 9);
    }
  });

  test("what each criterion brings adds up to it, and ranks follow it", async () => {
    const output = await ask({ prereglage: "utile" });
    const kept = rows(output).filter(({ rang }) => rang !== null);
    for (const row of kept) expect(Object.entries(row).filter(([name]) => name.startsWith("points_")).reduce((sum, [, value]) => sum + Number(value), 0)).toBeCloseTo(Number(row["score"]), 9);
    expect(kept.map(({ rang }) => rang)).toEqual(kept.map((_, k) => k + 1));
    expect(kept.map(({ score }) => Number(score))).toEqual(kept.map(({ score }) => Number(score)).toSorted((a, b) => b - a));
    expect(rows(output).filter(({ rang, score }) => rang === null && score !== null)).toEqual([]);
  });

  test("density is that of the bassin de vie, added up from its communes", async () => {
    const [communes, bpe] = [(await load("communes")).table, (await load("bpe")).table];
    const bassins = textValues(communes, "bassin_de_vie");
    const codes = textValues(communes, "code");
    const same = new Set(codes.filter((_, row) => bassins[row] === bassins[codes.indexOf("87011")]));
    const total = (table: typeof communes, name: string): number => column({ table } as Output, name).filter((_, row) => same.has(textValues(table, "code")[row] ?? "")).reduce((a, b) => a + b, 0);
    expect(rowsOf(await ask(TOUT)).get("87011")?.["densite"]).toBeCloseTo((1e5 * total(bpe, "medecins_generalistes")) / total(communes, "population"), 9);
  });

  test.each([[{ poids_proximite: 40, poids_vie: 40 }, "somme est 100"], [{ minutes_min: 30, minutes_max: 20 }, "minutes_max"]])("refuses %j", (params, words) => {
    expect(descriptionOuVivre.parseParams(params).issues.map(issueText).join(" ")).toContain(words);
  });
});

describe("suggestions", () => {
  /** Degrees of longitude along the 46th parallel: 0.2 is about 15.5 km. */
  const line = (lon: readonly number[], profils: readonly (readonly number[])[]) => ({ rangs: [...lon.keys()], lon, lat: lon.map(() => 46), contributions: [0, 1].map((k) => Float64Array.from(profils, (points) => points[k]!)) });

  test("the best, then far and unlike, then what is far", () => {
    const found = suggerer(line([0, 0.05, 0.3, 0.6, 0.9], [[40, 40], [70, 10], [39, 40], [60, 18], [40, 38]]));
    expect(found).toEqual([{ commune: 0, raison: "score" }, { commune: 3, raison: "autre-profil" }, { commune: 2, raison: "ailleurs" }]);
  });

  test("the next best where nothing is far; fewer than three where fewer remain", () => {
    expect(suggerer(line([0, 0.01, 0.02], [[40, 40], [10, 70], [70, 5]])).map(({ raison }) => raison)).toEqual(["score", "suivante", "suivante"]);
    expect(suggerer(line([0], [[40, 40]]))).toHaveLength(1);
    expect(suggerer(line([], []))).toEqual([]);
  });
});

describe("comparison, list, lodging", () => {
  test("communes stand side by side in the order given, those that a filter leaves out too; one of elsewhere is said", async () => {
    const output = await ask({ comparer: ["87206", "87085"], liste: ["87011", "87001", "16001"] });
    expect(textValues(annexe(output, "comparaison")!, "code")).toEqual(["87206", "87085"]);
    expect(textValues(annexe(output, "liste")!, "code")).toEqual(["87011", "87001"]);
    expect(column({ table: annexe(output, "comparaison")! } as Output, "score").every((score) => score > 0)).toBe(true);
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "commune-hors-territoire", params: { commune: "16001", territoire: "Haute-Vienne" } }));
  });

  test("profiles give the note of every criterion of the communes compared, that weighs or not, and leave out what nobody knows", async () => {
    const output = await ask({ comparer: ["87206", "87085"], prereglage: "pres" });
    const profils = annexe(output, "profils")!;
    expect(textValues(profils, "critere")).toEqual(["Près du point de départ", "Lieu de stage proche", "Ici, vous compterez", "Équipe de soins autour", "Vie quotidienne", "Urgences proches"]);
    const [, saint, limoges] = profils.columns.map(({ values }) => values);
    const at = (code: string, name: string): number => Number(rowsOf(output).get(code)?.[name]);
    expect([saint?.[0], limoges?.[0]]).toEqual([note(at("87206", "minutes"), 10, 60), note(at("87085", "minutes"), 10, 60)].map((value) => expect.closeTo(value, 9)));
    expect([saint?.[5], limoges?.[2]]).toEqual([expect.closeTo(note(at("87206", "minutes_urgences"), 15, 45), 9), expect.closeTo(note(at("87085", "densite"), 50, 125), 9)]);
  });

  test("the best of what remains gives its score and its minutes", async () => {
    const output = await ask();
    const [first] = rows(output);
    expect([output.facts["meilleur_score"], output.facts["minutes_meilleure"]]).toEqual([first?.["score"], first?.["minutes"]]);
    const none = await ask({ minutes_max: 5, zonage: ["ZIP"] });
    expect([none.facts["restants"], none.facts["meilleur_score"]]).toEqual([0, null]);
  });

  test("a note stands beside its commune; one that names none, two on one commune or too long a one is refused", async () => {
    const list = annexe(await ask({ liste: ["87011", "87001"], notes: ["87001 Voir le cabinet, le mardi"] }), "liste")!;
    expect([textValues(list, "note"), [...column({ table: list } as Output, "ordre")]]).toEqual([[null, "Voir le cabinet, le mardi"], [1, 2]]);
    for (const notes of [["Voir le cabinet"], ["87001 a", "87001 b"], [`87001 ${"a".repeat(281)}`]]) expect(descriptionOuVivre.parseParams({ notes }).ok).toBe(false);
  });

  test("lodging is to be imported; then its minutes filter", async () => {
    const without = await ask({ ...TOUT, minutes_logement: 20 });
    expect([without.facts["restants"], without.issues.map(({ code }) => code).includes("table-a-importer")]).toEqual([195, true]);
    const table = { id: "hebergements", length: 1, columns: [{ name: "id", label: "", type: "texte", values: ["h1"] }, { name: "nom", label: "", type: "texte", values: ["Maison des internes"] }, { name: "code_commune", label: "", type: "texte", values: ["87011"] }, { name: "lon", label: "", type: "nombre", unit: "degres", digits: 5, values: Float64Array.of(1.05) }, { name: "lat", label: "", type: "nombre", unit: "degres", digits: 5, values: Float64Array.of(46.12) }] } as const;
    const hebergements: Dataset = { name: "hebergements", table, provenance: { resource: "hebergements", title: "Liste", publisher: "fichier de l'utilisateur", licence: "non précisée", vintage: "2026", quality: "derive" } };
    const output = await run("ou-vivre", { params: { ...TOUT, minutes_logement: 20 }, donnees: { hebergements } });
    expect(output.facts["restants"]).toBe(column(output, "minutes_hebergement").filter((minutes) => minutes <= 20).length);
    expect(output.sources.map(({ resource }) => resource)).toContain("hebergements");
    expect(output.facts["restants"]).toBeLessThan(100);
  });

  test("without a graph, the minutes are an estimate and say so", async () => {
    const output = await run("ou-vivre", { reseau: false });
    expect([output.facts["origine_minutes"], sentenceText(output.summary).startsWith("Estimation à vol d'oiseau.")]).toEqual(["estimation à vol d'oiseau", true]);
  });

  test("each suggestion says why, in a sentence", async () => {
    const output = await ask();
    const [first, second] = (output.details ?? []).map(sentenceText);
    expect([first, second]).toEqual([expect.stringContaining("le meilleur score. Ses atouts : "), expect.stringContaining("15 km ou plus")]);
    expect(first).toContain(String(rowsOf(output).get(String(output.facts["suggestion_1"]))?.["nom"]));
  });

  test("says that the internship sites are a demonstration set", async () => {
    const output = await ask();
    expect(sentenceText(output.summary)).toContain("Données illustratives");
    expect(output.views.map(({ quality }) => quality)).toEqual(["illustratif", "illustratif"]);
  });
});
