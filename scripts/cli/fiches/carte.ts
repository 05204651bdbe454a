import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { NiveauFiche } from "../../../src/documents/fiches/fiche-imprimee";
import { vueDe } from "../../../src/documents/fiches/fiche";
import type { SvgMapInput } from "../../../src/documents/svg-map/input";
import type { Bbox } from "../../../src/documents/svg-map/projection";
import type { CoucheChargee, FondCarte } from "../../../src/domain/chargement";
import type { CoucheId } from "../../../src/domain/couche";
import { COLONNE_NIVEAU } from "../../../src/domain/perimetre";
import { indexBy, numberValues, selectRows, type Table, textValues } from "../../../src/domain/table";
import { dissolve } from "../../../src/geo/dissolve";
import { bboxOf, featuresOf } from "../../../src/geo/outlines";
import { chargerCouche } from "../../../src/workers/handlers/couche";
import { chargerFond } from "../../../src/workers/handlers/fond";
import { territoires as lireTerritoires } from "../../../src/workers/handlers/territoire";
import type { Loader } from "../../../src/workers/loader";
import type { Job } from "../../../src/workers/server";
import { accepted } from "../package";

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, transfer: () => undefined };

/** What one looks for around a place. */
const COUCHES = ["pharmacie", "hopital", "urgences", "msp"] as const satisfies readonly CoucheId[];

/** Kilometres shown beyond the outline, and half of the least that a map shows. */
const AUTOUR_KM = 4;
const DEMI_KM = 7;
const KM_PAR_DEGRE = 111.32;

/** A thing to draw and the box it stands in: maps take those they show. */
interface Piece {
  readonly feature: Feature;
  readonly box: Bbox;
}

/** The parts of a geometry, each by itself. */
function parts(geometry: Geometry): readonly Geometry[] {
  if (geometry.type === "MultiPolygon") return geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  if (geometry.type === "MultiLineString") return geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates }));
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(parts) : [geometry];
}

function piecesOf({ features }: FeatureCollection, split: boolean): readonly Piece[] {
  const all = split ? features.flatMap((feature) => parts(feature.geometry).map((geometry): Feature => ({ ...feature, geometry }))) : features;
  return all.flatMap((feature) => {
    const box = bboxOf({ type: "FeatureCollection", features: [feature] });
    return box === null ? [] : [{ feature, box }];
  });
}

function within(pieces: readonly Piece[], [west, south, east, north]: Bbox): FeatureCollection {
  const seen = pieces.filter(({ box }) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south);
  return { type: "FeatureCollection", features: seen.map(({ feature }) => feature) };
}

/** Outlines of the whole region at a level; communes of Haute-Vienne with their fine ones. */
async function contours(loader: Loader, niveau: NiveauFiche, communes: Table, noms: ReadonlyMap<string, string>): Promise<readonly Piece[]> {
  const topologie = accepted(await loader.dataset("contours-na", "tout")).topologie;
  if (topologie === undefined) return [];
  const rows = indexBy(communes, "code");
  const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
  const coarse = niveau === "commune" ? featuresOf(topologie, "communes") : dissolve(topologie, "communes", (code) => keys[rows.get(code) ?? -1] ?? null);
  const detail = niveau === "commune" ? accepted(await loader.dataset("contours-87", "tout")).topologie : undefined;
  const fine = new Map((detail === undefined ? [] : featuresOf(detail, "communes").features).map((feature) => [feature.properties?.["code"] as string, feature]));
  const features = coarse.features.map((feature): Feature => {
    const code = String(feature.properties?.["code"]);
    return { ...(fine.get(code) ?? feature), properties: { code, nom: noms.get(code) ?? code } };
  });
  return piecesOf({ type: "FeatureCollection", features }, false);
}

/** Draws the surroundings of a territory. */
export type Cartographe = (code: string, titre: string, sources: SvgMapInput["sources"]) => SvgMapInput;

function around([west, south, east, north]: Bbox): Bbox {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const dy = Math.max((north - south) / 2 + AUTOUR_KM / KM_PAR_DEGRE, DEMI_KM / KM_PAR_DEGRE);
  const shrink = Math.cos((lat * Math.PI) / 180);
  const dx = Math.max((east - west) / 2 + AUTOUR_KM / KM_PAR_DEGRE / shrink, DEMI_KM / KM_PAR_DEGRE / shrink);
  return [lon - dx, lat - dy, lon + dx, lat + dy];
}

/** Reads once what maps are made of. @param noms of the territories of that level, by code */
export async function cartographe(loader: Loader, territoire: string, niveau: NiveauFiche, communes: Table, noms: ReadonlyMap<string, string>): Promise<Cartographe> {
  const outlines = await contours(loader, niveau, communes, noms);
  const fond = accepted(await chargerFond(loader)({ territoire }, JOB));
  const ground = { eau: piecesOf(fond.eau, true), bois: piecesOf(fond.bois, true), rivieres: piecesOf(fond.rivieres, true), routes: piecesOf(fond.routes, true), departements: piecesOf(fond.departements, false) };
  const lire = chargerCouche(loader, lireTerritoires(loader));
  const couches: CoucheChargee[] = [];
  for (const couche of COUCHES) couches.push(accepted(await lire({ couche, territoire, corrections: true }, JOB)));
  const [lon, lat] = [numberValues(communes, "lon"), numberValues(communes, "lat")];

  return (code, titre, sources) => {
    const own = outlines.find(({ feature }) => feature.properties?.["code"] === code);
    if (own === undefined) throw new Error(`no outline for ${code}`);
    const bbox = around(own.box);
    const seen = vueDe(bbox);
    const [west, south, east, north] = seen;
    const inside = (x: number, y: number): boolean => x >= west && x <= east && y >= south && y <= north;
    const shown: FondCarte = { ...fond, ...Object.fromEntries(Object.entries(ground).map(([name, pieces]) => [name, within(pieces, seen)])) };
    const rows = Array.from(lon.keys()).filter((row) => inside(lon[row] ?? Number.NaN, lat[row] ?? Number.NaN));
    return {
      titre,
      phrase: "",
      niveau,
      territoires: within(outlines, seen),
      communes: selectRows(communes, rows),
      fond: shown,
      views: [],
      couches: couches.map((couche) => {
        const features = couche.features.features.filter(({ geometry }) => geometry.type === "Point" && inside(geometry.coordinates[0] ?? Number.NaN, geometry.coordinates[1] ?? Number.NaN));
        return { ...couche, features: { type: "FeatureCollection", features }, count: features.length };
      }),
      sources,
      bbox,
      date: null,
      limites: true,
      choisi: code,
      polices: null,
    };
  };
}
