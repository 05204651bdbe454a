import { COULEUR_MEDECIN, PERIMETRES } from "../../carto/couche-parts";
import { histogram, histogramDomain } from "../../carto/histogram";
import { countedIn, legendRows, type LegendRow } from "../../carto/legend";
import { CIRCLE_OPACITY } from "../../carto/marks/circle";
import { PATTERN_OPACITY } from "../../carto/marks/fill";
import type { ScaledView } from "../../carto/marks/mark";
import { numeroDe } from "../../carto/marks/numero";
import { MARKS } from "../../carto/marks/registry";
import { INK } from "../../carto/palettes";
import { ZONE_STYLES } from "../../carto/patterns";
import { classColor, viewValues } from "../../carto/resolve-scale";
import type { ClassedScale, PatternId } from "../../carto/scale";
import { symbolOfGenre, symbolsOfCouche } from "../../carto/symbols";
import type { CoucheChargee } from "../../domain/chargement";
import { ORIGINE_COUCHE, type OrigineCouche } from "../../domain/couche";
import { ZONES } from "../../domain/fiche";
import { COUCHE_TEXTE, coucheCount, SYMBOLE_TEXTE, ZONE_TEXTE } from "../../textes/couches";
import { formatNumber } from "../../textes/format";
import { CARTE_DESSINEE, circleLabel, countHead, legendLabel, unitLabel } from "../../textes/legende";
import { medecinFactor, sortedCouches, zoneOf } from "./couches";
import { badge, SOFT_INK, type Block } from "./furniture";
import { gridLegend } from "./grid-legend";
import { patternUrl, symbolAt } from "./images";
import type { Drawing } from "./input";
import { wrapText, wrapWithin } from "./text-fit";
import { tag, textLine } from "./xml";

const TITLE = 12.5;
const TEXT = 10.5;
const LINE = 19;
const SWATCH = { width: 24, height: 14 } as const;
const HISTOGRAM = 40;

/** The legend of a view: title, unit, quality, histogram, then one line a class with its counts. */
export function viewLegend(drawing: Drawing, { view, scale }: ScaledView, x: number, y: number, width: number): Block {
  const title = wrapText(view.title, width, TITLE, true);
  const parts = title.map((line, i) => textLine(x, y + TITLE + i * 15, line, { size: TITLE, bold: true, fill: INK }));
  let at = y + TITLE + (title.length - 1) * 15 + 16;
  const mark = badge(x, at, view.quality, 8.6);
  parts.push(mark.svg, textLine(x + mark.width + 8, at, scale.kind === "categories" ? "" : (view.unitText ?? unitLabel(view.unit)), { size: TEXT - 0.5, fill: SOFT_INK }));
  at += 10;
  if (scale.kind === "classes") {
    const bars = histogramBars({ view, scale }, scale, x, at, width);
    parts.push(bars.svg);
    at += bars.height;
  }
  const rows = legendRows(view, scale);
  if (scale.kind === "categories" && scale.grille !== undefined) {
    const grid = gridLegend({ drawing, view, grille: scale.grille, rows }, x, at, width);
    return { svg: tag("g", {}, ...parts, grid.svg), height: at + grid.height - y };
  }
  const population = rows.some(({ habitants }) => habitants !== null);
  const countsAt = population ? x + width - 62 : x + width;
  parts.push(textLine(countsAt, at + 8, countHead(countedIn(view)), { size: 8.6, anchor: "end", fill: SOFT_INK }));
  if (population) parts.push(textLine(x + width, at + 8, CARTE_DESSINEE.habitants, { size: 8.6, anchor: "end", fill: SOFT_INK }));
  at += 14;
  for (const row of rows) {
    const label = row.radius === null ? legendLabel(row, view.unit, scale.kind === "classes" ? scale.digits : view.digits) : circleLabel(row.to, view.unit, view.digits);
    parts.push(labelled(x, at, swatch(drawing, { view, scale }, row, x, at), label));
    if (row.radius === null || row.count > 0) {
      parts.push(textLine(countsAt, at + 11, formatNumber(row.count), { size: TEXT, anchor: "end", fill: INK }));
      if (row.habitants !== null) parts.push(textLine(x + width, at + 11, formatNumber(row.habitants), { size: TEXT, anchor: "end", fill: SOFT_INK }));
    }
    at += LINE;
  }
  return { svg: tag("g", {}, ...parts), height: at - y };
}

