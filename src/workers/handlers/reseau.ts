import type { Analysis, EtendueGraphe, Inputs, Params, Reseau } from "../../analyses/analysis";
import { etendueDe, grapheDe, suffitHv50 } from "../../analyses/shared/graphe";
import { doutesDe, tuilesDuCalcul } from "../../analyses/shared/tuiles";
import { auxVitesses } from "../../analyses/shared/vitesses";
import type { SiteList } from "../../domain/genre-site";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Provenance } from "../../domain/provenance";
import type { ChoixReseau } from "../../domain/reseau";
import type { Table } from "../../domain/table";
import type { ScenarioVitesses } from "../../domain/vitesses";
import { buildRoadNetwork } from "../../geo/road-network";
import type { Loader } from "../loader";
import type { RunRequest } from "../protocol";
import { pump, type PumpClock } from "../pump";
import type { Reseaux } from "../reseaux";
import type { Job } from "../server";
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

/** The road network that a computation runs on, at the speeds supposed. */
export interface OuvrirReseau {
  /** The network to open first, when the analysis drives: the imported one that is chosen, else by the rule of the command line. */
  premier(analyse: Analysis, params: Params, lieu: Lieu, ask: RunRequest, job: Job): Promise<Outcome<Reseau | null>>;
  /** Opens tiles until the minutes towards each of the lists are those of the whole region's graph. */
  completer(lieu: Lieu, lists: readonly SiteList[], inputs: Inputs, job: Job): Promise<Outcome<Inputs>>;
  /** See `doutesDe`. */
  doutes(lieu: Lieu, reseau: Reseau): Promise<Outcome<(lon: number, lat: number) => boolean>>;
}

/** The communes of the whole region: where each tile of the graph begins hangs on all of them. */
async function communesEntieres(loader: Loader, lieu: Lieu): Promise<Outcome<Table>> {
  const whole = lieu.etendue === "tout" ? success(lieu.communes) : await loader.dataset("communes", "tout");
  return whole.ok ? success(whole.value.table) : whole;
}

/** Reads imported networks, weighted with the default speeds. The last one used stays weighted. */
function createImportes(loader: Loader, reseaux: Reseaux): (choix: ChoixReseau) => Promise<Outcome<Reseau>> {
  let last: { readonly id: string; readonly reseau: Reseau } | null = null;
  return async (choix) => {
    // One that was removed since is refused like any other that is no longer there.
    if (last?.id === choix.id && (await reseaux.liste()).some(({ id }) => id === choix.id)) return success(last.reseau);
    const [graph, vitesses] = await Promise.all([reseaux.graphe(choix.id), loader.vitesses()]);
    if (graph === null) return failure(issue("reseau-inconnu", "erreur", { fichier: choix.fichier }));
    if (!vitesses.ok) return vitesses;
    const network = buildRoadNetwork(graph, vitesses.value.speeds);
    last = { id: choix.id, reseau: { network, sources: [sourceOf(choix), vitesses.value.provenance], fichier: choix.fichier, tuilage: null } };
    return success(last.reseau);
  };
}

/** Weights kept by network: going back and forth between two hypotheses, or dragging under one, weighs nothing again. */
const SCENARIOS_GARDES = 2;

function gardien(): (reseau: Reseau, scenario: ScenarioVitesses | null) => Reseau {
  const kept = new WeakMap<Reseau, Map<string, Reseau>>();
  return (reseau, scenario) => {
    if (scenario === null) return reseau;
    const known = kept.get(reseau) ?? new Map<string, Reseau>();
    kept.set(reseau, known);
    const key = JSON.stringify(scenario);
    const found = known.get(key) ?? auxVitesses(reseau, scenario);
    known.delete(key);
    known.set(key, found);
    const oldest = known.keys().next();
    if (known.size > SCENARIOS_GARDES && oldest.done !== true) known.delete(oldest.value);
    return found;
  };
}

export function createOuvrir(loader: Loader, reseaux: Reseaux, clock: PumpClock): OuvrirReseau {
  const importe = createImportes(loader, reseaux);
  const aux = gardien();
  const premier = async (etendue: EtendueGraphe, lieu: Lieu, { reseau, sites }: RunRequest, job: Job): Promise<Outcome<Reseau>> => {
    if (reseau !== null) return importe(reseau);
    if (etendue !== "region" && suffitHv50(lieu.territoire, lieu.communes.table, sites)) return loader.reseau("hv50");
    const communes = await communesEntieres(loader, lieu);
    return communes.ok ? loader.reseau(grapheDe(lieu.territoire, communes.value, sites, etendue), job.progress) : communes;
  };
  return {
    async premier(analyse, params, lieu, ask, job) {
      if (!analyse.reseau) return success(null);
      const read = await premier(etendueDe(analyse, params), lieu, ask, job);
      return read.ok ? { ...read, value: aux(read.value, ask.vitesses) } : read;
    },
    async completer(lieu, lists, inputs, job) {
      if (inputs.reseau === null || inputs.reseau.tuilage === null) return success(inputs);
      const communes = await communesEntieres(loader, lieu);
      if (!communes.ok) return communes;
      let reseau: Reseau = inputs.reseau;
      for (;;) {
        const steps = tuilesDuCalcul({ ...inputs, reseau }, communes.value, lists);
        const more = await pump(steps, { clock, signal: job.signal, onProgress: () => undefined });
        if (more.length === 0) return success({ ...inputs, reseau });
        const grown = await loader.reseau([...(reseau.tuilage?.tuiles ?? []), ...more], job.progress);
        if (!grown.ok) return grown;
        reseau = aux(grown.value, inputs.reseau.scenario ?? null);
      }
    },
    async doutes(lieu, reseau) {
      if (reseau.tuilage === null) return success(() => false);
      const communes = await communesEntieres(loader, lieu);
      return communes.ok ? success(doutesDe(reseau, communes.value)) : communes;
    },
  };
}
