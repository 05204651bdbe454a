/** Where the minutes of a result come from. One result has one origin: minutes of two origins are never mixed. */
export type OrigineMinutes =
  | { readonly kind: "route" }
  /** No road graph at hand: as the crow flies. */
  | { readonly kind: "estimation" }
  /** An outside engine gave them, for `repondus` of `total` starting points. `date` is « 2026-11-26 ». */
  | { readonly kind: "moteur"; readonly nom: string; readonly hote: string; readonly date: string; readonly repondus: number; readonly total: number };

export const ROUTE: OrigineMinutes = { kind: "route" };
export const ESTIMATION: OrigineMinutes = { kind: "estimation" };

/** What titles and headers say of minutes that are not those of the road graph; null for those. */
export function nomOrigine(origine: OrigineMinutes): string | null {
  if (origine.kind === "route") return null;
  return origine.kind === "estimation" ? "estimation à vol d'oiseau" : `${origine.nom}, ${origine.hote}`;
}
