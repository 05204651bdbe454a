import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { colorOf } from "../resolve-scale";
import { state } from "../style-parts";
import type { Mark } from "./mark";

/** How a line in its class's colour is drawn over its rim. */
interface Trace {
  readonly cap: "butt" | "round";
  readonly rim: { readonly color: string; readonly opacity: number };
  readonly rimWidth: ExpressionSpecification;
  readonly width: ExpressionSpecification;
  /** Opacity of the rim and of the line when another class is pointed at. */
  readonly dimmed: readonly [rim: number, line: number];
}

const dims = (opacity: number, otherwise: number): ExpressionSpecification => ["case", ["boolean", ["feature-state", "estompe"], false], opacity, otherwise];

/** A line and the rim under it, for the marks that draw lines of the result. */
export function rimmedLayers(id: string, { cap, rim, rimWidth, width, dimmed }: Trace): ReturnType<Mark["layers"]> {
  const layout = { ...(cap === "round" ? { "line-cap": "round" as const } : {}), "line-join": "round" as const };
  const one = (suffix: string, color: ExpressionSpecification | string, lineWidth: ExpressionSpecification, opacity: ExpressionSpecification): ReturnType<Mark["layers"]>[number] => ({
    etage: "limites",
    layer: { id: `vue-${id}${suffix}`, type: "line", source: `vue-${id}`, layout, paint: { "line-color": color, "line-width": lineWidth, "line-opacity": opacity } },
  });
  return [one("-bord", rim.color, rimWidth, dims(dimmed[0], rim.opacity)), one("", ["to-color", state("couleur", "rgba(0,0,0,0)")], width, dims(dimmed[1], 1))];
}

/** State of a feature drawn so. */
export const rimmedState: Mark["state"] = ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) });
