import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { EcranPage } from "../../presentation/page";
import type { Autour, Lecteur } from "../../presentation/lire-ecran";
import type { SuiviPlan } from "../../domain/suivi-plan";
import { parseSuivi } from "../../project/suivi-plan";
import { encodeLink } from "../../project/link";
import type { Client } from "../../workers/client";
import type { Answer, Ask, RequestName } from "../../workers/protocol";
import type { Contexte } from "../commands/context";
import { vocabulaireDe } from "../commands/export-commands";
import { CLE_SUIVI } from "../commands/plan-commands";
import { demandePour } from "../commands/results";

/** A worker that broke, or was stopped, says so as a refusal without a reason. */
async function demander<N extends RequestName>(client: Client, name: N, ask: Ask<N>, signal: AbortSignal): Promise<Outcome<Answer<N>>> {
  const reply = await client.ask(name, ask, { signal });
  if (reply.ok) return success(reply.value);
  if (reply.cause === "refus") return failure(...reply.issues);
  return failure(...(reply.cause === "panne" ? [issue("ressource-illisible", "erreur", { ressource: name, raison: reply.message })] : []));
}

/** Reads and computes through the worker of the page. */
export function lecteurDe({ client, analyses }: Contexte, signal: AbortSignal): Lecteur {
  return {
    async territoire(territoire, niveau) {
      const charge = await demander(client, "charger-territoire", { territoire, niveau: "commune" }, signal);
      const contours = await demander(client, "charger-contours", { territoire, niveau }, signal);
      if (!charge.ok) return charge;
      return contours.ok ? success({ ...charge.value, contours: contours.value }) : contours;
    },
    fond: (territoire) => demander(client, "charger-fond", { territoire }, signal),
    couche: (couche, territoire, corrections) => demander(client, "charger-couche", { couche, territoire, corrections }, signal),
    fiche: (sujet, territoire) => demander(client, "fiche", { sujet, territoire }, signal),
    async donnees(document, territoire) {
      const run = demandePour(document, territoire, analyses);
      return run.ok ? demander(client, "cle", run.value, signal) : run;
    },
    async resultat(document, territoire) {
      const run = demandePour(document, territoire, analyses);
      if (!run.ok) return run;
      const result = await demander(client, "executer", run.value, signal);
      return result.ok ? success(result.value.output) : result;
    },
  };
}

/** What was noted of the plan, in this visit or the ones before; nothing where it cannot be read, which its own space says. */
function suiviDe({ store, effects }: Contexte): SuiviPlan {
  const { suivi } = store.getState().session;
  if (suivi !== null) return suivi;
  try {
    const kept = parseSuivi(effects.stockage.lire(CLE_SUIVI) ?? "");
    return kept.ok ? kept.value : {};
  } catch {
    return {};
  }
}

/** What goes with a screen and is not computed. */
export function autour(app: Contexte): Autour {
  const lien = ({ document, camera, sujet }: EcranPage): string => {
    const espace = app.analyses.find(({ id }) => id === document.analyse)?.espace ?? "explorer";
    return encodeLink(document, { espace, camera, sujet }, vocabulaireDe(app));
  };
  return { descriptions: app.analyses, date: app.effects.now(), suivi: suiviDe(app), lien };
}
