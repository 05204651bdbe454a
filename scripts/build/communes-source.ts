import { area } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { cell, numberOf, readRows } from "./source";
import type { Source } from "./step";

export type ContourFeature = Feature<Polygon | MultiPolygon, { readonly code: string }>;
export type ContourCollection = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

/** A commune of COG 2026 with the territories it belongs to. */
export interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly dep: string;
  readonly arr: string;
  readonly epci: string;
  readonly epciNom: string;
  readonly canton: string;
  readonly cantonNom: string;
  readonly bassinDeVie: string;
  readonly bassinDeVieNom: string;
  /** Municipal population 2023. */
  readonly population: number;
  readonly cp: string;
  /** Chef-lieu, EPSG:4326. */
  readonly lon: number;
  readonly lat: number;
  /** Area of the generalised polygon, km². */
  readonly surfaceKm2: number;
}

export function readContours(source: Source): ContourCollection {
  return source.json<ContourCollection>("geo/communes-na-2026.geojson");
}

/** The 4 293 communes of Nouvelle-Aquitaine, by code. Throws when a commune has no study zoning or no outline. */
export function readCommunes(source: Source): readonly Commune[] {
  const zones = new Map(readRows(source, "geo/zonages-etude-na.csv", ",").map((row) => [cell(row, "DEPCOM"), row]));
  const surfaces = new Map(readContours(source).features.map((f) => [f.properties.code, area(f) / 1e6]));
  return readRows(source, "geo/communes-na-attributs.csv", ",")
    .map((row): Commune => {
      const code = cell(row, "code");
      const zone = zones.get(code);
      const surfaceKm2 = surfaces.get(code);
      if (zone === undefined || surfaceKm2 === undefined) throw new Error(`commune ${code} : zonage d'étude ou contour absent`);
      return {
        code,
        nom: cell(row, "nom"),
        dep: cell(row, "dep"),
        arr: cell(row, "arr"),
        epci: cell(row, "epci"),
        epciNom: cell(row, "epci_nom"),
        canton: cell(zone, "CV"),
        cantonNom: cell(zone, "LIB_CV"),
        bassinDeVie: cell(zone, "BV2022"),
        bassinDeVieNom: cell(zone, "LIB_BV2022"),
        population: numberOf(row, "pop"),
        cp: cell(row, "cp"),
        lon: numberOf(row, "lon"),
        lat: numberOf(row, "lat"),
        surfaceKm2,
      };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
