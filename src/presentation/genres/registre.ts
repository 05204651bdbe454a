import type { GenrePage } from "../page";
import { avantApres } from "./avant-apres";
import { carte } from "./carte";
import { chiffre } from "./chiffre";
import { fiche } from "./fiche";
import type { Genre } from "./genre";
import { graphique } from "./graphique";
import { section } from "./section";
import { tableau } from "./tableau";
import { texte } from "./texte";

/** Every kind of page: one line and one file each. */
export const GENRES: Readonly<Record<GenrePage, Genre>> = { carte, "avant-apres": avantApres, tableau, graphique, fiche, chiffre, texte, section };
