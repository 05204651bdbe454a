import { countedIn, legendRows } from "../../carto/legend";
import { MARKS } from "../../carto/marks/registry";
import { INK, PAPER } from "../../carto/palettes";
import { ZONE_STYLES } from "../../carto/patterns";
import { SYMBOL_IDS, SYMBOL_SIZE, type SymbolId } from "../../carto/symbols";
import type { PatternId } from "../../carto/scale";
import { coucheCount } from "../../textes/couches";
import { countLabel, CARTE_DESSINEE, legendLabel } from "../../textes/legende";
import { chosenOutline, SVG_MARKS, territoryLayer } from "./marks";
import { coucheSurfaces, symbolLayer } from "./couches";
import { scaleAndNorth, SOFT_INK, sourcesBlock, type Block } from "./furniture";
import { departementLines, groundAbove, groundBelow } from "./ground";
import { patternElement, symbolElement } from "./images";
import type { Drawing, SvgMapInput } from "./input";
import { labelLayer } from "./labels";
import { couchesLegend, viewLegend } from "./legend";
import { fitProjection, type Frame } from "./projection";
import { wrapWithin } from "./text-fit";
import { escapeXml, tag, textLine } from "./xml";

/** A page in CSS pixels (96 to the inch). */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}
export const A4_PAYSAGE: PageSize = { width: 1123, height: 794 };
export const A4_PORTRAIT: PageSize = { width: 794, height: 1123 };

const MARGIN = 34;
const LEGEND_WIDTH = 272;
const GAP = 22;
/** Room left around the territory in the map's frame. */
export const BREATH = 16;

/**
 * A page with the map, its title and sentence, its legend with counts, scale, north and sources: a complete SVG
 * document (XML text), drawn from the same views and scales as the interactive map. Presentation attributes only,
 * no script, no font, no reference to anything outside of it.
 */
export function svgMapPage(input: SvgMapInput, page: PageSize): string {
  const wide = page.width >= page.height;
  const inner = page.width - 2 * MARGIN;
  const head = header(input, inner);
  const sources = sourcesBlock(input, MARGIN, 0, inner).height;
  const top = MARGIN + head.height;
  const bottom = page.height - MARGIN - sources - 8;
  const side = { x: page.width - MARGIN - LEGEND_WIDTH, y: top };
  const below = wide ? 0 : legendBelow(drawingOf(input, { x: 0, y: 0, width: inner, height: 100 }, "page"), MARGIN, 0, inner).height + 14;
  const frame: Frame = { x: MARGIN, y: top, width: wide ? inner - LEGEND_WIDTH - GAP : inner, height: bottom - top - below };
  const drawing = drawingOf(input, frame, "page");
  const legend = wide ? legendColumn(drawing, side.x, side.y) : legendBelow(drawing, MARGIN, bottom - below + 14, inner);
  return root(
    drawing,
    page,
    tag("rect", { width: page.width, height: page.height, fill: "#fffefb" }),
    head.svg,
    mapGroup(drawing),
    tag("rect", { ...frame, fill: "none", stroke: SOFT_INK, "stroke-width": "0.8" }),
    legend.svg,
    sourcesBlock(input, MARGIN, bottom + 8, inner).svg,
  );
}

/**
 * The map alone (no title, legend nor sources, which the screen shows around it): stands in for the interactive
 * map where WebGL is missing. Territories carry `data-code`, sites `data-couche` and `data-id`.
 */
export function svgMapAlone(input: SvgMapInput, size: PageSize, prefix = "carte"): string {
  const drawing = drawingOf(input, { x: 0, y: 0, ...size }, prefix);
  return root(drawing, size, mapGroup(drawing));
}

/** A symbol as `svgMapAlone` draws it, for a legend in the same document. */
export function symbolBeside(symbol: SymbolId): string {
  return tag("svg", { viewBox: `0 0 ${SYMBOL_SIZE} ${SYMBOL_SIZE}`, "aria-hidden": "true" }, tag("use", { href: `#carte-site-${symbol}` }));
}

/** @param prefix of its identifiers: a page to print and a map on screen may stand in one document */
function drawingOf(input: SvgMapInput, frame: Frame, prefix: string): Drawing {
  const projection = fitProjection(input.bbox, frame, BREATH);
  return { input, projection, zoom: projection.zoom, id: (name) => `${prefix}-${name}` };
}

function root(drawing: Drawing, { width, height }: PageSize, ...children: readonly string[]): string {
  const { input, id } = drawing;
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-labelledby": `${id("titre")} ${id("description")}`,
    "font-family": "'Noto Sans', 'Segoe UI', system-ui, sans-serif",
  };
  const title = tag("title", { id: id("titre") }, escapeXml(input.titre));
  const description = tag("desc", { id: id("description") }, escapeXml(describe(input)));
  return tag("svg", attributes, title, description, definitions(drawing), ...children);
}

