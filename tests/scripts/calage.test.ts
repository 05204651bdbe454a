import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSource, sourcesFolder } from "../../scripts/build/source";
import { ajuster, minutesSans } from "../../scripts/calage/ajuster";
import { atSpeeds, comparer, minutesDe, type Terrain } from "../../scripts/calage/comparer";
import { mesurer, mesurerParDepartement } from "../../scripts/calage/mesures";
import { DEPART, LARGEUR, speedTable } from "../../scripts/calage/modele";
import { openTerrain } from "../../scripts/calage/region";
import { regress } from "../../scripts/calage/regression";
import { calageResources } from "../../scripts/calage/ressources";
import { measureTrips } from "../../scripts/calage/trajets";
import { Package } from "../../scripts/cli/package";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { enteringArcs, type Point, readRows, readSpeeds, Roads, secondsTo } from "../analyses/oracle";

const ROOT = path.resolve(import.meta.dirname, "../..");
const DATA = path.join(ROOT, "data");
const SOURCES = sourcesFolder(ROOT);
/** Reading a million roads takes its time on a busy machine. */
const SLOW = 240_000;

describe("figures of a comparison", () => {
  it("are those worked out by hand", () => {
    expect(mesurer([12, 18, 33, 50], [10, 20, 30, 44])).toEqual({
      n: 4,
      biais: 2.25,
      mae: 3.25,
      // Deviations of ours −16.25, −10.25, 4.75, 21.75 and of theirs −16, −6, 4, 18.
      r: (260 + 61.5 + 19 + 391.5) / Math.sqrt((264.0625 + 105.0625 + 22.5625 + 473.0625) * (256 + 36 + 16 + 324)),
      cinq: 0.75,
      classe: 0.5,
    });
  });

  it("put a value at a bound in the class above", () => expect(mesurer([10, 9.99], [10, 10]).classe).toBe(0.5));

  it("count exactly five minutes as near", () => expect(mesurer([15, 15.01], [10, 10]).cinq).toBe(0.5));

  const minutes = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 })), { minLength: 3, maxLength: 40 });

  it("move with the minutes: a constant added is all bias, and leaves the correlation", () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: -9, max: 9 }), (pairs, added) => {
        const [ours, theirs] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const [before, after] = [mesurer(ours, theirs), mesurer(ours.map((value) => value + added), theirs)];
        expect(after.biais).toBeCloseTo(before.biais + added, 9);
        if (Number.isFinite(before.r)) expect(after.r).toBeCloseTo(before.r, 9);
        else expect(after.r).toBeNaN();
      }),
    );
  });

  it("of all the départements are the mean of theirs, each by its communes", () => {
    fc.assert(
      fc.property(minutes, (pairs) => {
        const rows = pairs.map(([metric, ours], i) => ({ dep: ["16", "17", "19"][i % 3]!, autour: i % 2 === 0, metric, minutes: ours }));
        const found = mesurerParDepartement(rows);
        const deps = ["16", "17", "19"].map((dep) => found.get(dep)!);
        for (const figure of ["biais", "mae", "cinq", "classe"] as const) {
          expect(found.get("tous")![figure]).toBeCloseTo(deps.reduce((sum, one) => sum + one.n * one[figure], 0) / pairs.length, 9);
        }
        expect(found.get("autour-87")!.n).toBe(Math.ceil(pairs.length / 2));
      }),
    );
  });
});

describe("regression", () => {
  const coefficient = fc.double({ min: 0.2, max: 3, noNaN: true });
  const system = fc.record({
    truth: fc.tuple(coefficient, coefficient, coefficient),
    rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { minLength: 12, maxLength: 40 }),
  });
  const solve = (rows: readonly (readonly number[])[], truth: readonly number[], least: number): Float64Array => {
    const unit = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    const all = [...rows, ...unit, ...unit, ...unit];
    const y = Float64Array.from(all, (row) => row.reduce((sum, value, i) => sum + value * truth[i]!, 0));
    return regress({ x: Float64Array.from(all.flat()), y, width: 3 }, { prior: Float64Array.of(1, 1, 1), least: Float64Array.of(least, least, least) }, 1e-9);
  };

  it("finds the coefficients that made the minutes", () => {
    fc.assert(
      fc.property(system, ({ truth, rows }) => {
        solve(rows, truth, 0).forEach((value, i) => expect(value).toBeCloseTo(truth[i]!, 3));
      }),
      { numRuns: 40 },
    );
  });

  it("never goes under the least", () => {
    fc.assert(
      fc.property(system, ({ truth, rows }) => {
        expect(Math.min(...solve(rows, truth, 1.5))).toBeGreaterThanOrEqual(1.5);
      }),
      { numRuns: 40 },
    );
  });
});

// Opened by the first test that needs it.
let region: Promise<Terrain> | null = null;
const openOnce = (): Promise<Terrain> => (region ??= openTerrain(DATA, openSource(SOURCES)));

