import { type Issue, issue, type IssuePlace } from "../domain/issue";

/** Metropolitan France with a margin, EPSG:4326 degrees. */
const FRANCE = { west: -6, east: 10.5, south: 41, north: 52 } as const;

function inFrance(lon: number, lat: number): boolean {
  return lon >= FRANCE.west && lon <= FRANCE.east && lat >= FRANCE.south && lat <= FRANCE.north;
}

/** What is wrong with a position; null when it is a plausible place in France. */
export function positionIssue(lon: number, lat: number, where: IssuePlace): Issue | null {
  if (inFrance(lon, lat)) return null;
  const params = { lon: String(lon), lat: String(lat) };
  if (inFrance(lat, lon)) return issue("coordonnees-inversees", "erreur", params, where);
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return issue("coordonnees-projetees", "erreur", params, where);
  return issue("coordonnees-hors-zone", "erreur", params, where);
}
