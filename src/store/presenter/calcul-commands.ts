import { capturer, type EcranLu, titreDe } from "../../presentation/capturer";
import type { EtatPage } from "../../presentation/composer";
import { ajouter, intituler, modifier, type NouvellePage } from "../../presentation/edits";
import { type Lecteur, lireEcran } from "../../presentation/lire-ecran";
import { fabriquer } from "../../presentation/modeles/fabriquer";
import { MODELES } from "../../presentation/modeles/registre";
import type { EcranPage, Page } from "../../presentation/page";
import { MODELE } from "../../textes/modeles";
import { PRESENTER } from "../../textes/presenter";
import { latest, noter, noterIssues, patch } from "../commands/context";
import { ouvrirEspace } from "../espaces";
import type { CommandesPresenter } from "./commands";
import { autour, lecteurDe } from "./lecteur";
import type { EditerPages, OutilsPresenter } from "./outils";

type CalculCommandes = Pick<CommandesPresenter, "ajouterEcran" | "verifier" | "rafraichir" | "ouvrirSurLaCarte" | "fabriquer" | "arreterModele">;

/** A screen whose data are at hand is read from the state itself: what the page keeps is what was seen. */
async function ecranCourant({ app }: OutilsPresenter, cadre: EcranPage["cadre"], lecteur: Lecteur): Promise<EcranLu | null> {
  const { document, datasets, results, session } = app.store.getState();
  const { courant } = document;
  const { territoire, couches } = datasets;
  const description = app.analyses.find(({ id }) => id === courant.analyse);
  if (territoire === null || results.courant === null || results.etat !== "a-jour" || description === undefined) return null;
  const donnees = await lecteur.donnees(courant, territoire.territoire);
  // The screen has the outlines of the level it shows; a page may be given another.
  const entier = await lecteur.territoire(territoire.territoire.code, courant.niveau);
  const fond = await lecteur.fond(territoire.territoire.code);
  if (!donnees.ok || !entier.ok) return null;
  const ecran: EcranPage = { document: courant, vue: session.vue, avant: session.avant, camera: session.camera, cadre, sujet: session.sujet };
  const charge = { territoire: entier.value, fond: fond.ok ? fond.value : null, couches: Object.values(couches), output: results.courant.output };
  const { date, lien } = autour(app);
  return { charge, ecran, description, donnees: donnees.value, fiche: session.fiche, lien: lien(ecran), date };
}

/** How a page stands: what it was computed from against what there is today. */
async function etatDe({ ecran, capture }: Page, lecteur: Lecteur): Promise<EtatPage> {
  if (ecran === null || capture === null) return capture === null ? "inconnu" : "a-jour";
  const donnees = await lecteur.donnees(ecran.document, capture.territoire);
  // Broken or stopped is not gone: there is then no reason given.
  if (!donnees.ok) return donnees.issues.some(({ code }) => code !== "ressource-illisible" && code !== "ressource-absente") ? "absente" : "inconnu";
  const { cle, listes } = donnees.value;
  if (capture.listes.some((liste) => !listes.includes(liste))) return "absente";
  return cle === capture.cle ? "a-jour" : "perime";
}

function marquer({ pages }: OutilsPresenter, etats: Readonly<Record<string, EtatPage>>): void {
  pages.setState((state) => ({ etats: { ...state.etats, ...etats } }));
}

/** Computes one page again; false when it cannot be. */
async function recalculer(outils: OutilsPresenter, editer: EditerPages, page: Page, lecteur: Lecteur): Promise<boolean> {
  if (page.ecran === null) return true;
  const before = await etatDe(page, lecteur);
  const lu = before === "absente" ? null : await lireEcran(page.ecran, lecteur, autour(outils.app));
  if (lu === null || !lu.ok) {
    marquer(outils, { [page.id]: "absente" });
    if (lu !== null) noterIssues(outils.app, lu.issues);
    return false;
  }
  const own = page.capture !== null && page.titre !== page.capture.titre;
  const capture = capturer(lu.value);
  editer(modifier(page.id, { capture, ...(own ? {} : { titre: capture.titre }) }));
  marquer(outils, { [page.id]: "a-jour" });
  return true;
}

