import type { Niveau } from "../domain/perimetre";
import { findColumn } from "../domain/table";
import { classColor, classCount, radiusOf, rowClasses } from "./resolve-scale";
import type { PatternId, Scale } from "./scale";
import type { View } from "./view";

/** One line of the legend, as figures: textes/legende.ts words it. */
export interface LegendRow {
  /** Class of the scale; −1 is « pas de donnée ». */
  readonly classIndex: number;
  readonly color: string;
  readonly pattern: PatternId;
  /** Bounds ]from ; to] of a class; null where the class is open, and for categories. */
  readonly from: number | null;
  readonly to: number | null;
  /** Own name of a category; null otherwise. */
  readonly label: string | null;
  /** Pixels of the circle drawn for `to`; null when the mark is not a circle. */
  readonly radius: number | null;
  /** Rows of the table in this class; inhabitants where `countedIn` says so. */
  readonly count: number;
  /** Their inhabitants; null when the table has no such column, or when they are the count. */
  readonly habitants: number | null;
}

/** What the counts of a legend are counts of: territories of a level, cells, the squares that several are gathered in, points, the inhabitants of zones, or the stretches of a path. */
export type Compte = Niveau | "mailles" | "carres" | "points" | "habitants" | "trajets";

/** Side of the cells of the inhabited grid, metres. */
const COTE_MAILLE = 500;

export function countedIn(view: View): Compte {
  const { geometry } = view;
  if (geometry.kind === "territoires") return geometry.niveau;
  if (geometry.kind === "points") return "points";
  if (geometry.kind === "quadrillage") return "mailles";
  if (geometry.kind === "mailles") return geometry.cote > COTE_MAILLE ? "carres" : "mailles";
  // A zone a class: that there is one of each says nothing.
  return populationOf(view) === null ? "trajets" : "habitants";
}

/**
 * The legend of a view, lowest class first, then « pas de donnée » when at least one row has none. Counts and
 * inhabitants are those of the table: legend, map and table agree because all three read `classOf`.
 * A proportional scale gives up to three round sizes (about a tenth, a third and the whole of its maximum); only the
 * last carries the counts.
 */
export function legendRows(view: View, scale: Scale): readonly LegendRow[] {
  const tallies = tally(view, scale);
  const none = tallies.get(-1);
  const rows = scale.kind === "proportionnel" ? circleRows(scale, tallies.get(0)) : classRows(scale, tallies);
  if (none === undefined) return rows;
  // Figures that are not missing but left out say so themselves.
  const label = findColumn(view.table, view.column)?.vide ?? null;
  return [...rows, { ...EMPTY, label, classIndex: -1, color: classColor(scale, -1), pattern: "vide", ...none }];
}

const EMPTY = { from: null, to: null, label: null, radius: null } as const;

interface Tally {
  readonly count: number;
  readonly habitants: number | null;
}

function tally(view: View, scale: Scale): ReadonlyMap<number, Tally> {
  const classes = rowClasses(view, scale);
  const population = populationOf(view);
  const inhabitants = countedIn(view) === "habitants";
  // « Pas de donnée » first, then the classes.
  const slots = classCount(scale) + 1;
  const [rows, counts, people] = [new Float64Array(slots), new Float64Array(slots), new Float64Array(slots)];
  for (let row = 0; row < classes.length; row += 1) {
    const slot = classes[row]! + 1;
    const here = population?.[row] ?? Number.NaN;
    rows[slot]! += 1;
    counts[slot]! += inhabitants ? here : 1;
    if (!Number.isNaN(here)) people[slot]! += here;
  }
  const tallies = new Map<number, Tally>();
  for (let slot = 0; slot < slots; slot += 1) {
    if (rows[slot]! > 0) tallies.set(slot - 1, { count: counts[slot]!, habitants: population === null || inhabitants ? null : people[slot]! });
  }
  return tallies;
}

/** The inhabitants of each row, when the table says them. */
function populationOf(view: View): Float64Array | null {
  for (const name of ["habitants", "population"]) {
    const column = findColumn(view.table, name);
    if (column?.type === "nombre") return column.values;
  }
  return null;
}

function classRows(scale: Exclude<Scale, { kind: "proportionnel" }>, tallies: ReadonlyMap<number, Tally>): readonly LegendRow[] {
  const nobody: Tally = { count: 0, habitants: [...tallies.values()].some((t) => t.habitants !== null) ? 0 : null };
  return Array.from({ length: classCount(scale) }, (_, index) => {
    const head = { ...EMPTY, classIndex: index, color: classColor(scale, index), ...(tallies.get(index) ?? nobody) };
    if (scale.kind === "categories") {
      const category = scale.categories[index];
      return { ...head, pattern: category?.pattern ?? "plein", label: category?.label ?? null };
    }
    // Thresholds are open at both ends: the same legend whatever the data. Other classes start and end with them.
    const open = scale.spec.method === "seuils" || scale.spec.method === "manuel";
    // A first class that holds one value only (no doctor at all) is that value: « 0 », not « 0 ou moins ».
    const single = index === 0 && scale.min === scale.breaks[0];
    const from = scale.breaks[index - 1] ?? (open && !single ? null : finite(scale.min));
    const to = scale.breaks[index] ?? (open ? null : finite(scale.max));
    return { ...head, pattern: "plein", from, to };
  });
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function circleRows(scale: Extract<Scale, { kind: "proportionnel" }>, whole: Tally | undefined): readonly LegendRow[] {
  const sizes = [...new Set([scale.max / 10, scale.max / 3, scale.max].map(niceFloor))].filter((size) => size > 0);
  return sizes.map((to, i) => {
    const counts = i === sizes.length - 1 ? (whole ?? { count: 0, habitants: null }) : { count: 0, habitants: null };
    const head = { ...EMPTY, classIndex: 0, color: scale.color, pattern: "plein" as const };
    return { ...head, to, radius: radiusOf(scale, to), ...counts };
  });
}

/** The largest of 1, 2, 5 × 10ⁿ not above the value; counts under one are shown as one. */
function niceFloor(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((d) => d * power <= value) ?? 1;
  return Math.max(1, digit * power);
}
