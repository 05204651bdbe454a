import type { LegendRow } from "../../carto/legend";
import { countedIn } from "../../carto/legend";
import { PATTERN_OPACITY } from "../../carto/marks/fill";
import { MARKS } from "../../carto/marks/registry";
import { INK } from "../../carto/palettes";
import type { Grille, PatternId } from "../../carto/scale";
import type { View } from "../../carto/view";
import { CROISEMENT } from "../../textes/croisement";
import { formatNumber } from "../../textes/format";
import { countLabel } from "../../textes/legende";
import { SOFT_INK, type Block } from "./furniture";
import { patternUrl } from "./images";
import type { Drawing } from "./input";
import { tag, textLine } from "./xml";

const SMALL = 8.6;
/** Room for the names of the rows, left of the cells. */
const SIDE = 64;
const CELL = 30;
const GAP = 2;

interface GridInput {
  readonly drawing: Drawing;
  readonly view: View;
  readonly grille: Grille;
  /** Row after row of the table, then what has no data. */
  readonly rows: readonly LegendRow[];
}

function cell({ drawing, view }: GridInput, { color, pattern, count }: LegendRow, x: number, y: number, width: number): string {
  const box = { x, y, width, height: CELL, rx: 2 };
  const drawn: PatternId = view.quality === "illustratif" ? "hachures" : pattern;
  const plain = tag("rect", { ...box, fill: color, "fill-opacity": String(MARKS[view.mark].opacity), stroke: INK, "stroke-opacity": "0.25", "stroke-width": "0.6" });
  const over = drawn === "plein" || drawn === "vide" ? "" : tag("rect", { ...box, fill: patternUrl(drawing, drawn, INK), "fill-opacity": String(PATTERN_OPACITY) });
  const text = formatNumber(count);
  // On paper of its own: the figure reads on any colour and pattern.
  const wide = 10 + text.length * 5.6;
  const label = tag("rect", { x: x + (width - wide) / 2, y: y + CELL / 2 - 7.5, width: wide, height: 15, rx: 7.5, fill: "#fffefb" }) + textLine(x + width / 2, y + CELL / 2 + 3.6, text, { size: 10, anchor: "middle", fill: INK });
  return plain + over + label;
}

/** The legend of two readings that cross: a table with a title and classes on each side, and the number of territories in each cell. */
export function gridLegend(input: GridInput, x: number, y: number, width: number): Block {
  const { view, grille: { lignes, colonnes }, rows } = input;
  const columns = colonnes.classes.length;
  const wide = (width - SIDE) / columns;
  const top = y + 14;
  const foot = top + lignes.classes.length * (CELL + GAP);
  const parts = [
    textLine(x, y + 8, lignes.titre, { size: SMALL, fill: SOFT_INK }),
    ...lignes.classes.map((name, row) => textLine(x + SIDE - 6, top + row * (CELL + GAP) + CELL / 2 + 3, name, { size: SMALL, anchor: "end", fill: INK })),
    ...rows.filter(({ classIndex }) => classIndex >= 0).map((row) => cell(input, row, x + SIDE + (row.classIndex % columns) * wide, top + Math.floor(row.classIndex / columns) * (CELL + GAP), wide - GAP)),
    ...colonnes.classes.map((name, column) => textLine(x + SIDE + column * wide + (wide - GAP) / 2, foot + 9, name, { size: SMALL, anchor: "middle", fill: INK })),
    textLine(x + width - GAP, foot + 21, colonnes.titre, { size: SMALL, anchor: "end", fill: SOFT_INK }),
  ];
  const none = rows.find(({ classIndex }) => classIndex === -1);
  if (none !== undefined) parts.push(textLine(x, foot + 34, CROISEMENT.sansDonnee(countLabel(none.count, countedIn(view))), { size: SMALL, fill: SOFT_INK }));
  return { svg: tag("g", {}, ...parts), height: foot + (none === undefined ? 26 : 40) - y };
}
