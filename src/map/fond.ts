import { addProtocol } from "maplibre-gl";
import { SCHEMA_FOND } from "../carto/basemap";
import type { MapEvents } from "../carto/map-model";
import type { TuilesFond } from "../domain/tuiles-fond";

/** Archives asked for, by address: each is read once. Null: it could not be had. */
const archives = new Map<string, Promise<TuilesFond | null>>();

/**
 * Answers the map's requests for tiles of the ground from archives of one zoom (`donnees/fond-87.8.bin.gz`). One that could not
 * be had leaves its tiles empty until the network is back: it is then asked for again.
 * @param refresh asks the map for its tiles again
 * @returns stops listening to the network
 */
export function serveFond(read: MapEvents["fond"], refresh: () => void): () => void {
  const missing = new Set<string>();
  addProtocol(SCHEMA_FOND, async ({ url }) => {
    const [adresse = "", tuile = ""] = url.slice(`${SCHEMA_FOND}://`.length).split("&tuile=");
    const reading = archives.get(adresse) ?? read(adresse);
    archives.set(adresse, reading);
    const tuiles = await reading;
    if (tuiles === null) missing.add(adresse);
    // A copy: the map hands the bytes over to its worker.
    return { data: (tuiles?.get(tuile)?.slice() ?? new Uint8Array()).buffer };
  });
  const retry = (): void => {
    if (missing.size === 0) return;
    for (const adresse of missing) archives.delete(adresse);
    missing.clear();
    refresh();
  };
  addEventListener("online", retry);
  return () => removeEventListener("online", retry);
}
