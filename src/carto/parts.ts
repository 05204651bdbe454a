import type { PatternId } from "./scale";

/** Okabe and Ito (2008), safe for colour-blind readers; the yellow is darkened to stand off the paper. */
const COULEURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#7a6a1f"] as const;
const MOTIFS = ["plein", "hachures", "points", "croix"] as const satisfies readonly PatternId[];

/** How the part of a rank is drawn among the parts of a whole: a colour, and a pattern that changes when colours come round again. */
export function partStyle(rank: number): { readonly color: string; readonly pattern: PatternId } {
  const round = Math.floor(rank / COULEURS.length) % MOTIFS.length;
  return { color: COULEURS[rank % COULEURS.length] ?? COULEURS[0], pattern: MOTIFS[round] ?? "plein" };
}
