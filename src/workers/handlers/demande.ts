import type { Analysis, Inputs, Params, Reseau } from "../../analyses/analysis";
import { auxVitesses } from "../../analyses/shared/vitesses";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { ScenarioVitesses } from "../../domain/vitesses";
import type { Loader } from "../loader";
import type { RunRequest } from "../protocol";
import { resultKey } from "../result-key";
import { lireDonnees } from "./donnees";
import { trouverLieu } from "./lieu";
import type { LireReseau } from "./reseau";

/** A run that is understood, with its name; `lire` then loads what it computes with. */
export interface Demande {
  readonly analyse: Analysis;
  readonly params: Params;
  readonly key: string;
  lire(): Promise<Outcome<Inputs>>;
}

/** Understands a request, without loading more than what names it. */
export type Comprendre = (ask: RunRequest) => Promise<Outcome<Demande>>;

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

export function comprendre(loader: Loader, analyses: readonly Analysis[], lireReseau: LireReseau): Comprendre {
  const aux = gardien();
  return async (ask) => {
    const analyse = analyses.find(({ id }) => id === ask.analyse);
    if (analyse === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: ask.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
    const params = analyse.parseParams(ask.params);
    if (!params.ok) return params;
    const [lieu, manifeste] = await Promise.all([trouverLieu(loader, ask.perimetre.territoire.code), loader.manifeste()]);
    if (!lieu.ok) return lieu;
    if (!manifeste.ok) return manifeste;
    const { perimetre, selection, sites } = ask;
    const lire = async (): Promise<Outcome<Inputs>> => {
      const besoins = analyse.needs(params.value, perimetre, sites !== null);
      const [donnees, reseau] = await Promise.all([lireDonnees(loader, besoins, lieu.value.etendue), lireReseau(analyse, lieu.value, ask.reseau)]);
      if (!donnees.ok) return donnees;
      if (!reseau.ok) return reseau;
      const inputs = { donnees: donnees.value, perimetre, reseau: reseau.value === null ? null : aux(reseau.value, ask.vitesses), selection, sites };
      return success(inputs);
    };
    return success({ analyse, params: params.value, key: resultKey({ ...ask, params: params.value }, analyse.version, manifeste.value.version), lire });
  };
}
