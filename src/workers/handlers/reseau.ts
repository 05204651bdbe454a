import type { Analysis, Reseau } from "../../analyses/analysis";
import { dansEmprise } from "../../analyses/shared/emprise";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Provenance } from "../../domain/provenance";
import type { ChoixReseau } from "../../domain/reseau";
import { buildRoadNetwork } from "../../geo/road-network";
import type { Loader } from "../loader";
import type { Reseaux } from "../reseaux";
import type { Lieu } from "./lieu";

function sourceOf({ fichier }: ChoixReseau): Provenance {
  return {
    resource: "reseau-importe",
    title: `Réseau importé : fichier « ${fichier} »`,
    publisher: "fichier de l'utilisateur",
    licence: "non précisée",
    vintage: "non précisé",
    quality: "derive",
    note: "Part en agglomération et densité des carrefours estimées d'après les routes du fichier.",
  };
}

/** The road network an analysis is asked to use. */
export type LireReseau = (analyse: Analysis, lieu: Lieu, choix: ChoixReseau | null) => Promise<Outcome<Reseau | null>>;

/**
 * The imported network when one is chosen, with the default speeds; else the embedded graph, when the analysis drives
 * and the graph covers the territory: the rule of the command line. The last imported network used stays weighted.
 */
export function reseauDe(loader: Loader, reseaux: Reseaux): LireReseau {
  let last: { readonly id: string; readonly reseau: Reseau } | null = null;

  const importe = async (choix: ChoixReseau): Promise<Outcome<Reseau>> => {
    if (last?.id === choix.id) return success(last.reseau);
    const [graph, vitesses] = await Promise.all([reseaux.graphe(choix.id), loader.vitesses()]);
    if (graph === null) return failure(issue("reseau-inconnu", "erreur", { fichier: choix.fichier }));
    if (!vitesses.ok) return vitesses;
    const network = buildRoadNetwork(graph, vitesses.value.speeds);
    last = { id: choix.id, reseau: { network, sources: [sourceOf(choix), vitesses.value.source], fichier: choix.fichier } };
    return success(last.reseau);
  };
  return async (analyse, { territoire, communes }, choix) => {
    if (!analyse.reseau) return success(null);
    if (choix !== null) return importe(choix);
    return dansEmprise(territoire, communes.table) ? loader.reseau() : success(null);
  };
}
