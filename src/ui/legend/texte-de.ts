import type { LegendRow } from "../../carto/legend";
import type { ScaledView } from "../../carto/marks/mark";
import { circleLabel, legendLabel } from "../../textes/legende";

/** A class in words. */
export function texteDe(row: LegendRow, { view, scale }: ScaledView): string {
  if (scale.kind === "proportionnel") return circleLabel(row.to, view.unit, view.digits);
  return legendLabel(row, view.unit, scale.kind === "classes" ? scale.digits : view.digits);
}
