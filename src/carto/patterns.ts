import type { Zone } from "../domain/fiche";
import type { ImagePath, MapImage } from "./map-model";
import type { PatternId } from "./scale";

/** Side of a pattern's tile, in CSS pixels. */
const TILE = 8;

const DISCS = [
  [2, 2],
  [6, 6],
].map(([x = 0, y = 0]) => `M${x - 1.1} ${y}A1.1 1.1 0 1 1 ${x + 1.1} ${y}A1.1 1.1 0 1 1 ${x - 1.1} ${y}Z`);

/** Lines run past the tile so that it repeats without a seam. « plein » and « vide » draw nothing over the colour. */
const DRAWINGS: Record<PatternId, (color: string) => readonly ImagePath[]> = {
  plein: () => [],
  vide: () => [],
  hachures: (stroke) => [{ d: "M-2 2L2 -2M-2 10L10 -2M6 10L10 6", stroke, width: 1.3 }],
  points: (fill) => [{ d: DISCS.join(""), fill }],
  croix: (stroke) => [{ d: "M4 1.5V6.5M1.5 4H6.5", stroke, width: 1.3 }],
  horizontales: (stroke) => [{ d: "M-1 4H9", stroke, width: 1 }],
};

/** A pattern's tile, drawn in one colour on nothing. */
export function patternImage(pattern: PatternId, color: string): MapImage {
  return { size: TILE, paths: DRAWINGS[pattern](color) };
}

/** Name of a pattern's image in a style and of its element in an SVG document. */
export function patternName(pattern: PatternId, color: string): string {
  return `motif-${pattern}-${color.slice(1)}`;
}

export interface ZoneStyle {
  readonly color: string;
  /** Darker: what is written in the zone's colour, at least 4.5:1 on paper. */
  readonly ink: string;
  readonly pattern: PatternId;
}

/** Rézone's convention (orange, blue, grey), safe for colour-blind readers, always doubled by a pattern and a label. */
export const ZONE_STYLES: Record<Zone, ZoneStyle> = {
  ZIP: { color: "#d9701a", ink: "#9a4700", pattern: "hachures" },
  ZAC: { color: "#2f6fb5", ink: "#1f5390", pattern: "points" },
  HZ: { color: "#8b8f94", ink: "#565a5f", pattern: "horizontales" },
};
