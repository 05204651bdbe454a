import { length } from "@turf/turf";
import { beforeAll, describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { numberValues, type Table, textValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { enteringArcs, type Point, readRows, readSpeeds, Roads, secondsTo } from "./oracle";
import { type Ask, loadReseau, rowsOf, run, siteList } from "./run";

const SANS_RETOUR = { retour: "non" } as const;
const parcours = (params: Params, ask: Ask = {}): Promise<Output> => run("parcours", { ...ask, params });

/** Minutes from a point to the nearest of some others, by the independent search of oracle.ts. */
let minutesTo: (targets: readonly Point[]) => (from: Point) => number;
beforeAll(async () => {
  const { network } = await loadReseau();
  const speeds = readSpeeds();
  const arcs = enteringArcs(network.graph, speeds);
  const roads = new Roads(network.graph, speeds);
  const [west, south, east, north] = network.graph.bbox;
  minutesTo = (targets) => {
    const places = targets.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north).map((target) => roads.join(target));
    const seconds = secondsTo(arcs, places.flatMap((place) => roads.gates(place, true)));
    return (from) => speeds.constMin + roads.seconds(roads.join(from), places, (node) => seconds[node]!) / 60;
  };
}, 120_000);

const point = (row: Readonly<Record<string, string>>): Point => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) });
const COMMUNES = readRows("communes.csv");
const PLACES = new Map(COMMUNES.map((row) => [row["code"]!, point(row)]));
const commune = (code: string): Point => PLACES.get(code)!;
const etablissements = (genre: string): Point[] => readRows("etablissements.csv").filter((row) => row["genre"] === genre).map(point);

/** Places where one stops, by name. */
function arrets({ views }: Output): ReadonlyMap<string | null, Point> {
  const table = views[1]!.table;
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  return new Map(textValues(table, "nom").map((nom, row) => [nom, { lon: lon[row]!, lat: lat[row]! }]));
}
const minutes = (output: Output, code: string): unknown => rowsOf(output).get(code)?.["minutes"];

describe("legs", () => {
  test("lead to the nearest place of each step, in the minutes of an independent search", async () => {
    const output = await parcours({ patient1: "87011", etapes: ["pharmacie", "hopital"] });
    const rows = rowsOf(output);
    const stops = arrets(output);
    const pharmacie = stops.get(String(rows.get("p1.1")?.["arrivee"]))!;
    const hopital = stops.get(String(rows.get("p1.2")?.["arrivee"]))!;
    expect(minutes(output, "p1.1")).toBeCloseTo(minutesTo(etablissements("pharmacie"))(commune("87011")), 2);
    expect(minutes(output, "p1.1")).toBeCloseTo(minutesTo([pharmacie])(commune("87011")), 2);
    expect(minutes(output, "p1.2")).toBeCloseTo(minutesTo(etablissements("hopital"))(pharmacie), 2);
    expect(minutes(output, "p1.3")).toBeCloseTo(minutesTo([commune("87011")])(hopital), 2);
  });
  test("are as long as the line that is drawn, which joins their two ends", async () => {
    const output = await parcours({ patient1: "87182", etapes: ["hopital"], ...SANS_RETOUR });
    const geometry = output.views[0]!.geometry;
    const [line] = geometry.kind === "lignes" ? geometry.features.features : [];
    expect(length(line!)).toBeCloseTo(Number(rowsOf(output).get("p1.1")?.["km"]), 0);
    const ends = line!.geometry.type === "LineString" ? [line!.geometry.coordinates[0], line!.geometry.coordinates.at(-1)] : [];
    const hopital = [...arrets(output).values()][1]!;
    for (const [i, place] of [commune("87182"), hopital].entries()) {
      expect(Math.hypot(ends[i]![0]! - place.lon, ends[i]![1]! - place.lat)).toBeLessThan(0.01);
    }
  });
  test("follow the order of the menu, whatever the order given", async () => {
    const output = await parcours({ patient1: "87011", etapes: ["hopital", "medecin"], ...SANS_RETOUR });
    expect([...rowsOf(output).values()].map(({ nom }) => nom)).toEqual(["1. Médecin généraliste", "2. Hôpital", "Total"]);
  });
  test("add up to the total", async () => {
    const output = await parcours({ patient1: "87011", etapes: ["medecin", "pharmacie", "hopital"] });
    const legs = [...rowsOf(output)].filter(([code]) => code.includes(".")).map(([, row]) => Number(row["minutes"]));
    expect(legs).toHaveLength(4);
    expect(minutes(output, "p1")).toBeCloseTo(legs.reduce((sum, leg) => sum + leg, 0), 6);
    expect(output.facts["p1_minutes"]).toBe(minutes(output, "p1"));
  });
});

describe("a place that nobody knows", () => {
  test("is no data, not 0, is left out of the total, and the path goes on from the step before", async () => {
    const output = await parcours({ patient1: "87011", etapes: ["pharmacie", "specialiste", "hopital"], ...SANS_RETOUR });
    const without = await parcours({ patient1: "87011", etapes: ["pharmacie", "hopital"], ...SANS_RETOUR });
    expect(rowsOf(output).get("p1.2")).toMatchObject({ arrivee: null, minutes: null, km: null });
    expect(minutes(output, "p1.3")).toBe(minutes(without, "p1.2"));
    expect(rowsOf(output).get("p1")).toMatchObject({ nom: "Total sans l'étape inconnue", minutes: minutes(without, "p1") });
    expect(output.facts["p1_etapes_inconnues"]).toBe(1);
    expect(sentenceText(output.summary)).toContain("(1 trajet inconnu, non compté)");
  });
  test("is the one that the user chooses", async () => {
    const output = await parcours({ patient1: "87011", etapes: ["specialiste"], specialiste: "87085", ...SANS_RETOUR });
    expect(rowsOf(output).get("p1.1")?.["arrivee"]).toBe("Limoges");
    expect(minutes(output, "p1.1")).toBeCloseTo(minutesTo([commune("87085")])(commune("87011")), 2);
  });
  test("whose code is unknown is said, with the nearest codes", async () => {
    const { issues } = await parcours({ patient1: "87011", etapes: ["specialiste"], specialiste: "87999" });
    expect(issues.map(issueText)).toContainEqual(expect.stringMatching(/^Aucun territoire ne porte le code « 87999 »\. Les plus proches : 87/));
  });
});

