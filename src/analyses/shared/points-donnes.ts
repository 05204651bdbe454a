/** A place that the user gives: degrees EPSG:4326 to 5 decimals, a name. */
export interface PointDonne {
  readonly nom: string;
  readonly lon: number;
  readonly lat: number;
}

/** Points of one list, at most. */
export const POINTS_MAX = 200;
const NOM_MAX = 80;

/** A point as parameters keep it: « 1.25 45.83 Grange ». */
const ECRIT = /^(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?) (\S.*)$/;
/** A point as it is typed or pasted from a sheet: longitude, latitude, name; decimal commas are read. */
const TAPE = /^\s*(-?\d+(?:[.,]\d+)?)\s*[;\t ]\s*(-?\d+(?:[.,]\d+)?)(?:\s*[;\t ]\s*(.*))?$/;

/** Why a point is refused, in the words of « il faut … ». */
interface Refus {
  readonly attendu: string;
}

type Lu = PointDonne | Refus;

export const estRefus = (lu: Lu): lu is Refus => "attendu" in lu;

const FORME = '{"nom": "…", "lon": 1.2, "lat": 45.9}, en degrés décimaux';

const precis = (degres: number): number => Number(degres.toFixed(5));

/** Where France lies when a latitude is read as a longitude: nothing of the region is there. */
const inversees = (lon: number, lat: number): boolean => lon >= 41 && lon <= 52 && lat >= -6 && lat <= 10;

function placer(nom: string, lon: unknown, lat: unknown): Lu {
  if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon) || !Number.isFinite(lat)) return { attendu: `des nombres pour « lon » et « lat » : ${FORME}` };
  if (inversees(lon, lat)) return { attendu: `la longitude avant la latitude, elles semblent inversées : longitude ${precis(lat)}, latitude ${precis(lon)}` };
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return { attendu: "une longitude de −180 à 180 et une latitude de −90 à 90" };
  const court = nom.replaceAll(/\s+/g, " ").trim();
  return court.length > NOM_MAX ? { attendu: `un nom de ${NOM_MAX} caractères au plus` } : { nom: court, lon: precis(lon), lat: precis(lat) };
}

/** One point of a list, its rank from 1 naming it when it has no name. */
function lirePoint(raw: unknown, rang: number): Lu {
  const sansNom = `Point ${rang}`;
  if (typeof raw === "string") {
    const [, lon, lat, nom] = ECRIT.exec(raw) ?? [];
    return nom === undefined ? { attendu: `« longitude latitude nom », ou ${FORME}` } : placer(nom, Number(lon), Number(lat));
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { attendu: FORME };
  const { nom = sansNom, lon, lat, ...reste } = raw as Readonly<Record<string, unknown>>;
  if (typeof nom !== "string" || Object.keys(reste).length > 0) return { attendu: FORME };
  return placer(nom.trim() === "" ? sansNom : nom, lon, lat);
}

export const ecrirePoint = ({ nom, lon, lat }: PointDonne): string => `${lon} ${lat} ${nom}`;

/** A line typed by hand or pasted from a sheet. */
export function lirePointTape(ligne: string, rang: number): Lu {
  const [, lon, lat, nom = ""] = TAPE.exec(ligne) ?? [];
  if (lon === undefined || lat === undefined) return { attendu: "longitude, latitude puis nom, par exemple « 1,25 45,83 Ancienne école »" };
  return lirePoint({ nom, lon: Number(lon.replace(",", ".")), lat: Number(lat.replace(",", ".")) }, rang);
}

/** Points as parameters keep them. Only for what `normaliserPoints` gave. */
export function lirePoints(ecrits: readonly string[]): readonly PointDonne[] {
  return ecrits.map((ecrit, i) => lirePoint(ecrit, i + 1)).flatMap((lu) => (estRefus(lu) ? [] : [lu]));
}

/** A list of points, of objects or already written, as parameters keep it; or what is wrong with the first wrong one. */
export function normaliserPoints(raw: unknown): { readonly points: readonly string[] } | (Refus & { readonly valeur: string; readonly rang?: number }) {
  if (!Array.isArray(raw)) return { valeur: JSON.stringify(raw) ?? "", attendu: `une liste de points : [${FORME}]` };
  if (raw.length > POINTS_MAX) return { valeur: `${raw.length} points`, attendu: `${POINTS_MAX} points au plus` };
  const points: string[] = [];
  for (const [i, one] of raw.entries()) {
    const lu = lirePoint(one, i + 1);
    if (estRefus(lu)) return { ...lu, valeur: JSON.stringify(one) ?? "", rang: i + 1 };
    points.push(ecrirePoint(lu));
  }
  return { points };
}
