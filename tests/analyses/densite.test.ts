import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { fiabiliteEnMots } from "../../src/analyses/shared/fiabilite";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import { NIVEAUX } from "../../src/domain/perimetre";
import { sentenceText } from "../../src/textes/sentences";
import { smoothRates } from "../../src/geo/smooth-rates";
import { readPoints, readRows, type Row } from "./oracle";
import { column, rowsOf, run, siteList, total } from "./run";

const KEY = { commune: "code", epci: "epci", "bassin-de-vie": "bassin_de_vie", canton: "canton", departement: "dep", region: "region" } as const;

/** Sums of the raw files, by group of a level, over the communes of Haute-Vienne. */
function bruteForce(niveau: keyof typeof KEY, counts: ReadonlyMap<string, number>): Map<string, { habitants: number; nombre: number }> {
  const groups = new Map<string, { habitants: number; nombre: number }>();
  for (const commune of readRows("communes.csv").filter((row) => row["dep"] === "87")) {
    const code = commune[KEY[niveau]]!;
    const group = groups.get(code) ?? { habitants: 0, nombre: 0 };
    group.habitants += Number(commune["population"]);
    group.nombre += counts.get(commune["code"]!) ?? 0;
    groups.set(code, group);
  }
  return groups;
}

const medecins = (): Map<string, number> => new Map(readRows("bpe.csv").map((row: Row) => [row["code"]!, Number(row["medecins_generalistes"])]));

describe("density of GPs, against brute force on the raw files", () => {
  test.each(NIVEAUX)("%s", async (niveau) => {
    const expected = bruteForce(niveau, medecins());
    const rows = rowsOf(await run("densite", { niveau }));
    expect([...rows.keys()]).toEqual([...expected.keys()].toSorted());
    for (const [code, { habitants, nombre }] of expected) {
      expect(rows.get(code)).toMatchObject({ habitants, nombre });
      expect(rows.get(code)?.["pour_100k"]).toBeCloseTo((nombre / habitants) * 100_000, 9);
    }
  });

  test("two EPCI summed by hand", async () => {
    const rows = rowsOf(await run("densite", { niveau: "epci" }));
    // CC Gartempe - Saint Pardoux: Balledent 202, Châteauponsac 2 034 (4 GPs), Rancon 475, Saint-Pardoux-le-Lac 1 381,
    // Saint-Amand-Magnazeix 485, Saint-Sornin-Leulac 564 (1): 5 141 inhabitants, 5 GPs, 5 / 5 141 = 97.257 per 100 000.
    expect(rows.get("248719262")).toMatchObject({ nom: "CC Gartempe - Saint Pardoux", habitants: 5141, nombre: 5 });
    expect(rows.get("248719262")?.["pour_100k"]).toBeCloseTo(97.2573, 4);
    // CC du Val de Vienne: Aixe 5 890 (6), Beynac 735, Bosmie 2 667 (3), Burgnac 861, Jourgnac 1 109, Saint-Martin 865,
    // Saint-Priest 1 743 (2), Saint-Yrieix 449, Séreilhac 2 003 (1): 16 322 inhabitants, 12 GPs, 73.520 per 100 000.
    expect(rows.get("248719288")).toMatchObject({ nom: "CC du Val de Vienne", habitants: 16_322, nombre: 12 });
    expect(rows.get("248719288")?.["pour_100k"]).toBeCloseTo(73.5204, 4);
  });

  test("the published density comes back with the population of the APL table", async () => {
    const { facts } = await run("densite", { niveau: "departement", params: { population: "apl-2021" } });
    expect(facts["habitants"]).toBe(372_359);
    expect(facts["pour_100k"]).toBeCloseTo(118.2, 1);
    expect(facts["pour_100k_region"]).toBeCloseTo(100.3, 1);
  });
});

