import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import { DOCUMENT_INITIAL } from "../project/document";
import type { State } from "./state";

/** The first visit, before anything is loaded. */
export const INITIAL: State = {
  document: { courant: DOCUMENT_INITIAL, passe: [], futur: [], enregistreLe: null },
  datasets: { territoire: null, fond: null, couches: {}, sites: null, reseaux: null, tables: null },
  results: { etat: "attente", part: 0, compte: null, courant: null, issues: [] },
  session: {
    espace: "explorer",
    onglet: "",
    sujet: null,
    fiche: null,
    survol: null,
    classeSurvolee: null,
    classeChoisie: null,
    vue: null,
    avant: null,
    camera: null,
    cible: null,
    filtre: "",
    tiroirOuvert: false,
    panneauOuvert: true,
    pose: false,
    aNommer: null,
    trace: null,
    main: null,
    visite: null,
    jeux: null,
    volet: null,
    rapport: null,
    importReseau: null,
    importTable: null,
    suivi: null,
    webgl: "ok",
    moteur: { choix: null, demande: null, accordes: {} },
  },
  notices: [],
};

/** The one store of the application. Commands are its only writers. */
export function createAppStore(): StoreApi<State> {
  return createStore<State>()(() => INITIAL);
}
