import { cotesDe } from "../../carto/cotes";
import type { Trouvaille } from "../../domain/chargement";
import { DEPARTEMENTS_NA } from "../../domain/perimetre";
import { setTerritoire, toggleCouche } from "../../project/edits";
import { trouvailleText } from "../../textes/trouvailles";
import type { TrouvailleBrute } from "../../workers/protocol";
import type { State } from "../state";
import type { Commands } from "./commands";
import { latest, noterEchec, patch } from "./context";
import type { Contexte } from "./context";
import type { Editer } from "./edit";
import { ouvrirEspace } from "../espaces";

type SessionCommands = Pick<
  Commands,
  | "fermerNotice" | "select" | "choisirVue" | "hover" | "hoverClasse" | "choisirClasse" | "filtrer" | "basculer" | "ouvrirEspace" | "ouvrirOnglet" | "ouvrirVolet" | "placerEtat" | "ouvrirRapport" | "visite" | "commanderCamera"
  | "cameraBougee" | "webgl" | "chercher" | "choisirTrouvaille" | "inventaire" | "calage"
>;

/** Where the end of the first visit is remembered. */
export const CLE_VISITE = "maillage.visite";

const VOLETS = { tiroir: "tiroirOuvert", panneau: "panneauOuvert" } as const;

/** Zoom at which a commune fills the screen, and a place its surroundings; groups are framed. */
const ZOOM: Record<Trouvaille["genre"], number | null> = { commune: 11, epci: null, departement: null, etablissement: 13, lieu: 13 };

function worded({ nature, situation, ...hit }: TrouvailleBrute): Trouvaille {
  return { ...hit, detail: trouvailleText(hit.genre, nature, situation) };
}

/** Questions whose answer goes back to who asked. */
function reading(contexte: Contexte): Pick<Commands, "chercher" | "inventaire" | "calage"> {
  const { store, client } = contexte;
  const recherches = latest();
  return {
    async chercher(texte) {
      const signal = recherches.next();
      const reply = await client.ask("chercher", { texte, territoire: store.getState().document.courant.territoire }, { signal });
      if (!reply.ok) noterEchec(contexte, reply);
      return reply.ok ? reply.value.map((hit) => worded(hit)) : [];
    },
    async inventaire() {
      const reply = await client.ask("inventaire", {});
      if (!reply.ok) noterEchec(contexte, reply);
      return reply.ok ? reply.value : [];
    },
    async calage() {
      const reply = await client.ask("calage", {});
      if (!reply.ok) noterEchec(contexte, reply);
      return reply.ok ? reply.value : null;
    },
  };
}

