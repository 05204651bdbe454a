import { SELECTION_PAR_DEFAUT, type SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import type { Provenance } from "../../domain/provenance";
import type { ResourceName } from "../../domain/ressource";
import { textValues } from "../../domain/table";
import type { Besoin, Inputs, Params, Progress } from "../analysis";
import { accesIssues, accesNeeds, accesSources, ciblesVisees, emptyIssues, isCovered, minutesFrom, openTerritoires, reseauIssues, sitesVises, step, type Territoires, travel } from "./acces";
import type { FragileParams } from "./champs-fragile";
import { communesEnLimite } from "./communes-limite";
import { communesFragiles, DEFINITIONS, type Fragilite } from "./fragiles";
import { joinNumbers } from "./groupes";
import { countMsu, type Msu } from "./msu";
import { sumKnown } from "./nombres";
import { requireTable, sourcesOf } from "./sources";
import type { Trajets } from "./trajets";

/** What both analyses of maîtres de stage begin with. One value a commune of the territory, order of `groupes.communes`. */
export interface Terrains {
  readonly lieux: Territoires;
  /** Towards the nearest place of stage; null where there is none to go to, or no way. */
  readonly trajets: Trajets | null;
  readonly minutes: Float64Array;
  readonly habitants: Float64Array;
  readonly medecins: Float64Array;
  readonly fragilite: Fragilite;
  readonly msu: Msu;
  readonly sources: readonly Provenance[];
  readonly issues: readonly Issue[];
}

/** The places of stage, then what the definition of « fragile » travels to. */
export function destinationsTerrains(inputs: Inputs, params: Params & FragileParams): readonly SiteList[] {
  const sites = sitesVises(inputs, ["stage"]);
  return [...(sites.ok ? [sites.value] : []), ...DEFINITIONS[params.fragile].destinations(inputs, params)];
}

/** Resources of both. `liste`: the user's own list of sites is used. */
export function terrainsNeeds(params: FragileParams, liste: boolean): readonly Besoin[] {
  const acces = accesNeeds(liste ? [] : ["stage"], false);
  const read = DEFINITIONS[params.fragile].ressources(params, SELECTION_PAR_DEFAUT);
  const named = [...new Set<ResourceName>(["bpe", "zonage-communes", "apl", "stages", ...read])].map((ressource): Besoin => ({ ressource, etendue: "tout" }));
  // Whole where it is asked for whole.
  return [...acces.filter(({ ressource }) => !named.some((besoin) => besoin.ressource === ressource)), ...named];
}

/** Progress of a step told as a part of the whole. */
function* within<T>(steps: Generator<Progress, T, void>, from: number, to: number): Generator<Progress, T, void> {
  let one = steps.next();
  while (one.done !== true) {
    yield { ...one.value, part: from + (to - from) * one.value.part };
    one = steps.next();
  }
  return one.value;
}

/**
 * Opens the territory, joins its chefs-lieux to the nearest place of stage, says which communes are fragile. Progress from 0 to `end`.
 * @param route whether minutes as the crow flies are worth nothing here
 */
export function* openTerrains(inputs: Inputs, params: FragileParams, route: boolean, end: number): Generator<Progress, Terrains, void> {
  const { donnees } = inputs;
  const sites = sitesVises(inputs, ["stage"]);
  const cibles = ciblesVisees(inputs, ["stage"]);
  const lieux = yield* openTerritoires(inputs, false, 0.2 * end);
  const known = sites.ok && isCovered(lieux) && !(route && inputs.reseau === null);
  const searches = known ? [yield* travel(inputs, lieux, sites.value, 0.2 * end, 0.5 * end)] : [];
  const empty = emptyIssues(searches, [cibles]);
  const trajets = empty.length === 0 ? (searches[0] ?? null) : null;
  yield step("territoires")(0.5 * end);
  const fragilite = yield* within(communesFragiles(inputs, lieux, params), 0.5 * end, end);
  const msu = countMsu(inputs, lieux);
  const acces = accesIssues(inputs, lieux, searches, sumKnown(communesEnLimite(lieux, trajets)));
  return {
    lieux,
    trajets,
    minutes: minutesFrom(lieux.chefs, trajets),
    habitants: lieux.chefs.demande.habitants,
    medecins: joinNumbers(lieux.groupes, lieux.communes, requireTable(donnees, "bpe"), "medecins_generalistes", Number.NaN),
    fragilite,
    msu,
    sources: unique([...accesSources(inputs, inputs.sites === null ? ["stage"] : [], false), ...sourcesOf(["bpe", "zonage-communes", "apl"], donnees), ...DEFINITIONS[params.fragile].sources(inputs, params)]),
    issues: [
      ...sites.issues,
      ...empty,
      ...reseauIssues(lieux, inputs),
      ...acces,
      ...(msu.ailleurs === 0 ? [] : [issue("sites-hors-communes", "avertissement", { nombre: msu.ailleurs })]),
      ...fragilite.issues.filter((found) => !acces.some((other) => JSON.stringify(other) === JSON.stringify(found))),
    ],
  };
}

/** EPCI of each commune of the territory: what others give sums of. */
export function epcisDe({ groupes, communes }: Territoires): readonly (string | null)[] {
  const epcis = textValues(communes, "epci");
  return groupes.communes.map((row) => epcis[row] ?? null);
}

function unique(sources: readonly Provenance[]): readonly Provenance[] {
  return [...new Map(sources.map((source) => [source.resource, source])).values()];
}
