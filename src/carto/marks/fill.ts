import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { textValues } from "../../domain/table";
import type { MapImage } from "../map-model";
import { INK } from "../palettes";
import { patternImage, patternName } from "../patterns";
import { classOf, colorOf, viewValues } from "../resolve-scale";
import type { PatternId } from "../scale";
import { SOURCE_TERRITOIRES, state } from "../style-parts";
import type { Mark, ScaledView } from "./mark";

/** How much of the ground shows through: woods stay guessed, colours stay those of the legend to the eye. */
export const FILL_OPACITY = 0.86;
/** A class of the legend is under the pointer, and the territory is of another one. */
export const DIMMED_OPACITY = 0.22;
export const PATTERN_OPACITY = 0.5;

/** Territories filled with their class's colour. */
export const fill: Mark = {
  id: "fill",
  surface: true,
  opacity: FILL_OPACITY,
  source: () => SOURCE_TERRITOIRES,
  features: () => null,
  // The colours themselves are the states of `TERRITOIRES_COULEURS`.
  layers: (scaled) => usedPatterns(scaled).map((pattern) => ({ etage: "surfaces", layer: patternLayer(scaled, pattern) })),
  images: (scaled) => Object.fromEntries(usedPatterns(scaled).map((pattern) => [patternName(pattern, INK), imageOf(pattern)])),
  state: ({ scale }, value, dimmed) => {
    const couleur = colorOf(scale, value);
    return dimmed ? { couleur, estompe: true } : { couleur };
  },
};

// Built once: the map compares images by reference.
const images = new Map<PatternId, MapImage>();
function imageOf(pattern: PatternId): MapImage {
  const image = images.get(pattern) ?? patternImage(pattern, INK);
  images.set(pattern, image);
  return image;
}

/** The same layer whatever the view: colours that come, or change, are states and nothing else. */
export const TERRITOIRES_COULEURS: LayerSpecification = {
  id: "territoires-couleurs",
  type: "fill",
  source: SOURCE_TERRITOIRES,
  paint: {
    "fill-antialias": false,
    "fill-color": ["to-color", state("couleur", "rgba(0,0,0,0)")],
    "fill-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], DIMMED_OPACITY, FILL_OPACITY],
  },
};

/** Illustrative figures are hatched all over; categories carry each its own pattern. */
function usedPatterns({ view, scale }: ScaledView): readonly PatternId[] {
  if (view.quality === "illustratif") return ["hachures"];
  if (scale.kind !== "categories") return [];
  return [...new Set(scale.categories.map(({ pattern }) => pattern))].filter((pattern) => pattern !== "plein" && pattern !== "vide");
}

function patternLayer(scaled: ScaledView, pattern: PatternId): LayerSpecification {
  return {
    id: `vue-${scaled.view.id}-${pattern}`,
    type: "fill",
    source: SOURCE_TERRITOIRES,
    filter: ["in", ["get", "code"], ["literal", codesWith(scaled, pattern)]],
    paint: { "fill-pattern": patternName(pattern, INK), "fill-opacity": PATTERN_OPACITY },
  };
}

/** fill-pattern reads no feature state: the territories that carry a pattern are listed. */
function codesWith({ view, scale }: ScaledView, pattern: PatternId): string[] {
  const codes = textValues(view.table, "code");
  const values = viewValues(view);
  return codes.filter((code, row): code is string => {
    if (code === null) return false;
    const index = classOf(scale, values[row]);
    const drawn = scale.kind === "categories" ? scale.categories[index]?.pattern === pattern : index !== -1;
    return view.quality === "illustratif" ? index !== -1 : drawn;
  });
}