/** As on the map, transparency included: the same colour to the eye. */
function swatch(drawing: Drawing, { view, scale }: ScaledView, { color, pattern, radius, classIndex }: LegendRow, x: number, y: number): string {
  const middle = { x: x + SWATCH.width / 2, y: y + SWATCH.height / 2 };
  if (radius !== null) return tag("circle", { cx: middle.x, cy: middle.y, r: Math.min(radius, 9), fill: color, "fill-opacity": String(CIRCLE_OPACITY), stroke: "#ffffff" });
  if (view.mark === "numero") return tag("circle", { cx: middle.x, cy: middle.y, r: 6.5, fill: color, stroke: "#ffffff" }) + textLine(middle.x, middle.y + 3.2, numeroDe(view, scale.kind === "categories" ? scale.categories[classIndex]?.value : undefined), { size: 9, bold: true, anchor: "middle", fill: "#ffffff" });
  if (view.mark === "symbol" && scale.kind === "categories") return symbolAt(drawing, symbolOfGenre(scale.categories[classIndex]?.value), middle.x, middle.y, 0.72);
  const box = { x, y, ...SWATCH, rx: 2 };
  if (MARKS[view.mark].trait === true) return tag("rect", { ...box, fill: "none", stroke: color, "stroke-width": 2.2 });
  const drawn: PatternId = view.quality === "illustratif" && classIndex >= 0 ? "hachures" : pattern;
  const plain = tag("rect", { ...box, fill: color, "fill-opacity": String(MARKS[view.mark].opacity), stroke: INK, "stroke-opacity": "0.25", "stroke-width": "0.6" });
  return drawn === "plein" || drawn === "vide" ? plain : plain + tag("rect", { ...box, fill: patternUrl(drawing, drawn, INK), "fill-opacity": String(PATTERN_OPACITY) });
}

const BINS = 36;

function histogramBars({ view }: ScaledView, scale: ClassedScale, x: number, y: number, width: number): Block {
  const domain = histogramDomain(scale);
  const values = viewValues(view);
  if (domain === null || !(values instanceof Float64Array)) return { svg: "", height: 0 };
  const bars = histogram(values, scale, BINS);
  const top = Math.max(1, ...bars.map(({ base, count }) => base + count));
  const [min, max] = domain;
  const at = (value: number): number => x + ((value - min) / (max - min)) * width;
  const foot = y + HISTOGRAM;
  const drawn = bars.map(({ x0, x1, base, count, classIndex }) => {
    const [low, high] = [(base / top) * (HISTOGRAM - 4), ((base + count) / top) * (HISTOGRAM - 4)];
    return tag("rect", { x: at(x0) + 0.4, y: foot - high, width: Math.max(0.5, at(x1) - at(x0) - 0.8), height: high - low, fill: classColor(scale, classIndex), stroke: INK, "stroke-opacity": "0.25", "stroke-width": "0.4" });
  });
  const end = (value: number, left: number, anchor: "start" | "end"): string =>
    textLine(left, foot + 10, circleLabel(value, view.unit, scale.digits), { size: 8.6, anchor, fill: SOFT_INK });
  const ends = [end(min, x, "start"), end(max, x + width, "end")];
  const bounds = scale.breaks.map((bound) => tag("path", { d: `M${at(bound).toFixed(1)} ${y}V${foot + 3}`, stroke: INK, "stroke-width": "0.7", "stroke-dasharray": "2 1.5" }));
  const axis = tag("path", { d: `M${x} ${foot}H${x + width}`, stroke: INK, "stroke-width": "0.7" });
  return { svg: tag("g", {}, ...drawn, ...bounds, axis, ...ends), height: HISTOGRAM + 16 };
}

/** How a kind of layer stands in the legend: one line a kind. */
const LEGENDS: Readonly<Record<OrigineCouche["kind"], (drawing: Drawing, couche: CoucheChargee, x: number, y: number, width: number) => Block>> = {
  zonage: zonageLegend,
  limites: limitesLegend,
  perimetres: perimetresLegend,
  medecins: medecinsLegend,
  points: pointsLegend,
};

/** The layers, one under the other, each with what must be known of it. */
export function couchesLegend(drawing: Drawing, x: number, y: number, width: number): Block {
  const parts: string[] = [];
  let at = y;
  for (const couche of sortedCouches(drawing).toReversed()) {
    const block = LEGENDS[ORIGINE_COUCHE[couche.couche].kind](drawing, couche, x, at, width);
    const note = noteLines(couche, x, at + block.height, width);
    parts.push(block.svg, note.svg);
    at += block.height + note.height + 4;
  }
  return { svg: tag("g", {}, ...parts), height: at - y };
}

