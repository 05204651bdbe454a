import type { Feuille } from "../documents/pages/feuille";
import { formatJour } from "../textes/interface";
import { PAGE } from "../textes/pages";
import { PRESENTER } from "../textes/presenter";
import { GENRES } from "./genres/registre";
import type { Page } from "./page";

/** How a page stands against the data of today. */
export type EtatPage = "a-jour" | "perime" | "absente" | "calcul" | "inconnu";

export interface Contexte {
  readonly etat: EtatPage;
  /** Address of a hash, whole. */
  lien(hash: string): string;
}

/** A page as it is drawn: its own words first, else those of the result. */
export function composer(page: Page, { etat, lien }: Contexte): Feuille {
  const { capture } = page;
  const { vivant, corps } = GENRES[page.genre];
  const date = capture === null ? "" : formatJour(capture.date);
  const shown = vivant ? capture : null;
  return {
    titre: page.titre,
    phrase: vivant ? page.texte || (capture?.phrase ?? "") : "",
    corps: corps(page) ?? { genre: "vide", raison: capture === null ? PRESENTER.pasCalculee : PRESENTER.rienDeCeGenre },
    notes: page.notes,
    sources: capture?.sources ?? [],
    mentions: [
      ...(shown?.illustratif === true ? [PAGE.illustratif] : []),
      ...(shown?.estimation === true ? [PAGE.estimation] : []),
      ...(shown !== null && etat === "absente" ? [PRESENTER.imageGardee(date)] : []),
      ...(shown !== null && etat === "perime" ? [PRESENTER.perimeDepuis(date)] : []),
    ],
    lien: shown === null ? null : lien(shown.lien),
    date: shown === null ? "" : date,
  };
}
