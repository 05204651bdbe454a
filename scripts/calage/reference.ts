import { codeActuel } from "../build/communes-fusionnees";
import { cell, numberOf, numberOrNull, readRows } from "../build/source";
import type { Source } from "../build/step";

/** A commune of 2026 whose METRIC minutes are published. */
export interface CommuneMetric {
  readonly code: string;
  readonly dep: string;
  /** METRIC minutes to the nearest commune with emergency care (SU or SMUR), end of 2019; 0 in that commune. */
  readonly metric: number;
  /** Chef-lieu, degrees. */
  readonly lon: number;
  readonly lat: number;
  /** Inhabitants per km², as METRIC's publisher gives it. */
  readonly densite: number;
  /** The equipped commune METRIC goes to; null where the source names another kind of equipment, nearer. */
  readonly equipee: string | null;
}

/** A commune with emergency care in 2019: METRIC goes to the commune, not to the door. */
export interface CommuneEquipee {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly habitants: number;
}

export interface Reference {
  readonly communes: readonly CommuneMetric[];
  readonly sites: readonly CommuneEquipee[];
  /** Published codes that no commune of 2026 has any more: left out, their present commune counts once. */
  readonly fusionnees: number;
}

/** The Haute-Vienne has no published minutes: its rows are empty, and no row of it reaches the fit. */
export function readReference(source: Source): Reference {
  const places = new Map(readRows(source, "geo/communes-na-attributs.csv", ",").map((row) => [cell(row, "code"), row]));
  const published = readRows(source, "sante/urgences-drees-2019-na.csv", ",").filter((row) => numberOrNull(row, "tps_SU_SMUR") !== null);
  const communes = published.flatMap((row): readonly CommuneMetric[] => {
    const code = cell(row, "Code commune Insee");
    const place = places.get(code);
    if (place === undefined) return [];
    const equipee = cell(row, "typ_equip") === "SU_SMUR" ? cell(row, "com_equipee") : null;
    const [lon, lat] = [numberOf(place, "lon"), numberOf(place, "lat")];
    return [{ code, dep: code.slice(0, 2), metric: numberOf(row, "tps_SU_SMUR"), lon, lat, densite: numberOf(row, "densite"), equipee }];
  });
  return { communes: communes.toSorted((a, b) => (a.code < b.code ? -1 : 1)), sites: readSites(source, places), fusionnees: published.length - communes.length };
}

function readSites(source: Source, places: ReadonlyMap<string, Readonly<Record<string, string>>>): readonly CommuneEquipee[] {
  const around = new Map(readRows(source, "sante/communes-couronne-2021.csv", ";").map((row) => [cell(row, "code_insee"), numberOf(row, "pop_totale_2021")]));
  const habitantsOf = (code: string): number => {
    const place = places.get(codeActuel(code));
    return place === undefined ? (around.get(code) ?? Number.NaN) : numberOf(place, "pop");
  };
  const sites = readRows(source, "sante/urgences-sites-drees-2019.csv", ",").map((row) => ({
    code: cell(row, "code_insee"),
    lon: numberOf(row, "lon"),
    lat: numberOf(row, "lat"),
    habitants: habitantsOf(cell(row, "code_insee")),
  }));
  // Farther than the ring of the region no population is known: none of these is the nearest of a commune of the fit.
  const known = sites.map(({ habitants }) => habitants).filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const median = known[Math.floor(known.length / 2)] ?? Number.NaN;
  return sites.map((site) => (Number.isNaN(site.habitants) ? { ...site, habitants: median } : site));
}
