declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Code officiel géographique of a commune: always text (« 01004 », « 2A004 »), never a number. */
export type CodeCommune = Branded<string, "CodeCommune">;
/** Minutes by road. NaN is « pas de donnée ». */
export type Minutes = Branded<number, "Minutes">;
export type Metres = Branded<number, "Metres">;
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
