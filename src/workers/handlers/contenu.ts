import type { Feature } from "geojson";
import type { Issue } from "../../domain/issue";
import type { Provenance } from "../../domain/provenance";

/** What a layer shows. */
export interface Contenu {
  readonly features: readonly Feature[];
  /** Things inside the territory. */
  readonly count: number;
  readonly sources: readonly Provenance[];
  readonly issues: readonly Issue[];
}
