import type { Feature } from "geojson";
import { BORDER } from "../../carto/basemap";
import { CIRCLE_OPACITY } from "../../carto/marks/circle";
import { CONTOUR_RIM, CONTOUR_WIDTH } from "../../carto/marks/contour";
import { FILL_OPACITY, PATTERN_OPACITY } from "../../carto/marks/fill";
import { ZONE_EDGE, ZONE_OPACITY } from "../../carto/marks/isoline";
import { LINE_RIM, LINE_WIDTH } from "../../carto/marks/line";
import { CELL_OPACITY } from "../../carto/marks/maille";
import type { Ground, ScaledView } from "../../carto/marks/mark";
import { NUMERO_RADIUS, NUMERO_TEXT } from "../../carto/marks/numero";
import { MARKS } from "../../carto/marks/registry";
import { INK } from "../../carto/palettes";
import { enCarres } from "../../carto/quadrillage";
import { communePoints, territoirePoints } from "../../carto/points";
import { classOf, colorOf, viewValues } from "../../carto/resolve-scale";
import type { PatternId, Scale } from "../../carto/scale";
import { SYMBOL_STOPS } from "../../carto/marks/symbol";
import { atZoom } from "../../carto/style-parts";
import { symbolOfGenre } from "../../carto/symbols";
import type { MarkId, View } from "../../carto/view";
import { indexBy } from "../../domain/table";
import { formatQuantity, PAS_DE_DONNEE } from "../../textes/format";
import { patternUrl, symbolAt } from "./images";
import type { Drawing } from "./input";
import { pathOf } from "./projection";
import { escapeXml, tag, textLine } from "./xml";

type Value = number | string | null;

/** The value of each territory or point, by code. */
function valueByCode(view: View): (code: string) => Value {
  const rows = indexBy(view.table, "code");
  const values = viewValues(view);
  return (code) => {
    const row = rows.get(code);
    return row === undefined ? null : (values[row] ?? null);
  };
}

/** A value as a reader says it. */
export function valueText({ view, scale }: ScaledView, value: Value): string {
  if (typeof value === "number") return formatQuantity(value, view.unit, view.digits);
  if (value === null || scale.kind !== "categories") return value ?? PAS_DE_DONNEE;
  return scale.categories.find((category) => category.value === value)?.label ?? value;
}

/** How each mark is drawn without WebGL: same colours, same sizes, from the same scale. */
export const SVG_MARKS: Readonly<Record<MarkId, (drawing: Drawing, scaled: ScaledView) => string>> = {
  // Territories are drawn once for all views: see `territoryLayer`.
  fill: () => "",
  circle: (drawing, scaled) =>
    pointsLayer(drawing, scaled, (x, y, value) => {
      const { couleur, rayon } = MARKS.circle.state(scaled, value, false);
      if (typeof rayon !== "number" || rayon === 0) return "";
      const r = rayon * atZoom(drawing.zoom, [6, 0.5, 9, 1]);
      return tag("circle", { cx: x, cy: y, r, fill: String(couleur), "fill-opacity": String(CIRCLE_OPACITY), stroke: "#ffffff", "stroke-width": 1 });
    }),
  numero: (drawing, scaled) =>
    pointsLayer(drawing, scaled, (x, y, value, code) => tag("circle", { cx: x, cy: y, r: NUMERO_RADIUS, fill: colorOf(scaled.scale, value), stroke: "#ffffff", "stroke-width": 2 }) + textLine(x, y + 0.36 * NUMERO_TEXT, code, { size: NUMERO_TEXT, bold: true, anchor: "middle", fill: "#ffffff" })),
  isoline: (drawing, scaled) =>
    shapesLayer(drawing, scaled, (color) => ({ fill: color, "fill-opacity": String(ZONE_OPACITY), "fill-rule": "evenodd", stroke: ZONE_EDGE.color, "stroke-opacity": String(ZONE_EDGE.opacity), "stroke-width": atZoom(drawing.zoom, ZONE_EDGE.width), "stroke-linejoin": "round" })),
  contour: (drawing, scaled) =>
    shapesLayer(drawing, scaled, () => ({ fill: "none", stroke: CONTOUR_RIM.color, "stroke-opacity": String(CONTOUR_RIM.opacity), "stroke-width": atZoom(drawing.zoom, CONTOUR_RIM.width), "stroke-linejoin": "round" })) +
    shapesLayer(drawing, scaled, (color) => ({ fill: "none", stroke: color, "stroke-width": atZoom(drawing.zoom, CONTOUR_WIDTH), "stroke-linejoin": "round" })),
  line: (drawing, scaled) =>
    shapesLayer(drawing, scaled, (_, largeur) => ({ fill: "none", stroke: LINE_RIM.color, "stroke-opacity": String(LINE_RIM.opacity), "stroke-width": largeur * atZoom(drawing.zoom, LINE_RIM.width), "stroke-linecap": "round" })) +
    shapesLayer(drawing, scaled, (color, largeur) => ({ fill: "none", stroke: color, "stroke-width": largeur * atZoom(drawing.zoom, LINE_WIDTH), "stroke-linecap": "round", "stroke-linejoin": "round" })),
  maille: (drawing, scaled) => shapesLayer(drawing, scaled, (color) => ({ fill: color, "fill-opacity": String(CELL_OPACITY) })),
  quadrillage: (drawing, scaled) => SVG_MARKS.maille(drawing, enCarres(scaled)),
  symbol: (drawing, scaled) =>
    pointsLayer(drawing, scaled, (x, y, value) => symbolAt(drawing, symbolOfGenre(value), x, y, atZoom(drawing.zoom, SYMBOL_STOPS))),
};