/** The legend in words: what the drawing says to who does not see it. */
function describe({ phrase, titre, views, couches }: SvgMapInput): string {
  const classes = views.filter(({ view }) => view.title !== "").flatMap(({ view, scale }) =>
    legendRows(view, scale)
      .filter(({ radius }) => radius === null)
      .map((row) => {
        const label = legendLabel(row, view.unit, scale.kind === "classes" ? scale.digits : view.digits);
        return CARTE_DESSINEE.classe(label, countLabel(row.count, countedIn(view)));
      }),
  );
  return CARTE_DESSINEE.description(phrase === "" ? titre : phrase.replace(/\.$/, ""), [...classes, ...couches.map(({ couche, count }) => coucheCount(couche, count))]);
}

const OVERLAYS: readonly PatternId[] = ["hachures", "points", "croix", "horizontales"];

function definitions(drawing: Drawing): string {
  const { frame } = drawing.projection;
  return tag(
    "defs",
    {},
    fontFaces(drawing.input),
    tag("clipPath", { id: drawing.id("cadre") }, tag("rect", { ...frame })),
    ...OVERLAYS.map((pattern) => patternElement(drawing, pattern, INK)),
    ...Object.values(ZONE_STYLES).map(({ pattern, color }) => patternElement(drawing, pattern, color)),
    ...SYMBOL_IDS.map((symbol) => symbolElement(drawing, symbol)),
  );
}

function fontFace(weight: number, url: string): string {
  return `@font-face{font-family:"Noto Sans";font-weight:${weight};src:url("${url}") format("woff2")}`;
}

function fontFaces({ polices }: SvgMapInput): string {
  return polices === null ? "" : tag("style", {}, escapeXml(fontFace(400, polices.texte) + fontFace(600, polices.gras)));
}

function mapGroup(drawing: Drawing): string {
  const { projection, input } = drawing;
  const symbols = symbolLayer(drawing);
  return tag(
    "g",
    { "clip-path": `url(#${drawing.id("cadre")})` },
    tag("rect", { ...projection.frame, fill: PAPER }),
    groundBelow(drawing),
    // Under the territories, which are then transparent and answer the click.
    ...input.views.filter(({ view }) => MARKS[view.mark].surface).map((scaled) => SVG_MARKS[scaled.view.mark](drawing, scaled)),
    territoryLayer(drawing),
    tag("g", { "pointer-events": "none" }, groundAbove(drawing), departementLines(drawing)),
    coucheSurfaces(drawing),
    ...input.views.filter(({ view }) => !MARKS[view.mark].surface).map((scaled) => SVG_MARKS[scaled.view.mark](drawing, scaled)),
    chosenOutline(drawing),
    symbols.svg,
    tag("g", { "pointer-events": "none" }, labelLayer(drawing, symbols.boxes), scaleAndNorth(drawing)),
  );
}

function header({ titre, phrase }: SvgMapInput, width: number): Block {
  const title = wrapWithin(titre, width, 22, 2);
  const lines = wrapWithin(phrase, width, 13.5, 3);
  const parts = [
    ...title.map((line, i) => textLine(MARGIN, MARGIN + 18 + i * 27, line, { size: 22, bold: true, fill: INK })),
    ...lines.map((line, i) => textLine(MARGIN, MARGIN + title.length * 27 + 14 + i * 18, line, { size: 13.5, fill: INK })),
  ];
  return { svg: parts.join(""), height: title.length * 27 + lines.length * 18 + 12 };
}

/** Views then layers, in one column. */
function legendColumn(drawing: Drawing, x: number, y: number): Block {
  let at = y;
  const parts: string[] = [];
  for (const scaled of drawing.input.views.filter(({ view }) => view.title !== "")) {
    const block = viewLegend(drawing, scaled, x, at, LEGEND_WIDTH);
    parts.push(block.svg);
    at += block.height + 14;
  }
  const couches = couchesLegend(drawing, x, at, LEGEND_WIDTH);
  const mention = illustrative(drawing, x, at + couches.height, LEGEND_WIDTH);
  return { svg: parts.join("") + couches.svg + mention.svg, height: at + couches.height + mention.height - y };
}

/** Views on the left, layers on the right. */
function legendBelow(drawing: Drawing, x: number, y: number, width: number): Block {
  const column = (width - GAP * 2) / 2;
  let at = y;
  const parts: string[] = [];
  for (const scaled of drawing.input.views.filter(({ view }) => view.title !== "")) {
    const block = viewLegend(drawing, scaled, x, at, column);
    parts.push(block.svg);
    at += block.height + 10;
  }
  const couches = couchesLegend(drawing, x + column + GAP * 2, y, column);
  const mention = illustrative(drawing, x + column + GAP * 2, y + couches.height, column);
  return { svg: parts.join("") + couches.svg + mention.svg, height: Math.max(at - y, couches.height + mention.height) };
}

/** Made-up data say so in words beside their hatches. */
function illustrative({ input }: Drawing, x: number, y: number, width: number): Block {
  const qualities = [...input.views.map(({ view }) => view.quality), ...input.couches.flatMap(({ sources }) => sources.map(({ quality }) => quality))];
  if (!qualities.includes("illustratif")) return { svg: "", height: 0 };
  const lines = wrapWithin(CARTE_DESSINEE.illustratif, width, 9.5, 3);
  return { svg: lines.map((line, i) => textLine(x, y + 14 + i * 12, line, { size: 9.5, bold: true, fill: "#6f4e00" })).join(""), height: 18 + lines.length * 12 };
}
