import { describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { numberValues, textValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { type Ask, column, load, rowsOf, run, siteList, total } from "./run";

/** Twelve communes. */
const EPCI = "248719361";
const COMMUNES = readRows("communes.csv").filter((row) => row["epci"] === EPCI).toSorted((a, b) => (a["code"]! < b["code"]! ? -1 : 1));
const CODES = COMMUNES.map((row) => row["code"]!);
const HABITANTS = COMMUNES.map((row) => Number(row["population"]));
const APL = new Map(readRows("apl.csv").map((row) => [row["code"]!, row]));
const BESOIN = CODES.map((code, i) => (HABITANTS[i]! * Number(APL.get(code)?.["population_standardisee"])) / Number(APL.get(code)?.["population_2021"]));

/** Minutes from each commune to each one, as « temps d'accès » has them: `to[j][i]` from i to j. */
const known = (async () => {
  const to: (readonly number[])[] = [];
  for (const row of COMMUNES) to.push(column(await run("temps-acces", { territoire: EPCI, sites: siteList([[Number(row["lon"]), Number(row["lat"])]]) }), "minutes"));
  return { to, care: column(await run("temps-acces", { territoire: EPCI, params: { genres: ["msp"] } }), "minutes") };
})();

const at = (params: Params, ask: Ask = {}): Promise<Output> => run("tournee", { territoire: EPCI, ...ask, params: { genres: ["msp"], ...params } });
const said = ({ issues }: Output): readonly string[] => issues.map(issueText);
const stops = (output: Output): readonly string[] => [...rowsOf(output).values()].flatMap((row) => (row["commune"] === null ? [] : [String(row["commune"])]));

function* permutations(list: readonly number[]): Generator<readonly number[], void, void> {
  if (list.length === 0) yield [];
  for (const first of list) for (const rest of permutations(list.filter((one) => one !== first))) yield [first, ...rest];
}

describe("the order", () => {
  test.each([[true, 0], [false, 0], [true, 3], [false, 3], [true, 5], [false, 5]])("is the quickest of all, by the minutes of « temps-acces » (back: %s, from commune %i)", async (retour, base) => {
    const { to } = await known;
    const around = CODES.filter((_, i) => i !== base);
    const imposes = around.slice(base, base + 6);
    const output = await at({ depart: CODES[base]!, imposes, arrets: 6, retour });
    expect(stops(output).toSorted()).toEqual(imposes);
    const minutes = (order: readonly number[]): number => [base, ...order, ...(retour ? [base] : [])].reduce((sum, j, k, all) => (k === 0 ? 0 : sum + to[j]![all[k - 1]!]!), 0);
    const best = Math.min(...Array.from(permutations(imposes.map((code) => CODES.indexOf(code))), minutes));
    expect(output.facts["minutes_route"]).toBeCloseTo(best, 3);
    expect(minutes(stops(output).map((code) => CODES.indexOf(code)))).toBeCloseTo(best, 3);
  });

  test("minutes and km add up, stops included, and the way is drawn from place to place", async () => {
    const output = await at({ arrets: 3, duree: 45 });
    const rows = [...rowsOf(output).values()];
    expect(output.facts["km"]).toBeCloseTo(total(rows.map((row) => Number(row["km"]))), 9);
    expect(output.facts["minutes_tournee"]).toBeCloseTo(total(rows.map((row) => Number(row["minutes"]))) + 45 * (rows.length - 1), 9);
    expect(rows.at(-1)!["minutes_cumul"]).toBeCloseTo(Number(output.facts["minutes_tournee"]), 9);
    const { geometry } = output.views[0]!;
    expect(geometry.kind === "lignes" && geometry.features.features.map(({ properties }) => properties!["code"] as string)).toEqual([...rowsOf(output).keys()]);
    expect(rows.slice(1).map((row) => row["depart"])).toEqual(rows.slice(0, -1).map((row) => String(row["nom"]).replace(/^\d+\. /, "")));
  });
});

test("the numbers on the map are those of the table, each at its commune, and the start has its own", async () => {
  const output = await at({ arrets: 4, retour: true });
  const rows = [...rowsOf(output).values()].filter((row) => row["commune"] !== null);
  const view = output.views.find(({ mark }) => mark === "numero")!;
  const [codes, noms, lon] = [textValues(view.table, "code"), textValues(view.table, "nom"), numberValues(view.table, "lon")];
  expect(codes).toEqual(["D", ...rows.map((row) => row["code"])]);
  expect(noms.slice(1)).toEqual(rows.map((row) => row["nom"]));
  rows.forEach((row, i) => expect(lon[i + 1]).toBeCloseTo(Number(COMMUNES[CODES.indexOf(String(row["commune"]))]!["lon"]), 9));
});

describe("the stops", () => {
  test.each([true, false])("the first chosen one serves most of those who are far (by age: %s)", async (age) => {
    const { to, care } = await known;
    const output = await at({ arrets: 1, eloignement: 12, rayon: 8, age, depart: "87085" });
    const weight = age ? BESOIN : HABITANTS;
    const far = CODES.map((_, i) => i).filter((i) => care[i]! >= 12);
    const worth = far.map((j) => total(far.filter((i) => to[j]![i]! <= 8).map((i) => weight[i]!)));
    expect(stops(output)).toEqual([CODES[far[worth.indexOf(Math.max(...worth))]!]]);
    const served = far.filter((i) => to[CODES.indexOf(stops(output)[0]!)]![i]! <= 8);
    expect([output.facts["habitants_proches"], output.facts["habitants_loin"], output.facts["communes_loin"]]).toEqual([total(served.map((i) => HABITANTS[i]!)), total(far.map((i) => HABITANTS[i]!)), far.length]);
  });

  test("age moves it to where more care is needed", async () => {
    const apl = await load("apl");
    const [plain, second] = [await at({ arrets: 1, eloignement: 12, rayon: 1, depart: "87085" }), await at({ arrets: 2, eloignement: 12, rayon: 1, depart: "87085" })];
    const other = stops(second).find((code) => code !== stops(plain)[0])!;
    const codes = textValues(apl.table, "code");
    const columns = apl.table.columns.map((one) => (one.name === "population_standardisee" ? { ...one, values: numberValues(apl.table, one.name).map((value, row) => (codes[row] === other ? 50 * value : value)) } : one)) as typeof apl.table.columns;
    const donnees = { apl: { ...apl, table: { ...apl.table, columns } } };
    expect(stops(await at({ arrets: 1, eloignement: 12, rayon: 1, depart: "87085" }, { donnees }))).toEqual([other]);
    expect(stops(await at({ arrets: 1, eloignement: 12, rayon: 1, depart: "87085", age: false }, { donnees }))).not.toEqual([other]);
  });

  test("more stops never serve fewer; each person is counted once", async () => {
    const served: number[] = [];
    for (const arrets of [1, 2, 3, 4]) served.push(Number((await at({ arrets, eloignement: 10, rayon: 8 })).facts["habitants_proches"]));
    expect(served).toEqual(served.toSorted((a, b) => a - b));
    const output = await at({ arrets: 12, eloignement: 10, rayon: 8 });
    expect(Number(output.facts["habitants_proches"])).toBeLessThanOrEqual(Number(output.facts["habitants_loin"]));
    expect(said(output)).toContainEqual(expect.stringMatching(/^12 arrêts demandés, \d+ utiles? : un de plus ne rapprocherait personne\.$/));
  });

  test("a commune left out is none, the base is none, an imposed one always is", async () => {
    const [first] = stops(await at({ arrets: 1, depart: "87085" }));
    expect(stops(await at({ arrets: 3, depart: "87085", interdits: [first!] }))).not.toContain(first);
    expect(stops(await at({ arrets: 3, depart: first! }))).not.toContain(first);
    expect(stops(await at({ arrets: 2, depart: "87085", imposes: [CODES[5]!] }))).toContain(CODES[5]);
  });
});

describe("what cannot be", () => {
  test("nobody is far: no stop, and it is said", async () => {
    const output = await at({ eloignement: 60 });
    expect([output.table.length, output.views.length, output.facts["arrets"], output.facts["part"]]).toEqual([0, 0, 0, null]);
    expect(sentenceText(output.summary)).toMatch(/ : aucune commune où s'arrêter à 60 min ou plus d'une maison de santé\.$/u);
  });
  test("a base that is no commune, a stop that is elsewhere", async () => {
    expect(said(await at({ depart: "87999" }))[0]).toMatch(/^Aucun territoire ne porte le code « 87999 »/);
    expect(said(await at({ imposes: ["33063"] }))).toEqual([expect.stringMatching(/^La commune « 33063 » n'est pas dans /)]);
  });
  test("no graph: no minutes, and it is said", async () => {
    expect((await at({}, { reseau: false })).summary.id).toBe("pas-de-minutes");
  });
  test("ages by commune are not known: said, unless they do not count", async () => {
    const note = expect.stringMatching(/^L'âge des habitants n'est connu que par département/) as unknown;
    expect(said(await at({}))).toContainEqual(note);
    expect(said(await at({ age: false }))).not.toContainEqual(note);
  });
});

test("in one sentence", async () => {
  expect(sentenceText((await at({ arrets: 2, depart: "87085" })).summary).replaceAll(/\s/gu, " ")).toMatch(/^CC de Noblat, au départ de Limoges : .+ et .+, dans cet ordre et retour, \d+ min et [\d,]+ km de route, [\d,]+ h avec 60 min par arrêt ; [\d ]+ habitants à 10 min au plus d'un arrêt, sur [\d ]+ à 10 min ou plus d'une maison de santé\.$/);
});
