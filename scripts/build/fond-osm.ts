import type { BBox, Position } from "geojson";
import { ODBL } from "./licences";
import type { Head } from "./table-csv";

/** Haute-Vienne with a margin of some 6 km: what the first screen shows. */
export const BOITE_87: BBox = [0.56, 45.39, 1.98, 46.45];
/** Square degrees in a hectare at 45.8° north. */
export const HECTARE = 1.155e-6;

export const OSM: Pick<Head, "licenses" | "sources" | "publisher" | "vintage" | "quality"> = {
  licenses: [ODBL],
  sources: [{ title: "OpenStreetMap, août 2021", path: "https://www.openstreetmap.org/copyright" }],
  publisher: "Contributeurs d'OpenStreetMap",
  vintage: "août 2021",
  quality: "derive",
};

/** Whether the box of the points meets the given one; null is everywhere. */
export function touches(points: readonly Position[], boite: BBox | null): boolean {
  if (boite === null) return true;
  const [west, south, east, north] = boite;
  const x = points.map((p) => p[0] ?? Number.NaN);
  const y = points.map((p) => p[1] ?? Number.NaN);
  return Math.max(...x) >= west && Math.min(...x) <= east && Math.max(...y) >= south && Math.min(...y) <= north;
}