describe("density of structures", () => {
  const mspByCommune = (corrections: boolean): Map<string, number> => {
    const codes = [
      ...readPoints("msp.geojson").map(({ properties }) => properties["code_commune"] ?? ""),
      ...(corrections ? readRows("corrections.csv").filter((row) => row["genre"] === "msp").map((row) => row["code_commune"]!) : []),
    ];
    return codes.reduce((counts, code) => counts.set(code, (counts.get(code) ?? 0) + 1), new Map<string, number>());
  };

  test.each([true, false])("MSP by commune, corrections %s", async (corrections) => {
    const counts = mspByCommune(corrections);
    const rows = rowsOf(await run("densite", { params: { offre: "msp" }, selection: { exclus: [], corrections, ajouts: [] } }));
    for (const [code, row] of rows) expect(row["nombre"]).toBe(counts.get(code) ?? 0);
  });

  test("ten MSP in Haute-Vienne in FINESS 2021", async () => {
    const { facts } = await run("densite", { params: { offre: "msp" }, selection: { exclus: [], corrections: false, ajouts: [] } });
    expect(facts["nombre"]).toBe(10);
  });

  test("a site that is left out is not counted", async () => {
    const id = readPoints("msp.geojson").find(({ properties }) => properties["dep"] === "87")?.properties["finess"] ?? "";
    const { facts } = await run("densite", { params: { offre: "msp" }, selection: { ...SELECTION_PAR_DEFAUT, exclus: [id] } });
    const all = await run("densite", { params: { offre: "msp" } });
    expect(facts["nombre"]).toBe(Number(all.facts["nombre"]) - 1);
  });

  test("the user's list is counted in the communes whose outline holds it", async () => {
    const sites = siteList([[1.26053, 45.82634], [1.2611, 45.8271], [1.13612, 45.797], [-0.57, 44.83]]);
    const output = await run("densite", { params: { offre: "msp" }, sites });
    const rows = rowsOf(output);
    expect([rows.get("87085")?.["nombre"], rows.get("87001")?.["nombre"], output.facts["nombre"]]).toEqual([2, 1, 3]);
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "sites-hors-communes", params: { nombre: 1 } }));
  });
});

describe("a list that says its communes", () => {
  test("is counted in them, wherever its points lie; heads for doctors", async () => {
    const list = { ...siteList([[1.26053, 45.82634], [1.26053, 45.82634]]), communes: ["87001", null], capacite: Float64Array.of(3, Number.NaN) };
    const rows = rowsOf(await run("densite", { sites: list }));
    expect([rows.get("87001")?.["nombre"], rows.get("87085")?.["nombre"], rows.get("87002")?.["nombre"]]).toEqual([3, 1, 0]);
  });
});

describe("counts by département (CNAM)", () => {
  const professions = (rows: readonly (readonly [dep: string, profession: string, effectif: number, annee?: number])[]) => ({
    "departements-professions": {
      name: "departements-professions" as const,
      provenance: { resource: "departements-professions", title: "CNAM", publisher: "CNAM", licence: "?", vintage: "2024", quality: "officiel" as const },
      table: {
        id: "departements-professions",
        length: rows.length,
        columns: [
          { name: "dep", label: "dep", type: "texte" as const, values: rows.map(([dep]) => dep) },
          { name: "profession", label: "profession", type: "texte" as const, values: rows.map(([, nom]) => nom) },
          { name: "effectif", label: "effectif", type: "nombre" as const, unit: "nombre" as const, digits: 0, values: Float64Array.from(rows, (row) => row[2]) },
          { name: "annee", label: "annee", type: "nombre" as const, unit: "annee" as const, digits: 0, values: Float64Array.from(rows, (row) => row[3] ?? 2024) },
        ],
      },
    },
  });
  const donnees = professions([["87", "Infirmiers", 749], ["87", "Psychiatres", 32], ["23", "Infirmiers", 300]]);
  const params = { offre: "cnam-infirmiers" };

  test("recomputed from the count and the whole population", async () => {
    const rows = rowsOf(await run("densite", { niveau: "departement", params, donnees }));
    expect(rows.get("87")).toMatchObject({ nombre: 749, habitants: 373_167 });
    expect(rows.get("87")?.["pour_100k"]).toBeCloseTo((749 / 373_167) * 1e5, 9);
  });

  test("« pas de donnée » at finer levels, and said", async () => {
    const output = await run("densite", { niveau: "epci", params, donnees });
    expect(column(output, "nombre").every(Number.isNaN)).toBe(true);
    expect(output.issues.map(({ code }) => code)).toEqual(["offre-par-departement"]);
  });

  test("« pas de donnée » for a part of a département", async () => {
    const output = await run("densite", { territoire: "248719312", niveau: "departement", params, donnees });
    expect([column(output, "nombre")[0], output.facts["nombre"], output.summary.id]).toEqual([Number.NaN, null, "densite"]);
  });

  test("the part of the region that is known is not the region", async () => {
    const output = await run("densite", { territoire: "NA", niveau: "region", params, donnees });
    expect(column(output, "nombre")).toEqual([Number.NaN]);
  });

  test("years are not added up: the latest counts", async () => {
    const years = professions([["87", "Infirmiers", 749, 2024], ["87", "Infirmiers", 700, 2023]]);
    expect((await run("densite", { niveau: "departement", params, donnees: years })).facts["nombre"]).toBe(749);
  });

  test("a BPE count never reads the CNAM, nor the other way", async () => {
    const sourcesOf = async (offre: string): Promise<readonly string[]> =>
      (await run("densite", { niveau: "departement", params: { offre }, donnees })).sources.map(({ resource }) => resource);
    expect(await sourcesOf("medecin")).not.toContain("departements-professions");
    expect(await sourcesOf("cnam-infirmiers")).not.toContain("bpe");
  });
});

