import type { Entry } from "../../analyses/registry";
import type { Loader } from "../loader";
import type { Monde } from "../moteurs/monde";
import type { Moteurs } from "../moteurs/moteurs";
import type { PumpClock, Solve } from "../pump";
import type { Reseaux } from "../reseaux";
import type { Handlers } from "../server";
import { avecTables, type Tables } from "../tables";
import { success } from "../../domain/outcome";
import { chercher } from "./chercher";
import { chargerCouche } from "./couche";
import { comprendre } from "./demande";
import { directs } from "./direct";
import { executer } from "./executer";
import { fiche } from "./fiche";
import { chargerFond } from "./fond";
import { importerReseau, listerReseaux, retirerReseau } from "./importer-reseau";
import { inventaire } from "./inventaire";
import { createOuvrir } from "./reseau";
import { sites } from "./sites";
import { importerTable, listerTables, retirerTable } from "./tables";
import { chargerTerritoire, territoires } from "./territoire";
import { vitesses } from "./vitesses";

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
  const demandes = comprendre(loader, analyses, createOuvrir(loader, reseaux, clock));
  const direct = directs(demandes, clock);
  return {
    "charger-territoire": chargerTerritoire(lireTerritoire),
    "charger-fond": chargerFond(loader),
    "charger-couche": chargerCouche(loader, lireTerritoire),
    sites: sites(loader),
    executer: executer(demandes, clock, lireMoteurs, solve),
    "direct-ouvrir": direct.ouvrir,
    "direct-deplacer": direct.deplacer,
    "direct-fermer": direct.fermer,
    vitesses: vitesses(loader),
    "arreter-moteur": async () => {
      (await moteurs)?.arreter();
      return success(null);
    },
    chercher: chercher(loader),
    fiche: fiche(loader),
    // Read in the Méthode space only.
    calage: async () => (await import("./calage")).lireCalage(loader),
    inventaire: inventaire(loader),
    "importer-reseau": importerReseau(reseaux, clock),
    reseaux: listerReseaux(reseaux),
    "retirer-reseau": retirerReseau(reseaux),
    "importer-table": importerTable(loader, tables),
    tables: listerTables(tables),
    "retirer-table": retirerTable(tables),
  };
}
