import type { Feature, FeatureCollection, Polygon } from "geojson";
import { numberValues, textValues, type Table } from "../domain/table";
import { moveOnGrid } from "../geo/lambert-grid";
import type { View } from "./view";

/** Corners of a square, in half sides: counterclockwise, closed. */
const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
] as const;

function build(table: Table, side: number): FeatureCollection<Polygon> {
  const [codes, noms] = [textValues(table, "code"), textValues(table, "nom")];
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  const features = codes.map((code, row): Feature<Polygon> => {
    const ring = CORNERS.map(([x, y]) => moveOnGrid(lon[row] ?? Number.NaN, lat[row] ?? Number.NaN, (x * side) / 2, (y * side) / 2));
    return { type: "Feature", properties: { code, nom: noms[row] }, geometry: { type: "Polygon", coordinates: [ring] } };
  });
  return { type: "FeatureCollection", features };
}

/** The squares of the last territories looked at, by their key: a new result on the same cells finds the same collection. */
const KEPT = 3;
const known = new Map<string, FeatureCollection<Polygon>>();

/** The squares of a view of cells: properties `code` and `nom`. The same collection for the same key; null for another view. */
export function cellSquares({ geometry, table }: View): FeatureCollection<Polygon> | null {
  if (geometry.kind !== "mailles") return null;
  const found = known.get(geometry.cle) ?? build(table, geometry.cote);
  // Last asked for, last to go.
  known.delete(geometry.cle);
  known.set(geometry.cle, found);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return found;
}
