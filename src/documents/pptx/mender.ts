import { unzipSync, zipSync } from "fflate";

const TYPES = "[Content_Types].xml";

/** A part that is declared and is not there makes a strict reader refuse the file. */
function sansAbsents(types: string, parts: Readonly<Record<string, Uint8Array>>): string {
  return types.replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, name: string) => (name in parts ? whole : ""));
}

/** One number a shape, and the language of the words. */
function diapositive(xml: string): string {
  let id = 0;
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(id += 1)}"`).replaceAll('lang="en-US"', 'lang="fr-FR"');
}

/**
 * Mends what the library leaves: a slide master declared for every slide though there is one, numbers given twice to the shapes of
 * a slide, and words said to be English.
 */
export function mender(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(octets);
  const change = (name: string, edit: (xml: string) => string): void => {
    const part = parts[name];
    if (part !== undefined) parts[name] = new TextEncoder().encode(edit(new TextDecoder().decode(part)));
  };
  change(TYPES, (types) => sansAbsents(types, parts));
  for (const name of Object.keys(parts)) if (/^ppt\/(slides|notesSlides)\/[^/]+\.xml$/.test(name)) change(name, diapositive);
  return zipSync(parts);
}
