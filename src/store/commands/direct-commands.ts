import { appliquer } from "../../analyses/temps-acces/changements";
import { ID_AJOUT } from "../../domain/genre-site";
import { addSite, arrondir, moveSite, prochainAjout, removeSite, setVitesses } from "../../project/edits";
import { NOTICE } from "../../textes/notices";
import type { RunResult } from "../../workers/protocol";
import type { Commands } from "./commands";
import { type Contexte, noterEchec, patch } from "./context";
import type { Editer } from "./edit";
import { demandeCourante } from "./results";

type DirectCommands = Pick<Commands, "poser" | "ajouterSite" | "demanderNom" | "saisirSite" | "glisserSite" | "deposerSite" | "lacherSite" | "retirerSite" | "changeVitesses" | "vitesses">;

/** A site in hand. */
interface Prise {
  readonly id: string;
  /** The result before it was taken; null when there was none to follow from. */
  readonly base: RunResult | null;
  /** The result on screen: another one there means that something else changed. */
  montre: RunResult | null;
  /** Search kept by the worker; null until it is there, and when there is none. */
  session: number | null;
  /** Where the hand is, when the worker does not know it yet: the latest wins. */
  voulu: readonly [lon: number, lat: number] | null;
  /** One question at a time, and none before its answer is drawn. */
  enVol: boolean;
}

/** The minutes that follow a hand: at most one question in the worker, at most one answer a frame. */
function createSuivi(contexte: Contexte) {
  const { store, client, effects } = contexte;
  let prise: Prise | null = null;

  const envoyer = async (): Promise<void> => {
    const tenue = prise;
    if (tenue === null || tenue.session === null || tenue.enVol || tenue.voulu === null) return;
    const [lon, lat] = tenue.voulu;
    tenue.voulu = null;
    tenue.enVol = true;
    const reply = await client.ask("direct-deplacer", { session: tenue.session, id: tenue.id, lon, lat, mailles: store.getState().session.vue === "mailles" });
    if (prise !== tenue) return;
    // Another result has come, or the worker was started again: the drop will tell the minutes.
    if (!reply.ok || reply.value === null || tenue.montre === null || store.getState().results.courant !== tenue.montre) {
      tenue.session = null;
      return;
    }
    tenue.montre = { key: `${tenue.montre.key}/direct`, output: appliquer(tenue.montre.output, reply.value) };
    patch(contexte, "results", { courant: tenue.montre });
    effects.image(() => {
      tenue.enVol = false;
      void envoyer();
    });
  };

  const ouvrir = async (tenue: Prise): Promise<void> => {
    const demande = demandeCourante(contexte);
    const { etat } = store.getState().results;
    if (demande === null || tenue.base === null || etat !== "a-jour" || demande.selection.exclus.includes(tenue.id)) return;
    const reply = await client.ask("direct-ouvrir", { demande, id: tenue.id });
    if (!reply.ok) return;
    const { session } = reply.value;
    if (prise === tenue) {
      tenue.session = session;
      await envoyer();
    } else if (session !== null) await client.ask("direct-fermer", { session });
  };

  return {
    prendre(id: string): void {
      if (prise?.id === id) return;
      const { courant } = store.getState().results;
      prise = { id, base: courant, montre: courant, session: null, voulu: null, enVol: false };
      void ouvrir(prise);
    },
    suivre(lon: number, lat: number): void {
      if (prise === null) return;
      prise.voulu = [lon, lat];
      void envoyer();
    },
    /** `rendre`: the result before the hand took it comes back. */
    finir(rendre: boolean): void {
      const tenue = prise;
      prise = null;
      if (tenue === null) return;
      if (rendre && tenue.base !== null && store.getState().results.courant === tenue.montre) patch(contexte, "results", { courant: tenue.base });
      if (tenue.session !== null) void client.ask("direct-fermer", { session: tenue.session });
    },
  };
}

export function directCommands(contexte: Contexte, editer: Editer): DirectCommands {
  const { store, analyses } = contexte;
  const suivi = createSuivi(contexte);
  const courant = () => store.getState().document.courant;

  const lacher = (rendre: boolean): void => {
    suivi.finir(rendre);
    if (store.getState().session.main !== null) patch(contexte, "session", { main: null });
  };

  return {
    poser: (actif) => patch(contexte, "session", { pose: actif }),
    ajouterSite(lon, lat) {
      const { analyse: id, params, sites } = courant();
      const parsed = analyses.find((analyse) => analyse.id === id)?.parseParams(params[id]);
      const genres = parsed?.ok === true ? (analyses.find((analyse) => analyse.id === id)?.genres(parsed.value) ?? []) : [];
      const numero = prochainAjout(courant());
      const genre = sites === null ? (genres[0] ?? "msp") : "liste";
      const ajoute = `${ID_AJOUT}${numero}`;
      editer(addSite({ id: ajoute, nom: NOTICE.nomAjout(numero), genre, lon, lat }));
      patch(contexte, "session", { pose: false, aNommer: ajoute });
    },
    demanderNom: (id) => patch(contexte, "session", { aNommer: id }),
    saisirSite(id) {
      const site = courant().selection.ajouts.find((one) => one.id === id);
      if (site === undefined) return;
      suivi.prendre(id);
      if (store.getState().session.main?.id !== id) patch(contexte, "session", { main: { id, lon: site.lon, lat: site.lat } });
    },
    glisserSite(id, x, y) {
      const [lon, lat] = [arrondir(x), arrondir(y)];
      if (store.getState().session.main?.id !== id) return;
      patch(contexte, "session", { main: { id, lon, lat } });
      suivi.suivre(lon, lat);
    },
    deposerSite(id) {
      const { main } = store.getState().session;
      if (main?.id !== id) return;
      const site = courant().selection.ajouts.find((one) => one.id === id);
      lacher(site?.lon === main.lon && site.lat === main.lat);
      editer(moveSite(id, main.lon, main.lat));
    },
    lacherSite: () => lacher(true),
    retirerSite(id) {
      lacher(true);
      editer(removeSite(id));
    },
    async vitesses(scenario) {
      const reply = await contexte.client.ask("vitesses", { scenario });
      if (!reply.ok) noterEchec(contexte, reply);
      return reply.ok ? reply.value : null;
    },
    changeVitesses: (scenario) => editer(setVitesses(scenario), "vitesses"),
  };
}
