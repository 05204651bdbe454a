import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { riverName } from "../../scripts/build/basemap";
import { groupByCommune, sum, weightedMean } from "../../scripts/build/communes-fusionnees";
import { COMMUNES_FUSIONNEES } from "../../src/domain/communes-fusionnees";
import { genreCentre } from "../../scripts/build/genres-finess";
import { cleanSurface } from "../../scripts/build/geometry";
import { sha256 } from "../../scripts/build/package";
import { cell, numberOrNull, openSource, sourcesFolder } from "../../scripts/build/source";
import { STEPS } from "../../scripts/build/steps";
import { csvResource, entier, nombre, texteRequis } from "../../scripts/build/table-csv";
import { openFolder } from "../../scripts/check/package";
import { surfaceOffence } from "../../scripts/check/rings";
import { againstSources } from "../../scripts/check/sources";

const ROOT = path.resolve(import.meta.dirname, "../..");
const DATA = path.join(ROOT, "data");
const SOURCES = sourcesFolder(ROOT);

describe("surfaces", () => {
  const square = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
  const hole = [[0.2, 0.2], [0.2, 0.8], [0.8, 0.8], [0.8, 0.2], [0.2, 0.2]];
  const offence = (coordinates: number[][][]): string | null => surfaceOffence({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } });

  it("lets a square with a hole pass", () => expect(offence([square, hole])).toBeNull());
  it("refuses an open ring", () => expect(offence([square.slice(0, 4)])).toBe("anneau ouvert"));
  it("refuses a flat ring", () => expect(offence([[[0, 0], [1, 1], [2, 2], [0, 0]]])).toBe("anneau plat"));
  it("refuses a hole that turns like its outline", () => expect(offence([square, hole.toReversed()])).toBe("sens de l'anneau"));

  const shifted = (ring: number[][], dx: number): number[][] => ring.map(([x = 0, y = 0]) => [x + dx, y]);
  it("refuses a hole that lies elsewhere", () => expect(offence([square, shifted(hole, 1)])).toBe("trou hors de son contour"));
  it("gives back to a second reach its own outline, and its island", () => {
    const { coordinates } = cleanSurface({ type: "MultiPolygon", coordinates: [[square, hole, shifted(square, 2), shifted(hole, 2)]] });
    expect(coordinates.map((rings) => [rings.length, offence(rings), Math.min(...rings.flat().map(([x = 0]) => x))])).toEqual([
      [2, null, 0],
      [2, null, 2],
    ]);
  });

  it("puts right what stitching leaves: open, flat and turned rings", () => {
    const flat = [[0.4, 0.4], [0.5, 0.5], [0.6, 0.6], [0.4, 0.4]];
    const cleaned = cleanSurface({ type: "MultiPolygon", coordinates: [[square.toReversed().slice(0, 4), hole.toReversed(), flat]] });
    expect(cleaned.coordinates.map((rings) => rings.length)).toEqual([2]);
    expect(offence(cleaned.coordinates[0] ?? [])).toBeNull();
  });
});

describe("building the tables", () => {
  const column = (values: Readonly<Record<string, string>>, name: string): number | null => numberOrNull(values, name);

  it("reads an empty or secret cell as no data, and refuses what is not a number", () => {
    expect([column({ a: "" }, "a"), column({ a: "s" }, "a"), column({ a: "0" }, "a")]).toEqual([null, null, 0]);
    expect(() => column({ a: "1 306" }, "a")).toThrow("1 306");
  });

  it("refuses a column that the source no longer has", () => {
    expect(() => cell({ a: "1" }, "b")).toThrow("« b » absente");
  });

  it("adds what is known and keeps no data as no data", () => {
    expect([sum([1, null, 2]), sum([null, null]), sum([0])]).toEqual([3, null, 0]);
  });

  it("weighs a mean by what is known only", () => {
    expect(weightedMean([2, 5, null], [300, 100, 50])).toBe(2.75);
    expect(weightedMean([2], [null])).toBeNull();
  });

  it("carries a merged commune into the present one", () => {
    const [only] = groupByCommune([{ code: "16238" }, { code: "16023" }], "code");
    expect([only?.code, only?.rows.length]).toEqual(["16023", 2]);
  });

  it("sends no merged commune to another merged one", () => {
    expect(Object.values(COMMUNES_FUSIONNEES).filter(({ vers }) => COMMUNES_FUSIONNEES[vers] !== undefined)).toEqual([]);
  });

  it("writes no data as an empty cell, decimals as declared, codes as text", () => {
    const head = { name: "bpe", title: "t", description: "d", licenses: [], sources: [], publisher: "p", vintage: "v", quality: "officiel" } as const;
    const built = csvResource(
      head,
      [texteRequis<number>("code", "c", () => "01004"), entier("n", "n", (row: number) => (row === 0 ? null : row)), nombre("x", "x", 2, (row: number) => row / 3)],
      [0, 1],
    );
    expect(built.content).toBe("code,n,x\n01004,,0\n01004,1,0.33\n");
  });

  it("refuses a count that is not whole", () => {
    expect(() => entier<number>("n", "n", () => 1.5).value(0)).toThrow("1.5");
  });

  it("names rivers as a reader writes them", () => {
    expect(["LA VIENNE", "GAVE D'OLORON", "LA NIVE DE BEHEROBIE", "LES GAVES REUNIS"].map(riverName)).toEqual([
      "La Vienne", "Gave d'Oloron", "La Nive de Beherobie", "Les Gaves Reunis",
    ]);
  });

  it.each([
    ["CENTRE DE SOINS INFIRMIERS ARCADIE", "centre-sante-infirmier"],
    ["CSI CHANTONNAY", "centre-sante-infirmier"],
    ["CENTRE DE SANTÉ DENTAIRE DE FEYTIAT", "centre-sante-dentaire"],
    ["UNITE MOBILE DE SOINS DENTAIRE", "centre-sante-dentaire"],
    ["CDS MEDICO-DENTAIRE SAINTE-CATHERINE", "centre-sante-medecin"],
    ["CENTRE MUNICIPAL DE SANTÉ DE BERGERAC", "centre-sante-medecin"],
    ["CENTRE DE SANTE INFIRMIER DU REOLAIS", "centre-sante-infirmier"],
    ["CDS DE CHARENTE LIMOUSINE", "centre-sante-medecin"],
    ["SERVICE DE SANTE UNIVERSITAIRE", "centre-sante-autre"],
    ["CENTRE DE SANTE - MUT 16", "centre-sante-autre"],
  ])("reads the activity of « %s » in its name", (nom, genre) => expect(genreCentre(nom)).toBe(genre));

  it("gives each resource to one step", () => {
    const names = STEPS.flatMap((step) => step.resources);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });
});

describe.skipIf(!existsSync(SOURCES))("the package against its sources", () => {
  const source = openSource(SOURCES);

  it("loses nothing of them", () => {
    expect(againstSources(openFolder(DATA), source).filter(({ ok }) => !ok)).toEqual([]);
  });

  const described = new Map(openFolder(DATA).resources.map((resource) => [resource.name, resource.sha256]));
  it.each(STEPS.map((step) => ({ step, names: step.resources.join(", ") })))("is built again to the same bytes: $names", { timeout: 120_000 }, ({ step }) => {
    const built = step.build(source).map(({ descriptor, content }) => [descriptor.name, sha256(Buffer.from(content))]);
    expect(built).toEqual(step.resources.map((name) => [name, described.get(name)]));
  });
});
