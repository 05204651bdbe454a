import type { Analysis, Inputs, Params, Reseau } from "../../analyses/analysis";
import { grapheDe, suffitHv50 } from "../../analyses/shared/graphe";
import { tuilesDuCalcul } from "../../analyses/shared/tuiles";
import type { SiteList } from "../../domain/genre-site";
import { type Outcome, success } from "../../domain/outcome";
import type { Table } from "../../domain/table";
import type { Loader } from "../loader";
import { pump, type PumpClock } from "../pump";
import type { Job } from "../server";
import type { Lieu } from "./lieu";

/** The communes of the whole region: where each tile of the graph begins hangs on all of them. */
async function communesEntieres(loader: Loader, lieu: Lieu): Promise<Outcome<Table>> {
  const whole = lieu.etendue === "tout" ? success(lieu.communes) : await loader.dataset("communes", "tout");
  return whole.ok ? success(whole.value.table) : whole;
}

/** The graph to open first, when the analysis drives: the rule of the command line. */
export async function premierReseau(loader: Loader, analyse: Analysis, lieu: Lieu, sites: SiteList | null, job: Job): Promise<Outcome<Reseau | null>> {
  if (!analyse.reseau) return success(null);
  if (suffitHv50(lieu.territoire, lieu.communes.table, sites)) return loader.reseau("hv50");
  const communes = await communesEntieres(loader, lieu);
  if (!communes.ok) return communes;
  return loader.reseau(grapheDe(lieu.territoire, communes.value, sites), job.progress);
}

/** Opens tiles until the minutes of the analysis are those of the whole region's graph. */
export async function completerReseau(loader: Loader, lieu: Lieu, analyse: Analysis, params: Params, inputs: Inputs, clock: PumpClock, job: Job): Promise<Outcome<Inputs>> {
  if (inputs.reseau === null || inputs.reseau.tuilage === null) return success(inputs);
  const communes = await communesEntieres(loader, lieu);
  if (!communes.ok) return communes;
  const lists = analyse.destinations(inputs, params);
  let reseau: Reseau = inputs.reseau;
  for (;;) {
    const steps = tuilesDuCalcul({ ...inputs, reseau }, communes.value, lists);
    const more = await pump(steps, { clock, signal: job.signal, onProgress: () => undefined });
    if (more.length === 0) return success({ ...inputs, reseau });
    const grown = await loader.reseau([...(reseau.tuilage?.tuiles ?? []), ...more], job.progress);
    if (!grown.ok) return grown;
    reseau = grown.value;
  }
}
