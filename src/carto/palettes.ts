import {
  interpolateCividis,
  interpolateOrRd,
  interpolatePuOr,
  interpolateYlGnBu,
} from "d3-scale-chromatic";
import type { PaletteId } from "./scale";

/** Grey of « pas de donnée »: weaker than the lightest class, and named in the legend, never 0. */
export const NO_DATA = "#dcdad2";
export const PAPER = "#f7f5ef";
export const INK = "#23262b";

/**
 * Sequential palettes run from light (low) to dark (high). The ends of each ramp are cut so that the lightest
 * class still stands off the paper and the darkest still shows the borders drawn on it.
 */
const RAMPS: Record<PaletteId, (t: number) => string> = {
  cividis: (t) => interpolateCividis(0.97 - 0.9 * t),
  ylgnbu: (t) => interpolateYlGnBu(0.16 + 0.76 * t),
  orrd: (t) => interpolateOrRd(0.16 + 0.76 * t),
  divergente: (t) => interpolatePuOr(0.1 + 0.8 * t),
};

/** Colours of `count` classes, lowest class first, in hexadecimal; `reversed` makes the lowest class the darkest. */
export function paletteColors(id: PaletteId, count: number, reversed = false): readonly string[] {
  const ramp = RAMPS[id];
  const colors = Array.from({ length: count }, (_, i) => toHex(ramp(count === 1 ? 0.5 : i / (count - 1))));
  return reversed ? colors.toReversed() : colors;
}

function toHex(color: string): string {
  const channels = color.match(/\d+/g);
  if (color.startsWith("#") || channels === null) return color;
  return `#${channels.slice(0, 3).map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}
