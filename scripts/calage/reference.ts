import { cell, numberOf, numberOrNull, readRows } from "../build/source";
import type { Source } from "../build/step";

/** A place in degrees, EPSG:4326. */
export interface Lieu {
  readonly lon: number;
  readonly lat: number;
}

/** A commune of 2026 whose METRIC minutes are published. */
export interface CommuneMetric extends Lieu {
  readonly code: string;
  readonly dep: string;
  /** METRIC minutes to the nearest commune with an SU or a SMUR, end of 2019, whole; 0 in that commune. */
  readonly metric: number;
  /** The equipped commune METRIC goes to; null where the source names another kind of equipment, nearer. */
  readonly equipee: string | null;
}

/** A commune with an SU or a SMUR in 2019, at its chef-lieu: METRIC goes to the commune, not to the door. */
export interface CommuneEquipee extends Lieu {
  readonly code: string;
}

export interface Reference {
  readonly communes: readonly CommuneMetric[];
  readonly sites: readonly CommuneEquipee[];
  /** Published codes that no commune of 2026 has any more: left out, their present commune counts once. */
  readonly fusionnees: number;
}

/**
 * METRIC's minutes by commune as the DREES published them for the end of 2019, and the communes they lead to.
 * Haute-Vienne has none: its rows are empty.
 */
export function readReference(source: Source): Reference {
  const places = new Map(readRows(source, "geo/communes-na-attributs.csv", ",").map((row) => [cell(row, "code"), row]));
  const published = readRows(source, "sante/urgences-drees-2019-na.csv", ",").filter((row) => numberOrNull(row, "tps_SU_SMUR") !== null);
  const communes = published.flatMap((row): readonly CommuneMetric[] => {
    const code = cell(row, "Code commune Insee");
    const place = places.get(code);
    if (place === undefined) return [];
    const equipee = cell(row, "typ_equip") === "SU_SMUR" ? cell(row, "com_equipee") : null;
    return [{ code, dep: cell(place, "dep"), metric: numberOf(row, "tps_SU_SMUR"), lon: numberOf(place, "lon"), lat: numberOf(place, "lat"), equipee }];
  });
  const sites = readRows(source, "sante/urgences-sites-drees-2019.csv", ",").map((row) => ({ code: cell(row, "code_insee"), lon: numberOf(row, "lon"), lat: numberOf(row, "lat") }));
  return { communes: communes.toSorted((a, b) => (a.code < b.code ? -1 : 1)), sites, fusionnees: published.length - communes.length };
}
