import type { Analysis } from "./analysis";
import { couverture } from "./couverture/index";
import { densite } from "./densite/index";
import { isochrones } from "./isochrones/index";
import { tempsAcces } from "./temps-acces/index";

/** Every analysis, in the order of the menu. One line each. */
export const ANALYSES: readonly Analysis[] = [tempsAcces, densite, couverture, isochrones];

export function findAnalysis(id: string): Analysis | undefined {
  return ANALYSES.find((analysis) => analysis.id === id);
}
