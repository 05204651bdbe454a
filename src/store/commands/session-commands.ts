import type { Trouvaille } from "../../domain/chargement";
import { LIBELLE_GENRE } from "../../domain/genre-site";
import { setTerritoire, toggleCouche } from "../../project/edits";
import { ficheText } from "../../textes/fiches";
import type { TrouvailleBrute } from "../../workers/protocol";
import type { State } from "../state";
import type { Commands } from "./commands";
import { latest, noterEchec, patch } from "./context";
import type { Contexte } from "./context";
import type { Editer } from "./edit";

type SessionCommands = Pick<
  Commands,
  | "select" | "choisirVue" | "hover" | "hoverClasse" | "filtrer" | "basculer" | "ouvrirEspace" | "visite" | "commanderCamera"
  | "cameraBougee" | "webgl" | "chercher" | "choisirTrouvaille" | "inventaire"
>;

/** Where the end of the first visit is remembered. */
export const CLE_VISITE = "maillage.visite";

const VOLETS = { tiroir: "tiroirOuvert", panneau: "panneauOuvert" } as const;

/** Zoom at which a commune fills the screen, and a place its surroundings. */
const ZOOM: Record<Trouvaille["genre"], number> = { commune: 11, epci: 9.5, departement: 8, etablissement: 13, lieu: 13 };

const NATURE: Record<Trouvaille["genre"], string> = { commune: "commune", epci: "EPCI", departement: "département", etablissement: "établissement", lieu: "lieu-dit" };

function worded({ nature, situation, ...hit }: TrouvailleBrute): Trouvaille {
  const kind = nature === null ? NATURE[hit.genre] : (LIBELLE_GENRE[nature] ?? NATURE[hit.genre]);
  return { ...hit, detail: [kind, situation].filter(Boolean).join(", ") };
}

/** Questions whose answer goes back to who asked. */
function reading(contexte: Contexte): Pick<Commands, "chercher" | "inventaire"> {
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
  };
}

/** The territory that holds a hit when it is not the one on screen; null when the map has only to move. */
function territoireDe(state: State, { genre, code }: Trouvaille): string | null {
  if (genre === "epci" || genre === "departement") return code;
  if (genre !== "commune") return null;
  const inside = state.datasets.territoire?.contours.commune.features.some(({ properties }) => properties?.["code"] === code) === true;
  return inside ? null : code.slice(0, 2);
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
    void client.ask("fiche", { sujet, territoire }, { signal }).then((reply) => {
      if (signal.aborted) return;
      if (reply.ok) patch(contexte, "session", { fiche: ficheText(reply.value) });
      else {
        patch(contexte, "session", { sujet: null });
        noterEchec(contexte, reply);
      }
    });
  };
  return {
    ...reading(contexte),
    select,
    commanderCamera,
    hover: (survol) => store.getState().session.survol !== survol && patch(contexte, "session", { survol }),
    choisirVue: (vue) => patch(contexte, "session", { vue }),
    hoverClasse: (classeSurvolee) => patch(contexte, "session", { classeSurvolee }),
    filtrer: (filtre) => patch(contexte, "session", { filtre }),
    basculer(volet, ouvert) {
      const key = VOLETS[volet];
      patch(contexte, "session", { [key]: ouvert ?? !store.getState().session[key] });
    },
    ouvrirEspace: (espace) => patch(contexte, "session", { espace }),
    visite(etape) {
      patch(contexte, "session", { visite: etape });
      if (etape !== null) return;
      try {
        effects.stockage.ecrire(CLE_VISITE, "faite");
      } catch {
        // Storage refused: the tour will be offered again, nothing is lost.
      }
    },
    cameraBougee: (camera) => patch(contexte, "session", { camera }),
    webgl: (etat) => patch(contexte, "session", { webgl: etat }),
    choisirTrouvaille(trouvaille) {
      const territoire = territoireDe(store.getState(), trouvaille);
      if (territoire !== null) editer(setTerritoire(territoire));
      const { genre, code, lon, lat, couche } = trouvaille;
      if (territoire === null || genre === "commune") commanderCamera({ kind: "point", lon, lat, zoom: ZOOM[genre] });
      if (couche !== null && !store.getState().document.courant.couches.includes(couche)) editer(toggleCouche(couche));
      if (couche !== null) select({ genre: "etablissement", couche, id: code });
      else if (genre !== "lieu" && genre !== "etablissement") select({ genre: "territoire", niveau: genre, code });
    },
  };
}
