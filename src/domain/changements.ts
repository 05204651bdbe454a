import { SELECTION_PAR_DEFAUT, type SelectionSites, type SiteList } from "./genre-site";
import type { ScenarioVitesses } from "./vitesses";

/** General practitioners more (or less) than the data say, by commune code. Never 0. */
export type EcartsMedecins = Readonly<Record<string, number>>;

/** Practitioners added to or taken off one commune, at most. */
export const ECART_MAX = 50;

/** What a state of the territory supposes besides the data: sites closed and added, speeds, practitioners. */
export interface Changements {
  readonly selection: SelectionSites;
  /** Null: the default speeds. */
  readonly vitesses: ScenarioVitesses | null;
  readonly medecins: EcartsMedecins;
}

export const AUCUN_CHANGEMENT: Changements = { selection: SELECTION_PAR_DEFAUT, vitesses: null, medecins: {} };

/** Scenarios a document holds at most: what a link and an eye can carry. */
export const SCENARIOS_MAX = 8;
export const NOM_MAX = 80;
export const COMMENTAIRE_MAX = 1000;

/** A named set of changes. Dates in epoch milliseconds. */
export interface Scenario {
  readonly id: string;
  readonly nom: string;
  readonly commentaire: string;
  readonly creeLe: number;
  readonly modifieLe: number;
  readonly changements: Changements;
}

/** What the present state is called where scenarios are by their id. */
export const ID_PRESENT = "present";
export const NOM_PRESENT = "État présent";

/** A state to compare with others: the present one or a scenario. */
export interface EtatCompare extends Changements {
  readonly id: string;
  readonly nom: string;
  /** Sites in the place of the existing ones; absent: those of the others. */
  readonly sites?: SiteList;
}

/** States compared at once. */
export const ETATS_MAX = 4;

/** The changes alone of what holds more besides: a document, a state to compare. */
export const changementsDe = ({ selection, vitesses, medecins }: Changements): Changements => ({ selection, vitesses, medecins });

/** Whether two sets of changes are the same objects: edits keep what they do not change. */
export function memesChangements(a: Changements, b: Changements): boolean {
  return a.selection === b.selection && a.vitesses === b.vitesses && a.medecins === b.medecins;
}
