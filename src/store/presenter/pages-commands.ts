import { ajouter, deplacer, dupliquer, type EditPages, intituler, modifier, supprimer } from "../../presentation/edits";
import { NOTICE } from "../../textes/notices";
import { PRESENTER } from "../../textes/presenter";
import { noter } from "../commands/context";
import type { CommandesPresenter } from "./commands";
import { annuler, type EditerPages, type OutilsPresenter, retablir } from "./outils";

type PagesCommandes = Pick<CommandesPresenter, "ajouterMots" | "choisir" | "deplacer" | "dupliquer" | "supprimer" | "modifier" | "intituler" | "annuler" | "retablir">;

/** The page beside the one that goes away, so that there is always one chosen. */
function voisine(ids: readonly string[], id: string): string | null {
  const at = ids.indexOf(id);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** What a user does to pages without computing anything. */
export function pagesCommandes({ pages, app }: OutilsPresenter, editer: EditerPages): PagesCommandes {
  const ids = (): readonly string[] => pages.getState().presentation.pages.map(({ id }) => id);
  /** Applies an edit that adds a page, and chooses it. */
  const ajoutant = (edit: EditPages): void => {
    const before = new Set(ids());
    editer(edit);
    const added = ids().find((id) => !before.has(id));
    if (added !== undefined) pages.setState({ choisie: added });
  };
  return {
    ajouterMots: (genre) =>
      ajoutant(ajouter([{ genre, titre: genre === "texte" ? PRESENTER.titreTexte : PRESENTER.titreSection, texte: "", notes: "", ecran: null, capture: null }], pages.getState().choisie)),
    choisir: (id) => pages.setState({ choisie: id }),
    deplacer: (id, de) => editer(deplacer(id, de)),
    dupliquer: (id) => ajoutant(dupliquer(id)),
    supprimer(id) {
      const { presentation } = pages.getState();
      const page = presentation.pages.find((one) => one.id === id);
      if (page === undefined) return;
      const choisie = voisine(ids(), id);
      editer(supprimer(id));
      const after = pages.getState().presentation;
      pages.setState({ choisie });
      const faire = (): void => {
        // The way back works as long as nothing else was done since.
        if (pages.getState().presentation !== after) return;
        annuler(pages);
        pages.setState({ choisie: id });
      };
      noter(app, "info", PRESENTER.supprimee(page.titre), { libelle: NOTICE.annuler, faire });
    },
    modifier: (id, change) => editer(modifier(id, change), `${id}/${Object.keys(change).join(",")}`),
    intituler: (titre) => editer(intituler(titre), "titre"),
    annuler: () => annuler(pages),
    retablir: () => retablir(pages),
  };
}
