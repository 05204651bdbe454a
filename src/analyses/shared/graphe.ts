import type { SiteList } from "../../domain/genre-site";
import { DEPARTEMENTS_NA, type Territoire, type Tuile } from "../../domain/perimetre";
import { numberValues, type Table, textValues } from "../../domain/table";
import { nearestOf } from "../../geo/point-index";
import type { Analysis, EtendueGraphe, Params } from "../analysis";
import { communesDuTerritoire } from "./territoire";

/** Files of the road graph: Haute-Vienne + 50 km in one, or some of the region's tiles, by département. */
export type Graphe = "hv50" | readonly Tuile[];

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Boxes that both graphs hold, degrees EPSG:4326: known before a file is fetched (tested against the files). */
export const EMPRISES = {
  hv50: { west: -0.05, south: 44.95, east: 2.65, north: 46.95 },
  na: { west: -1.915, south: 42.6985, east: 2.7775, north: 47.315 },
} as const satisfies Record<string, Box>;

/**
 * Tiles within this many kilometres of the territory, chef-lieu to chef-lieu, are opened at once: on its borders the
 * nearest site is often across. Measured on every département: less makes one round more, more opens tiles for nothing.
 */
const VOISINAGE_KM = 30;

const inside = ({ west, south, east, north }: Box, lon: number, lat: number): boolean => lon >= west && lon <= east && lat >= south && lat <= north;

/** Sites of the user's list that only the region's graph can reach. */
function beyondHv50({ lon, lat }: SiteList): boolean {
  return Array.from(lon).some((x, i) => {
    const y = lat[i] ?? Number.NaN;
    return inside(EMPRISES.na, x, y) && !inside(EMPRISES.hv50, x, y);
  });
}

/** Chefs-lieux, with the tile of each: what tells which tile holds a place (see scripts/build/tuiles.ts). */
interface ChefsLieux {
  readonly tuile: readonly Tuile[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

/** The chefs-lieux of some tiles. @param communes whole table */
export function chefsDesTuiles(communes: Table, wanted: (tuile: Tuile) => boolean): ChefsLieux {
  const deps = textValues(communes, "dep");
  const rows = Array.from(deps.keys()).filter((row) => wanted(deps[row] as Tuile));
  const pick = (name: string): readonly number[] => {
    const values = numberValues(communes, name);
    return rows.map((row) => values[row] ?? Number.NaN);
  };
  return { tuile: rows.map((row) => deps[row] as Tuile), lon: pick("lon"), lat: pick("lat") };
}

/** The tiles of the territory, those around it, and those of the user's own sites. */
function tuilesDe(territoire: Territoire, communes: Table, sites: SiteList | null): readonly Tuile[] {
  const rows = communesDuTerritoire(territoire, communes);
  const [lon, lat] = [numberValues(communes, "lon"), numberValues(communes, "lat")];
  const [x, y] = [rows.map((row) => lon[row] ?? Number.NaN), rows.map((row) => lat[row] ?? Number.NaN)];
  const own = new Set(rows.map((row) => textValues(communes, "dep")[row]));
  if (sites !== null) {
    const all = chefsDesTuiles(communes, () => true);
    const within = Array.from(sites.lon.keys()).filter((i) => inside(EMPRISES.na, sites.lon[i] ?? Number.NaN, sites.lat[i] ?? Number.NaN));
    const { index } = nearestOf(within.map((i) => sites.lon[i] ?? 0), within.map((i) => sites.lat[i] ?? 0), all.lon, all.lat);
    for (const chef of index) own.add(all.tuile[chef]);
  }
  return DEPARTEMENTS_NA.filter((dep) => {
    if (own.has(dep)) return true;
    const chefs = chefsDesTuiles(communes, (tuile) => tuile === dep);
    return nearestOf(x, y, chefs.lon, chefs.lat).km.some((km) => km <= VOISINAGE_KM);
  });
}

/** Whether the small graph is enough: every commune is in Haute-Vienne, and so is, or nearly, what one travels to. */
export function suffitHv50(territoire: Territoire, communes: Table, sites: SiteList | null): boolean {
  const deps = textValues(communes, "dep");
  return communesDuTerritoire(territoire, communes).every((row) => deps[row] === "87") && (sites === null || !beyondHv50(sites));
}

export function etendueDe(analyse: Analysis, params: Params): EtendueGraphe {
  return analyse.etendue?.(params) ?? analyse.graphe;
}

/**
 * The files to open first for a territory; `tuilesManquantes` then says whether the minutes need more of them.
 * @param communes whole table, unless the small graph is enough
 * @param sites the user's own list
 * @param etendue see `EtendueGraphe`
 */
export function grapheDe(territoire: Territoire, communes: Table, sites: SiteList | null, etendue: EtendueGraphe): Graphe {
  if (etendue === "region") return DEPARTEMENTS_NA;
  if (suffitHv50(territoire, communes, sites)) return "hv50";
  return etendue === "entier" ? DEPARTEMENTS_NA : tuilesDe(territoire, communes, sites);
}
