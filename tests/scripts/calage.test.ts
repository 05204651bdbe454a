import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSource, sourcesFolder } from "../../scripts/build/source";
import { comparer } from "../../scripts/calage/comparer";
import { mesurer, mesurerParDepartement } from "../../scripts/calage/mesures";
import { readReference } from "../../scripts/calage/reference";
import { openRegion } from "../../scripts/calage/region";
import { calageResources } from "../../scripts/calage/ressources";
import type { RoadNetwork } from "../../src/geo/road-network";
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
        const rows = pairs.map(([metric, ours], i) => ({ dep: ["16", "17", "19"][i % 3]!, metric, minutes: ours }));
        const found = mesurerParDepartement(rows);
        const deps = ["16", "17", "19"].map((dep) => found.get(dep)!);
        for (const figure of ["biais", "mae", "cinq", "classe"] as const) {
          expect(found.get("tous")![figure]).toBeCloseTo(deps.reduce((sum, one) => sum + one.n * one[figure], 0) / pairs.length, 9);
        }
      }),
    );
  });
});

// Opened by the first test that needs it.
let region: Promise<RoadNetwork> | null = null;
const openOnce = (): Promise<RoadNetwork> => (region ??= openRegion(DATA));

describe("the minutes compared with METRIC", () => {
  /** The communes equipped in 2019, at their chef-lieu: those of the region, and those around it. */
  const equipped = (chefsLieux: ReadonlyMap<string, Point>): readonly Point[] => [
    ...readRows("urgences-communes.csv").filter((row) => Number(row["su"]) + Number(row["smur"]) > 0).map((row) => chefsLieux.get(row["code"]!)!),
    ...readRows("urgences.csv").filter((row) => row["origine"] === "drees-2019").map((row) => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) })),
  ];

  it("are those of a naive Dijkstra on the whole graph, three communes of each département", async () => {
    const { graph } = await openOnce();
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

  it.skipIf(!existsSync(SOURCES))("are those that the committed graph and speeds give with the sources", async () => {
    const built = calageResources(comparer(await openOnce(), readReference(openSource(SOURCES))));
    expect(built.map(({ descriptor }) => descriptor.name)).toEqual(["calage", "calage-departements"]);
    for (const { descriptor, content } of built) expect(content === readFileSync(path.join(DATA, descriptor.path), "utf8"), descriptor.path).toBe(true);
  }, SLOW);
});
