import { describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { descriptionImplantation } from "../../src/analyses/implantation/description";
import type { SiteList } from "../../src/domain/genre-site";
import { SITING_MODELS, type SitingModel } from "../../src/geo/siting/models";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { type Ask, column, rowsOf, run, siteList, total } from "./run";

/** Twelve communes: every choice of them can be tried. */
const EPCI = "248719361";
const COMMUNES = readRows("communes.csv").filter((row) => row["epci"] === EPCI).toSorted((a, b) => (a["code"]! < b["code"]! ? -1 : 1));
const CODES = COMMUNES.map((row) => row["code"]!);
const HABITANTS = COMMUNES.map((row) => Number(row["population"]));
/** By the raw files: inhabitants of ZIP and ZAC communes; inhabitants by the standardised population of their commune. */
const ZONES = new Map(readRows("zonage-communes.csv").map((row) => [row["code"]!, row["zone"]!]));
const APL = new Map(readRows("apl.csv").map((row) => [row["code"]!, row]));
const POIDS = {
  fragiles: CODES.map((code, i) => (ZONES.get(code) === "HZ" ? 0 : HABITANTS[i]!)),
  besoin: CODES.map((code, i) => (HABITANTS[i]! * Number(APL.get(code)?.["population_standardisee"])) / Number(APL.get(code)?.["population_2021"])),
};
const NULLE_PART: SiteList = siteList([]);

const place = (row: Readonly<Record<string, string>>): readonly [number, number] => [Number(row["lon"]), Number(row["lat"])];

/** Minutes of each commune of the EPCI to the nearest of some places, as « temps d'accès » has them. */
async function minutesTo(sites: SiteList | null): Promise<readonly number[]> {
  return column(await run("temps-acces", { territoire: EPCI, sites }), "minutes");
}

async function oracle(): Promise<{ readonly existing: readonly number[]; readonly to: readonly (readonly number[])[] }> {
  const to: (readonly number[])[] = [];
  for (const row of COMMUNES) to.push(await minutesTo(siteList([place(row)])));
  return { existing: await minutesTo(null), to };
}
const known = oracle();

/** The value of a choice, by its definition; an inhabitant who counts for nothing is as if he were not there. */
const VALUES: Readonly<Record<SitingModel, (minutes: readonly number[], chosen: readonly number[], seuil: number, weights?: readonly number[]) => number>> = {
  mclp: (minutes, _, seuil, weights = HABITANTS) => total(minutes.map((value, i) => (value <= seuil ? weights[i]! : 0))),
  lscp: (minutes, chosen, seuil, weights = HABITANTS) => (minutes.every((value, i) => value <= seuil || weights[i] === 0) ? chosen.length : Infinity),
  "p-median": (minutes, _, __, weights = HABITANTS) => total(minutes.map((value, i) => (weights[i] === 0 ? 0 : value * weights[i]!))) / total(weights),
  "p-center": (minutes, _, __, weights = HABITANTS) => Math.max(...minutes.filter((_value, i) => weights[i]! > 0)),
};

async function bruteForce(modele: SitingModel, p: number, seuil: number, withExisting: boolean, weights?: readonly number[]): Promise<number> {
  const { existing, to } = await known;
  let best = modele === "mclp" ? -Infinity : Infinity;
  for (let bits = 0; bits < 1 << CODES.length; bits += 1) {
    const chosen = CODES.map((_, c) => c).filter((c) => (bits & (1 << c)) !== 0);
    if (modele !== "lscp" && chosen.length > p) continue;
    const minutes = CODES.map((_, i) => Math.min(withExisting ? existing[i]! : Infinity, ...chosen.map((c) => to[c]![i]!)));
    const value = VALUES[modele](minutes, chosen, seuil, weights);
    best = modele === "mclp" ? Math.max(best, value) : Math.min(best, value);
  }
  return best;
}

const at = (params: Params, ask: Ask = {}): Promise<Output> => run("implantation", { territoire: EPCI, ...ask, params });
const fact = ({ facts }: Output, name: string): number => Number(facts[name]);

describe.each(SITING_MODELS)("%s on twelve communes", (modele) => {
  test.each([[1, 8, true], [2, 8, true], [2, 12, false], [3, 6, false]])("p = %i, %i min, existing sites: %s — the best of all 4 096 choices, proven", async (p, seuil_minutes, existants) => {
    const output = await at({ modele, p, seuil_minutes, existants });
    expect(fact(output, "valeur")).toBeCloseTo(await bruteForce(modele, p, seuil_minutes, existants), 6);
    expect([output.facts["statut"], output.facts["ecart"], output.facts["borne"]]).toEqual(["optimum prouvé", 0, output.facts["valeur"]]);
  });

  test.each([["fragiles", 2, 8], ["fragiles", 3, 6], ["besoin", 2, 8], ["besoin", 3, 6]] as const)("weighed by « %s », p = %i, %i min — the best of all 4 096 choices, proven", async (ponderation, p, seuil_minutes) => {
    const output = await at({ modele, p, seuil_minutes, existants: false, ponderation });
    expect(fact(output, "valeur")).toBeCloseTo(await bruteForce(modele, p, seuil_minutes, false, POIDS[ponderation]), 6);
    expect(output.facts["statut"]).toBe("optimum prouvé");
  });

  test("says of the choice what a search towards its sites finds", async () => {
    const output = await at({ modele, p: 2, seuil_minutes: 8, existants: false });
    const chosen = [...rowsOf(output).values()];
    const minutes = await minutesTo(siteList(chosen.map((row) => [Number(row["lon"]), Number(row["lat"])])));
    expect(fact(output, "minutes_moyenne")).toBeCloseTo(VALUES["p-median"](minutes, [], 8), 6);
    expect(fact(output, "minutes_max")).toBeCloseTo(Math.max(...minutes), 6);
    expect(fact(output, "habitants_couverts")).toBe(VALUES.mclp(minutes, [], 8));
    expect(fact(output, "habitants_couverts")).toBe(total(chosen.map((row) => Number(row["habitants_gagnes"]))));
  });
});

describe("existing sites", () => {
  test("the user's list replaces them", async () => {
    const sites = siteList([place(COMMUNES[0]!)]);
    const output = await at({ modele: "p-center", p: 1 }, { sites });
    const { to } = await known;
    const best = Math.min(...to.map((row) => Math.max(...row.map((minutes, i) => Math.min(minutes, to[0]![i]!)))));
    expect(fact(output, "valeur")).toBeCloseTo(best, 6);
    expect(output.facts["sites_existants"]).toBe(1);
  });

  test("an empty list is as none kept", async () => {
    const [empty, none] = [await at({ p: 2 }, { sites: NULLE_PART }), await at({ p: 2, existants: false })];
    expect([empty.facts["valeur"], empty.facts["sites_existants"]]).toEqual([none.facts["valeur"], 0]);
  });

  test("are never dropped: nobody is farther than before", async () => {
    for (const modele of SITING_MODELS) {
      const output = await at({ modele, p: 2, cible: "urgences", seuil_minutes: 30 });
      const gains = output.views.find(({ id }) => id === "minutes-gagnees")!.table;
      const minutes = gains.columns.find(({ name }) => name === "minutes_gagnees")!.values as Float64Array;
      expect(minutes.every((gained) => gained >= 0)).toBe(true);
    }
  });
});

describe("Haute-Vienne", () => {
  test("more sites never cover less, nor does a longer time", async () => {
    const covered = async (p: number, seuil_minutes: number): Promise<number> => fact(await run("implantation", { params: { p, seuil_minutes } }), "valeur");
    const byP = [await covered(1, 15), await covered(2, 15), await covered(3, 15), await covered(4, 15)];
    const byLimit = [await covered(2, 10), byP[1]!, await covered(2, 20), await covered(2, 30)];
    expect(byP).toEqual(byP.toSorted((a, b) => a - b));
    expect(byLimit).toEqual(byLimit.toSorted((a, b) => a - b));
  });

  test("of twelve communes: more sites never lengthen the mean nor the worst minutes", async () => {
    for (const modele of ["p-median", "p-center"]) {
      const values: number[] = [];
      for (const p of [1, 2, 3]) values.push(fact(await at({ modele, p }), "valeur"));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    }
  });

  test("from the cells, what is covered is what « couverture » finds with the same sites more", async () => {
    const output = await run("implantation", { params: { p: 2, demande: "cellules" } });
    const chosen = [...rowsOf(output).values()].map((row) => [Number(row["lon"]), Number(row["lat"])] as const);
    const more = await run("couverture", { params: { seuil: 15, comparaison: "avec-liste" }, sites: siteList(chosen) });
    expect(fact(output, "valeur")).toBeCloseTo(fact(more, "habitants_couverts_seconde"), 3);
    expect(fact(output, "habitants_gagnes")).toBeCloseTo(fact(more, "habitants_gagnes"), 3);
    expect(output.facts["statut"]).toBe("optimum prouvé");
  });

  test("in one sentence", async () => {
    expect(sentenceText((await run("implantation")).summary)).toMatch(/^Haute-Vienne, en ouvrant à .+ et .+ : 17\u202f169 habitants de plus à 15\u00a0?\s?min au plus d'une maison de santé, soit 87,5 % au lieu de 82,9 % \(optimum prouvé\)\.$/);
  });
});

describe("candidates", () => {
  /** What the view of the candidates says of each commune. */
  async function candidature(params: Params): Promise<ReadonlyMap<string, string>> {
    const output = await at({ p: 1, ...params });
    const { table } = output.views.find(({ id }) => id === "candidats")!;
    const [codes, said] = ["code", "candidature"].map((name) => table.columns.find((one) => one.name === name)!.values as readonly string[]);
    return new Map(codes!.map((code, i) => [code, said![i]!]));
  }
  const out = async (params: Params, regle: string): Promise<readonly string[]> => [...(await candidature(params))].filter(([, said]) => said === regle).map(([code]) => code);

  test("without rules, every commune is one", async () => {
    expect([...(await candidature({})).keys()]).toEqual(CODES);
    expect([...(await candidature({})).values()].filter((said) => said === "candidate")).toHaveLength(CODES.length - 1);
  });

  test("services: those of the BPE", async () => {
    const bpe = new Map(readRows("bpe.csv").map((row) => [row["code"]!, row]));
    expect(await out({ services: ["pharmacies"] }, "services")).toEqual(CODES.filter((code) => !(Number(bpe.get(code)?.["pharmacies"]) > 0)));
  });

  test("zonage", async () => {
    const zones = new Map(readRows("zonage-communes.csv").map((row) => [row["code"]!, row["zone"]!]));
    const other = [...new Set(CODES.map((code) => zones.get(code)))][0]!;
    const kept = ["ZIP", "ZAC", "HZ"].filter((zone) => zone !== other);
    const expected = CODES.filter((code) => zones.get(code) === other);
    if (expected.length < CODES.length) expect(await out({ zonage: kept }, "zonage")).toEqual(expected);
    else expect((await at({ zonage: kept })).issues.map(({ code }) => code)).toContain("aucun-candidat");
  });

  test("distance to an existing site", async () => {
    const { existing } = await known;
    expect(await out({ eloignement_min: 10 }, "eloignement")).toEqual(CODES.filter((_, i) => existing[i]! < 10));
  });

  test("inhabitants around: those of the communes whose chef-lieu is near, on both sides of every limit", async () => {
    const minutes = rowsOf(await run("temps-acces", { sites: siteList([place(COMMUNES[3]!)]) }));
    const inside = readRows("communes.csv").filter((row) => row["dep"] === "87" && Number(minutes.get(row["code"]!)?.["minutes"]) <= 8);
    const { table } = (await at({ p: 1, rayon_minutes: 8 })).views.find(({ id }) => id === "candidats")!;
    const around = table.columns.find(({ name }) => name === "habitants_autour")!.values as Float64Array;
    expect(around[3]).toBe(total(inside.map((row) => Number(row["population"]))));
  });

  test("a commune left out by the user is never chosen, an imposed one always is, first, whatever the rules", async () => {
    const [first] = rowsOf(await at({ p: 2 })).keys();
    expect([...rowsOf(await at({ p: 2, interdites: [first!] })).keys()]).not.toContain(first);
    const imposed = CODES.find((code) => code !== first)!;
    expect([...rowsOf(await at({ p: 2, imposees: [imposed], eloignement_min: 60, habitants_min: 20_000 })).keys()]).toEqual([imposed]);
  });

  test("several are left out, and several imposed", async () => {
    const chosen = [...rowsOf(await at({ p: 3 })).keys()];
    expect([...rowsOf(await at({ p: 3, interdites: chosen.slice(0, 2) })).keys()].filter((code) => chosen.slice(0, 2).includes(code))).toEqual([]);
    const imposees = CODES.filter((code) => !chosen.includes(code)).slice(0, 2);
    expect([...rowsOf(await at({ p: 3, imposees, existants: false })).keys()].slice(0, 2).toSorted()).toEqual(imposees);
  });

  test("what was saved with one imposed and one left out still opens", () => {
    const read = descriptionImplantation.parseParams({ imposee: "87011", interdite: "" });
    expect(read.ok && [read.value.imposees, read.value.interdites]).toEqual([["87011"], []]);
  });

  test("the sheet of a candidate: who competes with it, and what hangs on doctors over 65", async () => {
    const output = await at({ p: 1, seuil_minutes: 12, existants: false });
    const { to } = await known;
    const [code, row] = [...rowsOf(output)][0]!;
    const served = (c: number): readonly number[] => CODES.map((_, i) => i).filter((i) => to[c]![i]! <= 12);
    const own = served(CODES.indexOf(code));
    const share = (c: number): number => total(served(c).filter((i) => own.includes(i)).map((i) => HABITANTS[i]!)) / total(own.map((i) => HABITANTS[i]!));
    const rivals = CODES.map((_, c) => c).filter((c) => CODES[c] !== code && share(c) >= 0.5).toSorted((a, b) => share(b) - share(a) || a - b).map((c) => COMMUNES[c]!["nom"]!);
    const [first, rest] = [rivals.slice(0, 4).join(", "), rivals.length - 4];
    expect(row["concurrentes"]).toBe(rivals.length === 0 ? null : rest > 0 ? `${first} et ${rest} autres` : first);
    expect(row["part_offre_65"]).toBeCloseTo(1 - Number(APL.get(code)?.["apl_mg_65"]) / Number(APL.get(code)?.["apl_mg"]), 9);
  });

  test("robust sites: the choice is made again for each of five limits and three weights", async () => {
    const imposed = CODES[0]!;
    const output = await at({ p: 2, seuil_minutes: 12, existants: false, robustesse: true, imposees: [imposed] });
    expect([output.facts["variantes"], output.facts["variantes_prouvees"]]).toEqual([15, 15]);
    const { columns } = output.annexes!.find(({ id }) => id === "robustesse")!.table;
    const [noms, fois, robustes] = ["nom", "fois", "robuste"].map((name) => columns.find((one) => one.name === name)!.values);
    expect([noms![0], fois![0], robustes![0]]).toEqual([COMMUNES[0]!["nom"], 15, "oui"]);
    // Two sites at most in each variant.
    expect(total(Array.from(fois as Float64Array))).toBeLessThanOrEqual(30);
    expect(output.facts["sites_robustes"]).toBe(robustes!.filter((said) => said === "oui").length);
  });

  test("spacing: no two chosen ones are that near", async () => {
    const chosen = [...rowsOf(await at({ p: 3, seuil_minutes: 6, existants: false, espacement_km: 9 })).values()];
    const km = (a: (typeof chosen)[number], b: (typeof chosen)[number]): number =>
      111.2 * Math.hypot(Number(a["lat"]) - Number(b["lat"]), (Number(a["lon"]) - Number(b["lon"])) * Math.cos((Number(a["lat"]) * Math.PI) / 180));
    expect(chosen.length).toBeGreaterThan(1);
    chosen.forEach((a, i) => chosen.slice(i + 1).forEach((b) => expect(km(a, b)).toBeGreaterThan(8.9)));
  });
});

describe("what cannot be", () => {
  const said = ({ issues }: Output): readonly string[] => issues.filter(({ severity }) => severity === "erreur").map(issueText);

  test("no candidate left: the rule that left out the last one, and how to relax it", async () => {
    const output = await at({ medecins_min: 20, services: ["pharmacies"] });
    expect(said(output)).toHaveLength(1);
    expect(said(output)[0]).toMatch(/^Aucune commune candidate : la règle « généralistes autour » a écarté les 12 dernières\. Baissez-la à \d+ ou moins\.$/);
    const relaxed = Number(/Baissez-la à (\d+)/.exec(said(output)[0]!)![1]);
    expect(said(await at({ medecins_min: relaxed }))).toEqual([]);
    expect(said(await at({ medecins_min: relaxed + 1 }))).toHaveLength(1);
  });

  test("a share beyond reach: the most there is", async () => {
    const output = await at({ modele: "lscp", part_pct: 99, seuil_minutes: 5, services: ["pharmacies"], existants: false });
    expect(said(output)[0]).toMatch(/^Aucun choix ne couvre cette part : même avec un site dans chaque candidate, \d+,\d % au plus\./);
    expect(sentenceText(output.summary)).toMatch(/aucun choix de sites possible/);
  });

  test("everybody, when some are beyond reach: they are counted and said", async () => {
    const output = await at({ modele: "lscp", seuil_minutes: 5, existants: false, services: ["pharmacies"] });
    expect(output.facts["statut"]).toBe("optimum prouvé");
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "hors-atteinte", severity: "avertissement" }));
  });

  test("an imposed commune that is elsewhere", async () => {
    expect(said(await at({ imposees: ["33063"] }))).toEqual([expect.stringMatching(/^La commune « 33063 » n'est pas dans .+ : choisissez-en une du territoire\.$/)]);
  });

  test("a solver out of time: the choice, its gap, and a warning", async () => {
    const solve = () => Promise.resolve({ status: "arrete", values: null, bound: 25_500, seconds: 30 } as const);
    const output = await run("implantation", { params: { p: 3 }, solve });
    const gap = (309_351 + 25_500 - fact(output, "valeur")) / fact(output, "valeur");
    expect(fact(output, "valeur")).toBe(output.facts["couverts_glouton_3"]);
    expect([fact(output, "borne"), fact(output, "ecart")]).toEqual([334_851, gap]);
    expect(output.facts["statut"]).toBe("écart ≤ 0,1 %");
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "preuve-inachevee", severity: "avertissement" }));
    expect(sentenceText(output.summary)).toContain("écart au meilleur choix possible ≤ 0,1 %");
  });

  test("no graph: no minutes, and it is said", async () => {
    const output = await at({}, { reseau: false });
    expect([output.summary.id, output.table.length]).toEqual(["pas-de-minutes", 0]);
  });
});
