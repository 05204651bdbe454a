import type { FeatureCollection } from "geojson";
import { BORDER, ROAD, ROADS, WATER, WOODS } from "../../carto/basemap";
import { atZoom } from "../../carto/style-parts";
import type { Drawing } from "./input";
import { pathOf } from "./projection";
import { tag } from "./xml";

/** One path for a whole collection: nobody clicks on the ground. */
function wholePath({ features }: FeatureCollection, { projection }: Drawing): string {
  return features.map((feature) => pathOf(feature, projection)).join("");
}

/** What lies under the colours of the data. */
export function groundBelow(drawing: Drawing): string {
  const { fond } = drawing.input;
  return fond === null ? "" : tag("path", { d: wholePath(fond.bois, drawing), fill: WOODS });
}

/** Water and roads, over the colours, as on a printed map. */
export function groundAbove(drawing: Drawing): string {
  const { input, zoom } = drawing;
  const { fond } = input;
  if (fond === null) return "";
  const line = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" };
  const roads = ROADS.filter(({ minzoom }) => zoom >= minzoom).map(({ classe, width: [far, near, close] }) => {
    const features = fond.routes.features.filter(({ properties }) => properties?.["classe"] === classe);
    const d = wholePath({ type: "FeatureCollection", features }, drawing);
    return tag("path", { d, ...line, stroke: ROAD, "stroke-opacity": "0.85", "stroke-width": String(atZoom(zoom, [7, far, 10, near, 14, close])) });
  });
  return [
    tag("path", { d: wholePath(fond.eau, drawing), fill: WATER }),
    tag("path", { d: wholePath(fond.rivieres, drawing), ...line, stroke: WATER, "stroke-width": atZoom(zoom, [6, 0.6, 9, 1.4, 13, 3]) }),
    ...roads,
  ].join("");
}

export function departementLines(drawing: Drawing): string {
  const { fond } = drawing.input;
  if (fond === null) return "";
  const d = wholePath(fond.departements, drawing);
  return tag("path", { d, fill: "none", stroke: BORDER, "stroke-width": atZoom(drawing.zoom, [5, 0.7, 9, 1.4, 13, 2.4]), "stroke-linejoin": "round" });
}
