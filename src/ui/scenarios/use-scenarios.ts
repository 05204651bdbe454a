import { useCallback } from "react";
import type { ScenarioCommands } from "../../store/commands/scenario-commands";
import { APP } from "../../textes/interface";
import { useCommandes } from "../app/context";

/** Does something with the scenarios, once their code is there. */
export function useScenarios(): (faire: (commandes: ScenarioCommands) => void) => void {
  const { scenarios, noter } = useCommandes();
  return useCallback((faire) => void scenarios().then(faire, () => noter("erreur", APP.codeAbsent)), [scenarios, noter]);
}
