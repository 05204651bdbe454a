import { describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { descriptionImplantation } from "../../src/analyses/implantation/description";
import { lireVise, nomVise } from "../../src/analyses/shared/rangs";
import { SITING_MODELS, type SitingModel } from "../../src/geo/siting/models";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { enteringArcs, fromLambert93, type Point, readRows, readSpeeds, Roads, secondsTo } from "./oracle";
import { type Ask, loadReseau, rowsOf, run, siteList, total } from "./run";

/** Twelve communes, of which ten cells of the grid have 90 inhabitants or more. */
const EPCI = "248719361";
const MINIMUM = 90;
const COMMUNES = readRows("communes.csv").filter((row) => row["epci"] === EPCI).toSorted((a, b) => (a["code"]! < b["code"]! ? -1 : 1));
const NOMS = new Map(COMMUNES.map((row) => [row["code"]!, row["nom"]!]));
const ROWS = readRows("cellules.csv.gz").filter((row) => NOMS.has(row["code"]!));

interface Maille {
  readonly code: string;
  readonly commune: string;
  readonly habitants: number;
  readonly lon: number;
  readonly lat: number;
}

/** The cells, from the raw file: one a square, in the commune that has most of it, ranked in it by their inhabitants. */
function cells(): readonly Maille[] {
  const sums = new Map<string, number>();
  for (const row of ROWS) sums.set(row["code"]!, (sums.get(row["code"]!) ?? 0) + Number(row["population"]));
  const squares = new Map<string, { readonly commune: string; readonly habitants: number }[]>();
  for (const row of ROWS) {
    const commune = row["code"]!;
    const habitants = (Number(row["population"]) * Number(COMMUNES.find(({ code }) => code === commune)!["population"])) / sums.get(commune)!;
    const square = `${row["x"]} ${row["y"]}`;
    squares.set(square, [...(squares.get(square) ?? []), { commune, habitants }]);
  }
  const whole = [...squares].map(([square, parts]) => {
    const [x, y] = square.split(" ").map(Number) as [number, number];
    return { commune: parts.reduce((a, b) => (b.habitants > a.habitants ? b : a)).commune, habitants: total(parts.map(({ habitants }) => habitants)), ...fromLambert93(x + 250, y + 250) };
  });
  return [...NOMS.keys()].flatMap((code) =>
    whole.filter(({ commune }) => commune === code).toSorted((a, b) => b.habitants - a.habitants).map((one, i) => ({ ...one, code: `${code}_${i + 1}` })),
  );
}
const MAILLES = cells();
const CANDIDATES = MAILLES.filter(({ habitants }) => habitants >= MINIMUM);

const at = (params: Params, ask: Ask = {}): Promise<Output> => run("implantation", { territoire: EPCI, ...ask, params: { candidats: "cellules", habitants_maille_min: MINIMUM, ...params } });
const fact = ({ facts }: Output, name: string): number => Number(facts[name]);
const textes = ({ issues }: Output): string => issues.map(issueText).join("\n");
const codes = (output: Output): readonly string[] => [...rowsOf(output).keys()];

/** Where people start from, with how many they are. */
const DEMANDES = {
  communes: COMMUNES.map((row) => ({ lon: Number(row["lon"]), lat: Number(row["lat"]), habitants: Number(row["population"]) })),
  cellules: MAILLES,
};

/** An existing site, of the user's own list. */
const EXISTANT = { lon: Number(COMMUNES[0]!["lon"]), lat: Number(COMMUNES[0]!["lat"]) };

/** Minutes, by the independent search, of the points of each demand to the existing site, then to each candidate. */
const known = (async () => {
  const { network } = await loadReseau();
  const speeds = readSpeeds();
  const roads = new Roads(network.graph, speeds);
  const arcs = enteringArcs(network.graph, speeds);
  const joined = { communes: DEMANDES.communes.map((point) => roads.join(point)), cellules: DEMANDES.cellules.map((point) => roads.join(point)) };
  const minutesTo = (site: Point): Record<keyof typeof DEMANDES, readonly number[]> => {
    const target = roads.join(site);
    const seconds = secondsTo(arcs, roads.gates(target, true));
    const of = (places: typeof joined.communes): readonly number[] => places.map((place) => roads.seconds(place, [target], (node) => seconds[node]!) / 60 + speeds.constMin);
    return { communes: of(joined.communes), cellules: of(joined.cellules) };
  };
  return { existing: minutesTo(EXISTANT), to: CANDIDATES.map(minutesTo) };
})();

type Value = (minutes: readonly number[], habitants: readonly number[], sites: number, seuil: number) => number;
const VALUES: Readonly<Record<SitingModel, Value>> = {
  mclp: (minutes, habitants, _, seuil) => total(minutes.map((value, i) => (value <= seuil ? habitants[i]! : 0))),
  lscp: (minutes, _, sites, seuil) => (minutes.every((value) => value <= seuil) ? sites : Infinity),
  "p-median": (minutes, habitants) => total(minutes.map((value, i) => value * habitants[i]!)) / total(habitants),
  "p-center": (minutes) => Math.max(...minutes),
};

/** The best of every choice of the candidate cells. */
async function bruteForce(modele: SitingModel, demande: keyof typeof DEMANDES, p: number, seuil: number, withExisting: boolean): Promise<number> {
  const { existing, to } = await known;
  const habitants = DEMANDES[demande].map((one) => one.habitants);
  const values: number[] = [];
  for (let bits = 0; bits < 1 << CANDIDATES.length; bits += 1) {
    const chosen = CANDIDATES.map((_, c) => c).filter((c) => (bits & (1 << c)) !== 0);
    if (modele !== "lscp" && chosen.length > p) continue;
    const minutes = existing[demande].map((own, i) => Math.min(withExisting ? own : Infinity, ...chosen.map((c) => to[c]![demande][i]!)));
    values.push(VALUES[modele](minutes, habitants, chosen.length, seuil));
  }
  return values.reduce((a, b) => (modele === "mclp" ? Math.max(a, b) : Math.min(a, b)));
}

const SITE = siteList([[EXISTANT.lon, EXISTANT.lat]]);

describe.each(SITING_MODELS)("%s among ten cells", (modele) => {
  test.each([["communes", 1, 9, true], ["communes", 2, 12, false], ["cellules", 2, 11, true], ["cellules", 3, 24, false], ["communes", 2, 27, true]] as const)("from the %s, p = %i, %i min, an existing site: %s — the best of all 1 024 choices, proven", async (demande, p, seuil_minutes, existants) => {
    const expected = await bruteForce(modele, demande, p, seuil_minutes, existants);
    const output = await at({ modele, p, seuil_minutes, existants, demande }, { sites: SITE });
    if (modele === "lscp" && !Number.isFinite(expected)) return expect(textes(output)).toContain("min de tout site, existant ou possible");
    expect(fact(output, "valeur")).toBeCloseTo(expected, modele === "mclp" || modele === "lscp" ? 6 : 2);
    expect(output.facts["statut"]).toBe("optimum prouvé");
  });
});

describe("cells as candidates", () => {
  test("are those of the grid that have enough inhabitants, each once, named by its commune, its rank and its place", async () => {
    const { table } = (await at({ p: 1 })).views.find(({ id }) => id === "candidats")!;
    const [found, noms, habitants, lon, lat] = ["code", "nom", "habitants", "lon", "lat"].map((name) => Array.from<string | number | null>(table.columns.find((one) => one.name === name)!.values as readonly string[]));
    expect(found!.toSorted()).toEqual(CANDIDATES.map(({ code }) => code).toSorted());
    CANDIDATES.forEach((maille) => {
      const row = found!.indexOf(maille.code);
      expect(habitants![row]).toBeCloseTo(maille.habitants, 6);
      expect([Number(lon![row]), Number(lat![row])]).toEqual([expect.closeTo(maille.lon, 6), expect.closeTo(maille.lat, 6)]);
      expect(noms![row]).toMatch(new RegExp(`^${NOMS.get(maille.commune)!} n° ${maille.code.slice(6)}(?: \\(.+\\))?, maille de 500 m$`));
    });
    expect(new Set(noms).size).toBe(CANDIDATES.length);
  });

  test("a row has the commune, the EPCI and the place of its cell", async () => {
    const [code, row] = [...rowsOf(await at({ p: 1 }))][0]!;
    const maille = CANDIDATES.find((one) => one.code === code)!;
    expect([row["commune"], row["epci"], row["habitants_maille"]]).toEqual([NOMS.get(maille.commune), "CC de Noblat", expect.closeTo(maille.habitants, 6)]);
  });

  test("every cell left out is counted, by its reason and by its commune", async () => {
    const output = await at({ p: 1, services: ["laboratoires"], zonage: ["ZIP", "ZAC"] });
    const { columns, length } = output.annexes!.find(({ id }) => id === "mailles")!.table;
    const sums = new Map(columns.filter(({ type }) => type === "nombre").map(({ name, values }) => [name, total(Array.from(values as Float64Array))]));
    expect(sums.get("mailles")).toBe(MAILLES.length);
    expect(sums.get("maille")).toBe(MAILLES.length - CANDIDATES.length);
    expect(total([...sums].filter(([name]) => name !== "mailles").map(([, count]) => count))).toBe(MAILLES.length);
    expect(fact(output, "candidats") + fact(output, "candidats_ecartes")).toBe(MAILLES.length);
    expect(length).toBeLessThan(14);
    expect(textes(output)).toContain(`${MAILLES.length - CANDIDATES.length} mailles écartées : habitants de la maille, moins de ${MINIMUM} — `);
  });

  test("rules apply at the cell's own place, or through its commune", async () => {
    const bpe = new Map(readRows("bpe.csv").map((row) => [row["code"]!, row]));
    const candidature = async (params: Params): Promise<ReadonlyMap<string, string>> => {
      const { columns } = (await at({ p: 1, existants: true, ...params }, { sites: SITE })).views.find(({ id }) => id === "candidats")!.table;
      const [found, said] = ["code", "candidature"].map((name) => columns.find((one) => one.name === name)!.values as readonly string[]);
      return new Map(found!.map((code, i) => [code, said![i]!]));
    };
    const pharmacies = await candidature({ services: ["pharmacies"] });
    for (const { code, commune } of CANDIDATES) expect([code, pharmacies.get(code) === "services"]).toEqual([code, !(Number(bpe.get(commune)?.["pharmacies"]) > 0)]);
    const table = (await at({ p: 1 }, { sites: SITE })).views.find(({ id }) => id === "candidats")!.table;
    const minutes = table.columns.find(({ name }) => name === "minutes_site_existant")!.values as Float64Array;
    const own = new Map((table.columns.find(({ name }) => name === "code")!.values as readonly string[]).map((code, i) => [code, minutes[i]!]));
    const far = await candidature({ eloignement_min: 14 });
    for (const { code } of CANDIDATES) expect([code, far.get(code) === "eloignement"]).toEqual([code, own.get(code)! < 14]);
  });

  test("one is imposed by its code, whatever the rules; a commune by its most inhabited cell; both are left out the same way", async () => {
    const small = MAILLES.find(({ code, habitants }) => code.startsWith("87174") && habitants < MINIMUM)!.code;
    expect(codes(await at({ p: 1, imposees: [small] }))).toEqual([small]);
    const byCommune = await at({ p: 1, imposees: ["87174"] });
    expect(codes(byCommune)).toEqual(["87174_1"]);
    expect(textes(byCommune)).toContain(`Une commune imposée l'est par sa maille la plus peuplée : ${NOMS.get("87174")} n° 1`);
    const [first] = codes(await at({ p: 1 }));
    expect(codes(await at({ p: 1, interdites: [first!] }))).not.toContain(first);
    expect(codes(await at({ p: 1, interdites: [first!.slice(0, 5)] }))[0]!.slice(0, 5)).not.toBe(first!.slice(0, 5));
  });

  test("a cell that is none, or that is both imposed and left out, is refused", async () => {
    const count = MAILLES.filter(({ commune }) => commune === "87174").length;
    expect(textes(await at({ imposees: ["87174_9999"] }))).toContain(`« 87174_9999 » n'est pas un lieu candidat : ${NOMS.get("87174")} a ${count} mailles habitées, de « 87174_1 » à « 87174_${count} ».`);
    expect(textes(await at({ imposees: ["87161_1"], interdites: ["87161"] }))).toMatch(/.+ n° 1 .*maille de 500 m est à la fois imposée et écartée/);
    expect(textes(await at({ imposees: ["33063_1"] }))).toContain("La commune « 33063_1 » n'est pas dans");
  });

  test("where the communes are the candidates, a cell that is imposed is left aside, and it is said", async () => {
    expect(textes(await at({ candidats: "communes", p: 1, imposees: ["87161_1"] }))).toContain("87161_1 (maille ou point d'une commune) est laissé de côté");
  });

  test("none left: the rule that left out the last one, and how to relax it", async () => {
    const most = Math.floor(Math.max(...MAILLES.map(({ habitants }) => habitants)));
    expect(textes(await at({ habitants_maille_min: 1000 }))).toContain(`Aucune maille candidate : la règle « habitants de la maille » a écarté les ${MAILLES.length} dernières. Baissez-la à ${most} ou moins.`);
    expect(fact(await at({ p: 1, habitants_maille_min: most }), "candidats")).toBe(1);
    expect(textes(await at({ medecins_min: 20 }))).toMatch(/Aucune maille candidate : la règle « généralistes autour » a écarté les 10 dernières\. Baissez-la à \d+ ou moins\./);
  });

  test("more sites never cover less, nor do more candidates", async () => {
    const covered = async (p: number, habitants_maille_min: number): Promise<number> => fact(await at({ p, habitants_maille_min, existants: false, seuil_minutes: 10 }), "valeur");
    const [byP, byRule] = [[await covered(1, 90), await covered(2, 90), await covered(3, 90), await covered(4, 90)], [await covered(2, 300), await covered(2, 90), await covered(2, 40), await covered(2, 0)]];
    expect(byP).toEqual(byP.toSorted((a, b) => a - b));
    expect(byRule).toEqual(byRule.toSorted((a, b) => a - b));
  });

  test("the sentence quotes them", async () => {
    expect(sentenceText((await at({ p: 1 })).summary)).toMatch(/en ouvrant dans la maille de 500 m « .+ n° \d+.* » : /);
    expect(sentenceText((await at({ p: 2, existants: false, seuil_minutes: 6 })).summary)).toMatch(/en ouvrant dans les mailles de 500 m « .+ » et « .+ » : /);
  });

  test("budget, places, spacing and robust sites work with them", async () => {
    const output = await at({ p: 2, limite: "budget", budget: 300, cout_site: 1000, locaux: ["87161"], cout_locaux: 300, capacites: true, capacite_site: 3000, robustesse: true, espacement_km: 3 });
    expect(codes(output).map((code) => code.slice(0, 5))).toEqual(["87161"]);
    expect([output.facts["cout_k_euros"], output.annexes!.map(({ id }) => id).includes("robustesse")]).toEqual([300, true]);
  });
});

describe("the code of a place", () => {
  const read = (imposees: unknown): string => {
    const parsed = descriptionImplantation.parseParams({ imposees });
    return parsed.ok ? "" : parsed.issues.map(issueText).join("\n");
  };

  test("is a commune and a rank", () => {
    expect([lireVise("87002"), lireVise("87002_3"), lireVise("2A004_12")]).toEqual([{ commune: "87002", rang: null }, { commune: "87002", rang: 3 }, { commune: "2A004", rang: 12 }]);
    expect(["87002_0", "87002_", "8700_3", "hors_2"].map(lireVise)).toEqual([null, null, null, null]);
    expect(nomVise("87002_3", () => "Ambazac")).toBe("Ambazac n° 3");
  });

  test("is taken where a candidate is imposed, and nowhere else", () => {
    expect(read(["87002_3"])).toBe("");
    expect(read(["87002_x"])).toContain("codes de communes (« 87002 ») ou de lieux (« 87002_3 »)");
    expect(descriptionImplantation.parseParams({ locaux: ["87002_3"] }).ok).toBe(false);
  });
});

describe("too many of them", () => {
  const said = async (params: Params): Promise<string> => textes(await run("implantation", { params: { candidats: "cellules", p: 1, habitants_maille_min: 0, ...params } }));

  test("where places are counted: refused, with a number of inhabitants that is enough", async () => {
    const text = await said({ capacites: true });
    expect(text).toMatch(/13.544 mailles candidates, plus que les 800 que l'on peut comparer ici en comptant les places : portez « Habitants de la maille, au moins » à \d+, ou prenez/);
    const enough = Number(/au moins » à (\d+)/.exec(text)![1]);
    expect(await said({ capacites: true, habitants_maille_min: enough })).not.toContain("plus que les 800");
    expect(await said({ capacites: true, habitants_maille_min: enough - 1 })).toContain("plus que les 800");
  });
});