function modeles(outils: OutilsPresenter, editer: EditerPages): Pick<CalculCommandes, "fabriquer" | "arreterModele"> {
  const { pages, app } = outils;
  const demandes = latest();
  return {
    async fabriquer(nom) {
      const modele = MODELES.find((one) => one.id === nom);
      const territoire = app.store.getState().datasets.territoire?.territoire;
      if (modele === undefined || territoire === undefined) return;
      const signal = demandes.next();
      pages.setState({ modele: { fait: 0, total: 0 } });
      const avancer = (fait: number, total: number): void => void (signal.aborted || pages.setState({ modele: { fait, total } }));
      const { pages: made, manquees } = await fabriquer(modele, territoire, lecteurDe(app, signal), autour(app), avancer, () => signal.aborted).catch(() => ({ pages: [] as readonly NouvellePage[], manquees: [modele.id] }));
      if (signal.aborted) return;
      pages.setState({ modele: null });
      const first = pages.getState().presentation.pages.length;
      editer(ajouter(made, null));
      const choisie = pages.getState().presentation.pages[first]?.id;
      if (choisie !== undefined) pages.setState({ choisie });
      const after = pages.getState().presentation;
      marquer(outils, Object.fromEntries(after.pages.slice(first).flatMap(({ id, ecran }) => (ecran === null ? [] : [[id, "a-jour" as const]]))));
      if (after.titre === "" && made.length > 0) editer(intituler([MODELE[modele.id]?.titre, territoire.nom].filter(Boolean).join(" · ")), "modele");
      for (const titre of manquees) noter(app, "attention", PRESENTER.modeleSansDonnee(app.analyses.find((one) => one.id === titre)?.label ?? titre));
    },
    arreterModele() {
      demandes.cancel();
      pages.setState({ modele: null });
    },
  };
}

/** « Page ajoutée » is said once, and no more when the pages are on the screen. */
function oublier({ app }: OutilsPresenter): void {
  app.store.setState(({ notices }) => ({ notices: notices.filter(({ action }) => action?.libelle !== PRESENTER.ouvrir) }));
}

/** A result that compares two states is taken as both of them; the page can then show the map alone. */
function pageDe(lu: EcranLu): NouvellePage {
  const capture = capturer(lu);
  return { genre: capture.paire === null ? "carte" : "avant-apres", titre: titreDe(lu.description, lu.charge.territoire.territoire.nom), texte: "", notes: "", ecran: lu.ecran, capture };
}

/** What goes through the worker: the screens that pages show. */
export function calculCommandes(outils: OutilsPresenter, editer: EditerPages): CalculCommandes {
  const { pages, app, editerDocument } = outils;
  const verifications = latest();
  return {
    ...modeles(outils, editer),
    async ajouterEcran(cadre) {
      const lu = await ecranCourant(outils, cadre, lecteurDe(app, new AbortController().signal));
      if (lu === null) return noter(app, "attention", PRESENTER.rienACapturer);
      editer(ajouter([pageDe(lu)], null));
      const { pages: all } = pages.getState().presentation;
      const page = all.at(-1);
      if (page === undefined) return;
      marquer(outils, { [page.id]: "a-jour" });
      pages.setState({ choisie: page.id });
      oublier(outils);
      noter(app, "info", PRESENTER.ajoutee(all.length, page.titre), { libelle: PRESENTER.ouvrir, faire: () => ouvrirEspace(app, editerDocument, "presenter") });
    },
    async verifier() {
      oublier(outils);
      const signal = verifications.next();
      const lecteur = lecteurDe(app, signal);
      for (const page of pages.getState().presentation.pages) {
        const etat = await etatDe(page, lecteur);
        if (signal.aborted) return;
        marquer(outils, { [page.id]: etat });
      }
    },
    async rafraichir(ids) {
      const lecteur = lecteurDe(app, new AbortController().signal);
      for (const id of ids) {
        const page = pages.getState().presentation.pages.find((one) => one.id === id);
        if (page === undefined) continue;
        marquer(outils, { [id]: "calcul" });
        if (!(await recalculer(outils, editer, page, lecteur))) noter(app, "attention", PRESENTER.rafraichirImpossible(page.titre));
      }
    },
    ouvrirSurLaCarte(id) {
      const ecran = pages.getState().presentation.pages.find((one) => one.id === id)?.ecran ?? null;
      const espace = app.analyses.find((one) => one.id === ecran?.document.analyse)?.espace;
      if (ecran === null || espace === undefined) return;
      editerDocument(() => ecran.document);
      ouvrirEspace(app, editerDocument, espace);
      const { session } = app.store.getState();
      const cible = ecran.camera === null ? session.cible : { numero: (session.cible?.numero ?? 0) + 1, ordre: { kind: "point", ...ecran.camera } as const };
      patch(app, "session", { vue: ecran.vue, avant: ecran.avant, cible });
    },
  };
}
