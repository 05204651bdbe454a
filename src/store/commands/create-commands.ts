import type { StoreApi } from "zustand/vanilla";
import type { Description } from "../../analyses/analysis";
import { NOTICE } from "../../textes/notices";
import type { Client } from "../../workers/client";
import { ouvrirAdresse, suivreAdresse } from "../address";
import type { Effects } from "../effects";
import { accorderEspace } from "../espaces";
import type { Presenter } from "../presenter/commands";
import { enregistrerEnContinu, lireSauvegarde } from "../persistence";
import type { State } from "../state";
import type { Commands } from "./commands";
import { noter, patch } from "./context";
import type { Contexte } from "./context";
import { directCommands } from "./direct-commands";
import { documentCommands } from "./document-commands";
import { createEditer, type Editer } from "./edit";
import { exportCommands } from "./export-commands";
import { fondCommands } from "./fond-commands";
import { jeuxCommands } from "./jeux-commands";
import { createLoading, type Loading } from "./loading";
import { moteurCommands } from "./moteur-commands";
import { reseauCommands } from "./reseau-commands";
import { createResults, type Results } from "./results";
import type { ScenarioCommands } from "./scenario-commands";
import { CLE_VISITE, sessionCommands } from "./session-commands";
import { tableCommands } from "./table-commands";
import { terrainCommands } from "./terrain-commands";
import { zoneCommands } from "./zone-commands";

/** Parts of the document a result depends on; classes and layers only change how it is drawn. */
function sameResult(a: State["document"]["courant"], b: State["document"]["courant"], compare: boolean): boolean {
  if (compare && (a.scenarios !== b.scenarios || a.present !== b.present || a.actif !== b.actif)) return false;
  return a.medecins === b.medecins && a.niveau === b.niveau && a.analyse === b.analyse && a.params === b.params && a.selection === b.selection && a.sites === b.sites && a.reseau === b.reseau && a.vitesses === b.vitesses;
}

function firstVisit({ effects }: Contexte): boolean {
  try {
    return effects.stockage.lire(CLE_VISITE) === null;
  } catch {
    return false;
  }
}

/** What a change of the state calls for: another result, other layers, another space. */
function suivre(contexte: Contexte, results: Results, loading: Loading, session: Pick<Commands, "choisirClasse">): (after: State, before: State) => void {
  const { analyses } = contexte;
  return (after, before) => {
    const [now, then] = [after.document.courant, before.document.courant];
    if (now.analyse !== then.analyse) {
      session.choisirClasse(null);
      accorderEspace(contexte);
    }
    if (now.territoire !== then.territoire) {
      results.perimer();
      void loading.chargerTerritoire(true);
    } else if (!sameResult(now, then, analyses.find(({ id }) => id === now.analyse)?.etats === true)) results.perimer();
    if (now.selection.corrections !== then.selection.corrections) loading.couches.recharger();
    else if (now.couches !== then.couches) loading.couches.completer();
    const arrive = after.results.etat !== before.results.etat && (after.results.etat === "a-jour" || after.results.etat === "echec");
    if (arrive || now.niveau !== then.niveau) void loading.completerContours();
    if (after.results.etat !== before.results.etat) contexte.effects.marquerMinutes(after.results.etat === "a-jour");
  };
}

/** Commands whose code comes with their first use: the first screen shows the present state, on a map. */
function tardives(contexte: Contexte, editer: Editer): Pick<Commands, "scenarios" | "presenter"> {
  let scenarios: ScenarioCommands | null = null;
  let presenter: Promise<Presenter> | null = null;
  return {
    scenarios: async () => (scenarios ??= (await import("./scenario-commands")).scenarioCommands(contexte, editer)),
    presenter() {
      presenter ??= import("../presenter/create-presenter").then(({ createPresenter }) => createPresenter(contexte, editer));
      // Offline before it was ever fetched: the next request tries again.
      presenter.catch(() => (presenter = null));
      return presenter;
    },
  };
}

/** The commands of one store. `client` computes, `effects` are the page's. */
export function createCommands(store: StoreApi<State>, client: Client, effects: Effects, analyses: readonly Description[]): Commands {
  const contexte: Contexte = { store, client, effects, analyses };
  const editer = createEditer(contexte);
  const results = createResults(contexte);
  const loading = createLoading(contexte, results.lancer);
  const session = sessionCommands(contexte, editer);
  const reseaux = reseauCommands(contexte, editer);
  const stops: (() => void)[] = [];

  const follow = suivre(contexte, results, loading, session);

  /** Where this visit starts: undo goes behind a link only to find the saved work again. */
  const settle = (saved: State["document"]["courant"] | null): void => {
    const { document } = store.getState();
    const replaced = saved !== null && document.courant !== saved;
    store.setState({ document: { ...document, passe: replaced ? [saved] : [], futur: [] } });
    if (replaced) noter(contexte, "info", NOTICE.travailDeCote);
  };

  return {
    ...session,
    ...documentCommands(contexte, editer),
    ...directCommands(contexte, editer),
    ...zoneCommands(contexte, editer),
    ...tableCommands(contexte, loading, results),
    ...jeuxCommands(contexte),
    ...exportCommands(contexte),
    ...terrainCommands(contexte),
    ...reseaux,
    ...fondCommands(contexte),
    chargerFond: loading.chargerFond,
    ...moteurCommands(contexte, results.perimer),
    async demarrer() {
      const sauvegarde = lireSauvegarde(contexte);
      const saved = sauvegarde?.document ?? null;
      if (sauvegarde !== null) patch(contexte, "document", { courant: sauvegarde.document, enregistreLe: sauvegarde.enregistreLe });
      if (saved === null && effects.adresse.hash().length < 2 && firstVisit(contexte)) patch(contexte, "session", { visite: 0 });
      const adresse = ouvrirAdresse(contexte, editer, session);
      const placed = adresse === false ? false : await adresse;
      settle(saved);
      stops.push(
        store.subscribe(follow),
        enregistrerEnContinu(contexte),
        suivreAdresse(contexte, () => void ouvrirAdresse(contexte, editer, session)),
      );
      client.onRestart(() => noter(contexte, "attention", NOTICE.calculRelance));
      await loading.chargerTerritoire(!placed);
    },
    arreter() {
      for (const stop of stops.splice(0)) stop();
      loading.arreter();
      reseaux.annulerImport();
      results.arreter();
      client.close();
    },
    ...tardives(contexte, editer),
    recalculer: results.lancer,
    annulerCalcul: results.annuler,
    noter: (ton, texte, action) => noter(contexte, ton, texte, action),
  };
}
