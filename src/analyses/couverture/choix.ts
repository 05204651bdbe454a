import type { GenreSite } from "../../domain/genre-site";

/** Second situation of a comparison: none, the user's list, the same kinds plus the list, or another kind. */
export const LISTE = "liste";
export const AVEC_LISTE = "avec-liste";
export type ChoixComparaison = "" | typeof LISTE | typeof AVEC_LISTE | GenreSite;