describe("properties", () => {
  let byLevel: ReadonlyMap<string, Output>;
  beforeAll(async () => {
    byLevel = new Map(await Promise.all(NIVEAUX.map(async (niveau) => [niveau, await run("densite", { territoire: "NA", niveau })] as const)));
  });

  test("every level adds up to the region, inhabitants and GPs", () => {
    for (const [niveau, output] of byLevel) {
      expect([niveau, total(column(output, "nombre")), total(column(output, "habitants"))]).toEqual([niveau, 6028, 6_150_451]);
    }
  });

  test("no group of the region is partial when the territory is the region", () => {
    for (const { table } of byLevel.values()) expect(table.columns.some(({ name }) => name === "partiel")).toBe(false);
  });

  test("a group that straddles keeps its communes inside, and says so", async () => {
    const inside = rowsOf(await run("densite", { niveau: "bassin-de-vie" }));
    const communes = readRows("communes.csv").filter((row) => row["dep"] === "87");
    const whole = new Map(readRows("territoires.csv").filter((row) => row["niveau"] === "bassin-de-vie").map((row) => [row["code"], Number(row["communes"])]));
    for (const [code, row] of inside) {
      const members = communes.filter((commune) => commune["bassin_de_vie"] === code);
      expect([code, row["habitants"], row["partiel"]]).toEqual([code, total(members.map((c) => Number(c["population"]))), members.length < whole.get(code)!]);
    }
    expect(inside.get("23176")?.["partiel"]).toBe(true);
  });

  // Computed apart with exact fractions (a Python script): m = 83 / 42 800, s² = 2.558811541e-7.
  test("smoothed rates and reliability of four territories", () => {
    const { taux, fiabilite } = smoothRates({ counts: Float64Array.of(20, 0, 60, 3), population: Float64Array.of(15_000, 800, 24_000, 3000) });
    expect([...taux].map((value) => value * 1e5)).toEqual([153.67147293560356, 175.4092628176837, 236.54235914065666, 167.28915419674908].map((value) => expect.closeTo(value, 8)));
    expect([...fiabilite]).toEqual([0.6643422718597048, 0.09547994595218534, 0.760005404675044, 0.28358810954704955].map((value) => expect.closeTo(value, 12)));
    expect(fiabiliteEnMots(fiabilite)).toEqual(["à lire avec prudence", "peu fiable", "fiable", "peu fiable"]);
  });

  test("the badge at exactly its bounds, and where nothing is known", () => {
    expect(fiabiliteEnMots([1, 0.7, 0.699, 0.4, 0.399, 0, Number.NaN])).toEqual(["fiable", "fiable", "à lire avec prudence", "à lire avec prudence", "peu fiable", "peu fiable", null]);
  });

  test("a smoothed rate stands between its own and the mean, nearer to the mean when people are few", () => {
    const territory = fc.record({ e: fc.integer({ min: 0, max: 300 }), b: fc.integer({ min: 1, max: 200_000 }) });
    fc.assert(
      fc.property(fc.array(territory, { minLength: 2, maxLength: 40 }), (rows) => {
        const counts = Float64Array.from(rows, ({ e }) => e);
        const people = Float64Array.from(rows, ({ b }) => b);
        const mean = total([...counts]) / total([...people]);
        const { taux, fiabilite } = smoothRates({ counts, population: people });
        rows.forEach(({ e, b }, i) => {
          const [low, high] = [Math.min(e / b, mean), Math.max(e / b, mean)];
          expect(taux[i]).toBeGreaterThanOrEqual(low - 1e-12);
          expect(taux[i]).toBeLessThanOrEqual(high + 1e-12);
          rows.forEach((other, j) => {
            if (other.b > b) expect(fiabilite[j]!).toBeGreaterThanOrEqual(fiabilite[i]!);
          });
        });
      }),
      { seed: 87, numRuns: 200 },
    );
  });

  test("the formula on three territories, by hand", () => {
    // e = 1, 3, 20; b = 1 000, 1 000, 8 000: m = 0.0024; s² = (1000·0.0014² + 1000·0.0006² + 8000·0.0001²)/10 000 − 0.0024/3 333.3 < 0.
    expect([...smoothRates({ counts: Float64Array.of(1, 3, 20), population: Float64Array.of(1000, 1000, 8000) }).taux]).toEqual([0.0024, 0.0024, 0.0024]);
    // e = 0, 10; b = 1 000, 1 000: m = 0.005, s² = 0.000 025 − 0.000 005 = 0.000 02, w = 0.000 02/(0.000 02 + 0.000 005) = 0.8.
    const { taux, fiabilite } = smoothRates({ counts: Float64Array.of(0, 10), population: Float64Array.of(1000, 1000) });
    expect(fiabilite[0]).toBeCloseTo(0.8, 12);
    expect([taux[0], taux[1]]).toEqual([expect.closeTo(0.001, 12), expect.closeTo(0.009, 12)]);
  });

  test("each class has its own mean and its own variance; a class of one in the reference says nothing", () => {
    const reference = { counts: Float64Array.of(0, 10, 1, 3, 20, 7), population: Float64Array.of(1000, 1000, 100, 200, 300, 90_000) };
    const classOf = (people: number): number => (people < 500 ? 0 : people < 50_000 ? 1 : 2);
    const rows = { counts: Float64Array.of(10, 20, 7, 2), population: Float64Array.of(1000, 300, 90_000, 1000) };
    const { taux, fiabilite } = smoothRates(rows, reference, classOf);
    const [middle, small] = [smoothRates({ counts: Float64Array.of(0, 10), population: Float64Array.of(1000, 1000) }), smoothRates({ counts: Float64Array.of(1, 3, 20), population: Float64Array.of(100, 200, 300) })];
    expect([taux[0], fiabilite[0], taux[1], fiabilite[1]]).toEqual([middle.taux[1], middle.fiabilite[1], small.taux[2], small.fiabilite[2]]);
    expect([taux[2], fiabilite[2]]).toEqual([Number.NaN, Number.NaN]);
    // A territory that is not of the reference: 0.8 · 0.002 + 0.2 · 0.005.
    expect(taux[3]).toBeCloseTo(0.0026, 12);
  });

  /* Computed apart with exact fractions (a Python script, fractions.Fraction) on bpe.csv and communes.csv: communes of the region of the same class of size, EPCI of the region. */
  test.each([
    ["87085", 156.607_812_529_335_77, 0.922_656_894_145_014_1, "fiable"],
    ["87001", 104.134_034_902_039_33, 0.547_730_216_617_685_2, "à lire avec prudence"],
    ["87011", 119.340_125_775_502_97, 0.279_728_462_682_771_1, "peu fiable"],
    ["87034", 28.480_189_580_251_28, 0.334_643_812_416_374_5, "peu fiable"],
    ["87080", 9.842_379_680_525_543, 0.202_464_737_443_132_56, "peu fiable"],
  ] as const)("commune %s among those of its size in the whole region, from wherever one looks", async (code, taux, fiabilite, lecture) => {
    for (const territoire of ["87", code]) {
      const row = rowsOf(await run("densite", { territoire })).get(code)!;
      expect([row["pour_100k_lisse"], row["fiabilite"], row["lecture"]]).toEqual([expect.closeTo(taux, 8), expect.closeTo(fiabilite, 10), lecture]);
    }
  });

  test("an EPCI among those of the region, whatever its size", async () => {
    const rows = rowsOf(await run("densite", { niveau: "epci" }));
    expect([rows.get("248719312")?.["pour_100k_lisse"], rows.get("248719338")?.["pour_100k_lisse"]]).toEqual([expect.closeTo(130.482_858_987_093_64, 8), expect.closeTo(94.018_325_152_593_96, 8)]);
  });

  test("one's own list is smoothed among the territories looked at: elsewhere it says nothing", async () => {
    const sites = siteList([[1.26, 45.83], [1.26, 45.84], [0.9, 45.9]]);
    const output = await run("densite", { sites, params: { offre: "msp" } });
    const { taux } = smoothRates({ counts: Float64Array.from(column(output, "nombre")), population: Float64Array.from(column(output, "habitants")) }, undefined, (people) => [500, 1000, 2000, 5000, 20_000].filter((bound) => people >= bound).length);
    expect(column(output, "pour_100k_lisse").map((value) => value / 1e5)).toEqual([...taux].map((value) => (Number.isNaN(value) ? value : expect.closeTo(value, 12))));
  });
});

test("practitioners supposed are counted where they are, never under none, and said", async () => {
  const known = rowsOf(await run("densite"));
  const [before, gone] = [known.get("87011")!["nombre"], known.get("87085")!["nombre"]];
  const supposed = await run("densite", { medecins: { "87011": 3, "87085": -100_000 } });
  expect(rowsOf(supposed).get("87011")!["nombre"]).toBe(Number(before) + 3);
  expect([gone, rowsOf(supposed).get("87085")!["nombre"]]).toEqual([expect.any(Number), 0]);
  expect(sentenceText(supposed.summary)).toContain("généralistes supposés dans 2 communes");
  expect(supposed.sources.map(({ resource }) => resource)).toContain("medecins-supposes");
  const pharmacies = await run("densite", { params: { offre: "pharmacie" }, medecins: { "87011": 3 } });
  expect(sentenceText(pharmacies.summary)).not.toContain("supposés");
});
