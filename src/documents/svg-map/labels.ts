import { namedFrom, VILLE } from "../../carto/basemap";
import { INK, PAPER } from "../../carto/palettes";
import { communePoints, departementPoints } from "../../carto/points";
import { atZoom } from "../../carto/style-parts";
import { overlaps, type Box, type Drawing } from "./input";
import type { Frame } from "./projection";
import { textWidth } from "./text-fit";
import { textLine } from "./xml";

const BOLD_FROM = 8_000;
/** Names on one page: beyond, it is a list. */
const MAX_NAMES = 60;

/** A page is read from nearer than a screen: it names what the map would at this many zooms more. */
const CLOSER = 0.8;

interface Name {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Offsets of the text's middle from its point, tried in order. */
  readonly places: readonly (readonly [dx: number, dy: number])[];
}

/** Names of communes by population, then of départements, each where it meets neither a symbol nor another name. */
export function labelLayer(drawing: Drawing, symbols: readonly Box[]): string {
  const taken: Box[] = [];
  const towns = communeLabels(drawing, symbols, taken);
  return departementLabels(drawing, [...symbols, ...taken]) + towns;
}

function communeLabels({ input, projection, zoom }: Drawing, symbols: readonly Box[], taken: Box[]): string {
  const threshold = namedFrom(zoom + CLOSER);
  const communes = communePoints(input.communes)
    .features.map(({ geometry, properties }) => ({
      at: projection.point(geometry.coordinates),
      nom: String(properties?.["nom"] ?? ""),
      population: Number(properties?.["population"] ?? 0),
    }))
    .filter(({ population }) => population >= threshold)
    .toSorted((a, b) => b.population - a.population);
  const texts: string[] = [];
  for (const { at, nom, population } of communes) {
    if (texts.length >= MAX_NAMES) break;
    const town = population >= VILLE;
    const size = nameSize(zoom, population);
    const name: Name = { text: nom, size, bold: population >= BOLD_FROM, places: town ? [[0, size * 1.2]] : around(nom, size) };
    // A town is named whatever stands there.
    const placed = place(name, at, projection.frame, town ? taken : [...symbols, ...taken]);
    if (placed === null) continue;
    taken.push(placed.box);
    texts.push(textLine(placed.x, placed.y, nom, { size, bold: name.bold, anchor: "middle", fill: INK, halo: PAPER }));
  }
  return texts.join("");
}

function departementLabels({ input, projection, zoom }: Drawing, taken: readonly Box[]): string {
  const size = atZoom(zoom, [6, 9, 9, 12]);
  const codes = new Set(input.territoires.features.map(({ properties }) => String(properties?.["code"] ?? "").slice(0, 2)));
  return departementPoints(input.fond?.departements ?? { type: "FeatureCollection", features: [] })
    .features.map(({ geometry, properties }) => {
      // Alone on the map, a département needs no name: the title says it.
      if (codes.size === 1 && codes.has(String(properties?.["code"]))) return "";
      const text = String(properties?.["nom"] ?? "").toUpperCase();
      const placed = place({ text, size: size * 1.3, bold: false, places: [[0, 0]] }, projection.point(geometry.coordinates), projection.frame, taken);
      return placed === null ? "" : textLine(placed.x, placed.y, text, { size, anchor: "middle", fill: "#77736a", halo: PAPER, spacing: size * 0.2 });
    })
    .join("");
}

/** As on the interactive map: from 10 for a village to 22 for a large town seen from near. */
function nameSize(zoom: number, population: number): number {
  const share = Math.min(Math.max((Math.sqrt(population) - 15) / 345, 0), 1) ** 0.6;
  return atZoom(zoom, [6, 9.5, 12, 12]) + share * atZoom(zoom, [6, 4, 12, 9]);
}

function around(text: string, size: number): Name["places"] {
  const side = textWidth(text, size) / 2 + size * 0.9;
  return [
    [0, 0],
    [0, -size * 1.3],
    [0, size * 1.3],
    [side, 0],
    [-side, 0],
  ];
}

interface Placed {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly box: Box;
}

function place({ text, size, bold, places }: Name, [px, py]: readonly [number, number], frame: Frame, taken: readonly Box[]): Placed | null {
  const half = textWidth(text, size, bold) / 2;
  for (const [dx, dy] of places) {
    const [x, y] = [px + dx, py + dy];
    const box = { x0: x - half - 3, x1: x + half + 3, y0: y - size * 0.62, y1: y + size * 0.62 };
    const inside = box.x0 > frame.x && box.x1 < frame.x + frame.width && box.y0 > frame.y && box.y1 < frame.y + frame.height;
    if (inside && !taken.some((other) => overlaps(box, other))) return { x, y: y + size * 0.35, box };
  }
  return null;
}
