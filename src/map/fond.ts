import { addProtocol } from "maplibre-gl";
import { SCHEMA_FOND } from "../carto/basemap";
import type { MapEvents } from "../carto/map-model";
import type { TuilesFond } from "../domain/tuiles-fond";

/** Archives asked for, by address: each is read once. */
const archives = new Map<string, Promise<TuilesFond>>();

/** Answers the map's requests for tiles of the ground from archives of one zoom (`donnees/fond-87.8.bin.gz`). */
export function serveFond(read: MapEvents["fond"]): void {
  addProtocol(SCHEMA_FOND, async ({ url }) => {
    const [adresse = "", tuile = ""] = url.slice(`${SCHEMA_FOND}://`.length).split("&tuile=");
    const reading = archives.get(adresse) ?? read(adresse);
    archives.set(adresse, reading);
    const tuiles = await reading;
    // A copy: the map hands the bytes over to its worker.
    return { data: (tuiles.get(tuile)?.slice() ?? new Uint8Array()).buffer };
  });
}