describe("patients", () => {
  test("the first one, by default, lives farthest from a doctor", async () => {
    const doctors = [
      ...readRows("bpe.csv").filter((row) => Number(row["medecins_generalistes"]) > 0).map((row) => commune(row["code"]!)),
      ...readRows("communes-couronne.csv").filter((row) => Number(row["medecins_generalistes"]) > 0).map(point),
    ];
    const toDoctor = minutesTo(doctors);
    const here = COMMUNES.filter((row) => row["dep"] === "87").map((row) => ({ nom: row["nom"], minutes: toDoctor(point(row)) }));
    const [worst] = here.toSorted((a, b) => b.minutes - a.minutes);
    expect((await parcours({ etapes: ["pharmacie"] })).facts["p1_depart"]).toBe(worst!.nom);
  });
  test("two of them are side by side, each with a total", async () => {
    const output = await parcours({ patient1: "87011", patient2: "87085", etapes: ["pharmacie"], ...SANS_RETOUR });
    expect([...rowsOf(output).keys()]).toEqual(["p1.1", "p1", "p2.1", "p2"]);
    expect(sentenceText(output.summary)).toMatch(/^Patient 1, de Bellac : \d+ min et \d+ km pour 1 étape\. Patient 2, de Limoges : \d+ min et \d+ km pour 1 étape\.$/);
  });
});

describe("alternatives", () => {
  test("are side by side, step by step, with the totals of the sentence", async () => {
    const output = await parcours({ patient1: "87011", patient2: "87182", etapes: ["pharmacie", "specialiste", "msp"], msp: "87182", ...SANS_RETOUR });
    const [durees, longueurs] = output.annexes!;
    expect(durees!.table.columns.map(({ name }) => name)).toEqual(["etape", "p1", "p1_msp", "p2", "p2_msp"]);
    for (const code of ["p1", "p1_msp", "p2", "p2_msp"]) {
      const rows = rowsOf(output);
      const key = code.replace("_", "-");
      const expected = [1, 2, 3].map((rang) => rows.get(`${key}.${rang}`)).concat(rows.get(key)).map((row) => [row?.["minutes"] ?? null, row?.["km"] ?? null]);
      const column = (table: Table) => [...numberValues(table, code)].map((value) => (Number.isNaN(value) ? null : value));
      expect(expected).toEqual(column(durees!.table).map((value, i) => [value, column(longueurs!.table)[i]]));
    }
  });
  test("of one patient alone are none", async () => {
    expect((await parcours({ patient1: "87011" })).annexes).toEqual([]);
  });
});

describe("one more maison de santé", () => {
  test("is gone to when it is the nearest", async () => {
    const output = await parcours({ patient1: "87182", etapes: ["msp"], msp: "87182", ...SANS_RETOUR });
    expect(rowsOf(output).get("p1-msp.1")?.["arrivee"]).toBe("Maison de santé de plus, Saint-Sulpice-les-Feuilles");
    expect(minutes(output, "p1-msp.1")).toBeCloseTo(minutesTo([commune("87182")])(commune("87182")), 2);
    expect(Number(minutes(output, "p1-msp.1"))).toBeLessThan(Number(minutes(output, "p1.1")));
  });
  test("changes nothing for who lives far from it, and the sentence says so", async () => {
    const output = await parcours({ patient1: "87085", etapes: ["msp"], msp: "87182" });
    expect(minutes(output, "p1-msp")).toBe(minutes(output, "p1"));
    expect(sentenceText(output.summary)).toMatch(/avec une maison de santé à Saint-Sulpice-les-Feuilles, \d+ min \(rien de changé\)\.$/);
  });
});

test("the user's own list stands for the first steps only", async () => {
  const mine = commune("87085");
  const output = await parcours({ patient1: "87011", etapes: ["medecin", "pharmacie"], ...SANS_RETOUR }, { sites: siteList([[mine.lon, mine.lat]]) });
  expect(rowsOf(output).get("p1.1")?.["arrivee"]).toBe("S1");
  expect(rowsOf(output).get("p1.2")?.["arrivee"]).not.toBe("S1");
});

test("without roads there are no minutes, and it is said", async () => {
  const output = await parcours({ patient1: "87011" }, { reseau: false });
  expect(output.table.length).toBe(0);
  expect(sentenceText(output.summary)).toContain("pas de minutes");
  expect(output.issues.map(({ code }) => code)).toEqual(["graphe-non-charge"]);
});

test("a specialist outside the road graph is « pas de donnée », with its reason and its name", async () => {
  const output = await parcours({ patient1: "87011", etapes: ["medecin", "specialiste"], specialiste: "64445", retour: "non" });
  expect([output.facts["p1_etapes_inconnues"], rowsOf(output).get("p1.2")?.["minutes"]]).toEqual([1, null]);
  expect(output.issues.map(issueText).join("\n")).toContain("1 site est hors du graphe routier et n'entre pas dans le calcul (Pau)");
});
