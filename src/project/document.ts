import type { Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import { AUCUN_CHANGEMENT, type Changements, type Scenario } from "../domain/changements";
import type { CoucheId } from "../domain/couche";
import type { SiteList } from "../domain/genre-site";
import type { ChoixReseau } from "../domain/reseau";
import type { Niveau } from "../domain/perimetre";

export const VERSION_DOCUMENT = 3;

/**
 * Everything the user decides and nothing that is computed: small, saved, undoable, versioned. Its own changes are those of the
 * state on screen, the present one or the scenario `actif`: see etats.ts.
 */
export interface Document extends Changements {
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
  /** The user's own site list, when one was given. */
  readonly sites: SiteList | null;
  /** Imported road network in place of the embedded one; it is kept apart, in the browser. */
  readonly reseau: ChoixReseau | null;
  readonly scenarios: readonly Scenario[];
  /** Id of the scenario on screen; null: the present state. */
  readonly actif: string | null;
  /** Changes of the present state while a scenario is on screen; none otherwise. */
  readonly present: Changements;
}

export const DOCUMENT_INITIAL: Document = {
  version: VERSION_DOCUMENT,
  territoire: "87",
  niveau: "commune",
  analyse: "temps-acces",
  params: {},
  classes: {},
  couches: ["msp"],
  ...AUCUN_CHANGEMENT,
  sites: null,
  reseau: null,
  scenarios: [],
  actif: null,
  present: AUCUN_CHANGEMENT,
};