describe("the minutes compared with METRIC", () => {
  /** The communes equipped in 2019, at their chef-lieu: those of the region, and those around it. */
  const equipped = (chefsLieux: ReadonlyMap<string, Point>): readonly Point[] => [
    ...readRows("urgences-communes.csv").filter((row) => Number(row["su"]) + Number(row["smur"]) > 0).map((row) => chefsLieux.get(row["code"]!)!),
    ...readRows("urgences.csv").filter((row) => row["origine"] === "drees-2019").map((row) => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) })),
  ];

  it("are those of a naive Dijkstra on the whole graph, three communes of each département", async () => {
    const { graph } = (await (await Package.open(DATA, new Map())).reseau(DEPARTEMENTS_NA)).network;
    const speeds = readSpeeds();
    const chefsLieux = new Map(readRows("communes.csv").map((row) => [row["code"]!, { lon: Number(row["lon"]), lat: Number(row["lat"]) }]));
    const roads = new Roads(graph, speeds);
    const [west, south, east, north] = graph.bbox;
    const sites = equipped(chefsLieux).filter(({ lon, lat }) => lon > west && lon < east && lat > south && lat < north).map((site) => roads.join(site));
    const seconds = secondsTo(enteringArcs(graph, speeds), sites.flatMap((place) => roads.gates(place, true)));
    const rows = readRows("calage.csv");
    const drawn = [...new Set(rows.map((row) => row["code"]!.slice(0, 2)))].flatMap((dep) => rows.filter((row) => row["code"]!.startsWith(dep)).filter((_, i) => i % 90 === 40).slice(0, 3));
    const gaps = drawn.map((row) => {
      const minutes = speeds.constMin + roads.seconds(roads.join(chefsLieux.get(row["code"]!)!), sites, (node) => seconds[node]!) / 60;
      return [row["code"], Math.abs(Number(row["maillage"]) - minutes)] as const;
    });
    expect(gaps.length).toBeGreaterThan(25);
    // A tenth of a second, and the hundredth of a minute the file keeps.
    expect(gaps.filter(([, gap]) => !(gap < 0.1 / 60 + 0.005))).toEqual([]);
  }, SLOW);
});

describe.skipIf(!existsSync(SOURCES))("the fit, on the region", () => {
  it("holds in its coefficients the minutes of the app's own engine", async () => {
    const { network, reference, rattachements } = await openOnce();
    const at = atSpeeds(network, speedTable(DEPART.prior, network.speeds.thr));
    const minutes = minutesDe(at, rattachements);
    const { x, acces } = measureTrips(at, rattachements);
    const gaps = reference.communes.flatMap(({ metric }, c) =>
      metric === 0 ? [] : [Math.abs(DEPART.prior.reduce((sum, value, i) => sum + value * x[c * LARGEUR + i]!, acces[c]!) - minutes[c]!)],
    );
    // Speeds are rounded to a tenth of km/h in the table.
    expect(gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.99)]).toBeLessThan(0.1);
  }, SLOW);

  it("never reads the minutes of a département left out", async () => {
    const terrain = await openOnce();
    const { reference } = terrain;
    const changed = { ...reference, communes: reference.communes.map((commune) => (commune.dep === "47" ? { ...commune, metric: 90 - commune.metric } : commune)) };
    const without = (dep: string): boolean => dep !== "47";
    const fitted = ajuster(terrain, without);
    expect(ajuster({ ...terrain, reference: changed }, without)).toEqual(fitted);
    expect(ajuster({ ...terrain, reference: changed }, () => true)).not.toEqual(fitted);
  }, SLOW);

  it("comes near minutes that other speeds made", async () => {
    const terrain = await openOnce();
    const { network, reference, rattachements } = terrain;
    const truth = { ...network.speeds, kmh: [100, 115, 60, 95, 40, 62, 42, 60, 38, 55, 30, 42, 70], dense: [70, 45, 26, 28, 24, 20], secPer90: 3, secPerCityKm: 20, constMin: 1 };
    const made = minutesDe(atSpeeds(network, truth), rattachements);
    const fitted = ajuster({ ...terrain, reference: { ...reference, communes: reference.communes.map((commune, c) => ({ ...commune, metric: commune.metric === 0 ? 0 : made[c]! })) } }, () => true);
    const again = minutesDe(atSpeeds(network, fitted), rattachements);
    expect(again.reduce((sum, value, c) => sum + Math.abs(value - made[c]!), 0) / made.length).toBeLessThan(0.25);
  }, SLOW);

  it("gives the speeds and the minutes of the package, those without Lot-et-Garonne among them", async () => {
    const terrain = await openOnce();
    const source = openSource(SOURCES);
    const speeds = ajuster(terrain, () => true);
    const [vitesses] = calageResources(source, speeds, []);
    expect(vitesses?.content).toBe(readFileSync(path.join(DATA, "vitesses.json"), "utf8"));
    const written = new Map(readRows("calage.csv").map((row) => [row["code"], row]));
    const sans = minutesSans(terrain, "47");
    const lignes = comparer(terrain, speeds, terrain.reference.communes.map(({ code }, c) => (Number.isNaN(sans[c]!) ? Number(written.get(code)?.["ecarte"]) : sans[c]!)));
    const [, ...tables] = calageResources(source, speeds, lignes);
    for (const { descriptor, content } of tables) expect(content === readFileSync(path.join(DATA, descriptor.path), "utf8"), descriptor.path).toBe(true);
  }, SLOW);
});
