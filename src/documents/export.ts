import type { Feuille } from "./pages/feuille";

/** The pages of a presentation, ready to be written. */
export interface Dossier {
  readonly titre: string;
  readonly feuilles: readonly Feuille[];
  /** Epoch milliseconds. */
  readonly date: number;
}

/** What a writer cannot make by itself. */
export interface Materiel {
  /** Noto Sans, regular and semi-bold, and Noto Sans Math for the signs that they have not: WOFF files. */
  readonly polices: { readonly texte: Uint8Array; readonly gras: Uint8Array; readonly signes: Uint8Array };
  /** Each page's maps as PNG `data:` URLs, where pixels are needed; none where there is no map. */
  readonly images: readonly (readonly string[])[];
  /** The symbols of the legends as PNG `data:` URLs, by name; one that is missing is a coloured dot. */
  readonly symboles: Readonly<Record<string, string>>;
}

/** Told after each page: how many are done. */
export type Avancer = (pages: number) => void;

/** A way of writing a presentation as one file. Rejects on a defect; nothing is left behind. */
export type Ecrivain = (dossier: Dossier, materiel: Materiel, avancer: Avancer) => Promise<Uint8Array<ArrayBuffer>>;
