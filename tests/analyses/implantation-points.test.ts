import { describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { descriptionImplantation } from "../../src/analyses/implantation/description";
import { lirePointTape } from "../../src/analyses/shared/points-donnes";
import { SELECTION_PAR_DEFAUT, type SelectionSites } from "../../src/domain/genre-site";
import { SITING_MODELS, type SitingModel } from "../../src/geo/siting/models";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { type Ask, column, rowsOf, run, siteList, total } from "./run";

/** Twelve communes, and ten points around them that are no chef-lieu. */
const EPCI = "248719361";
const COMMUNES = readRows("communes.csv").filter((row) => row["epci"] === EPCI).toSorted((a, b) => (a["code"]! < b["code"]! ? -1 : 1));
const HABITANTS = COMMUNES.map((row) => Number(row["population"]));
const rond = (degres: number): number => Number(degres.toFixed(5));
const POINTS = COMMUNES.slice(0, 10).map((row, i) => ({ nom: `Lieu ${i + 1}`, lon: rond(Number(row["lon"]) + 0.004), lat: rond(Number(row["lat"]) - 0.003) }));
const CHEFS = COMMUNES.map((row) => ({ nom: `Chez ${row["nom"]}`, lon: Number(row["lon"]), lat: Number(row["lat"]) }));

const at = (params: unknown, ask: Ask = {}): Promise<Output> => run("implantation", { territoire: EPCI, ...ask, params: { candidats: "points", ...(params as Params) } });
const fact = ({ facts }: Output, name: string): number => Number(facts[name]);

async function minutesTo(places: readonly { readonly lon: number; readonly lat: number }[] | null): Promise<readonly number[]> {
  return column(await run("temps-acces", { territoire: EPCI, sites: places === null ? null : siteList(places.map(({ lon, lat }) => [lon, lat])) }), "minutes");
}

const known = (async () => {
  const to: (readonly number[])[] = [];
  for (const point of POINTS) to.push(await minutesTo([point]));
  return { existing: await minutesTo(null), to };
})();

const VALUES: Readonly<Record<SitingModel, (minutes: readonly number[], sites: number, seuil: number) => number>> = {
  mclp: (minutes, _, seuil) => total(minutes.map((value, i) => (value <= seuil ? HABITANTS[i]! : 0))),
  lscp: (minutes, sites, seuil) => (minutes.every((value) => value <= seuil) ? sites : Infinity),
  "p-median": (minutes) => total(minutes.map((value, i) => value * HABITANTS[i]!)) / total(HABITANTS),
  "p-center": (minutes) => Math.max(...minutes),
};

/** The best of every choice of the points. */
async function bruteForce(modele: SitingModel, p: number, seuil: number, withExisting: boolean): Promise<number> {
  const { existing, to } = await known;
  const values: number[] = [];
  for (let bits = 0; bits < 1 << POINTS.length; bits += 1) {
    const chosen = POINTS.map((_, c) => c).filter((c) => (bits & (1 << c)) !== 0);
    if (modele !== "lscp" && chosen.length > p) continue;
    const minutes = existing.map((own, i) => Math.min(withExisting ? own : Infinity, ...chosen.map((c) => to[c]![i]!)));
    values.push(VALUES[modele](minutes, chosen.length, seuil));
  }
  return values.reduce((a, b) => (modele === "mclp" ? Math.max(a, b) : Math.min(a, b)));
}

/** What became of each point, in words. */
function sort(output: Output): readonly string[] {
  const { table } = output.annexes!.find(({ id }) => id === "points")!;
  return table.columns.find(({ name }) => name === "candidature")!.values as readonly string[];
}

const textes = ({ issues }: Output): string => issues.map(issueText).join("\n");

describe.each(SITING_MODELS)("%s among ten points", (modele) => {
  test.each([[1, 8, true], [2, 12, false], [3, 14, false]])("p = %i, %i min, existing sites: %s — the best of all 1 024 choices, proven", async (p, seuil_minutes, existants) => {
    const expected = await bruteForce(modele, p, seuil_minutes, existants);
    const output = await at({ modele, p, seuil_minutes, existants, points: POINTS });
    if (modele === "lscp" && !Number.isFinite(expected)) return expect(textes(output)).toContain("à plus de");
    expect(fact(output, "valeur")).toBeCloseTo(expected, 6);
    expect(output.facts["statut"]).toBe("optimum prouvé");
  });
});

describe("points as candidates", () => {
  test("at the chefs-lieux, the choice is that among the communes", async () => {
    for (const modele of SITING_MODELS) {
      const [points, communes] = [await at({ modele, p: 2, seuil_minutes: 10, points: CHEFS }), await run("implantation", { territoire: EPCI, params: { modele, p: 2, seuil_minutes: 10 } })];
      expect([...rowsOf(points).keys()].map((code) => code.slice(0, 5))).toEqual([...rowsOf(communes).keys()]);
      expect({ ...points.facts, variables: null }).toEqual({ ...communes.facts, variables: null });
    }
  });

  test("each rule leaves out the points of the communes it leaves out", async () => {
    const rules: readonly Params[] = [{ services: ["pharmacies"] }, { zonage: ["ZIP"] }, { eloignement_min: 12 }, { habitants_min: 4000, rayon_minutes: 8 }, { medecins_min: 3 }, { interdites: [COMMUNES[2]!["code"]!] }];
    for (const rule of rules) {
      const params = { ...rule, p: 1, imposees: [COMMUNES[0]!["code"]!] };
      const said = (await run("implantation", { territoire: EPCI, params })).views.find(({ id }) => id === "candidats")!.table.columns.find(({ name }) => name === "candidature")!.values as readonly string[];
      const { views } = await at({ ...params, points: CHEFS.toReversed() });
      expect(views.find(({ id }) => id === "candidats")!.table.columns.find(({ name }) => name === "candidature")!.values).toEqual(said.toReversed().filter((one) => one !== "choisie"));
    }
  });

  test("a row has the name and the place of its point, the code and the name of its commune", async () => {
    const output = await at({ p: 1, points: [POINTS[4]] });
    const [code, row] = [...rowsOf(output)][0]!;
    expect([code, row["nom"], row["commune"], row["lon"], row["lat"]]).toEqual([`${COMMUNES[4]!["code"]}_1`, "Lieu 5", COMMUNES[4]!["nom"], POINTS[4]!.lon, POINTS[4]!.lat]);
  });

  test("the sentence quotes them", async () => {
    expect(sentenceText((await at({ p: 1, points: [POINTS[4]] })).summary)).toMatch(/en ouvrant « Lieu 5 » : /);
  });

  test("every one that is left out says why", async () => {
    const points = [POINTS[0], { ...POINTS[0], nom: "Double" }, { nom: "Limoges", lon: 1.26, lat: 45.83 }, { nom: "Lyon", lon: 4.84, lat: 45.76 }, POINTS[1]];
    const output = await at({ p: 1, points, interdites: [COMMUNES[1]!["code"]!] });
    expect(sort(output)).toEqual(["Choisi", "Écarté : même lieu", "Écarté : hors du territoire", "Écarté : hors du territoire", "Écarté par vous"]);
    expect(textes(output)).toContain("2 points écartés : hors du territoire — Limoges (hors_3), Lyon (hors_4).");
    expect(textes(output)).toMatch(/1 point écarté : même lieu qu'un point précédent — Double/);
  });

  test("none left: the rule that left out the last one, and how to relax it", async () => {
    expect(textes(await at({ points: POINTS, medecins_min: 20 }))).toMatch(/Aucun point candidat : la règle « généralistes autour » a écarté les \d+ derniers\. Baissez-la à \d+ ou moins\./);
    expect(textes(await at({ points: [{ nom: "Lyon", lon: 4.84, lat: 45.76 }] }))).toContain("la règle « hors du territoire » a écarté le dernier. Vérifiez leurs coordonnées");
  });

  test("an imposed commune is opened at its point, first; without a point it is refused", async () => {
    const imposees = [COMMUNES[7]!["code"]!];
    expect([...rowsOf(await at({ p: 2, points: POINTS, imposees, existants: false })).keys()][0]).toBe(`${imposees[0]}_8`);
    expect(textes(await at({ p: 2, points: POINTS.slice(0, 3), imposees }))).toContain(`${COMMUNES[7]!["nom"]} est imposée, mais aucun de vos points n'y est`);
  });

  test("budget, places and robust sites work with them", async () => {
    const output = await at({ points: POINTS, limite: "budget", budget: 300, cout_site: 1000, locaux: [COMMUNES[3]!["code"]!], cout_locaux: 300, capacites: true, capacite_site: 3000, robustesse: true });
    expect([...rowsOf(output).keys()]).toEqual([`${COMMUNES[3]!["code"]}_4`]);
    expect([output.facts["cout_k_euros"], output.annexes!.map(({ id }) => id).includes("robustesse")]).toEqual([300, true]);
  });

  test("there must be one", async () => {
    expect(sentenceText((await at({ points: [] })).summary)).toBe("CC de Noblat : aucun choix de sites possible, faute de point candidat. Ajoutez-en sur la carte, ou dans « Mes points ».");
    expect(textes(await at({ points: [] }))).toContain("Aucun point candidat : ajoutez des sites sur la carte");
  });

  test("points given while the communes are the candidates are said to be left aside", async () => {
    expect(textes(await at({ candidats: "communes", p: 1, points: POINTS }))).toContain("10 points donnés ne sont pas candidats");
  });
});

describe("sites added on the map", () => {
  const selection = (...points: typeof POINTS): SelectionSites => ({ ...SELECTION_PAR_DEFAUT, ajouts: points.map((point, i) => ({ id: `ajout-${i + 1}`, genre: "msp", ...point })) });

  test("are points too, and are not open", async () => {
    const [drawn, given] = [await at({ p: 2, points: [] }, { selection: selection(...POINTS) }), await at({ p: 2, points: POINTS })];
    expect([drawn.facts, sentenceText(drawn.summary)]).toEqual([given.facts, sentenceText(given.summary)]);
  });

  test("those left out are not", async () => {
    const output = await at({ p: 1, points: [POINTS[0]] }, { selection: { ...selection(POINTS[1]!, POINTS[2]!), exclus: ["ajout-1"] } });
    expect(rowsOf({ ...output, table: output.annexes!.find(({ id }) => id === "points")!.table }).size).toBe(2);
  });

  test("are open where the communes are the candidates", async () => {
    const [without, more] = [await run("implantation", { territoire: EPCI, params: { p: 1 } }), await run("implantation", { territoire: EPCI, params: { p: 1 }, selection: selection(POINTS[0]!) })];
    expect(fact(more, "sites_existants")).toBe(fact(without, "sites_existants") + 1);
  });
});

describe("a list of points", () => {
  const read = (points: unknown): readonly string[] | string => {
    const parsed = descriptionImplantation.parseParams({ points });
    return parsed.ok ? parsed.value.points : parsed.issues.map(issueText).join("\n");
  };

  test("is kept as texts, which read as themselves", () => {
    const kept = read([{ nom: "  Ancienne\nécole ", lon: 1.234567, lat: 45.9 }, { lon: -0.000004, lat: 46 }]);
    expect(kept).toEqual(["1.23457 45.9 Ancienne école", "0 46 Point 2"]);
    expect(read(kept)).toEqual(kept);
  });

  test.each<readonly [string, unknown, RegExp]>([
    ["longitude and latitude the other way round", [{ nom: "A", lon: 45.9, lat: 1.2 }], /^Le paramètre « points, n° 1 » .*semblent inversées : longitude 1\.2, latitude 45\.9\.$/],
    ["a degree that is a text", [{ nom: "A", lon: "1,2", lat: 45.9 }], /n° 1 ».*il faut des nombres pour « lon » et « lat »/],
    ["a degree missing", [{ nom: "B", lon: 1.2, lat: 45.9 }, { nom: "A", lon: 1.2 }], /n° 2 ».*il faut des nombres/],
    ["off the globe", [{ nom: "A", lon: 200, lat: 45.9 }], /une longitude de −180 à 180/],
    ["a misspelt name", [{ name: "A", lon: 1.2, lat: 45.9 }], /\{"nom": "…", "lon": 1\.2, "lat": 45\.9\}/],
    ["no list", "ici", /« points » vaut « "ici" » ; il faut une liste de points/],
    ["a name too long", [{ nom: "x".repeat(81), lon: 1.2, lat: 45.9 }], /80 caractères au plus/],
    ["too many", Array.from({ length: 201 }, (_, i) => ({ lon: 1 + i / 1000, lat: 45.9 })), /« 201 points » ; il faut 200 points au plus/],
  ])("refused: %s", (_, points, text) => {
    expect(read(points)).toMatch(text);
  });

  test.each<readonly [string, unknown]>([
    ["1,25 45,83 Ancienne école", { lon: 1.25, lat: 45.83, nom: "Ancienne école" }],
    ["1.25;45.83;Grange", { lon: 1.25, lat: 45.83, nom: "Grange" }],
    ["-0.58\t44.84", { lon: -0.58, lat: 44.84, nom: "Point 3" }],
    ["45,83 1,25 Grange", { attendu: expect.stringContaining("inversées") }],
    ["Grange 1,25 45,83", { attendu: expect.stringContaining("longitude, latitude puis nom") }],
  ])("typed: %s", (ligne, point) => {
    expect(lirePointTape(ligne, 3)).toEqual(point);
  });
});
