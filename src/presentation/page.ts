import type { Document } from "../project/document";
import type { Fiche, SujetFiche } from "../domain/fiche";
import type { Territoire } from "../domain/perimetre";
import type { Provenance } from "../domain/provenance";
import type { Chiffre, Cote, Dessin, Graphique, Legende, Tableau } from "../documents/pages/feuille";

export const VERSION_PRESENTATION = 1;

/** Kinds of page, in the order of the menus: one file each in `genres/`. */
export const GENRES_PAGE = ["carte", "avant-apres", "tableau", "graphique", "fiche", "chiffre", "texte", "section"] as const;
export type GenrePage = (typeof GENRES_PAGE)[number];

/** The screen a page was taken from: what recomputes it. */
export interface EcranPage {
  readonly document: Document;
  /** Id of the view that colours the ground; null for the first one. */
  readonly vue: string | null;
  /** Id of the view of the state on the left of two laid side by side; null for the first one. */
  readonly avant: string | null;
  readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
  /** [west, south, east, north] in degrees that the map showed; null for the whole territory. */
  readonly cadre: readonly [number, number, number, number] | null;
  readonly sujet: SujetFiche | null;
}

/** What the screen said when the page was last computed: plain data, all that is drawn and exported. */
export interface Capture {
  /** Epoch milliseconds. */
  readonly date: number;
  /** Names what it was computed from: another name today means that the page is out of date. */
  readonly cle: string;
  /** Resources that were the user's own: without them, it cannot be computed again. */
  readonly listes: readonly string[];
  readonly territoire: Territoire;
  readonly titre: string;
  readonly phrase: string;
  readonly dessin: Dessin;
  readonly legendes: readonly Legende[];
  /** The two states that the result lays side by side; null when it compares none. */
  readonly paire: { readonly cotes: readonly [Cote, Cote]; readonly legendes: readonly Legende[] } | null;
  readonly tableau: Tableau;
  readonly graphique: Graphique | null;
  readonly chiffres: readonly Chiffre[];
  readonly fiche: Fiche | null;
  readonly sources: readonly Provenance[];
  readonly illustratif: boolean;
  readonly estimation: boolean;
  /** Hash of the address that reopens the live view. */
  readonly lien: string;
}

export interface Page {
  readonly id: string;
  readonly genre: GenrePage;
  readonly titre: string;
  /** What the page says in the presenter's own words: its body for a text, its sentence for the others (« » keeps the result's). */
  readonly texte: string;
  /** The speaker's: never on the page. */
  readonly notes: string;
  /** Null for a page that shows nothing computed. */
  readonly ecran: EcranPage | null;
  /** Null until it has been computed once. */
  readonly capture: Capture | null;
}

/** What the user made of pages: saved in the browser, undoable, exported as a file. */
export interface Presentation {
  readonly version: typeof VERSION_PRESENTATION;
  readonly titre: string;
  readonly pages: readonly Page[];
}

export const PRESENTATION_VIDE: Presentation = { version: VERSION_PRESENTATION, titre: "", pages: [] };
