import type { Direction } from "./lieux";

/** What a key asks of the map. */
export type Geste =
  | { readonly genre: "deplacer"; readonly dx: number; readonly dy: number }
  | { readonly genre: "zoomer"; readonly niveaux: number }
  | { readonly genre: "voisin"; readonly direction: Direction }
  | { readonly genre: "site"; readonly sens: 1 | -1 }
  | { readonly genre: "choisir" }
  /** Adds a site where the keyboard is. */
  | { readonly genre: "ajouter" }
  | { readonly genre: "quitter" };

export interface Touche {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Pixels that an arrow moves the map by. */
const PAS = 90;

const FLECHES: Readonly<Record<string, { readonly direction: Direction; readonly dx: number; readonly dy: number }>> = {
  ArrowUp: { direction: "nord", dx: 0, dy: -PAS },
  ArrowDown: { direction: "sud", dx: 0, dy: PAS },
  ArrowRight: { direction: "est", dx: PAS, dy: 0 },
  ArrowLeft: { direction: "ouest", dx: -PAS, dy: 0 },
};

const AUTRES: Readonly<Record<string, Geste>> = {
  "+": { genre: "zoomer", niveaux: 1 },
  "=": { genre: "zoomer", niveaux: 1 },
  "-": { genre: "zoomer", niveaux: -1 },
  p: { genre: "site", sens: 1 },
  P: { genre: "site", sens: -1 },
  Enter: { genre: "choisir" },
  a: { genre: "ajouter" },
  Escape: { genre: "quitter" },
};

/**
 * The gesture of a key; null for the keys of the browser. On a drawing, which neither moves nor zooms
 * (`mobile` false), every arrow goes to the neighbour.
 */
export function lireTouche({ key, ctrlKey, shiftKey, altKey, metaKey }: Touche, mobile: boolean): Geste | null {
  if (altKey || metaKey) return null;
  const fleche = FLECHES[key];
  if (fleche !== undefined) {
    const { direction, dx, dy } = fleche;
    return mobile && !ctrlKey && !shiftKey ? { genre: "deplacer", dx, dy } : { genre: "voisin", direction };
  }
  const geste = ctrlKey ? undefined : AUTRES[key];
  return geste === undefined || (geste.genre === "zoomer" && !mobile) ? null : geste;
}
