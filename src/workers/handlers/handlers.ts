import type { Entry } from "../../analyses/registry";
import type { Loader } from "../loader";
import type { Monde } from "../moteurs/monde";
import type { Moteurs } from "../moteurs/moteurs";
import type { PumpClock, Solve } from "../pump";
import type { Reseaux } from "../reseaux";
import type { Handlers } from "../server";
import { success } from "../../domain/outcome";
import { chercher } from "./chercher";
import { chargerCouche } from "./couche";
import { executer } from "./executer";
import { fiche } from "./fiche";
import { chargerFond } from "./fond";
import { importerReseau, listerReseaux, retirerReseau } from "./importer-reseau";
import { inventaire } from "./inventaire";
import { createOuvrir } from "./reseau";
import { sites } from "./sites";
import { chargerTerritoire, territoires } from "./territoire";

/**
 * What the worker answers: one line a request.
 * @param monde what outside engines are asked through: nothing else goes out of the served origin
 */
export function createHandlers(loader: Loader, analyses: readonly Entry[], clock: PumpClock, reseaux: Reseaux, monde: Monde): Handlers {
  let moteurs: Promise<Moteurs> | null = null;
  // Loaded on first use: most visits ask nobody.
  const lireMoteurs = (): Promise<Moteurs> => (moteurs ??= import("../moteurs/moteurs").then(({ createMoteurs }) => createMoteurs(monde)));
  let solveur: Promise<Solve> | null = null;
  const solve: Solve = async (request, signal, tell) => {
    solveur ??= import("../solveur/solveur").then(({ createSolveur, startSolverWorker }) => createSolveur(startSolverWorker));
    return (await solveur)(request, signal, tell);
  };
  const lireTerritoire = territoires(loader);
  return {
    "charger-territoire": chargerTerritoire(lireTerritoire),
    "charger-fond": chargerFond(loader),
    "charger-couche": chargerCouche(loader, lireTerritoire),
    sites: sites(loader),
    executer: executer(loader, analyses, clock, createOuvrir(loader, reseaux, clock), lireMoteurs, solve),
    "arreter-moteur": async () => {
      (await moteurs)?.arreter();
      return success(null);
    },
    chercher: chercher(loader),
    fiche: fiche(loader),
    inventaire: inventaire(loader),
    "importer-reseau": importerReseau(reseaux, clock),
    reseaux: listerReseaux(reseaux),
    "retirer-reseau": retirerReseau(reseaux),
  };
}
