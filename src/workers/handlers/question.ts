import type { Analysis, Params } from "../../analyses/analysis";
import type { Entry } from "../../analyses/registry";
import type { Manifeste } from "../../domain/manifeste";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Loader } from "../loader";
import type { RunRequest } from "../protocol";
import { type Lieu, trouverLieu } from "./lieu";

/** What a run is about, once its analysis, its parameters and its territory are known to be there. */
export interface Question {
  readonly analyse: Analysis;
  readonly params: Params;
  readonly lieu: Lieu;
  readonly manifeste: Manifeste;
}

export async function lireQuestion(loader: Loader, analyses: readonly Entry[], ask: Pick<RunRequest, "analyse" | "params" | "perimetre">): Promise<Outcome<Question>> {
  const entry = analyses.find(({ id }) => id === ask.analyse);
  if (entry === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: ask.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
  const analyse = await entry.open();
  const params = analyse.parseParams(ask.params);
  if (!params.ok) return params;
  const [lieu, manifeste] = await Promise.all([trouverLieu(loader, ask.perimetre.territoire.code), loader.manifeste()]);
  if (!lieu.ok) return lieu;
  return manifeste.ok ? success({ analyse, params: params.value, lieu: lieu.value, manifeste: manifeste.value }) : manifeste;
}
