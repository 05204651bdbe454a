import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ManifesteField, ManifesteRessource } from "../../src/domain/manifeste";
import type { ResourceName } from "../../src/domain/ressource";
import { numberValues, textValues } from "../../src/domain/table";
import { parseDataset } from "../../src/io/load-dataset";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function ressource(name: ResourceName, fields?: readonly ManifesteField[]): ManifesteRessource {
  const head = { name, title: name, publisher: "INSEE", licence: "LO", vintage: "2023", quality: "officiel", rows: 0, parts: [] } as const;
  return fields === undefined ? head : { ...head, fields };
}

const BPE = ressource("bpe", [
  { name: "code", type: "string" },
  { name: "medecins_generalistes", type: "integer" },
  { name: "pharmacies", type: "integer" },
]);
const HEADER = "code,medecins_generalistes,pharmacies";

/** Reads one file as `bpe` and gives its issues as « code ligne colonne valeur ». */
async function issuesOf(text: string | Uint8Array, path = "bpe.csv", rows: number | null = null): Promise<readonly string[]> {
  const { issues } = await parseDataset(BPE, [{ path, bytes: typeof text === "string" ? utf8(text) : text }], rows);
  return issues.map(({ code, where, params }) => {
    const { valeur, colonne, raison } = params as { valeur?: string; colonne?: string; raison?: string };
    return [code, where?.row, where?.column ?? colonne, valeur ?? raison].filter((part) => part !== undefined).join(" ");
  });
}

