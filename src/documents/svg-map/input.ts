import type { FeatureCollection } from "geojson";
import type { ScaledView } from "../../carto/marks/mark";
import type { CoucheChargee, FondCarte } from "../../domain/chargement";
import type { Niveau } from "../../domain/perimetre";
import type { Provenance } from "../../domain/provenance";
import type { Table } from "../../domain/table";
import type { Bbox, Projection } from "./projection";

/** Everything a drawn map shows: what the interactive map shows, and the words around it. */
export interface SvgMapInput {
  readonly titre: string;
  /** The result in one sentence; empty when there is none. */
  readonly phrase: string;
  readonly niveau: Niveau;
  /** Outlines of the territories of that level: properties `code` and `nom`. */
  readonly territoires: FeatureCollection;
  /** Columns code, nom, lon, lat, population: names on the map. */
  readonly communes: Table;
  readonly fond: FondCarte | null;
  readonly views: readonly ScaledView[];
  readonly couches: readonly CoucheChargee[];
  /** Sources of the figures; those of the basemap and of the layers are added. */
  readonly sources: readonly Provenance[];
  readonly bbox: Bbox;
  /** Day of edition, in words; null leaves it out. */
  readonly date: string | null;
  /** The limits of the territories are drawn for themselves: nothing is coloured to tell them apart. */
  readonly limites?: true;
  /** Territory outlined, by code. */
  readonly choisi: string | null;
  /**
   * Noto Sans, regular and semi-bold, as `data:` URLs to embed, so that a file looks the same on every machine;
   * null inside the page, which has the font already and whose policy refuses style elements.
   */
  readonly polices: { readonly texte: string; readonly gras: string } | null;
}

/** What the parts of the drawing share. */
export interface Drawing {
  readonly input: SvgMapInput;
  readonly projection: Projection;
  /** The zoom the interactive map would have at this scale: widths and sizes follow it. */
  readonly zoom: number;
  /** Name of an element of this document that others refer to; its own prefix keeps two drawings of a page apart. */
  id(name: string): string;
}

/** A box already taken, in drawing units. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
