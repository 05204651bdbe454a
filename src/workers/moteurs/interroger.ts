import { issue } from "../../domain/issue";
import { type Accord, hoteDe } from "../../domain/moteur";
import { failure, type Outcome } from "../../domain/outcome";
import type { Acces, Reponse, Requete, Service } from "../../io/moteurs/moteur";
import { attendre, type Monde } from "./monde";
import type { Rythme } from "./rythme";

/** What one question is asked with. */
export interface Outils {
  readonly monde: Monde;
  readonly rythme: Rythme;
  readonly signal: AbortSignal;
  readonly acces: Acces;
  /** Without it, or for another origin than the request's, nothing leaves. */
  readonly accord: Accord;
  /** How the engine is named in issues. */
  readonly nom: string;
}

/** An answer slower than this is given up. */
const DELAI_S = 30;
/** Times a question is asked again: after 429, a breakdown, silence. */
const REPRISES = 3;
/** Longest wait that an engine may ask for: beyond, it is told to the user. */
const ATTENTE_MAX_S = 60;
const TROP_DE_REQUETES = 429;
const PANNE = 500;

type Arrivee = (Reponse & { readonly retryAfter: string | null }) | "delai" | "injoignable";

/** One request, and nothing that says who asks: no cookie, no referrer, no redirection to elsewhere, nothing cached. */
async function envoyer({ url, method, headers, body }: Requete, { monde, signal }: Outils): Promise<Arrivee> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let late = false;
  const giveUp = monde.after(DELAI_S * 1000, () => {
    late = true;
    stop();
  });
  signal.addEventListener("abort", stop, { once: true });
  try {
    const response = await monde.fetch(url, {
      method,
      headers,
      body,
      signal: controller.signal,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-store",
    });
    return { status: response.status, text: await response.text(), retryAfter: response.headers.get("Retry-After") };
  } catch {
    return late ? "delai" : "injoignable";
  } finally {
    giveUp();
    signal.removeEventListener("abort", stop);
  }
}

/** Milliseconds of a Retry-After header, in seconds or as a date; null when there is none that can be read. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** 1 s, 2 s, 4 s … when the engine does not say how long to wait. */
const recul = (essai: number): number => 1000 * 2 ** essai;

/** What to make of what came: an end, or a wait before asking again. `dernier`: how it ends if asking again is over. */
type Suite<R> = { readonly fin: Outcome<R> } | { readonly attente: number; readonly dernier: Outcome<R> };

function juger<D, R>(arrivee: Arrivee, service: Service<D, R>, demande: D, essai: number, { monde, rythme, nom, acces }: Outils): Suite<R> {
  if (arrivee === "injoignable") return { attente: recul(essai), dernier: failure(issue("moteur-injoignable", "erreur", { moteur: nom, hote: hoteDe(acces.adresse) })) };
  if (arrivee === "delai") return { attente: 0, dernier: failure(issue("moteur-delai", "erreur", { moteur: nom, secondes: DELAI_S })) };
  if (arrivee.status === TROP_DE_REQUETES) {
    const debit = failure(issue("moteur-debit", "erreur", { moteur: nom }));
    const ms = retryAfterMs(arrivee.retryAfter, monde.now()) ?? recul(essai);
    if (ms > ATTENTE_MAX_S * 1000) return { fin: debit };
    // All the questions to this engine wait, not only this one.
    rythme.pause(ms);
    return { attente: 0, dernier: debit };
  }
  if (arrivee.status >= PANNE) return { attente: recul(essai), dernier: failure(issue("moteur-panne", "erreur", { moteur: nom, statut: arrivee.status })) };
  return { fin: service.parseResponse(arrivee, demande) };
}

/**
 * Asks one question of an engine: at its rate, again after a 429 (Retry-After, or 1, 2, 4 s), a breakdown or silence,
 * three times at most. Nothing leaves for an origin the user has not agreed to. Null when the signal was aborted.
 */
export async function interroger<D, R>(service: Service<D, R>, demande: D, outils: Outils): Promise<Outcome<R> | null> {
  const { monde, rythme, signal, acces, accord, nom } = outils;
  const requete = service.buildRequest(demande, acces);
  const { origin, host } = new URL(requete.url);
  if (origin !== accord.origine) return failure(issue("moteur-sans-accord", "erreur", { moteur: nom, hote: host }));
  for (let essai = 0; ; essai += 1) {
    await rythme.tour(signal);
    if (signal.aborted) return null;
    const arrivee = await envoyer(requete, outils);
    if (signal.aborted) return null;
    const suite = juger(arrivee, service, demande, essai, outils);
    if ("fin" in suite) return suite.fin;
    if (essai >= REPRISES) return suite.dernier;
    await attendre(monde, suite.attente, signal);
  }
}