async function read(source: ManifesteRessource, files: readonly (readonly [string, string | Uint8Array])[], rows: number | null = null) {
  const outcome = await parseDataset(source, files.map(([path, bytes]) => ({ path, bytes: typeof bytes === "string" ? utf8(bytes) : bytes })), rows);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe("a table of the package", () => {
  test("codes stay text, numbers become numbers, an empty cell is NaN", async () => {
    const { table } = await read(BPE, [["bpe.csv", `${HEADER}\n01004,3,\n`]]);
    expect(textValues(table, "code")).toEqual(["01004"]);
    expect(numberValues(table, "medecins_generalistes")).toEqual(Float64Array.of(3));
    expect(numberValues(table, "pharmacies")).toEqual(Float64Array.of(Number.NaN));
  });

  test("parts follow each other", async () => {
    const { table } = await read(BPE, [["a.csv", `${HEADER}\n87001,1,2\n`], ["b.csv", `${HEADER}\n16001,0,0\n`]], 2);
    expect(textValues(table, "code")).toEqual(["87001", "16001"]);
  });

  test("gzip is told by its bytes, whatever the name", async () => {
    const { table } = await read(BPE, [["bpe.csv", gzipSync(`${HEADER}\n87001,1,2\n`)]]);
    expect(table.length).toBe(1);
  });

  test("a host that inflated a .gz on the way is no trouble", async () => {
    const { table } = await read(BPE, [["bpe.csv.gz", `${HEADER}\n87001,1,2\n`]]);
    expect(table.length).toBe(1);
  });

  test("a list of objects is a table too", async () => {
    const { table } = await read(BPE, [["bpe.json", JSON.stringify([{ code: "87001", medecins_generalistes: 4, pharmacies: null }])]]);
    expect(numberValues(table, "medecins_generalistes")).toEqual(Float64Array.of(4));
  });

  test("points give lon, lat and their properties", async () => {
    const feature = { type: "Feature", geometry: { type: "Point", coordinates: [1.2, 45.8] }, properties: { nom: "A", code_commune: null } };
    const { table, features } = await read(ressource("msp"), [["msp.geojson", JSON.stringify({ type: "FeatureCollection", features: [feature] })]]);
    expect([numberValues(table, "lon")[0], numberValues(table, "lat")[0], textValues(table, "nom")[0], textValues(table, "code_commune")[0]]).toEqual([1.2, 45.8, "A", null]);
    expect(features?.features.length).toBe(1);
  });

  test("a topology is kept for who decodes it", async () => {
    const topology = { type: "Topology", objects: { communes: { type: "GeometryCollection", geometries: [] } }, arcs: [] };
    const dataset = await read(ressource("contours-87"), [["c.topojson", JSON.stringify(topology)]], 195);
    expect(dataset.topologie).toEqual(topology);
  });

  test("a cell has the longitude and latitude of its centre", async () => {
    const fields = [{ name: "x", type: "integer" }, { name: "y", type: "integer" }, { name: "code", type: "string" }, { name: "population", type: "number" }];
    const { table } = await read(ressource("cellules", fields), [["c.csv", "x,y,code,population\n870012,6571291,01004,1\n"]]);
    // FINESS gives 5.20918, 46.22229 for 870262.2, 6571540.8 in Lambert-93.
    expect(numberValues(table, "lon")[0]).toBeCloseTo(5.20918, 4);
    expect(numberValues(table, "lat")[0]).toBeCloseTo(46.22229, 4);
  });
});

describe("points without a declared schema", () => {
  const point = (properties: object) => JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", geometry: { type: "Point", coordinates: [1.2, 45.8] }, properties }] });
  const issuesOfPoints = async (path: string, text: string): Promise<readonly string[]> =>
    (await parseDataset(ressource("msp"), [{ path, bytes: utf8(text) }], null)).issues.map(({ code, params }) => `${code} ${Object.values(params).slice(0, 2).join(" ")}`);

  test("as CSV, positions are numbers and codes text", async () => {
    const { table } = await read(ressource("msp"), [["msp.csv", "finess,nom,code_commune,lon,lat\n01,A,01004,1.2,45.8\n"]]);
    expect([textValues(table, "finess")[0], textValues(table, "code_commune")[0], numberValues(table, "lat")[0]]).toEqual(["01", "01004", 45.8]);
  });

  test("a position is required", async () => {
    expect(await issuesOfPoints("msp.csv", "nom\nA\n")).toEqual(["colonne-absente msp lon", "colonne-absente msp lat"]);
  });

  test("a commune code written as a number is refused", async () => {
    expect(await issuesOfPoints("msp.geojson", point({ nom: "A", code_commune: 1004 }))).toEqual(["valeur-illisible code_commune 1004"]);
  });

  test("a property of another kind is kept as text", async () => {
    const { table } = await read(ressource("msp"), [["msp.geojson", point({ nom: "A", ouvert: true })]]);
    expect(textValues(table, "ouvert")).toEqual(["true"]);
  });
});

describe("a damaged file", () => {
  test("gzip cut short", async () => {
    expect(await issuesOf(gzipSync(`${HEADER}\n87001,1,2\n`).subarray(0, 30), "bpe.csv.gz")).toEqual(["ressource-illisible compression coupée ou abîmée"]);
  });

  test("rows missing at the end", async () => {
    expect(await issuesOf(`${HEADER}\n87001,1,2\n`, "bpe.csv", 2)).toEqual(["ressource-illisible lignes lues : 1, attendues : 2"]);
  });

  test("JSON cut short", async () => {
    expect(await issuesOf('[{"code": "870', "bpe.json")).toEqual(["ressource-illisible JSON coupé ou mal formé"]);
  });

  test("JSON of another shape", async () => {
    expect(await issuesOf('{"code": 1}', "bpe.json")).toEqual(["ressource-illisible il faut une FeatureCollection, une Topology ou une liste d'objets"]);
  });

  test("an empty list", async () => {
    expect(await issuesOf("[]", "bpe.json")).toEqual(["fichier-vide"]);
  });

  test("a format nobody reads", async () => {
    expect((await issuesOf("x", "bpe.xlsx"))[0]).toMatch(/^ressource-illisible format inconnu/);
  });

  test("no file at all", async () => {
    const { issues } = await parseDataset(BPE, [], null);
    expect(issues.map(({ code }) => code)).toEqual(["ressource-absente"]);
  });

  test("a required column missing", async () => {
    expect(await issuesOf("medecins_generalistes,pharmacies\n1,2\n")).toEqual(["colonne-absente code"]);
  });

  test("another column missing is only a warning", async () => {
    const outcome = await parseDataset(BPE, [{ path: "bpe.csv", bytes: utf8("code,medecins_generalistes\n87001,1\n") }], null);
    expect([outcome.ok, outcome.issues[0]?.severity, outcome.issues[0]?.code]).toEqual([true, "avertissement", "colonne-absente"]);
  });

  test.each([
    ["text in a number", "87001,beaucoup,2", "valeur-illisible 2 medecins_generalistes beaucoup"],
    ["a fraction in a count", "87001,1.5,2", "valeur-illisible 2 medecins_generalistes 1.5"],
    ["a negative count", "87001,-1,2", "valeur-illisible 2 medecins_generalistes -1"],
  ])("%s", async (_, line, expected) => {
    expect(await issuesOf(`${HEADER}\n${line}\n`)).toEqual([expected]);
  });

  test("a code written as a number in JSON", async () => {
    expect(await issuesOf('[{"code": 1004, "medecins_generalistes": 1, "pharmacies": 0}]', "bpe.json")).toEqual(["valeur-illisible 1 code 1004"]);
  });

  test("a code twice", async () => {
    expect(await issuesOf(`${HEADER}\n87001,1,2\n87001,1,2\n`)).toEqual(["code-en-double 3 code 87001"]);
  });
});
