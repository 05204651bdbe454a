import type { Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import type { CoucheId } from "../domain/couche";
import { SELECTION_PAR_DEFAUT, type SelectionSites, type SiteList } from "../domain/genre-site";
import type { ChoixReseau } from "../domain/reseau";
import type { Niveau } from "../domain/perimetre";
import type { ScenarioVitesses } from "../domain/vitesses";

export const VERSION_DOCUMENT = 2;

/** Everything the user decides and nothing that is computed: small, saved, undoable, versioned. */
export interface Document {
  readonly version: typeof VERSION_DOCUMENT;
  /** « NA », département, EPCI or commune code. */
  readonly territoire: string;
  readonly niveau: Niveau;
  /** Analysis id. */
  readonly analyse: string;
  /** Parameters by analysis id: leaving an analysis and coming back finds them again. */
  readonly params: Readonly<Record<string, Params>>;
  /** Class choices by « analyse/vue ». */
  readonly classes: Readonly<Record<string, ClassSpec>>;
  readonly couches: readonly CoucheId[];
  readonly selection: SelectionSites;
  /** The user's own site list, when one was given. */
  readonly sites: SiteList | null;
  /** Speeds supposed for every analysis that drives; null: the default ones. */
  readonly vitesses: ScenarioVitesses | null;
  /** Imported road network in place of the embedded one; it is kept apart, in the browser. */
  readonly reseau: ChoixReseau | null;
}

export const DOCUMENT_INITIAL: Document = {
  version: VERSION_DOCUMENT,
  territoire: "87",
  niveau: "commune",
  analyse: "temps-acces",
  params: {},
  classes: {},
  couches: ["msp"],
  selection: SELECTION_PAR_DEFAUT,
  sites: null,
  vitesses: null,
  reseau: null,
};
