import type { Trouvaille } from "../domain/chargement";
import { LIBELLE_GENRE, type GenreSite } from "../domain/genre-site";

/** Kinds that nothing is computed to, or that are no kind of the menus. */
export const AUTRES_GENRES: Readonly<Record<string, string>> = {
  "centre-sante-autre": "Centre de santé (activité non précisée)",
  "maison-medicale-garde": "Maison médicale de garde",
  csnp: "Centre de soins non programmés",
  telemedecine: "Télémédecine",
  ateliers: "Atelier du CNR Santé",
};

/** Whether a word is one of the kinds of the menus. */
export function isGenre(text: string): text is GenreSite {
  return text in LIBELLE_GENRE;
}

const NATURE: Record<Trouvaille["genre"], string> = { commune: "Commune", epci: "EPCI", departement: "Département", etablissement: "Établissement", lieu: "Lieu-dit" };

/** What a hit of the search is and where: « Commune, Haute-Vienne », « Maison de santé (MSP), Bellac ». */
export function trouvailleText(genre: Trouvaille["genre"], nature: string | null, situation: string | null): string {
  const known = nature !== null && isGenre(nature) ? LIBELLE_GENRE[nature] : AUTRES_GENRES[nature ?? ""];
  const kind = known ?? NATURE[genre];
  return [kind, situation].filter(Boolean).join(", ");
}
