import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NIVEAUX } from "../../src/domain/perimetre";
import { numberValues } from "../../src/domain/table";
import { readRows } from "./oracle";
import { column, load, rowsOf, run, siteList, total } from "./run";

/** Cells of Haute-Vienne by square and commune, from the raw file. */
const rawCells = () => readRows("cellules.csv.gz").filter((row) => row["code"]!.startsWith("87"));

describe("coverage agrees with access time, which is checked apart", () => {
  test.each([10, 15, 20, 30])("inhabitants at %i min at most, by EPCI", async (seuil) => {
    const covered = column(await run("couverture", { niveau: "epci", params: { seuil } }), "habitants_couverts");
    const within = column(await run("temps-acces", { niveau: "epci" }), `habitants_${seuil}`);
    covered.forEach((value, i) => expect(value).toBeCloseTo(within[i]!, 6));
  });

  test("a commune is covered when its chef-lieu is, by brute force on the minutes of the 195", async () => {
    const minutes = rowsOf(await run("temps-acces"));
    for (const [code, row] of rowsOf(await run("couverture", { params: { seuil: 12 } }))) {
      expect([code, row["chef_lieu_couvert"]]).toEqual([code, Number(minutes.get(code)?.["minutes"]) <= 12]);
    }
  });

  test("from the chefs-lieux, a commune counts whole or not at all", async () => {
    const minutes = rowsOf(await run("temps-acces"));
    const output = await run("couverture", { params: { seuil: 12, demande: "chef-lieu" } });
    for (const [code, row] of rowsOf(output)) {
      const inside = Number(minutes.get(code)?.["minutes"]) <= 12;
      expect([code, row["habitants_couverts"], row["part"]]).toEqual([code, inside ? row["habitants"] : 0, inside ? 1 : 0]);
    }
  });

  test("a point at exactly t is in", async () => {
    const minutes = column(await run("temps-acces"), "minutes");
    const exact = minutes.find((value) => value > 5 && value < 60)!;
    // The slider has whole minutes; the analysis takes any number: the first chef-lieu, to the last bit of its time.
    const atT = column(await run("couverture", { params: { seuil: exact, demande: "chef-lieu" } }), "part")[minutes.indexOf(exact)];
    const below = column(await run("couverture", { params: { seuil: exact - 1e-9, demande: "chef-lieu" } }), "part")[minutes.indexOf(exact)];
    expect([atT, below]).toEqual([1, 0]);
  });
});

describe("surfaces", () => {
  test("inhabited km² of a commune are its cells × 0.25", async () => {
    const counts = new Map<string, number>();
    for (const cell of rawCells()) if (Number(cell["population"]) > 0) counts.set(cell["code"]!, (counts.get(cell["code"]!) ?? 0) + 1);
    for (const [code, row] of rowsOf(await run("couverture"))) expect([code, row["km2_habites"]]).toEqual([code, (counts.get(code) ?? 0) / 4]);
  });

  test("a cell shared by two communes counts once in their département", async () => {
    const squares = new Set(rawCells().filter((cell) => Number(cell["population"]) > 0).map((cell) => `${cell["x"]} ${cell["y"]}`));
    expect((await run("couverture", { niveau: "departement" })).facts["km2_habites"]).toBe(squares.size / 4);
  });

  test("from the chefs-lieux, surfaces are those of the whole communes", async () => {
    const communes = readRows("communes.csv").filter((row) => row["dep"] === "87");
    const { facts } = await run("couverture", { params: { demande: "chef-lieu" } });
    expect(facts["km2"]).toBeCloseTo(total(communes.map((row) => Number(row["surface_km2"]))), 6);
  });
});

describe("properties", () => {
  test("grows with t: inhabitants, communes, km²", async () => {
    const steps = await Promise.all([5, 8, 12, 18, 25, 40, 60].map((seuil) => run("couverture", { params: { seuil, genres: ["urgences"] } })));
    for (const name of ["habitants_couverts", "km2_habites_couverts", "part"]) {
      steps.slice(1).forEach((after, i) => {
        const before = column(steps[i]!, name);
        column(after, name).forEach((value, row) => expect(value).toBeGreaterThanOrEqual(before[row]!));
      });
    }
    const communes = steps.map(({ facts }) => Number(facts["communes_couvertes"]));
    expect(communes).toEqual(communes.toSorted((a, b) => a - b));
  });

  test("a site more never loses anyone", async () => {
    const place = fc.tuple(fc.double({ min: 0.8, max: 1.8, noNaN: true }), fc.double({ min: 45.5, max: 46.3, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), fc.integer({ min: 5, max: 40 }), async (sites, seuil) => {
        const { facts } = await run("couverture", { params: { seuil, comparaison: "avec-liste" }, sites: siteList(sites) });
        expect(facts["habitants_perdus"]).toBe(0);
        expect(Number(facts["habitants_couverts_seconde"])).toBeCloseTo(Number(facts["habitants_couverts"]) + Number(facts["habitants_gagnes"]), 5);
      }),
      { seed: 87, numRuns: 8 },
    );
  });

  test("every level covers the same inhabitants", async () => {
    const { facts } = await run("couverture");
    for (const niveau of NIVEAUX) {
      expect(total(column(await run("couverture", { niveau }), "habitants_couverts"))).toBeCloseTo(Number(facts["habitants_couverts"]), 5);
    }
  });
});

