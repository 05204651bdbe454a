import { createContext, use } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand";
import type { Description, Params } from "../../analyses/analysis";
import type { Commands } from "../../store/commands/commands";
import type { State } from "../../store/state";

/** What every component may reach: the state to read, the commands to ask. Nothing else writes. */
export interface Outils {
  readonly store: StoreApi<State>;
  readonly commands: Commands;
  readonly analyses: readonly Description[];
}

export const OutilsContext = createContext<Outils | null>(null);

export function useOutils(): Outils {
  const outils = use(OutilsContext);
  if (outils === null) throw new Error("a component reads the store outside of OutilsContext");
  return outils;
}

/** One slice of the state; the component renders again when what it selects changes. */
export function useEtat<T>(selector: (state: State) => T): T {
  return useStore(useOutils().store, selector);
}

export function useCommandes(): Commands {
  return useOutils().commands;
}

/** The analyses whose sites are added and moved on the map; the minutes of the first follow the hand, the others wait for the drop. */
export const AVEC_AJOUTS: ReadonlySet<string> = new Set(["temps-acces", "couverture"]);

/** The analysis whose communes have a sheet to print. */
export const AVEC_FICHE = "recrutement";

/** Whether sites are added on the map of this analysis: open ones, or places to choose among. */
export const ajouteSurLaCarte = ({ analyse, params }: ReturnType<typeof useAnalyse>): boolean => AVEC_AJOUTS.has(analyse.id) || analyse.ajoutsCandidats?.(params) === true;

/** The current analysis with its parameters: the defaults, and the user's own values over them. */
export function useAnalyse(): { readonly analyse: Description; readonly params: Params } {
  const { analyses } = useOutils();
  const id = useEtat((etat) => etat.document.courant.analyse);
  const choisis = useEtat((etat) => etat.document.courant.params[id]);
  const analyse = analyses.find((une) => une.id === id) ?? analyses[0];
  if (analyse === undefined) throw new Error("no analysis is registered");
  return { analyse, params: { ...analyse.defaults, ...choisis } };
}
