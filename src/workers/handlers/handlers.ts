import type { Analysis } from "../../analyses/analysis";
import type { Loader } from "../loader";
import type { PumpClock } from "../pump";
import type { Reseaux } from "../reseaux";
import type { Handlers } from "../server";
import { chercher } from "./chercher";
import { chargerCouche } from "./couche";
import { comprendre } from "./demande";
import { directs } from "./direct";
import { executer } from "./executer";
import { fiche } from "./fiche";
import { chargerFond } from "./fond";
import { importerReseau, listerReseaux, retirerReseau } from "./importer-reseau";
import { inventaire } from "./inventaire";
import { reseauDe } from "./reseau";
import { sites } from "./sites";
import { chargerTerritoire, territoires } from "./territoire";
import { vitesses } from "./vitesses";

/** What the worker answers: one line a request. */
export function createHandlers(loader: Loader, analyses: readonly Analysis[], clock: PumpClock, reseaux: Reseaux): Handlers {
  const lireTerritoire = territoires(loader);
  const demandes = comprendre(loader, analyses, reseauDe(loader, reseaux));
  const direct = directs(demandes, clock);
  return {
    "charger-territoire": chargerTerritoire(lireTerritoire),
    "charger-fond": chargerFond(loader),
    "charger-couche": chargerCouche(loader, lireTerritoire),
    sites: sites(loader),
    executer: executer(demandes, clock),
    "direct-ouvrir": direct.ouvrir,
    "direct-deplacer": direct.deplacer,
    "direct-fermer": direct.fermer,
    vitesses: vitesses(loader),
    chercher: chercher(loader),
    fiche: fiche(loader),
    inventaire: inventaire(loader),
    "importer-reseau": importerReseau(reseaux, clock),
    reseaux: listerReseaux(reseaux),
    "retirer-reseau": retirerReseau(reseaux),
  };
}