/** Whether a hit stands where the map shows its layers: a commune of the territory, or a place within its box. */
function estDedans({ datasets: { territoire } }: State, { genre, code, lon, lat }: Trouvaille): boolean {
  if (territoire === null) return false;
  if (genre === "commune") return territoire.contours.commune.features.some(({ properties }) => properties?.["code"] === code);
  const [west, south, east, north] = territoire.bbox;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The territory that holds a hit when it is not the one on screen; null when the map has only to move. */
function territoireDe(state: State, trouvaille: Trouvaille): string | null {
  const { genre, code } = trouvaille;
  if (genre === "epci" || genre === "departement") return code;
  if (estDedans(state, trouvaille)) return null;
  // A FINESS number begins with the département, as a commune code does; sites of the ring have no territory here.
  return DEPARTEMENTS_NA.find((dep) => code.startsWith(dep)) ?? null;
}

/** Commands that write one thing of the session. */
function ecritures(contexte: Contexte): Pick<SessionCommands, "hover" | "ouvrirOnglet" | "choisirVue" | "hoverClasse" | "choisirClasse" | "filtrer" | "cameraBougee" | "webgl"> {
  const { store } = contexte;
  return {
    hover: (survol) => store.getState().session.survol !== survol && patch(contexte, "session", { survol }),
    ouvrirOnglet: (onglet) => patch(contexte, "session", { onglet }),
    choisirVue: (vue) => patch(contexte, "session", { vue }),
    hoverClasse: (classeSurvolee) => patch(contexte, "session", { classeSurvolee }),
    choisirClasse: (classeChoisie) => patch(contexte, "session", { classeChoisie }),
    filtrer: (filtre) => patch(contexte, "session", { filtre }),
    cameraBougee: (camera) => patch(contexte, "session", { camera }),
    webgl: (etat) => patch(contexte, "session", { webgl: etat }),
  };
}

/** What lays the states of a result side by side: on the map, on paper. */
function comparing(contexte: Contexte): Pick<Commands, "ouvrirVolet" | "placerEtat" | "ouvrirRapport"> {
  const { store, effects } = contexte;
  const cotes = () => cotesDe(store.getState().results.courant?.output.coteACote ?? [], store.getState().session);
  return {
    ouvrirVolet(volet) {
      const apres = cotes()?.[1];
      patch(contexte, "session", { volet, ...(volet !== null && apres !== undefined ? { vue: apres } : {}) });
    },
    placerEtat(cote, choisi) {
      const [gauche, droite] = cotes() ?? [];
      if (gauche === undefined || droite === undefined) return;
      const avant = cote === "gauche" ? choisi : choisi === gauche ? droite : gauche;
      const vue = cote === "droite" ? choisi : choisi === store.getState().session.vue ? gauche : store.getState().session.vue;
      patch(contexte, "session", { avant, vue });
    },
    ouvrirRapport: (ouvert) => patch(contexte, "session", { rapport: ouvert ? effects.now() : null }),
  };
}

export function sessionCommands(contexte: Contexte, editer: Editer): SessionCommands {
  const { store, client, effects } = contexte;
  const fiches = latest();

  const commanderCamera: Commands["commanderCamera"] = (ordre) => {
    const numero = (store.getState().session.cible?.numero ?? 0) + 1;
    patch(contexte, "session", { cible: { numero, ordre } });
  };
  const select: Commands["select"] = (sujet) => {
    patch(contexte, "session", { sujet, fiche: null });
    const signal = fiches.next();
    if (sujet === null) return;
    const { territoire } = store.getState().document.courant;
    void client.ask("fiche", { sujet, territoire }, { signal }).then(async (reply) => {
      if (signal.aborted) return;
      if (!reply.ok) {
        patch(contexte, "session", { sujet: null });
        return noterEchec(contexte, reply);
      }
      // The words of a sheet come with the first one: the first screen shows none.
      const { ficheText } = await import("../../textes/fiches");
      if (!signal.aborted) patch(contexte, "session", { fiche: ficheText(reply.value) });
    });
  };
  return {
    ...reading(contexte),
    ...comparing(contexte),
    select,
    commanderCamera,
    ...ecritures(contexte),
    fermerNotice: (id) => store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    basculer(volet, ouvert) {
      const key = VOLETS[volet];
      patch(contexte, "session", { [key]: ouvert ?? !store.getState().session[key] });
    },
    ouvrirEspace: (espace) => ouvrirEspace(contexte, editer, espace),
    visite(etape) {
      patch(contexte, "session", { visite: etape });
      if (etape !== null) return;
      try {
        effects.stockage.ecrire(CLE_VISITE, "faite");
      } catch {
        // Storage refused: the tour will be offered again, nothing is lost.
      }
    },
    choisirTrouvaille(trouvaille) {
      const { genre, code, lon, lat, couche } = trouvaille;
      const territoire = territoireDe(store.getState(), trouvaille);
      const { territoire: shown } = store.getState().datasets;
      if (territoire !== null) editer(setTerritoire(territoire));
      const zoom = ZOOM[genre];
      if (zoom !== null) commanderCamera({ kind: "point", lon, lat, zoom });
      // Another group is framed when it is loaded; the one on screen, at once.
      else if (shown?.territoire.code === code) commanderCamera({ kind: "bbox", bbox: shown.bbox });
      if (couche !== null && !store.getState().document.courant.couches.includes(couche)) editer(toggleCouche(couche));
      if (couche !== null) select({ genre: "etablissement", couche, id: code });
      else if (genre !== "lieu" && genre !== "etablissement") select({ genre: "territoire", niveau: genre, code });
    },
  };
}
