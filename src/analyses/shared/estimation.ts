import type { SiteList } from "../../domain/genre-site";
import type { Provenance } from "../../domain/provenance";
import { numberValues, type Table } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import { crowFlyMinutes, crowFlyRoadKm, nearestCrowFly } from "../../geo/crow-fly";
import type { Demande } from "./points";
import type { Trajets } from "./trajets";

/** Some demand points and the table (with `lon`, `lat`) they are rows of. */
export interface PointsDe {
  readonly table: Table;
  readonly demande: Demande;
}

/**
 * Demand points numbered from `first` on, in place of the edges they would join in a network: minutes without a network
 * are asked for by these numbers. A point without coordinates is nowhere (−1).
 */
export function numberPoints({ table, demande }: PointsDe, first: number): Attachments {
  const lon = numberValues(table, "lon");
  const lat = numberValues(table, "lat");
  const known = (row: number): boolean => Number.isFinite(lon[row]) && Number.isFinite(lat[row]);
  const edge = Int32Array.from(demande.rows, (row, i) => (known(row) ? first + i : -1));
  return { edge, share: new Float32Array(edge.length), metres: Float32Array.from(edge, (number) => (number < 0 ? Number.NaN : 0)) };
}

/** Every site has its place, its own: without a network of ours none is outside. */
export function numberSites({ ids }: SiteList): Attachments {
  return { edge: Int32Array.from(ids.keys()), share: new Float32Array(ids.length), metres: new Float32Array(ids.length) };
}

/** Coordinates of the points of several lists, one list after the other: the numbers of `numberPoints`. */
function coordinates(points: readonly PointsDe[], column: "lon" | "lat"): Float64Array {
  return Float64Array.from(points.flatMap(({ table, demande }) => {
    const values = numberValues(table, column);
    return Array.from(demande.rows, (row) => values[row] ?? Number.NaN);
  }));
}

/**
 * Minutes to the nearest of the sites as the crow flies, from points numbered in the given order. Yields the share done.
 */
export function* estimateTrajets(points: readonly PointsDe[], sites: SiteList): Generator<number, Trajets, void> {
  const { index, km } = yield* nearestCrowFly(coordinates(points, "lon"), coordinates(points, "lat"), sites.lon, sites.lat, 1);
  return {
    sites,
    rattachement: numberSites(sites),
    nombre: sites.ids.length,
    depuis({ edge }) {
      const kmOf = Float64Array.from(edge, (point) => km[point] ?? Number.NaN);
      return {
        minutes: kmOf.map(crowFlyMinutes),
        km: kmOf.map(crowFlyRoadKm),
        site: edge.map((point) => index[point] ?? -1),
        // Without a graph its edge is nowhere.
        limite: new Uint8Array(edge.length),
      };
    },
  };
}

/** The estimate among the sources of a result: what stands in the place of the road. */
export const SOURCE_ESTIMATION: Provenance = {
  resource: "estimation-vol-oiseau",
  title: "Minutes : estimation à vol d'oiseau",
  publisher: "Maillage",
  licence: "sans objet",
  vintage: "2026",
  quality: "derive",
  note: "3,1 min + 1,28 min par kilomètre à vol d'oiseau, ajusté sur les minutes par la route de la région : écart moyen d'environ 4 min. Kilomètres par la route : ceux à vol d'oiseau × 1,36 sous 5 km, puis 1,31, 1,28, 1,26 et 1,23 au-delà de 80.",
};
