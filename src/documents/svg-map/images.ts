import type { MapImage } from "../../carto/map-model";
import type { PatternId } from "../../carto/scale";
import { patternImage, patternName } from "../../carto/patterns";
import { symbolImage, type SymbolId } from "../../carto/symbols";
import type { Drawing } from "./input";
import { tag } from "./xml";

function imagePaths({ paths }: MapImage): string {
  return paths
    .map(({ d, fill, stroke, width }) => tag("path", { d, fill: fill ?? "none", stroke, "stroke-width": stroke === undefined ? undefined : (width ?? 1) }))
    .join("");
}

/** The element that others fill themselves with, by `url(#…)`. */
export function patternElement(drawing: Drawing, pattern: PatternId, color: string): string {
  const image = patternImage(pattern, color);
  const { size } = image;
  return tag("pattern", { id: drawing.id(patternName(pattern, color)), width: size, height: size, patternUnits: "userSpaceOnUse" }, imagePaths(image));
}

export function patternUrl(drawing: Drawing, pattern: PatternId, color: string): string {
  return `url(#${drawing.id(patternName(pattern, color))})`;
}

/** A symbol's drawing, to be repeated by `symbolAt`. */
export function symbolElement(drawing: Drawing, id: SymbolId): string {
  return tag("g", { id: drawing.id(`site-${id}`) }, imagePaths(symbolImage(id)));
}

/** A symbol centred on a point. */
export function symbolAt(drawing: Drawing, id: SymbolId, x: number, y: number, scale: number): string {
  const half = (symbolImage(id).size * scale) / 2;
  const place = `translate(${Math.round((x - half) * 10) / 10} ${Math.round((y - half) * 10) / 10}) scale(${Math.round(scale * 100) / 100})`;
  return tag("use", { href: `#${drawing.id(`site-${id}`)}`, transform: place });
}
