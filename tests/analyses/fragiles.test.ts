import { describe, expect, test } from "vitest";
import { descriptionRecrutement } from "../../src/analyses/recrutement/description";
import { issueText } from "../../src/textes/issues";
import { rowsOf, run, total } from "./run";

/** Codes of the communes that a result says fragile. */
const fragiles = (rows: ReturnType<typeof rowsOf>, keep: (row: Readonly<Record<string, unknown>>) => boolean): readonly string[] => [...rows].filter(([, row]) => keep(row)).map(([code]) => code);

describe("communes fragile by their score", () => {
  test("are those that « fragilite » puts in its fragile class, with the same figure", async () => {
    const params = { prereglage: "offre", score: 65 } as const;
    const [scored, recruited] = [rowsOf(await run("fragilite", { params: { prereglage: "offre", seuil: 65 } })), rowsOf(await run("recrutement", { params: { ...params, fragile: "score" } }))];
    expect(fragiles(recruited, ({ fragile }) => fragile === true)).toEqual(fragiles(scored, ({ classe }) => classe === "fragile"));
    for (const [code, row] of recruited) expect([code, row["score_fragilite"]]).toEqual([code, scored.get(code)?.["score"]]);
  });

  test("with weights of one's own, and whatever the level of the rows", async () => {
    const params = { fragile: "score", poids_apl: 60, poids_minutes_pharmacie: 40 };
    const scored = rowsOf(await run("fragilite", { params: { poids_apl: 60, poids_minutes_pharmacie: 40 } }));
    const people = total([...scored.values()].filter(({ classe }) => classe === "fragile").map(({ habitants }) => Number(habitants)));
    for (const niveau of ["commune", "epci", "departement"] as const) expect([niveau, (await run("maitrise-de-stage", { niveau, params })).facts["habitants_fragiles"]]).toEqual([niveau, people]);
  });

  test("name the sources of the score among their own, each once", async () => {
    const { sources } = await run("recrutement", { params: { fragile: "score" } });
    const names = sources.map(({ resource }) => resource);
    expect(names).toEqual(expect.arrayContaining(["revenus", "etablissements", "stages", "zonage-communes"]));
    expect(new Set(names).size).toBe(names.length);
  });

  test("weights that do not sum to 100 are refused", () => {
    expect(descriptionRecrutement.parseParams({ fragile: "score", poids_apl: 60 }).issues.map(issueText)).toEqual(["Le paramètre « poids_… » vaut « 60 » ; il faut des poids dont la somme est 100."]);
  });
});

describe("communes fragile or at risk by the departures", () => {
  test.each([2021, 2032])("are those whose APL « departs » carries under 2.5 in %i", async (annee) => {
    const [left, recruited] = [rowsOf(await run("departs", { params: { annee } })), rowsOf(await run("recrutement", { params: { fragile: "risque", annee } }))];
    expect(fragiles(recruited, ({ fragile }) => fragile === true)).toEqual(fragiles(left, ({ apl_projetee: apl }) => apl !== null && Number(apl) < 2.5));
  });

  test("are more and more as the years go by", async () => {
    const people = await Promise.all([2021, 2028, 2035].map(async (annee) => Number((await run("recrutement", { params: { fragile: "risque", annee } })).facts["habitants_fragiles"])));
    expect(people[0]! < people[1]! && people[1]! < people[2]!).toBe(true);
  });
});

test("places of stage in no known commune count for minutes only, and it is said", async () => {
  const sites = { ids: ["liste-1"], noms: ["Ailleurs"], communes: [null], lon: Float64Array.of(1.26), lat: Float64Array.of(45.83), capacite: Float64Array.of(1) };
  for (const analyse of ["recrutement", "maitrise-de-stage"]) expect((await run(analyse, { sites })).issues.map(({ code }) => code)).toContain("sites-hors-communes");
});