describe("two situations", () => {
  test("each against the other gains what the other loses", async () => {
    const there = (await run("couverture", { params: { genres: ["msp"], comparaison: "hopital", seuil: 15 } })).facts;
    const back = (await run("couverture", { params: { genres: ["hopital"], comparaison: "msp", seuil: 15 } })).facts;
    expect([there["habitants_gagnes"], there["habitants_perdus"]]).toEqual([back["habitants_perdus"], back["habitants_gagnes"]]);
    expect(Number(there["habitants_gagnes"])).toBeGreaterThan(0);
    expect(Number(there["habitants_perdus"])).toBeGreaterThan(0);
  });

  test("gained, lost and unchanged are everybody", async () => {
    const { facts } = await run("couverture", { params: { genres: ["msp"], comparaison: "hopital", seuil: 15 } });
    expect(total(["habitants_gagnes", "habitants_perdus", "habitants_inchanges"].map((name) => Number(facts[name])))).toBeCloseTo(373_167, 5);
  });

  test("against itself nothing changes", async () => {
    const output = await run("couverture", { params: { comparaison: "msp", seuil: 15 } });
    expect([output.facts["habitants_gagnes"], output.facts["habitants_perdus"]]).toEqual([0, 0]);
    expect(new Set([...rowsOf(output).values()].map((row) => row["statut"]))).toEqual(new Set(["toujours", "jamais"]));
  });

  test("the status follows the half of the inhabitants", async () => {
    const params = { genres: ["msp"], seuil: 12 };
    const [before, after] = [rowsOf(await run("couverture", { params })), rowsOf(await run("couverture", { params: { ...params, genres: ["hopital"] } }))];
    const named = { "false false": "jamais", "false true": "gagnee", "true false": "perdue", "true true": "toujours" } as Record<string, string>;
    for (const [code, row] of rowsOf(await run("couverture", { params: { ...params, comparaison: "hopital" } }))) {
      const state = `${Number(before.get(code)?.["part"]) >= 0.5} ${Number(after.get(code)?.["part"]) >= 0.5}`;
      expect([code, row["statut"]]).toEqual([code, named[state]]);
    }
  });

  test("the user's list against the embedded sites", async () => {
    const sites = siteList([[1.26, 45.83]]);
    const output = await run("couverture", { params: { comparaison: "liste", seuil: 15 }, sites });
    const alone = await run("couverture", { params: { seuil: 15 }, sites });
    expect(output.facts["habitants_couverts_seconde"]).toBe(alone.facts["habitants_couverts"]);
    expect(output.facts["habitants_couverts"]).toBe((await run("couverture", { params: { seuil: 15 } })).facts["habitants_couverts"]);
  });

  test("a comparison with a list that was not given is refused in words", async () => {
    const output = await run("couverture", { params: { comparaison: "liste" } });
    expect(output.issues[0]).toMatchObject({ code: "aucun-site", severity: "erreur" });
  });
});

describe("what is said with the figures", () => {
  test("where the graph given does not hold the territory, no share is 0", async () => {
    const output = await run("couverture", { territoire: "33" });
    expect([output.facts["part"], output.summary.id]).toEqual([null, "pas-de-minutes"]);
    expect(column(output, "part").every(Number.isNaN)).toBe(true);
  });

  test("a demonstration set makes the result illustrative", async () => {
    const output = await run("couverture", { params: { genres: ["stage"] } });
    expect(output.views.map(({ quality }) => quality)).toEqual(["illustratif"]);
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "donnee-illustrative", severity: "avertissement" }));
  });

  test("inhabitants are those of the commune even when cells are rounded", async () => {
    const communes = (await load("communes")).table;
    expect(total([...numberValues(communes, "population")])).toBe(6_150_451);
    for (const row of rowsOf(await run("couverture", { params: { seuil: 60 } })).values()) expect(row["habitants_couverts"]).toBeCloseTo(Number(row["habitants"]), 6);
  });
});

