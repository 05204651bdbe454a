import { patternImage } from "../../carto/patterns";
import { INK } from "../../carto/palettes";
import { symbolImage } from "../../carto/symbols";
import type { ImagePath } from "../../carto/map-model";
import type { PatternId } from "../../carto/scale";
import { PATTERN_OPACITY } from "../../carto/marks/fill";
import { tag, tenth } from "../svg-map/xml";
import type { Echantillon } from "./feuille";

export const LARGEUR_ECHANTILLON = 24;
const HAUTEUR = 14;

function chemins(paths: readonly ImagePath[]): readonly string[] {
  return paths.map(({ d, fill, stroke, width }) => tag("path", { d, fill: fill ?? "none", stroke, "stroke-width": stroke === undefined ? undefined : (width ?? 1) }));
}

/** The pattern's tiles, cut to the sample and to each other: no reference to a definition, so that a legend stands by itself. */
function motif(pattern: PatternId, color: string, opacity: number, x: number, y: number): string {
  if (pattern === "plein" || pattern === "vide") return "";
  const { size, paths } = patternImage(pattern, color);
  const box = { width: size, height: size, viewBox: `0 0 ${size} ${size}` };
  const tiles = [0, 8].flatMap((dy) => [0, 8, 16].map((dx) => tag("svg", { x: dx, y: dy, ...box }, ...chemins(paths))));
  return tag("svg", { x, y, width: LARGEUR_ECHANTILLON, height: HAUTEUR, viewBox: `0 0 ${LARGEUR_ECHANTILLON} ${HAUTEUR}` }, tag("g", { opacity: String(opacity) }, ...tiles));
}

const FORMES: Readonly<Record<Echantillon["forme"], (one: Echantillon, x: number, y: number) => string>> = {
  aplat: (one, x, y) =>
    tag("rect", { x, y, width: LARGEUR_ECHANTILLON, height: HAUTEUR, rx: 2, fill: one.couleur, "fill-opacity": String(one.opacite), stroke: INK, "stroke-opacity": "0.25", "stroke-width": "0.6" }) + motif(one.motif, INK, PATTERN_OPACITY, x, y),
  motif: (one, x, y) => motif(one.motif, one.couleur, 1, x, y) + tag("rect", { x, y, width: LARGEUR_ECHANTILLON, height: HAUTEUR, fill: "none", stroke: one.couleur, "stroke-width": 1.3 }),
  cercle: (one, x, y) => tag("circle", { cx: x + LARGEUR_ECHANTILLON / 2, cy: y + HAUTEUR / 2, r: Math.min(one.rayon, 8), fill: one.couleur, "fill-opacity": String(one.opacite), stroke: "#ffffff" }),
  symbole: (one, x, y) => {
    const scale = 0.66;
    const image = symbolImage(one.symbole ?? "site");
    const half = (image.size * scale) / 2;
    return tag("g", { transform: `translate(${tenth(x + LARGEUR_ECHANTILLON / 2 - half)} ${tenth(y + HAUTEUR / 2 - half)}) scale(${scale})` }, ...chemins(image.paths));
  },
  trait: (_, x, y) => tag("path", { d: `M${x} ${y + HAUTEUR / 2}h${LARGEUR_ECHANTILLON}`, stroke: INK, "stroke-width": 1.6, "stroke-dasharray": "4 2" }),
};

/** The sample of a legend's line, its top left corner at (x, y). */
export function dessinerEchantillon(one: Echantillon, x: number, y: number): string {
  return FORMES[one.forme](one, x, y);
}
