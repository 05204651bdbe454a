import type { Feature, FeatureCollection } from "geojson";
import { COULEUR_MEDECIN, LIMITS, PERIMETRES, RAYON_MEDECIN } from "../../carto/couche-parts";
import { SYMBOL_STOPS } from "../../carto/marks/symbol";
import { INK, PAPER } from "../../carto/palettes";
import { ZONE_STYLES } from "../../carto/patterns";
import { territoirePoints } from "../../carto/points";
import { atZoom } from "../../carto/style-parts";
import { symbolOfGenre, symbolsOfCouche, type SymbolId } from "../../carto/symbols";
import type { CoucheChargee } from "../../domain/chargement";
import { COUCHES, ORIGINE_COUCHE, type CoucheId, type OrigineCouche } from "../../domain/couche";
import { ZONES, type Zone } from "../../domain/fiche";
import { CARTE_DESSINEE } from "../../textes/legende";
import { patternUrl, symbolAt } from "./images";
import type { Box, Drawing } from "./input";
import { pathOf } from "./projection";
import { escapeXml, tag, textLine } from "./xml";

/** Layers in their drawing order, whatever the order they come in. */
export function sortedCouches({ input }: Drawing): readonly CoucheChargee[] {
  return input.couches.toSorted((a, b) => COUCHES.indexOf(a.couche) - COUCHES.indexOf(b.couche));
}

/** What a layer draws on the surfaces, under the symbols: one line a kind. */
const SURFACES: Readonly<Record<OrigineCouche["kind"], (drawing: Drawing, couche: CoucheChargee) => string>> = {
  zonage: zonageLayer,
  limites: limitesLayer,
  perimetres: perimetresLayer,
  medecins: medecinsLayer,
  points: () => "",
};

export function coucheSurfaces(drawing: Drawing): string {
  return sortedCouches(drawing)
    .map((couche) => SURFACES[ORIGINE_COUCHE[couche.couche].kind](drawing, couche))
    .join("");
}

export function zoneOf(feature: Feature): Zone {
  const zone = feature.properties?.["zone"] as Zone;
  return ZONES.includes(zone) ? zone : "HZ";
}

function zonageLayer(drawing: Drawing, { features }: CoucheChargee): string {
  const zones = features.features.map((feature) => {
    const { color, pattern } = ZONE_STYLES[zoneOf(feature)];
    const d = pathOf(feature, drawing.projection);
    return tag("path", { d, fill: patternUrl(drawing, pattern, color), stroke: color, "stroke-width": 1.3, "stroke-linejoin": "round" });
  });
  const names = territoirePoints(features).features.map((point) => {
    const [x, y] = drawing.projection.point(point.geometry.coordinates);
    const zone = zoneOf(point);
    return textLine(x, y, zone, { size: 10, bold: true, anchor: "middle", fill: ZONE_STYLES[zone].ink, halo: PAPER, spacing: 1 });
  });
  return tag("g", { "pointer-events": "none" }, ...zones, ...names);
}

function limitesLayer(drawing: Drawing, { couche, features }: CoucheChargee): string {
  const origine = ORIGINE_COUCHE[couche];
  const style = LIMITS[origine.kind === "limites" ? origine.niveau : ""];
  const width = (style?.width ?? 1) * atZoom(drawing.zoom, [6, 0.7, 10, 1.2, 13, 1.8]);
  const dash = style?.dash.map((length) => Math.round(length * width * 10) / 10).join(" ");
  const d = features.features.map((feature) => pathOf(feature, drawing.projection)).join("");
  return tag("path", { d, fill: "none", stroke: INK, "stroke-opacity": "0.75", "stroke-width": width, "stroke-dasharray": dash, "stroke-linejoin": "round", "pointer-events": "none" });
}

function perimetresLayer(drawing: Drawing, { couche, features }: CoucheChargee): string {
  const { color = INK, dash = [] } = PERIMETRES[couche] ?? {};
  const width = atZoom(drawing.zoom, [6, 1.2, 10, 2.2, 13, 3.2]);
  const d = features.features.map((feature) => pathOf(feature, drawing.projection)).join("");
  const line = tag("path", { d, fill: "none", stroke: color, "stroke-width": width, "stroke-dasharray": dash.map((length) => Math.round(length * width * 10) / 10).join(" "), "stroke-linejoin": "round" });
  const names = territoirePoints(features).features.map((point) => {
    const [x, y] = drawing.projection.point(point.geometry.coordinates);
    return textLine(x, y, String(point.properties?.["nom"] ?? ""), { size: 10, bold: true, anchor: "middle", fill: color, halo: PAPER });
  });
  return tag("g", { "pointer-events": "none" }, line, ...names);
}

/** Radius of the circle of one GP at a zoom, in drawing units. */
export function medecinFactor(zoom: number): number {
  return RAYON_MEDECIN * atZoom(zoom, [6, 0.4, 9, 1, 13, 1.5]);
}

