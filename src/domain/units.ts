/** WGS84 (EPSG:4326), degrees, longitude first. */
export type LngLat = readonly [lon: number, lat: number];

/** What a numeric column counts. Written as is in the command line's column names and in exports. */
export type Unit =
  | "habitants"
  | "minutes"
  | "km"
  | "km2"
  | "pour_100k"
  | "part"
  | "nombre"
  | "euros"
  | "consultations"
  | "annee"
  | "degres"
  | "metres";
