/** Tiles of the ground at one zoom (Mapbox Vector Tiles), by « column/row ». */
export type TuilesFond = ReadonlyMap<string, Uint8Array>;
