import { changementsDe, SCENARIOS_MAX } from "../../domain/changements";
import { ID_AJOUT, type CibleSite, type SiteAjoute } from "../../domain/genre-site";
import { nomLibre } from "../../domain/nom-site";
import { numberValues, type Table, textValues } from "../../domain/table";
import type { Document } from "../../project/document";
import { arrondir, prochainAjout, setAnalyse } from "../../project/edits";
import { activerScenario, ajouterScenario, changerMedecins, commenterScenario, creerScenario, decrireSite, deplacerExistant, dupliquerScenario, nommerScenario, nommerSite, supprimerScenario } from "../../project/scenarios";
import { SCENARIOS } from "../../textes/scenarios";
import { annulable } from "./annulable";
import { type Contexte, noter, patch } from "./context";
import type { Editer } from "./edit";

/**
 * Scenarios: named sets of changes, one of which, or the present state, is on screen. Each of these but `comparer` changes the
 * document and can be undone.
 */
export interface ScenarioCommands {
  /** A scenario made of the changes on screen, which is then on screen. */
  creer(): void;
  /** Null: the present state. */
  activer(id: string | null): void;
  dupliquer(id: string): void;
  nommer(id: string, nom: string): void;
  commenter(id: string, texte: string): void;
  supprimer(id: string): void;
  /** General practitioners of a commune more or less than the data say. */
  changerMedecins(code: string, ecart: number): void;
  /** Closes an existing site and adds another in its place, which a hand can move. */
  deplacerExistant(id: string): void;
  /** Half-days a week that an added site is open (null: all), and the structure it is a site of (null: it is one by itself). */
  decrireSite(id: string, demiJournees: number | null, structure: string | null): void;
  /** Name of an added site; one that cannot be (see `refusNom`) changes nothing. */
  nommerSite(id: string, nom: string): void;
  /** A scenario, beside the state on screen, in which the sites that the result chose are open. */
  enregistrerChoix(): void;
  /** Opens the analysis that compares the states. */
  comparer(): void;
}

/** An id that no scenario of the document has: the date in base 36, and on. */
function nouvelId({ scenarios }: Document, le: number): string {
  let date = Math.trunc(le);
  while (scenarios.some(({ id }) => id === `sc-${date.toString(36)}`)) date += 1;
  return `sc-${date.toString(36)}`;
}

/** « Scénario 3 »: the first number that no name has. */
function nouveauNom({ scenarios }: Document): string {
  let numero = 1;
  while (scenarios.some(({ nom }) => nom === SCENARIOS.numero(numero))) numero += 1;
  return SCENARIOS.numero(numero);
}

/** Sites that a result chose, as sites to add after those of the document. */
function sitesChoisis(document: Document, table: Table, genre: CibleSite): readonly SiteAjoute[] {
  const [noms, lon, lat] = [textValues(table, "nom"), numberValues(table, "lon"), numberValues(table, "lat")];
  const premier = prochainAjout(document);
  return noms.map((nom, i) => ({ id: `${ID_AJOUT}${premier + i}`, nom: nomLibre(nom ?? "", "", document.selection.ajouts), genre, lon: arrondir(lon[i] ?? Number.NaN), lat: arrondir(lat[i] ?? Number.NaN) }));
}

/** Kind of the sites the analysis on screen travels to: what is added, moved or opened is of that kind. */
function genreVise({ store, analyses }: Contexte): CibleSite {
  const { analyse, params, sites } = store.getState().document.courant;
  if (sites !== null) return "liste";
  const description = analyses.find((une) => une.id === analyse);
  const lus = description?.parseParams(params[analyse]);
  return (lus?.ok === true ? description?.genres(lus.value)[0] : undefined) ?? "msp";
}

/** Whether the sites added on the map are what the analysis on screen chooses among. */
function sontCandidats({ store, analyses }: Contexte): boolean {
  const { analyse, params } = store.getState().document.courant;
  const description = analyses.find((une) => une.id === analyse);
  const lus = description?.parseParams(params[analyse]);
  return lus?.ok === true && description?.ajoutsCandidats?.(lus.value) === true;
}

/** Zoom of a map that has not said where it is. */
const ZOOM_DEPLACER = 10;