function medecinsLayer(drawing: Drawing, { couche, features }: CoucheChargee): string {
  const factor = medecinFactor(drawing.zoom);
  const circles = pointsIn(drawing, features)
    .map((place) => ({ ...place, nombre: Number(place.properties["nombre"] ?? 0) }))
    .filter(({ nombre }) => nombre > 0)
    // Large circles below: Limoges never hides its neighbours.
    .toSorted((a, b) => b.nombre - a.nombre)
    .map(({ x, y, nombre, properties }) => {
      const title = tag("title", {}, escapeXml(`${String(properties["nom"] ?? "")} : ${CARTE_DESSINEE.medecins(nombre)}`));
      return tag("circle", { cx: x, cy: y, r: factor * Math.sqrt(nombre), "data-couche": couche, "data-id": String(properties["id"] ?? "") }, title);
    });
  return tag("g", { fill: COULEUR_MEDECIN, "fill-opacity": "0.45", stroke: "#ffffff", "stroke-width": 1 }, ...circles);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The points of a collection that fall in the frame. */
function pointsIn({ projection }: Drawing, { features }: FeatureCollection): readonly Place[] {
  const { x: left, y: top, width, height } = projection.frame;
  return features.flatMap(({ geometry, properties }) => {
    if (geometry?.type !== "Point") return [];
    const [x, y] = projection.point(geometry.coordinates);
    return x < left || y < top || x > left + width || y > top + height ? [] : [{ x, y, properties: properties ?? {} }];
  });
}

interface Cluster extends Place {
  readonly couche: CoucheId;
  readonly symbol: SymbolId;
  count: number;
}

/** Symbols closer than this share of their side hide each other. */
const TOO_CLOSE = 0.7;
/** Distance between symbols laid in a row, as a share of their side. */
const ROW_STEP = 0.96;

export interface SymbolLayer {
  readonly svg: string;
  /** Where symbols stand: names keep off them. */
  readonly boxes: readonly Box[];
}

/**
 * Sites: the symbol of their kind. Those of a kind that would hide each other gather under one symbol with their
 * number; those of several kinds stand in a row.
 */
export function symbolLayer(drawing: Drawing): SymbolLayer {
  const scale = atZoom(drawing.zoom, SYMBOL_STOPS);
  const side = 24 * scale;
  const sites = sortedCouches(drawing).filter(({ couche }) => ORIGINE_COUCHE[couche].kind === "points");
  const clusters = inRows(
    sites.flatMap((couche) => gather(drawing, couche, side)),
    side,
  );
  const drawn = clusters.map(({ x, y, properties, couche, symbol, count }) => {
    const nom = String(properties["nom"] ?? "");
    const title = tag("title", {}, escapeXml(count > 1 ? `${nom} (+ ${count - 1})` : nom));
    return tag("g", { "data-couche": couche, "data-id": String(properties["id"] ?? "") }, title, symbolAt(drawing, symbol, x, y, scale));
  });
  const numbers = clusters
    .filter(({ count }) => count > 1)
    .map(({ x, y, count }) => textLine(x + side * 0.36, y - side * 0.3, String(count), { size: 9.5, bold: true, fill: INK, halo: "#ffffff" }));
  const half = side / 2 + 1;
  return {
    svg: drawn.join("") + tag("g", { "pointer-events": "none" }, ...numbers),
    boxes: clusters.map(({ x, y }) => ({ x0: x - half, x1: x + half, y0: y - half, y1: y + half })),
  };
}

function gather(drawing: Drawing, { couche, features }: CoucheChargee, side: number): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const symbols = symbolsOfCouche(couche);
  for (const { x, y, properties } of pointsIn(drawing, features)) {
    const symbol = symbols.length === 1 ? (symbols[0] ?? "site") : symbolOfGenre(properties["genre"]);
    const near = clusters.find((other) => other.symbol === symbol && Math.hypot(other.x - x, other.y - y) < side * TOO_CLOSE);
    if (near === undefined) clusters.push({ x, y, properties, couche, symbol, count: 1 });
    else near.count += 1;
  }
  return clusters;
}

/** Symbols that would hide each other side by side, centred on where the first of them stands. */
function inRows(clusters: readonly Cluster[], side: number): readonly Cluster[] {
  const rows: Cluster[][] = [];
  for (const cluster of clusters) {
    const row = rows.find(([first]) => first !== undefined && Math.hypot(first.x - cluster.x, first.y - cluster.y) < side * TOO_CLOSE);
    if (row === undefined) rows.push([cluster]);
    else row.push(cluster);
  }
  return rows.flatMap((row) => {
    const [x, y] = [row[0]?.x ?? 0, row[0]?.y ?? 0];
    return row.map((cluster, i) => (row.length === 1 ? cluster : { ...cluster, x: x + (i - (row.length - 1) / 2) * side * ROW_STEP, y }));
  });
}
