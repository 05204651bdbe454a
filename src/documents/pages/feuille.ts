import type { PatternId } from "../../carto/scale";
import type { SymbolId } from "../../carto/symbols";
import type { Fiche } from "../../domain/fiche";
import type { Provenance, Quality } from "../../domain/provenance";

/** What a line of a legend is drawn with. */
export interface Echantillon {
  /** « motif »: the pattern alone, in the colour; « aplat »: the colour, with the pattern over it in ink. */
  readonly forme: "aplat" | "motif" | "cercle" | "symbole" | "trait";
  /** CSS hexadecimal, as the map has it. */
  readonly couleur: string;
  /** How much of it hides the ground, 0 to 1. */
  readonly opacite: number;
  readonly motif: PatternId;
  /** Drawing units, for a circle. */
  readonly rayon: number;
  readonly symbole: SymbolId | null;
}

export interface LigneLegende {
  readonly echantillon: Echantillon;
  readonly libelle: string;
  /** Null where the line counts nothing. */
  readonly compte: number | null;
  readonly habitants: number | null;
}

/** The legend of a view, or of the layers: worded, with the colours of the screen. */
export interface Legende {
  readonly titre: string;
  readonly unite: string;
  /** Null for the layers, whose sources say it. */
  readonly qualite: Quality | null;
  /** Heads of the columns of figures; empty when there is none. */
  readonly compte: string;
  readonly habitants: string;
  readonly lignes: readonly LigneLegende[];
  readonly notes: readonly string[];
}

/** A drawn map: SVG text with the size it was drawn at. */
export interface Dessin {
  readonly svg: string;
  readonly largeur: number;
  readonly hauteur: number;
}

/** One of two states of the same map, and what it is called. */
export interface Cote {
  readonly titre: string;
  readonly dessin: Dessin;
}

export type Cellule = string | number | boolean | null;

export interface Entete {
  readonly libelle: string;
  readonly nombre: boolean;
  /** Decimals shown; null for what is written as it is (a year, a text). */
  readonly decimales: number | null;
  /** A share is stored from 0 to 1 and shown in percent. */
  readonly part: boolean;
  /** What an empty cell says, when it is not that the figure is missing. */
  readonly vide: string | null;
}

/** Rows as they may leave the browser: figures about too few persons are « < 5 » already. */
export interface Tableau {
  readonly entetes: readonly Entete[];
  readonly lignes: readonly (readonly Cellule[])[];
}

export interface Barre {
  readonly libelle: string;
  readonly valeur: number;
  readonly couleur: string;
}

/** Bars on one axis that starts at 0. */
export interface Graphique {
  readonly titre: string;
  readonly unite: string;
  readonly decimales: number;
  readonly barres: readonly Barre[];
}

export interface Chiffre {
  readonly valeur: string;
  readonly libelle: string;
}

/** What stands in the middle of a page: one line a kind, one function a kind in each writer. */
export interface CorpsParGenre {
  readonly carte: { readonly dessin: Dessin; readonly legendes: readonly Legende[] };
  /** Two states on the same classes: the one before, the one after. */
  readonly "avant-apres": { readonly cotes: readonly [Cote, Cote]; readonly legendes: readonly Legende[] };
  readonly tableau: { readonly tableau: Tableau };
  readonly graphique: { readonly graphique: Graphique };
  readonly chiffres: { readonly chiffres: readonly Chiffre[] };
  readonly fiche: { readonly fiche: Fiche };
  /** « - » before a paragraph makes it an item of a list. */
  readonly texte: { readonly paragraphes: readonly string[] };
  readonly section: { readonly sousTitre: string };
  /** Nothing to show, and why. */
  readonly vide: { readonly raison: string };
}
export type GenreCorps = keyof CorpsParGenre;
export type Corps = { [G in GenreCorps]: { readonly genre: G } & CorpsParGenre[G] }[GenreCorps];

/** A page as it is drawn: everything worded, nothing left to compute. */
export interface Feuille {
  readonly titre: string;
  readonly phrase: string;
  readonly corps: Corps;
  /** Never drawn on the page: the speaker's. */
  readonly notes: string;
  readonly sources: readonly Provenance[];
  /** « Données illustratives », « Estimation », « Image du 3 mai, données absentes ». */
  readonly mentions: readonly string[];
  /** Address that reopens the live view; null when there is none. */
  readonly lien: string | null;
  /** Day of the figures, in words; empty for a page that has none. */
  readonly date: string;
}

/** The maps of a page, from left to right. */
export function dessinsDe({ corps }: Feuille): readonly Dessin[] {
  if (corps.genre === "avant-apres") return corps.cotes.map(({ dessin }) => dessin);
  return corps.genre === "carte" ? [corps.dessin] : [];
}

/** The table of a page, when it is what the page shows. */
export function tableauDe({ corps }: Feuille): Tableau | null {
  return corps.genre === "tableau" ? corps.tableau : null;
}