function noteLines({ couche }: CoucheChargee, x: number, y: number, width: number): Block {
  const { note } = COUCHE_TEXTE[couche];
  if (note === "") return { svg: "", height: 0 };
  const lines = wrapWithin(note, width - SWATCH.width - 8, 8.6, 3);
  return {
    svg: lines.map((line, i) => textLine(x + SWATCH.width + 8, y + 6 + i * 11, line, { size: 8.6, fill: SOFT_INK })).join(""),
    height: lines.length * 11,
  };
}

/** A line of the legend: what is drawn, in the column of swatches, then its words. */
function labelled(x: number, y: number, drawn: string, label: string): string {
  return drawn + textLine(x + SWATCH.width + 8, y + 11, label, { size: TEXT, fill: INK });
}

function zonageLegend(drawing: Drawing, { features }: CoucheChargee, x: number, y: number): Block {
  const rows = ZONES.map((zone, i) => {
    const { color, pattern } = ZONE_STYLES[zone];
    const top = y + i * LINE;
    const box = { x, y: top, ...SWATCH, fill: patternUrl(drawing, pattern, color), stroke: color, "stroke-width": 1.3 };
    const communes = features.features.filter((feature) => zoneOf(feature) === zone).reduce((sum, { properties }) => sum + Number(properties?.["communes"] ?? 0), 0);
    const count = communes > 0 ? ` : ${formatNumber(communes)} ${countHead("commune")}` : "";
    return labelled(x, top, tag("rect", box), `${zone}, ${ZONE_TEXTE[zone]}${count}`);
  });
  return { svg: rows.join(""), height: ZONES.length * LINE };
}

function limitesLegend(_: Drawing, { couche }: CoucheChargee, x: number, y: number): Block {
  const line = tag("path", { d: `M${x} ${y + 7}h${SWATCH.width}`, stroke: INK, "stroke-width": 1.6, "stroke-dasharray": "4 2" });
  return { svg: labelled(x, y, line, COUCHE_TEXTE[couche].nom), height: LINE };
}

function perimetresLegend(_: Drawing, { couche, count }: CoucheChargee, x: number, y: number): Block {
  const { color = INK, dash = [] } = PERIMETRES[couche] ?? {};
  const line = tag("path", { d: `M${x} ${y + 7}h${SWATCH.width}`, stroke: color, "stroke-width": 2, "stroke-dasharray": dash.map((length) => length * 2).join(" ") });
  return { svg: labelled(x, y, line, `${COUCHE_TEXTE[couche].nom} : ${coucheCount(couche, count)}`), height: LINE };
}

const MEDECINS_SHOWN = [1, 10, 100];

function medecinsLegend(drawing: Drawing, { couche }: CoucheChargee, x: number, y: number, width: number): Block {
  const factor = medecinFactor(drawing.zoom);
  const title = textLine(x, y + 11, COUCHE_TEXTE[couche].nom, { size: TEXT, fill: INK });
  let left = x;
  const circles = MEDECINS_SHOWN.map((nombre) => {
    const r = factor * Math.sqrt(nombre);
    const drawn = tag("circle", { cx: left + r, cy: y + 18 + factor * 10, r, fill: COULEUR_MEDECIN, "fill-opacity": "0.45", stroke: "#ffffff" });
    const label = textLine(left + r * 2 + 4, y + 22 + factor * 10, formatNumber(nombre), { size: TEXT - 1, fill: INK });
    left += Math.min(r * 2 + 34, width / 3);
    return drawn + label;
  });
  return { svg: title + circles.join(""), height: 20 + factor * 20 };
}

function pointsLegend(drawing: Drawing, { couche, features, count }: CoucheChargee, x: number, y: number): Block {
  const present = new Set(features.features.map(({ properties }) => String(properties?.["genre"])));
  const symbols = symbolsOfCouche(couche).filter((symbol, _, all) => all.length === 1 || present.has(symbol));
  const rows = symbols.map((symbol, i) => {
    const top = y + i * LINE;
    const words = symbols.length === 1 ? coucheCount(couche, count) : (SYMBOLE_TEXTE as Readonly<Record<string, string>>)[symbol];
    return labelled(x, top, symbolAt(drawing, symbol, x + SWATCH.width / 2, top + 7, 0.72), words ?? COUCHE_TEXTE[couche].nom);
  });
  return { svg: rows.join(""), height: symbols.length * LINE };
}
