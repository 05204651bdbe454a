import type { MultiPolygon } from "geojson";
import { MOTEURS } from "../../domain/moteur";
import { type Outcome, success } from "../../domain/outcome";
import type { LngLat } from "../../domain/units";
import { asObject, coordonnee, type DemandeIsochrone, type DemandeLot, illisible, type Moteur, readAnswer, type ReponseLot } from "./moteur";
import { polygonsOf } from "./zones";

const { nom } = MOTEURS.ign;

const lonLat = ([lon, lat]: LngLat): string => `${coordonnee(lon)},${coordonnee(lat)}`;

function get(adresse: string, service: string, params: Readonly<Record<string, string>>) {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`);
  return { url: `${adresse}/navigation/${service}?${query.join("&")}`, method: "GET", headers: {}, body: null } as const;
}

/** `{error: {errorType, message}}` */
function messageDe(json: Readonly<Record<string, unknown>>): string | null {
  const error = asObject(json["error"]);
  return error === null ? null : [error["errorType"], error["message"]].filter((part) => typeof part === "string").join(" : ");
}

const NOT_FOUND = 404;
const NO_WAY = /no (?:path|route|data) found/i;

/** The answer repeats the unit it was asked in. */
const MINUTES_PER: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };

/** One pair a request: the Géoplateforme has no matrix. */
function parseItineraire(reponse: { readonly status: number; readonly text: string }): Outcome<ReponseLot> {
  const read = readAnswer(nom, reponse, messageDe);
  // No way between two points is an answer; an unknown resource is a 404 too, and no answer.
  if (!read.ok && reponse.status === NOT_FOUND && NO_WAY.test(reponse.text)) return success({ minutes: Float64Array.of(Number.NaN) });
  if (!read.ok) return read;
  const { duration, timeUnit = "second" } = read.value;
  const minutes = typeof duration === "number" && typeof timeUnit === "string" ? duration * (MINUTES_PER[timeUnit] ?? Number.NaN) : Number.NaN;
  if (!(minutes >= 0)) return illisible(nom, "la durée de l'itinéraire manque");
  return success({ minutes: Float64Array.of(minutes) });
}

/**
 * IGN Géoplateforme, service de navigation (without a key). Route: 10 requests a second; the unit of `duration` is asked
 * for (`timeUnit=second`) rather than left to the server's default. Isochrone: 5 requests a second.
 */
export const ign: Moteur = {
  id: "ign",
  matrice: {
    debit: 10,
    limites: { origines: 1, destinations: 1, points: 2 },
    buildRequest: ({ origines: [start = [0, 0]], destinations: [end = [0, 0]] }: DemandeLot, { adresse }) =>
      get(adresse, "itineraire", { resource: "bdtopo-osrm", start: lonLat(start), end: lonLat(end), profile: "car", optimization: "fastest", getSteps: "false", timeUnit: "second" }),
    parseResponse: parseItineraire,
  },
  isochrone: {
    debit: 5,
    limites: { minutes: 1 },
    buildRequest: ({ point, minutes: [minutes = 0], sens }: DemandeIsochrone, { adresse }) =>
      get(adresse, "isochrone", {
        point: lonLat(point),
        resource: "bdtopo-valhalla",
        costType: "time",
        costValue: String(minutes),
        timeUnit: "minute",
        profile: "car",
        direction: sens === "depart" ? "departure" : "arrival",
        geometryFormat: "geojson",
        crs: "EPSG:4326",
      }),
    parseResponse(reponse, { minutes: [minutes = 0] }): Outcome<readonly MultiPolygon[]> {
      const read = readAnswer(nom, reponse, messageDe);
      if (!read.ok) return read;
      const { geometry, costValue } = read.value;
      const polygons = polygonsOf(geometry);
      if (polygons === null) return illisible(nom, "la géométrie de l'isochrone n'est pas un polygone en longitude et latitude");
      // It repeats what it was asked, as a number or as text.
      if (costValue !== undefined && Number(costValue) !== minutes) return illisible(nom, `la zone de ${minutes} min manque`);
      return success([{ type: "MultiPolygon", coordinates: [...polygons] }]);
    },
  },
};
