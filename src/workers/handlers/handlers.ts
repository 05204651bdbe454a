import type { Entry } from "../../analyses/registry";
import type { Loader } from "../loader";
import type { Monde } from "../moteurs/monde";
import type { Moteurs } from "../moteurs/moteurs";
import type { PumpClock, Solve } from "../pump";
import type { Reseaux } from "../reseaux";
import type { Answer, Ask, RequestName } from "../protocol";
import type { Handler, Handlers } from "../server";
import { avecTables, type Tables } from "../tables";
import { type Outcome, success } from "../../domain/outcome";
import { NIVEAU_IMPORTE } from "../../domain/perimetre";
import { chargerCouche } from "./couche";
import { comprendre } from "./demande";
import type { Directs } from "./direct";
import { executer } from "./executer";
import { chargerFond } from "./fond";
import { inventaire } from "./inventaire";
import { createOuvrir } from "./reseau";
import { sites } from "./sites";
import { chargerContours, chargerTerritoire, type LireTerritoire, territoires } from "./territoire";

/** A handler whose code comes with its first request: the first screen asks for none of these. A failed fetch is tried again. */
function plusTard<N extends RequestName>(load: () => Promise<Handler<N>>): Handler<N> {
  let loaded: Promise<Handler<N>> | null = null;
  return async (ask: Ask<N>, job): Promise<Outcome<Answer<N>>> => {
    loaded ??= load();
    loaded.catch(() => (loaded = null));
    return (await loaded)(ask, job);
  };
}

/**
 * What the worker answers: one line a request.
 * @param monde what outside engines are asked through: nothing else goes out of the served origin
 */
export function createHandlers(paquet: Loader, analyses: readonly Entry[], clock: PumpClock, reseaux: Reseaux, tables: Tables, monde: Monde): Handlers {
  const loader = avecTables(paquet, tables);
  let moteurs: Promise<Moteurs> | null = null;
  // Loaded on first use: most visits ask nobody.
  const lireMoteurs = (): Promise<Moteurs> => (moteurs ??= import("../moteurs/moteurs").then(({ createMoteurs }) => createMoteurs(monde)));
  let solveur: Promise<Solve> | null = null;
  const solve: Solve = async (request, signal, tell) => {
    solveur ??= import("../solveur/solveur").then(({ createSolveur, startSolverWorker }) => createSolveur(startSolverWorker));
    return (await solveur)(request, signal, tell);
  };
  const lireTerritoire = territoires(loader);
  // Loaded on first use: most visits bring no perimeter.
  const lireCpts: LireTerritoire = async (code) => (await import("./niveau-cpts")).lireTerritoireCpts(loader)(code);
  const demandes = comprendre(loader, analyses, createOuvrir(loader, reseaux, clock));
  const lancer = executer(demandes, clock, lireMoteurs, solve);
  let suivi: Promise<Directs> | null = null;
  const direct = (): Promise<Directs> => (suivi ??= import("./direct").then(({ directs }) => directs(demandes, clock)));
  return {
    "charger-territoire": chargerTerritoire(lireTerritoire, lireCpts),
    "charger-contours": chargerContours(lireTerritoire, lireCpts),
    "charger-fond": chargerFond(loader),
    "charger-couche": chargerCouche(loader, lireTerritoire),
    sites: sites(loader),
    executer: lancer,
    cle: plusTard(async () => (await import("./cle")).cle(paquet, analyses, reseaux, tables)),
    "direct-ouvrir": plusTard(async () => (await direct()).ouvrir),
    "direct-deplacer": plusTard(async () => (await direct()).deplacer),
    "direct-fermer": plusTard(async () => (await direct()).fermer),
    vitesses: plusTard(async () => (await import("./vitesses")).vitesses(loader)),
    "arreter-moteur": async () => {
      (await moteurs)?.arreter();
      return success(null);
    },
    chercher: plusTard(async () => (await import("./chercher")).chercher(loader)),
    fiche: plusTard(async () => (await import("./fiche")).fiche(loader)),
    profil: plusTard(async () => {
      const [{ profilDe }, { avecCpts }] = await Promise.all([import("./profil"), import("./niveau-cpts")]);
      return ({ sujet, rang }, job) => profilDe(sujet.niveau === NIVEAU_IMPORTE ? avecCpts(loader) : loader, (ask) => lancer(ask, job), sujet, rang);
    }),
    calage: async () => (await import("./calage")).lireCalage(loader),
    inventaire: inventaire(loader),
    "importer-reseau": plusTard(async () => (await import("./importer-reseau")).importerReseau(reseaux, clock)),
    reseaux: plusTard(async () => (await import("./importer-reseau")).listerReseaux(reseaux)),
    "retirer-reseau": plusTard(async () => (await import("./importer-reseau")).retirerReseau(reseaux)),
    "importer-table": plusTard(async () => (await import("./tables")).importerTable(loader, tables)),
    tables: plusTard(async () => (await import("./tables")).listerTables(tables)),
    "retirer-table": plusTard(async () => (await import("./tables")).retirerTable(tables)),
  };
}
