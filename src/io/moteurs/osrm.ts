import { MOTEURS } from "../../domain/moteur";
import { coordonnee, type DemandeLot, minutesOfSeconds, type Moteur, readAnswer, readMatrix } from "./moteur";

const { nom } = MOTEURS.osrm;

/** `{code: "InvalidQuery", message}`; a success has the code « Ok ». */
function messageDe(json: Readonly<Record<string, unknown>>): string | null {
  const { code, message } = json;
  return typeof code !== "string" || code === "Ok" ? null : [code, message].filter((part) => typeof part === "string").join(" : ");
}

const range = (from: number, count: number): string => Array.from({ length: count }, (_, i) => from + i).join(";");

/**
 * OSRM, service « table » (api v1). A server takes 100 locations by default (`--max-table-size`), as does the public
 * demonstration, which wants one request a second: five is for one's own server.
 */
export const osrm: Moteur = {
  id: "osrm",
  matrice: {
    debit: 5,
    limites: { origines: 80, destinations: 80, points: 100 },
    buildRequest({ origines, destinations }: DemandeLot, { adresse }) {
      const places = [...origines, ...destinations].map(([lon, lat]) => `${coordonnee(lon)},${coordonnee(lat)}`).join(";");
      const query = `sources=${range(0, origines.length)}&destinations=${range(origines.length, destinations.length)}&annotations=duration,distance`;
      return { url: `${adresse}/table/v1/driving/${places}?${query}`, method: "GET", headers: {}, body: null };
    },
    parseResponse(reponse, demande) {
      const read = readAnswer(nom, reponse, messageDe);
      return read.ok ? readMatrix(nom, read.value["durations"], demande, minutesOfSeconds) : read;
    },
  },
  isochrone: null,
};
