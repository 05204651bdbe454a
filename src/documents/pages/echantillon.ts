import { patternImage } from "../../carto/patterns";
import { INK } from "../../carto/palettes";
import { symbolImage } from "../../carto/symbols";
import type { ImagePath } from "../../carto/map-model";
import { PATTERN_OPACITY } from "../../carto/marks/fill";
import { tag, tenth } from "../svg-map/xml";
import type { Echantillon } from "./feuille";

export const LARGEUR_ECHANTILLON = 24;
const HAUTEUR = 14;

function chemins(paths: readonly ImagePath[], transform: string, opacity?: number): string {
  const drawn = paths.map(({ d, fill, stroke, width }) => tag("path", { d, fill: fill ?? "none", stroke, "stroke-width": stroke === undefined ? undefined : (width ?? 1) }));
  return tag("g", { transform, opacity: opacity === undefined ? undefined : String(opacity) }, ...drawn);
}

/** The pattern's tiles, cut to the sample: no reference to a definition, so that a legend stands by itself. */
function motif({ motif: pattern, forme }: Echantillon, x: number, y: number): string {
  if (pattern === "plein" || pattern === "vide" || forme !== "aplat") return "";
  const { paths } = patternImage(pattern, INK);
  const tiles = [0, 8].flatMap((dy) => [0, 8, 16].map((dx) => chemins(paths, `translate(${dx} ${dy})`, PATTERN_OPACITY)));
  return tag("svg", { x, y, width: LARGEUR_ECHANTILLON, height: HAUTEUR, viewBox: `0 0 ${LARGEUR_ECHANTILLON} ${HAUTEUR}` }, ...tiles);
}

const FORMES: Readonly<Record<Echantillon["forme"], (one: Echantillon, x: number, y: number) => string>> = {
  aplat: (one, x, y) =>
    tag("rect", { x, y, width: LARGEUR_ECHANTILLON, height: HAUTEUR, rx: 2, fill: one.couleur, "fill-opacity": String(one.opacite), stroke: INK, "stroke-opacity": "0.25", "stroke-width": "0.6" }) + motif(one, x, y),
  cercle: (one, x, y) => tag("circle", { cx: x + LARGEUR_ECHANTILLON / 2, cy: y + HAUTEUR / 2, r: Math.min(one.rayon, 8), fill: one.couleur, "fill-opacity": String(one.opacite), stroke: "#ffffff" }),
  symbole: (one, x, y) => {
    const scale = 0.66;
    const image = symbolImage(one.symbole ?? "site");
    const half = (image.size * scale) / 2;
    return chemins(image.paths, `translate(${tenth(x + LARGEUR_ECHANTILLON / 2 - half)} ${tenth(y + HAUTEUR / 2 - half)}) scale(${scale})`);
  },
  trait: (_, x, y) => tag("path", { d: `M${x} ${y + HAUTEUR / 2}h${LARGEUR_ECHANTILLON}`, stroke: INK, "stroke-width": 1.6, "stroke-dasharray": "4 2" }),
};

/** The sample of a legend's line, its top left corner at (x, y). */
export function dessinerEchantillon(one: Echantillon, x: number, y: number): string {
  return FORMES[one.forme](one, x, y);
}
