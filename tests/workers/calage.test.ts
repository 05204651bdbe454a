import { readFileSync } from "node:fs";
import type { Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { fitProjection } from "../../src/documents/svg-map/projection";
import { bboxOf, featuresOf } from "../../src/geo/outlines";
import { readRows } from "../analyses/oracle";
import { open, value } from "./package";

const rows = readRows("calage.csv");
const gap = (row: (typeof rows)[number]): number => Number(row["ecarte"]) - Number(row["metric"]);
/** Which of the seven classes ]a ; b], counted by hand. */
const classe = (ecart: number): number => [-5, -3, -1, 1, 3, 5].filter((borne) => ecart > borne).length;

/** Whether a point is in a path of « M x y l dx dy … z » rings, by crossings. */
function isInside(path: string, [px, py]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of path.split("z").filter((one) => one !== "")) {
    const [start = "", steps = ""] = ring.replace("M", "").split("l");
    const numbers = (text: string): number[] => (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    let [x = 0, y = 0] = numbers(start);
    const points = [[x, y]];
    const deltas = numbers(steps);
    for (let i = 0; i + 1 < deltas.length; i += 2) points.push([(x += deltas[i]!), (y += deltas[i + 1]!)]);
    points.forEach(([ax = 0, ay = 0], i) => {
      const [bx = 0, by = 0] = points[(i + 1) % points.length]!;
      if (ay > py !== by > py && px < ax + ((py - ay) * (bx - ax)) / (by - ay)) inside = !inside;
    });
  }
  return inside;
}

describe("our minutes against METRIC's, for the Méthode space", () => {
  it("are those of the package, commune by commune and by département", async () => {
    const { ask } = await open();
    const { metric, ecarte, departements, aPart, sources } = value(await ask("calage", {}));
    expect([metric, ecarte]).toEqual([rows.map((row) => Number(row["metric"])), rows.map((row) => Number(row["ecarte"]))]);
    const written = readRows("calage-departements.csv");
    expect(departements).toEqual(written.map(({ dep, lecture, ...figures }) => ({ dep, lecture, ...Object.fromEntries(Object.entries(figures).map(([name, text]) => [name, Number(text)])) })));
    const noms = new Map(readRows("communes.csv").map((row) => [row["code"], row["nom"]]));
    expect(aPart.map(({ nom }) => nom)).toEqual(rows.filter((row) => row["apart"] !== "").map((row) => noms.get(row["code"])));
    expect(sources.map(({ resource }) => resource)).toEqual(["calage", "contours-na"]);
  });

  it("are drawn with every commune in its class, and those of Haute-Vienne in none", async () => {
    const { ask } = await open();
    const { carte } = value(await ask("calage", {}));
    const counts = Array.from({ length: 7 }, (_, rank) => rows.filter((row) => classe(gap(row)) === rank).length);
    expect(carte.classes.map(({ communes }) => communes)).toEqual(counts);
    expect(carte.sansDonnee.communes).toBe(4293 - rows.length);
    const topology = JSON.parse(readFileSync(new URL("../../data/contours-na.topojson", import.meta.url), "utf8")) as Topology;
    const bbox = bboxOf(featuresOf(topology, "communes"))!;
    const { point } = fitProjection(bbox, { x: 0, y: 0, width: carte.largeur, height: carte.hauteur }, 2);
    const paths = [...carte.classes, carte.sansDonnee].map(({ chemin }) => chemin);
    const known = new Map(rows.map((row) => [row["code"], classe(gap(row))]));
    const wrong = readRows("communes.csv").filter((_, i) => i % 23 === 5).filter((row) => {
      const place = point([Number(row["lon"]), Number(row["lat"])]);
      return !isInside(paths[known.get(row["code"]) ?? 7]!, place);
    });
    expect(wrong).toEqual([]);
    expect(isInside(paths[7]!, point([1.26, 45.83]))).toBe(true);
  });

  it("ask for their own files only", async () => {
    const { ask, asked } = await open();
    await ask("calage", {});
    expect(asked.toSorted()).toEqual(["calage-departements.csv", "calage.csv", "communes.87.csv", "communes.reste.csv", "contours-na.topojson", "index.json"]);
  });

  it.each(["calage", "calage-departements", "communes", "contours-na"])("are refused without %s, which is named", async (name) => {
    const { ask } = await open((path, bytes) => (path.split(".")[0] === name ? null : bytes));
    expect((await ask("calage", {})).issues).toMatchObject([{ code: "ressource-absente", params: { ressource: name } }]);
  });
});
