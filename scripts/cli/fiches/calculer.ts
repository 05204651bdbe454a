import { ANALYSES } from "../../../src/analyses/registry";
import { comprendre } from "../../../src/workers/handlers/demande";
import { executer } from "../../../src/workers/handlers/executer";
import type { Calculer } from "../../../src/workers/handlers/profil";
import { createOuvrir } from "../../../src/workers/handlers/reseau";
import type { Loader } from "../../../src/workers/loader";
import type { Job } from "../../../src/workers/server";

const HORLOGE = { now: () => performance.now(), pause: () => Promise.resolve() };
const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, transfer: () => undefined };
/** Sheets are made on the embedded network, without outside engine or solver. */
const jamais = (): never => {
  throw new Error("a sheet asked for what sheets do without");
};
const SANS_RESEAU = { liste: jamais, graphe: jamais, ajouter: jamais, retirer: jamais };

/** The worker's way of running an analysis, on the disk; each question computed once. */
export function calculateur(loader: Loader): Calculer {
  const lancer = executer(comprendre(loader, ANALYSES, createOuvrir(loader, SANS_RESEAU, HORLOGE)), HORLOGE, jamais, jamais);
  const known = new Map<string, ReturnType<Calculer>>();
  return (ask) => {
    const key = JSON.stringify(ask);
    const found = known.get(key) ?? lancer(ask, JOB);
    known.set(key, found);
    return found;
  };
}
