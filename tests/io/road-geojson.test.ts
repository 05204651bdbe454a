import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/domain/outcome";
import { ONE_WAY_BIT } from "../../src/geo/graph/road-graph";
import { SURROUNDINGS } from "../../src/geo/graph/road-lines";
import { runToEnd } from "../../src/geo/nearest-site";
import type { RoadFile } from "../../src/io/road-file";
import { readRoadGeojson } from "../../src/io/road-geojson";
import { issueText } from "../../src/textes/issues";

type Position = readonly unknown[];
const feature = (type: string, coordinates: unknown, properties: object | null = {}) => ({ type: "Feature", geometry: { type, coordinates }, properties });
const road = (properties: object | null, ...coordinates: readonly Position[]) => feature("LineString", coordinates, properties);
const collection = (...features: readonly object[]): string => JSON.stringify({ type: "FeatureCollection", features });

function read(text: string): Outcome<RoadFile> {
  return runToEnd(readRoadGeojson(text, "routes.geojson"));
}

function accepted(...features: readonly object[]): RoadFile {
  const outcome = read(collection(...features));
  if (!outcome.ok) throw new Error(outcome.issues.map(issueText).join(" "));
  return outcome.value;
}

/** Places of each line, by number. */
function placesOf({ lines: { start, place, attributes } }: RoadFile): number[][] {
  return Array.from(attributes, (_, line) => [...place.subarray(start[line], start[line + 1])]);
}

const A = [1.1, 45.1] as const;
const B = [1.2, 45.2] as const;
const C = [1.3, 45.3] as const;

describe("roads of a GeoJSON", () => {
  it("meet where their positions are the same to 1e-5 degree", () => {
    const file = accepted(road({}, A, B), road({}, [1.200_004, 45.199_996], C), road({}, [1.300_02, 45.3], A));
    expect(placesOf(file)).toEqual([[0, 1], [1, 2], [3, 0]]);
  });

  it("come from the parts of a MultiLineString too", () => {
    expect(placesOf(accepted(feature("MultiLineString", [[A, B], [B, C]])))).toEqual([[0, 1], [1, 2]]);
  });

  const classes: readonly (readonly [object, number])[] = [
    [{ highway: "primary" }, 2],
    [{ classe: "Autoroute" }, 0 | ONE_WAY_BIT],
    [{ classe: "départementale" }, 3],
    [{ class: "tertiary" }, 4],
    [{ fclass: "residential" }, 5],
    [{}, 5],
    [{ highway: "primary", oneway: "yes" }, 2 | ONE_WAY_BIT],
    [{ highway: "primary", oneway: true }, 2 | ONE_WAY_BIT],
    [{ highway: "primary", sens: "Sens direct" }, 2 | ONE_WAY_BIT],
    [{ classe: "autoroute", sens: "Double sens" }, 0],
  ];
  it.each(classes)("%j has attributes %i", (properties, attributes) => {
    expect([...accepted(road(properties, A, B)).lines.attributes]).toEqual([attributes]);
  });

  it("run along the traffic", () => {
    expect(placesOf(accepted(road({ highway: "primary" }, A, B), road({ highway: "primary", sens: "Sens inverse" }, A, B)))).toEqual([[0, 1], [1, 0]]);
  });

  it("take their surroundings from a numeric speed limit", () => {
    expect([...accepted(road({ highway: "primary", maxspeed: 50 }, A, B), road({ highway: "primary", maxspeed: 80 }, B, C)).lines.surroundings]).toEqual([SURROUNDINGS.builtUp, SURROUNDINGS.open]);
  });

  it("without a class are minor ones, which is said", () => {
    const outcome = read(collection(road(null, A, B), road({ highway: "primary" }, A, B)));
    expect(outcome.issues.map(issueText)).toEqual(["1 route n'indique pas de classe (colonne « highway » ou « classe ») : comptée comme mineure, la plus lente."]);
  });

  it("are cut where a position cannot be read", () => {
    const file = accepted(road({ highway: "primary" }, A, B, ["x", 1], B, C), road({ highway: "primary" }, A, B, [1, 95]));
    expect(placesOf(file)).toEqual([[0, 1], [1, 2], [0, 1]]);
    expect([file.bilan.reparees, file.bilan.pointsManquants]).toEqual([2, 2]);
  });

  it("count what is left out", () => {
    const file = accepted(road({ highway: "primary" }, A, B), road({ highway: "path" }, A, B), road({ highway: "primary", access: "no" }, A, B), feature("Point", A));
    expect(file.bilan).toEqual({ lues: 3, gardees: 1, sansVoiture: 1, accesInterdit: 1, reparees: 0, pointsManquants: 0 });
  });
});

const ILLISIBLE = "Le fichier « routes.geojson » est illisible : ";
const METRES = "ses coordonnées sont des mètres (Lambert-93 ?) : enregistrez-le en longitude et latitude (WGS84, EPSG:4326).";
const crs = (name: string): string => JSON.stringify({ type: "FeatureCollection", crs: { type: "name", properties: { name } }, features: [road({}, A, B)] });
const REFUSALS: readonly (readonly [string, string, string])[] = [
  ["JSON cut", collection(road({}, A, B)).slice(0, -5), `${ILLISIBLE}JSON coupé ou mal formé : enregistrez-le de nouveau.`],
  ["another JSON", '{"a": 1}', `${ILLISIBLE}il faut une FeatureCollection GeoJSON.`],
  ["Lambert-93 metres", collection(road({}, [565_000, 6_528_000], [565_100, 6_528_000])), ILLISIBLE + METRES],
  ["Lambert-93 by its name", crs("urn:ogc:def:crs:EPSG::2154"), ILLISIBLE + METRES.replace(" ?", "")],
  ["another projection by its name", crs("EPSG:3857"), `${ILLISIBLE}il est en projection EPSG:3857 : enregistrez-le en WGS84 (EPSG:4326).`],
  ["surfaces alone", collection(feature("Polygon", [[A, B, C, A]]), feature("Polygon", [])), "Le fichier « routes.geojson » ne contient aucune ligne (Polygon) : il faut des routes dessinées en lignes (LineString)."],
  ["nothing", collection(), "Le fichier « routes.geojson » est vide : il faut des lignes (LineString)."],
  ["paths alone", collection(road({ highway: "path" }, A, B)), "Le fichier « routes.geojson » ne contient aucune route ouverte aux voitures (1 voie lue, toutes écartées) : choisissez un extrait qui garde les rues et les routes."],
  ["lines of one point", collection(road({}, A)), "Le fichier « routes.geojson » ne contient aucune route ouverte aux voitures (1 voie lue, toutes écartées) : choisissez un extrait qui garde les rues et les routes."],
];

describe("a road GeoJSON is refused", () => {
  it.each(REFUSALS)("%s", (_, text, sentence) => {
    const outcome = read(text);
    expect([outcome.ok, outcome.issues.map(issueText)]).toEqual([false, [sentence]]);
  });

  it("not when it says degrees by their name", () => {
    expect(read(crs("urn:ogc:def:crs:OGC:1.3:CRS84")).ok).toBe(true);
  });
});
