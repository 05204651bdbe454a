import { MOTEURS } from "../../domain/moteur";
import type { LngLat } from "../../domain/units";
import { asObject, coordonnee, type DemandeIsochrone, type DemandeLot, minutesOfSeconds, type Moteur, readAnswer, readMatrix } from "./moteur";
import { readZones } from "./zones";

const { nom } = MOTEURS.valhalla;

const place = ([lon, lat]: LngLat) => ({ lat: coordonnee(lat), lon: coordonnee(lon) });

/** A POST without a JSON content type: the browser then asks no leave beforehand (OPTIONS), which Valhalla refuses. */
function post(url: string, body: unknown) {
  return { url, method: "POST", headers: {}, body: JSON.stringify(body) } as const;
}

/** `{error_code: 171, error: "No suitable edges near location", status_code, status}` */
function messageDe({ error, error_code: code }: Readonly<Record<string, unknown>>): string | null {
  return typeof error === "string" ? (typeof code === "number" ? `${code} : ${error}` : error) : null;
}

/** Valhalla: `time` in seconds, null where there is no way. By default 50 locations a side, 2 500 pairs, 4 contours. */
export const valhalla: Moteur = {
  id: "valhalla",
  matrice: {
    debit: 5,
    limites: { origines: 50, destinations: 50, points: 100 },
    buildRequest: ({ origines, destinations }: DemandeLot, { adresse }) =>
      post(`${adresse}/sources_to_targets`, { sources: origines.map(place), targets: destinations.map(place), costing: "auto" }),
    parseResponse(reponse, demande) {
      const read = readAnswer(nom, reponse, messageDe);
      return read.ok ? readMatrix(nom, read.value["sources_to_targets"], demande, (cell) => minutesOfSeconds(asObject(cell)?.["time"] ?? null)) : read;
    },
  },
  isochrone: {
    debit: 5,
    limites: { minutes: 4 },
    buildRequest: ({ point, minutes, sens }: DemandeIsochrone, { adresse }) =>
      post(`${adresse}/isochrone`, { locations: [place(point)], costing: "auto", contours: minutes.map((time) => ({ time })), polygons: true, ...(sens === "arrivee" ? { reverse: true } : {}) }),
    parseResponse(reponse, { minutes }) {
      const read = readAnswer(nom, reponse, messageDe);
      return read.ok ? readZones(nom, read.value, minutes, ({ contour }) => contour) : read;
    },
  },
};
