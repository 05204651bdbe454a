import { createStore } from "zustand/vanilla";
import type { Feuille } from "../../documents/pages/feuille";
import { composer, type EtatPage } from "../../presentation/composer";
import { type Page, PRESENTATION_VIDE } from "../../presentation/page";
import { serializePresentation } from "../../presentation/parse-presentation";
import { PRESENTER } from "../../textes/presenter";
import { exporterDansUnWorker, type Exporter } from "../../workers/exporter/exporter";
import { indexedPresentation, type PresentationGardee } from "../../workers/presentation-gardee";
import { type Contexte, debounce, noter } from "../commands/context";
import type { Editer } from "../commands/edit";
import { calculCommandes } from "./calcul-commands";
import type { CommandesPresenter, Presenter } from "./commands";
import { fichierCommandes, parseTexte, raisonDe } from "./fichier-commands";
import { createEditerPages, type OutilsPresenter } from "./outils";
import { pagesCommandes } from "./pages-commands";
import type { PresenterState } from "./state";

const INITIAL: PresenterState = { presentation: PRESENTATION_VIDE, passe: [], futur: [], choisie: null, etats: {}, enregistreLe: null, modele: null, dernierFichier: null, exportation: null };

/** A change is saved after this quiet moment, and at once when the page is hidden. */
const CALME_MS = 500;

/** The saved presentation; one that cannot be read is said, and left where it is until pages are made. */
async function lire({ pages, app, gardee }: OutilsPresenter): Promise<void> {
  const texte = await gardee.lire().catch(() => null);
  if (texte === null) return;
  const lecture = parseTexte(texte);
  if (!lecture.ok) return noter(app, "attention", PRESENTER.illisible(PRESENTER.titre, raisonDe(lecture)));
  pages.setState({ presentation: lecture.presentation, choisie: lecture.presentation.pages[0]?.id ?? null });
  if (lecture.ecartees > 0) noter(app, "attention", PRESENTER.pagesEcartees(lecture.ecartees));
}

/** Saves as it changes; a refusal is said once and work goes on. */
function enregistrer({ pages, app, gardee }: OutilsPresenter): void {
  let refused = false;
  const save = (): void => {
    const { presentation } = pages.getState();
    void gardee.garder(serializePresentation(presentation)).then(
      () => {
        refused = false;
        pages.setState({ enregistreLe: app.effects.now() });
      },
      () => {
        if (!refused) noter(app, "attention", PRESENTER.pasEnregistree);
        refused = true;
      },
    );
  };
  const quiet = debounce(app.effects, CALME_MS, save);
  pages.subscribe((after, before) => {
    if (after.presentation !== before.presentation) quiet.call();
  });
  app.effects.avantFermeture(quiet.flush);
}

/** Draws pages: the same object as long as neither the page nor its state change. */
function dessinateur({ pages, app }: OutilsPresenter): CommandesPresenter["feuille"] {
  const drawn = new WeakMap<Page, { readonly etat: EtatPage; readonly feuille: Feuille }>();
  return (page) => {
    const etat = pages.getState().etats[page.id] ?? "inconnu";
    const known = drawn.get(page);
    if (known?.etat === etat) return known.feuille;
    const feuille = composer(page, { etat, lien: app.effects.adresse.lien });
    drawn.set(page, { etat, feuille });
    return feuille;
  };
}

/** The Présenter space: its state and its commands, once what was saved is read. */
export async function createPresenter(app: Contexte, editerDocument: Editer, gardee: PresentationGardee = indexedPresentation(), exporter: Exporter = exporterDansUnWorker): Promise<Presenter> {
  const pages = createStore<PresenterState>()(() => INITIAL);
  const outils: OutilsPresenter = { pages, app, editerDocument, gardee, exporter };
  await lire(outils);
  enregistrer(outils);
  const editer = createEditerPages(outils);
  const feuille = dessinateur(outils);
  return { pages, commandes: { ...pagesCommandes(outils, editer), ...calculCommandes(outils, editer), ...fichierCommandes(outils, editer, feuille), feuille } };
}
