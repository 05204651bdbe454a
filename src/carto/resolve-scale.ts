import { findColumn, numberValues, textValues } from "../domain/table";
import { classBounds, finiteSorted } from "./classify";
import { NO_DATA, paletteColors } from "./palettes";
import type { ClassSpec, ClassedScale, Scale } from "./scale";
import type { View } from "./view";

/**
 * The scale of a view with its data: the single source of the map's colours, the legend, the histogram and the
 * SVG documents. `override` is the user's choice of classes; it has no effect on categories and circles.
 * Call it once per (view, override) and pass the result around: the map recognises a scale by its reference.
 */
export function resolveScale(view: View, override?: ClassSpec): Scale {
  const spec = view.scale;
  if (spec.kind === "categories") return { ...spec, noData: NO_DATA };
  const values = numberValues(view.table, view.column);
  const sorted = finiteSorted(values);
  const max = sorted.at(-1) ?? Number.NaN;
  if (spec.kind === "proportionnel") {
    return { kind: "proportionnel", max: Math.max(0, max || 0), maxRadius: spec.maxRadius, color: spec.color };
  }
  const chosen = override ?? spec.defaultClasses;
  const hidden = hiddenDigits(view);
  const { breaks, digits } = classBounds(values, chosen, view.digits + hidden);
  return {
    kind: "classes",
    spec: chosen,
    min: sorted[0] ?? Number.NaN,
    max,
    breaks,
    digits: Math.max(0, digits - hidden),
    colors: paletteColors(spec.palette, breaks.length + 1, spec.reversed),
    noData: NO_DATA,
  };
}

/** A share is stored from 0 to 1 and shown in percent: two decimals more than what is shown. */
function hiddenDigits(view: View): number {
  return view.unit === "part" ? 2 : 0;
}

/** What a view's rows hold: numbers, or the value of a category. */
export function viewValues(view: View): Float64Array | readonly (string | null)[] {
  return findColumn(view.table, view.column)?.type === "texte"
    ? textValues(view.table, view.column)
    : numberValues(view.table, view.column);
}

/** Class of a value, lowest first; −1 for « pas de donnée ». Classes are ]a ; b]: a value equal to a bound is in the class below. */
export function classOf(scale: Scale, value: number | string | null | undefined): number {
  if (value === null || value === undefined) return -1;
  if (scale.kind === "categories") return scale.categories.findIndex((category) => category.value === value);
  if (typeof value !== "number" || !Number.isFinite(value)) return -1;
  if (scale.kind === "proportionnel") return 0;
  const index = scale.breaks.findIndex((bound) => value <= bound);
  return index === -1 ? scale.breaks.length : index;
}

interface Known {
  readonly scale: Scale;
  readonly classes: Int16Array;
}
const known = new WeakMap<View, Known>();

/** Class of each row of a view, −1 for « pas de donnée »: worked out once for what the map, the legend and the table read. */
export function rowClasses(view: View, scale: Scale): Int16Array {
  const found = known.get(view);
  if (found?.scale === scale) return found.classes;
  const values = viewValues(view);
  const classes = new Int16Array(view.table.length);
  for (let row = 0; row < classes.length; row += 1) classes[row] = classOf(scale, values[row]);
  known.set(view, { scale, classes });
  return classes;
}

/** Number of classes of a scale, « pas de donnée » apart. */
export function classCount(scale: Scale): number {
  if (scale.kind === "categories") return scale.categories.length;
  return scale.kind === "classes" ? scale.breaks.length + 1 : 1;
}

/** Hexadecimal colour of a class; that of « pas de donnée » for −1. */
export function classColor(scale: Scale, index: number): string {
  if (scale.kind === "proportionnel") return index === 0 ? scale.color : NO_DATA;
  if (scale.kind === "categories") return scale.categories[index]?.color ?? scale.noData;
  return scale.colors[index] ?? scale.noData;
}

export function colorOf(scale: Scale, value: number | string | null | undefined): string {
  return classColor(scale, classOf(scale, value));
}

/** Pixels of a proportional circle: the area follows the value; 0 for « pas de donnée » and for nothing. */
export function radiusOf(scale: Scale, value: number | string | null | undefined): number {
  if (scale.kind !== "proportionnel" || typeof value !== "number" || !(value > 0) || scale.max <= 0) return 0;
  return scale.maxRadius * Math.sqrt(value / scale.max);
}

/**
 * The classes after a bound was dragged (histogram): always « manuel ». The bound stays strictly between its
 * neighbours and is rounded to the decimals of the view's figures.
 * @param index position in `scale.breaks`
 */
export function moveBreak(scale: ClassedScale, index: number, value: number, view: View): ClassSpec {
  const decimals = Math.max(scale.digits, view.digits) + hiddenDigits(view);
  const step = 10 ** -decimals;
  const low = (scale.breaks[index - 1] ?? Number.NEGATIVE_INFINITY) + step;
  const high = (scale.breaks[index + 1] ?? Number.POSITIVE_INFINITY) - step;
  const moved = Number(Math.min(Math.max(value, low), high).toFixed(decimals));
  return { method: "manuel", breaks: scale.breaks.map((bound, i) => (i === index && Number.isFinite(value) ? moved : bound)) };
}
