/** A page to draw on. Both are as wide: what changes is the height, and the paper. */
export interface FormatPage {
  readonly id: "ecran" | "a4";
  /** Drawing units. */
  readonly largeur: number;
  readonly hauteur: number;
  /** Points of the PDF, 72 to the inch. */
  readonly points: readonly [largeur: number, hauteur: number];
}

/** 16:9, ten inches wide in a slide show. */
export const ECRAN: FormatPage = { id: "ecran", largeur: 960, hauteur: 540, points: [960, 540] };
export const A4: FormatPage = { id: "a4", largeur: 960, hauteur: 678.8, points: [841.89, 595.28] };
