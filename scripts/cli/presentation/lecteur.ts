import { DESCRIPTIONS } from "../../../src/analyses/descriptions";
import { ANALYSES } from "../../../src/analyses/registry";
import { issue } from "../../../src/domain/issue";
import { failure, type Outcome, success } from "../../../src/domain/outcome";
import type { Territoire } from "../../../src/domain/perimetre";
import type { Lecteur } from "../../../src/presentation/lire-ecran";
import type { Document } from "../../../src/project/document";
import { chargerCouche } from "../../../src/workers/handlers/couche";
import { comprendre } from "../../../src/workers/handlers/demande";
import { executer } from "../../../src/workers/handlers/executer";
import { fiche } from "../../../src/workers/handlers/fiche";
import { chargerFond } from "../../../src/workers/handlers/fond";
import { createOuvrir } from "../../../src/workers/handlers/reseau";
import { lireTerritoireCpts } from "../../../src/workers/handlers/niveau-cpts";
import { chargerContours, chargerTerritoire, territoires } from "../../../src/workers/handlers/territoire";
import type { Loader } from "../../../src/workers/loader";
import type { RunRequest } from "../../../src/workers/protocol";
import { createReseaux } from "../../../src/workers/reseaux";
import type { Job } from "../../../src/workers/server";
import { avecTables, createTables } from "../../../src/workers/tables";
import { solveHere } from "../solveur";

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, transfer: () => undefined };
const CLOCK = { now: () => 0, pause: () => Promise.resolve() };

const refuse = (): Promise<never> => Promise.reject(new Error("nothing is kept here"));
const reseaux = () => createReseaux({ fiches: () => Promise.resolve([]), graphe: refuse, garder: refuse, retirer: refuse });

/** What the document asks to compute, here and with the embedded data. */
function demande(document: Document, territoire: Territoire): Outcome<RunRequest> {
  const analyse = DESCRIPTIONS.find(({ id }) => id === document.analyse);
  if (analyse === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: document.analyse, attendues: DESCRIPTIONS.map(({ id }) => id).join(", ") }));
  const params = analyse.parseParams(document.params[document.analyse]);
  if (!params.ok) return params;
  const { niveau, selection } = document;
  return success({ analyse: analyse.id, params: params.value, perimetre: { territoire, niveau }, selection, sites: null, vitesses: null, reseau: null, moteur: null });
}

/** Reads and computes on the package of the disk, with the code of the page's worker; programmes are solved in this process. */
export function lecteurDuDisque(paquet: Loader): Lecteur {
  const loader = avecTables(paquet, createTables({ toutes: () => Promise.resolve([]), garder: refuse, retirer: refuse }));
  const lireTerritoire = territoires(loader);
  const lireCpts = lireTerritoireCpts(loader);
  const run = executer(comprendre(loader, ANALYSES, createOuvrir(loader, reseaux(), CLOCK)), CLOCK, refuse, solveHere);
  return {
    async territoire(territoire, niveau) {
      const charge = await chargerTerritoire(lireTerritoire, lireCpts)({ territoire, niveau: "commune" }, JOB);
      const contours = await chargerContours(lireTerritoire, lireCpts)({ territoire, niveau }, JOB);
      if (!charge.ok) return charge;
      return contours.ok ? success({ ...charge.value, contours: contours.value }) : contours;
    },
    fond: (territoire) => chargerFond(loader)({ territoire }, JOB),
    couche: (couche, territoire, corrections) => chargerCouche(loader, lireTerritoire)({ couche, territoire, corrections }, JOB),
    fiche: (sujet, territoire) => fiche(loader)({ sujet, territoire }, JOB),
    // Nothing is out of date in a file that has just been written: the app names it when it opens it.
    donnees: () => Promise.resolve(success({ cle: "", listes: [] })),
    async resultat(document, territoire) {
      const asked = demande(document, territoire);
      if (!asked.ok) return asked;
      const result = await run(asked.value, JOB);
      return result.ok ? success(result.value.output) : result;
    },
  };
}
