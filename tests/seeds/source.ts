import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../scripts/build-site.mjs";
import { sourcesFolder } from "../../scripts/build/source";

export type Lignes = readonly [number, number];

/** A file of seeds/, as it is written. */
export function readSeed(name: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, "seeds", name), "utf8"));
}

/** Lower case without accents, spaces, line breaks or punctuation: the extracted text cuts words anywhere. */
export function fold(text: string): string {
  return text.replaceAll("œ", "oe").normalize("NFD").toLowerCase().replaceAll(/[^a-z0-9%+]/g, "");
}

/** The extracted text of a document, or no line where the sources are not there. */
export function sourceLines(fichier: string): readonly string[] {
  const file = path.join(sourcesFolder(ROOT), "../seeds", fichier);
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

export function passageOf(text: readonly string[], [first, last]: Lignes): string {
  return text.slice(first - 1, last).join("\n");
}

/** A fact, its place or places, and the words that prove them. */
export interface Preuve {
  readonly nom: string;
  readonly lignes: readonly Lignes[];
  readonly mots: readonly string[];
}

/** The words that stand at none of the places they prove. */
export function perdus(text: readonly string[], preuves: readonly Preuve[]): readonly string[] {
  return preuves.flatMap(({ nom, lignes, mots }) => mots.filter((mot) => !lignes.some((place) => fold(passageOf(text, place)).includes(fold(mot)))).map((mot) => `${nom}: « ${mot} »`));
}

/** Words of a text, folded, in order: what a copied sentence would share with its source. */
const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}%]+/u).map(fold).filter(Boolean);

/** Longest run of words that two texts share: facts are in our own words. */
export function longestRun(own: string, source: string): number {
  const [a, b] = [wordsOf(own), wordsOf(source)];
  let before = new Uint16Array(b.length + 1);
  let best = 0;
  for (const word of a) {
    const now = new Uint16Array(b.length + 1);
    b.forEach((other, j) => {
      if (other === word) best = Math.max(best, (now[j + 1] = (before[j] ?? 0) + 1));
    });
    before = now;
  }
  return best;
}
