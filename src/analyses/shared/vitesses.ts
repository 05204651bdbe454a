import type { ScenarioVitesses } from "../../domain/vitesses";
import { applyScenario } from "../../geo/speed-scenario";
import type { Reseau } from "../analysis";

/** A network at supposed speeds; at the default ones (null) it is the same. */
export function auxVitesses(reseau: Reseau, scenario: ScenarioVitesses | null): Reseau {
  if (scenario === null) return reseau;
  return { ...reseau, network: applyScenario(reseau.network, scenario), scenario };
}
