import type { Territoire } from "../../domain/perimetre";
import { numberValues, type Table } from "../../domain/table";
import { communesDuTerritoire } from "./territoire";

/** Box of the embedded graph (Haute-Vienne + about 50 km), degrees EPSG:4326: known before it is fetched. */
const EMPRISE = { west: -0.05, south: 44.95, east: 2.65, north: 46.95 } as const;

/** Whether every chef-lieu of the territory lies in the embedded graph's box: only then is the graph worth loading. */
export function dansEmprise(territoire: Territoire, communes: Table): boolean {
  const lon = numberValues(communes, "lon");
  const lat = numberValues(communes, "lat");
  return communesDuTerritoire(territoire, communes).every((row) => {
    const x = lon[row] ?? Number.NaN;
    const y = lat[row] ?? Number.NaN;
    return x >= EMPRISE.west && x <= EMPRISE.east && y >= EMPRISE.south && y <= EMPRISE.north;
  });
}
