import { PAS_DE_DONNEE, plural } from "./format";

/** The legend that crosses two readings. */
export const CROISEMENT = {
  aide: "Choisissez une case pour ne garder que ses territoires, sur la carte et dans le tableau.",
  choisie: (compte: string, habitants: number | null, classe: string): string => `${compte}${habitants === null ? "" : ` (${plural(habitants, "habitant", "habitants")})`} : ${classe}.`,
  sansDonnee: (compte: string): string => `${compte} hors du tableau : ${PAS_DE_DONNEE}.`,
  tout: "Tout montrer",
  deHautEnBas: (titre: string, classes: readonly string[]): string => `${titre} : ${classes.join(", ")} (de haut en bas)`,
  deGaucheADroite: (titre: string, classes: readonly string[]): string => `${titre} : ${classes.join(", ")} (de gauche à droite)`,
} as const;
