import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Provenance } from "../../src/domain/provenance";
import type { Table } from "../../src/domain/table";
import { toCsv } from "../../src/io/export-csv";
import { toGeoJson } from "../../src/io/export-geojson";

const table: Table = {
  id: "t",
  length: 3,
  columns: [
    { name: "code", label: "Code", type: "texte", values: ["87001", "03082", "87003"] },
    { name: "nom", label: "Nom", type: "texte", values: ["Aixe; sur Vienne", '=HYPERLINK("x")', null] },
    { name: "pour_100k", label: "Pour 100 000", type: "nombre", unit: "pour_100k", digits: 1, values: Float64Array.of(1234.5, Number.NaN, -0.25) },
    { name: "partiel", label: "Partiel", type: "booleen", values: Uint8Array.of(1, 0, 0) },
  ],
};
const source: Provenance = { resource: "bpe", title: "BPE", publisher: "INSEE", licence: "LO 2.0", vintage: "2020", quality: "officiel", note: "Une limite." };

describe("CSV for French Excel", () => {
  const text = toCsv(table, [source], "fr");
  const lines = text.slice(1).split("\r\n");

  test("begins with the byte-order mark", () => expect(text.charCodeAt(0)).toBe(0xfeff));
  test("has French headers", () => expect(lines[0]).toBe("Code;Nom;Pour 100 000;Partiel"));
  test("quotes a separator and writes a decimal comma", () => expect(lines[1]).toBe('87001;"Aixe; sur Vienne";1234,5;oui'));
  test("keeps a leading zero, disarms a formula, leaves « pas de donnée » empty", () => {
    expect(lines[2]).toBe('"=""03082""";"\'=HYPERLINK(""x"")";;non');
  });
  test("leaves a negative number a number", () => expect(lines[3]).toBe("87003;;-0,25;non"));
  test("ends with an empty line then the sources", () => {
    expect(lines.slice(4)).toEqual(["", "Source : BPE, INSEE, 2020, LO 2.0 (officiel). Une limite.", ""]);
  });
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("disarms %j (CWE-1236)", (attack) => {
    const attacked = toCsv({ id: "t", length: 1, columns: [{ name: "nom", label: "Nom", type: "texte", values: [attack] }] }, [], "fr");
    expect(Papa.parse<string[]>(attacked.slice(1), { delimiter: ";" }).data[1]?.[0]).toBe(`'${attack}`);
  });
});

describe("CSV for programs", () => {
  test("comma, decimal point, column names, nothing but the table", () => {
    expect(toCsv(table, [source], "machine")).toBe(
      'code,nom,pour_100k,partiel\n87001,Aixe; sur Vienne,1234.5,true\n03082,"=HYPERLINK(""x"")",,false\n87003,,-0.25,false\n',
    );
  });
});

describe("GeoJSON", () => {
  const outline = { type: "Polygon", coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } as const;
  const outlines = { type: "FeatureCollection", features: [{ type: "Feature", properties: { code: "87001" }, geometry: structuredClone(outline) as never }] } as const;
  const exported = toGeoJson(table, { ...outlines, features: [...outlines.features] }, [source]);

  test("joins outlines on the code", () => expect(exported.features[0]?.geometry).toEqual(outline));
  test("keeps the figures of a row without outline", () => {
    expect(exported.features[1]).toMatchObject({ geometry: null, properties: { code: "03082", pour_100k: null, partiel: false } });
  });
  test("puts a row without outline at its own place, where it has one", () => {
    const degrees = (name: string, values: readonly number[]) => ({ name, label: name, type: "nombre", unit: "degres", digits: 5, values: Float64Array.from(values) }) as const;
    const placed = { ...table, columns: [...table.columns, degrees("lon", [1.2, 1.3, Number.NaN]), degrees("lat", [45.8, 45.9, 46])] };
    expect(toGeoJson(placed, { ...outlines, features: [...outlines.features] }, [source]).features.map(({ geometry }) => geometry)).toEqual([outline, { type: "Point", coordinates: [1.3, 45.9] }, null]);
  });
  test("carries the sources", () => expect(exported.sources).toEqual([source]));
});
