import type { CsvRecord } from "../csv";
import type { CommuneLue, Lecteur } from "./lecteur";

type ColonneLieu = "lon" | "lat" | "code_insee";

/** What a row of places says of where it is: a commune, coordinates (degrees, EPSG:4326; NaN when empty), or both. */
export interface PositionEcrite {
  readonly commune: CommuneLue | null;
  readonly lon: number;
  readonly lat: number;
}

/** The column that a table of places lacks to say where they are; null when it has `code_insee`, or `lon` and `lat`. */
export function positionManquante(has: (colonne: ColonneLieu) => boolean): ColonneLieu | null {
  if (has("code_insee") || (has("lon") && has("lat"))) return null;
  return has("lon") ? "lat" : "lon";
}

/** The cells of a row that say where it is; null, noted, when one of them cannot be read. */
export function positionEcrite(lecteur: Lecteur<ColonneLieu>, record: CsvRecord): PositionEcrite | null {
  const written = lecteur.text(record, "code_insee");
  const commune = written === "" ? null : lecteur.commune(record, "code_insee");
  const [lon, lat] = [lecteur.number(record, "lon", "un nombre", () => true), lecteur.number(record, "lat", "un nombre", () => true)];
  return (written !== "" && commune === null) || lon === null || lat === null ? null : { commune, lon, lat };
}
