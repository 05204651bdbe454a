import { MOTEURS } from "../../domain/moteur";
import type { LngLat } from "../../domain/units";
import { type Acces, asObject, coordonnee, type DemandeIsochrone, type DemandeLot, minutesOfSeconds, type Moteur, readAnswer, readMatrix } from "./moteur";
import { readZones } from "./zones";

const { nom } = MOTEURS.openrouteservice;

const place = ([lon, lat]: LngLat): LngLat => [coordonnee(lon), coordonnee(lat)];

function post({ adresse, cle }: Acces, service: string, body: unknown) {
  const headers = { Authorization: cle, "Content-Type": "application/json" };
  return { url: `${adresse}/v2/${service}/driving-car`, method: "POST", headers, body: JSON.stringify(body) } as const;
}

/** `{error: {code, message}}`, or `{error: "…"}` for what concerns the key and the quota. */
function messageDe({ error }: Readonly<Record<string, unknown>>): string | null {
  if (typeof error === "string") return error;
  const { code, message } = asObject(error) ?? {};
  return typeof message === "string" ? [code, message].filter((part) => part !== undefined).join(" : ") : null;
}

/** Requests a second that the free plan allows: 40 matrices and 20 isochrones a minute. */
const MATRICES_A_MINUTE = 40;
const ISOCHRONES_A_MINUTE = 20;

/** openrouteservice (HeiGIT), v2: `durations` in seconds, null where there is no way; 3 500 pairs a matrix. */
export const openrouteservice: Moteur = {
  id: "openrouteservice",
  matrice: {
    debit: MATRICES_A_MINUTE / 60,
    limites: { origines: 50, destinations: 50, points: 100 },
    buildRequest({ origines, destinations }: DemandeLot, acces) {
      const locations = [...origines, ...destinations].map(place);
      const indices = Array.from(locations.keys());
      return post(acces, "matrix", { locations, sources: indices.slice(0, origines.length), destinations: indices.slice(origines.length), metrics: ["duration"] });
    },
    parseResponse(reponse, demande) {
      const read = readAnswer(nom, reponse, messageDe);
      return read.ok ? readMatrix(nom, read.value["durations"], demande, minutesOfSeconds) : read;
    },
  },
  isochrone: {
    debit: ISOCHRONES_A_MINUTE / 60,
    limites: { minutes: 10 },
    buildRequest: ({ point, minutes, sens }: DemandeIsochrone, acces) =>
      post(acces, "isochrones", { locations: [place(point)], range: minutes.map((time) => time * 60), range_type: "time", location_type: sens === "depart" ? "start" : "destination" }),
    parseResponse(reponse, { minutes }) {
      const read = readAnswer(nom, reponse, messageDe);
      // `value`: the range it was asked for, in seconds.
      return read.ok ? readZones(nom, read.value, minutes, ({ value }) => (typeof value === "number" ? value / 60 : null)) : read;
    },
  },
};