function deplacer(contexte: Contexte, editer: Editer, existant: string): void {
  const { document, datasets, session } = contexte.store.getState();
  const sites = document.courant.sites ?? datasets.sites;
  const rang = sites?.ids.indexOf(existant) ?? -1;
  if (sites === null || rang < 0) return;
  const nom = SCENARIOS.deplace(sites.noms[rang] ?? existant);
  const id = `${ID_AJOUT}${prochainAjout(document.courant)}`;
  const lieu = { lon: sites.lon[rang] ?? Number.NaN, lat: sites.lat[rang] ?? Number.NaN };
  editer(deplacerExistant(existant, { id, nom, genre: genreVise(contexte), ...lieu }));
  // It may stand out of sight: the map goes to where a hand can take it.
  const zoom = session.camera?.zoom ?? ZOOM_DEPLACER;
  patch(contexte, "session", { cible: { numero: (session.cible?.numero ?? 0) + 1, ordre: { kind: "point", ...lieu, zoom } } });
  annulable(contexte, SCENARIOS.aDeplacer(nom));
}

/** Another scenario is too many, which is said. */
function plein(contexte: Contexte): boolean {
  if (contexte.store.getState().document.courant.scenarios.length < SCENARIOS_MAX) return false;
  noter(contexte, "attention", SCENARIOS.plein(SCENARIOS_MAX));
  return true;
}

function enregistrerChoix(contexte: Contexte, editer: Editer, comparer: () => void): void {
  const { document: { courant }, results } = contexte.store.getState();
  if (results.etat !== "a-jour" || results.courant === null || plein(contexte)) return;
  const choisis = sitesChoisis(courant, results.courant.output.table, genreVise(contexte));
  const le = contexte.effects.now();
  const base = changementsDe(courant);
  // Sites that were candidates and were not chosen stay closed.
  const ouverts = sontCandidats(contexte) ? [] : base.selection.ajouts;
  const changements = { ...base, selection: { ...base.selection, ajouts: [...ouverts, ...choisis] } };
  const nom = SCENARIOS.choix(choisis.map((site) => site.nom));
  editer(ajouterScenario({ id: nouvelId(courant, le), nom, commentaire: "", creeLe: le, modifieLe: le, changements }));
  noter(contexte, "info", SCENARIOS.fait(nom), { libelle: SCENARIOS.comparer, faire: comparer });
}

export function scenarioCommands(contexte: Contexte, editer: Editer): ScenarioCommands {
  const { store, effects, analyses } = contexte;
  const courant = (): Document => store.getState().document.courant;
  const comparer = (): void => {
    const comparaison = analyses.find(({ etats }) => etats === true);
    if (comparaison !== undefined) editer(setAnalyse(comparaison.id));
    // The offer to compare is taken: it would lie on the map that it leads to.
    store.setState(({ notices }) => ({ notices: notices.filter(({ action }) => action?.libelle !== SCENARIOS.comparer) }));
  };
  return {
    creer() {
      if (plein(contexte)) return;
      const le = effects.now();
      const nom = nouveauNom(courant());
      editer(creerScenario(nouvelId(courant(), le), nom, le));
      annulable(contexte, SCENARIOS.cree(nom));
    },
    activer: (id) => editer(activerScenario(id)),
    dupliquer(id) {
      const source = courant().scenarios.find((one) => one.id === id);
      if (source === undefined || plein(contexte)) return;
      const le = effects.now();
      editer(dupliquerScenario(id, nouvelId(courant(), le), SCENARIOS.copie(source.nom), le));
    },
    nommer: (id, nom) => editer(nommerScenario(id, nom, effects.now())),
    commenter: (id, texte) => editer(commenterScenario(id, texte, effects.now())),
    supprimer(id) {
      const nom = courant().scenarios.find((one) => one.id === id)?.nom;
      if (nom === undefined) return;
      editer(supprimerScenario(id));
      annulable(contexte, SCENARIOS.supprime(nom));
    },
    changerMedecins: (code, ecart) => editer(changerMedecins(code, ecart), `medecins/${code}`),
    decrireSite: (id, demiJournees, structure) => editer(decrireSite(id, demiJournees, structure)),
    nommerSite: (id, nom) => editer(nommerSite(id, nom)),
    deplacerExistant: (id) => deplacer(contexte, editer, id),
    enregistrerChoix: () => enregistrerChoix(contexte, editer, comparer),
    comparer,
  };
}
