import { unzipSync, zipSync } from "fflate";

const TYPES = "[Content_Types].xml";

/** The library declares a slide master for every slide, though it writes one: a part that is declared and is not there makes a strict reader refuse the file. */
export function retirerAbsents(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(octets);
  const types = parts[TYPES];
  if (types === undefined) throw new Error(`PPTX: no ${TYPES}`);
  const kept = new TextDecoder().decode(types).replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, name: string) => (name in parts ? whole : ""));
  return zipSync({ ...parts, [TYPES]: new TextEncoder().encode(kept) });
}
