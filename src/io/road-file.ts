import type { BilanLignes } from "../domain/reseau";
import type { RoadLines } from "../geo/graph/road-lines";

/** Roads of a file, and what was left of the file. */
export interface RoadFile {
  readonly lines: RoadLines;
  readonly bilan: BilanLignes;
}
