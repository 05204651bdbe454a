import type { Inputs, Progress } from "../analysis";
import { descriptionApl } from "../apl/description";
import { estimer, liens, limiteDe, medecinsDe } from "../apl/estimer";
import { lireLieux, minutesEntre } from "../apl/lieux";
import { isCovered, type Territoires } from "../shared/acces";
import { joinNumbers, meanByGroup } from "../shared/groupes";
import { sitesOf } from "../shared/sites";
import { requireTable } from "../shared/sources";
import { weightedSummary } from "../../geo/weighted";

/** Consultations a year an inhabitant within reach, estimated: NaN where they cannot be. */
export interface AplEtat {
  readonly groupes: Float64Array;
  /** Mean of the territory, weighted as « apl » does: by the standardised population (2021). */
  readonly moyenne: number;
}

/** Whether the network at hand stops before that of « apl », the whole region's: true for Haute-Vienne's own graph. */
export const reseauProche = ({ reseau }: Inputs): boolean => reseau !== null && reseau.fichier === null && reseau.tuilage === null;

/**
 * The estimate of « apl » with its default parameters (E2SFCA), in one state: its practitioners, its speeds. The supply is
 * always the general practitioners, whatever the kind compared. Read on the network at hand. Progress as `minutesEntre`.
 */
export function* aplDe(own: Inputs, { groupes, communes, chefs }: Territoires): Generator<Progress, AplEtat, void> {
  const params = descriptionApl.defaults;
  const sites = sitesOf(["medecin"], own.donnees, own.selection);
  if (!sites.ok || !isCovered({ groupes, communes, chefs, cellules: null })) return { groupes: new Float64Array(groupes.codes.length).fill(Number.NaN), moyenne: Number.NaN };
  const lieux = lireLieux(own);
  const liaisons = yield* minutesEntre(own, lieux, sites.value, limiteDe(params));
  const { apl } = estimer(lieux, liens(lieux, sites.value, liaisons, params), medecinsDe(sites.value), params);
  // `lieux` begins with the rows of the table of communes.
  const communesApl = Float64Array.from(groupes.communes, (row) => apl[row] ?? Number.NaN);
  const standardisee = joinNumbers(groupes, communes, requireTable(own.donnees, "apl"), "population_standardisee", Number.NaN);
  return { groupes: meanByGroup(groupes, communesApl, standardisee), moyenne: weightedSummary(communesApl, standardisee).mean };
}
