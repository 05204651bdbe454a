import { type Description, ESPACES_CARTE, type EspaceCarte } from "../analyses/analysis";
import { setAnalyse } from "../project/edits";
import { type Contexte, patch } from "./commands/context";
import type { Editer } from "./commands/edit";
import { ESPACES, type Espace } from "./state";

export function surLaCarte(espace: Espace): espace is EspaceCarte {
  return (ESPACES_CARTE as readonly Espace[]).includes(espace);
}

/** The spaces that have something to show: those of the map hold an analysis at least. */
export function espacesOuverts(analyses: readonly Description[]): readonly Espace[] {
  return ESPACES.filter((espace) => !surLaCarte(espace) || analyses.some((analyse) => analyse.espace === espace));
}

/** On the map, the space is that of the analysis: it follows when the analysis changes, by hand, by undo or by a link. */
export function accorderEspace({ store, analyses, ...contexte }: Contexte): void {
  const { session, document } = store.getState();
  const analyse = analyses.find(({ id }) => id === document.courant.analyse);
  if (analyse === undefined || !surLaCarte(session.espace) || analyse.espace === session.espace) return;
  patch({ store, analyses, ...contexte }, "session", { espace: analyse.espace });
}

/** Opens a space: one of the map comes with the analysis it shows, the first of its own when the current one is of another space. */
export function ouvrirEspace(contexte: Contexte, editer: Editer, espace: Espace): void {
  const { store, analyses } = contexte;
  patch(contexte, "session", { espace });
  if (!surLaCarte(espace)) return;
  const { analyse } = store.getState().document.courant;
  const here = analyses.filter((one) => one.espace === espace);
  const [first] = here;
  if (first !== undefined && !here.some(({ id }) => id === analyse)) editer(setAnalyse(first.id));
}