/** The shapes of a view, in their order: those of one colour that follow each other are one path. */
function shapesLayer({ projection }: Drawing, scaled: ScaledView, paint: (color: string, largeur: number) => Readonly<Record<string, string | number>>): string {
  const features = MARKS[scaled.view.mark].features(scaled.view, NO_GROUND)?.features ?? [];
  const valueOf = valueByCode(scaled.view);
  const paths = new Map<string, { readonly d: string; readonly largeur: number }>();
  for (const feature of features) {
    const color = colorOf(scaled.scale, valueOf(codeOf(feature)));
    paths.set(color, { d: (paths.get(color)?.d ?? "") + pathOf(feature, projection), largeur: Number(feature.properties?.["largeur"] ?? 1) });
  }
  return tag("g", { "pointer-events": "none" }, ...[...paths].map(([color, { d, largeur }]) => tag("path", { d, ...paint(color, largeur) })));
}

/** Shapes come with the view: the mark asks nothing of the ground. */
const NO_GROUND: Ground = { territoires: { type: "FeatureCollection", features: [] }, reperes: { type: "FeatureCollection", features: [] } };

function pointsLayer(drawing: Drawing, scaled: ScaledView, draw: (x: number, y: number, value: Value, code: string) => string): string {
  const { input, projection } = drawing;
  const { view } = scaled;
  const reperes = input.niveau === "commune" ? communePoints(input.communes) : territoirePoints(input.territoires);
  const points = MARKS[view.mark].features(view, { territoires: input.territoires, reperes });
  const valueOf = valueByCode(view);
  const drawn = (points?.features ?? []).map(({ geometry, properties }) => {
    if (geometry?.type !== "Point") return "";
    const [x, y] = projection.point(geometry.coordinates);
    const code = String(properties?.["code"]);
    return draw(x, y, valueOf(code), code);
  });
  return tag("g", {}, ...drawn);
}

/**
 * The territories: one path each, with its code (`data-code`) so that a click finds it, filled as the map fills it.
 * Without a view of mark fill they are there all the same, transparent.
 */
export function territoryLayer(drawing: Drawing): string {
  const { input, projection } = drawing;
  const filled = input.views.findLast(({ view }) => view.mark === "fill");
  const valueOf = filled === undefined ? null : valueByCode(filled.view);
  const paths: string[] = [];
  const hatched: string[] = [];
  for (const feature of input.territoires.features) {
    const code = codeOf(feature);
    const value = valueOf?.(code) ?? null;
    const d = pathOf(feature, projection);
    const nom = String(feature.properties?.["nom"] ?? code);
    const title = tag("title", {}, escapeXml(filled === undefined ? nom : `${nom} : ${valueText(filled, value)}`));
    const fill = filled === undefined ? { fill: "#ffffff", "fill-opacity": "0" } : { fill: colorOf(filled.scale, value) };
    paths.push(tag("path", { d, ...fill, "data-code": code }, title));
    const pattern = filled === undefined ? null : patternOf(filled, value);
    if (pattern !== null) hatched.push(tag("path", { d, fill: patternUrl(drawing, pattern, INK) }));
  }
  const stroke = { stroke: input.limites === true ? BORDER : "#ffffff", "stroke-width": atZoom(drawing.zoom, [6, 0.25, 9, 0.8, 13, 1.6]), "stroke-opacity": "0.8", "stroke-linejoin": "round" };
  const colors = tag("g", { "fill-opacity": filled === undefined ? undefined : String(FILL_OPACITY), ...stroke }, ...paths);
  const patterns = hatched.length === 0 ? "" : tag("g", { "fill-opacity": String(PATTERN_OPACITY), "pointer-events": "none" }, ...hatched);
  return colors + patterns;
}

/** Hatches for illustrative figures, the category's own pattern otherwise. */
export function patternOf({ view, scale }: { readonly view: View; readonly scale: Scale }, value: Value): PatternId | null {
  const index = classOf(scale, value);
  if (index === -1) return null;
  if (view.quality === "illustratif") return "hachures";
  const pattern = scale.kind === "categories" ? scale.categories[index]?.pattern : undefined;
  return pattern === undefined || pattern === "plein" || pattern === "vide" ? null : pattern;
}

/** The outline of the territory that is selected. */
export function chosenOutline({ input, projection }: Drawing): string {
  const feature = input.territoires.features.find((candidate) => codeOf(candidate) === input.choisi);
  if (input.choisi === null || feature === undefined) return "";
  const line = { d: pathOf(feature, projection), fill: "none", "stroke-linejoin": "round", "pointer-events": "none" };
  return tag("path", { ...line, stroke: "#ffffff", "stroke-width": 5 }) + tag("path", { ...line, stroke: INK, "stroke-width": 2.4 });
}

function codeOf(feature: Feature): string {
  return String(feature.properties?.["code"] ?? feature.id ?? "");
}
