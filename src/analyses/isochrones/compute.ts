import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { nearest } from "../../domain/nearest";
import { failure, type Outcome, success } from "../../domain/outcome";
import { areaKm2 } from "../../geo/area";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, ciblesVisees, emptyIssues, isCovered, lieuxSources, minutesFrom, openTerritoires, reseauIssues, sitesVises, step, type Territoires } from "../shared/acces";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { filterSites } from "../shared/sites";
import { illustrativeIssues, qualityOf } from "../shared/sources";
import type { IsochronesParams } from "./description";
import { comparer, phraseMoteur } from "./moteur";
import type { Mesure } from "./mesure";
import { tableComparee, tableOf } from "./tables";
import { type Trace, tracer } from "./tracer";
import { isochronesViews, vueMoteur } from "./views";

/** The ways of the menu, as the searches name them. */
const DIRECTIONS = { vers: "to-sites", depuis: "from-sites" } as const;

/** The one site asked for, or all of them. */
function chooseSite(sites: SiteList, id: string): Outcome<SiteList> {
  if (id === "") return success(sites);
  const kept = filterSites(sites, (index) => sites.ids[index] === id);
  if (kept.ids.length > 0) return success(kept);
  return failure(issue("site-inconnu", "erreur", { site: id, proches: nearest(id, sites.ids).join(", ") }));
}

/** The sites that the zones are drawn around. */
export function chosenSites(inputs: Inputs, { genres, site }: IsochronesParams): Outcome<SiteList> {
  const sites = sitesVises(inputs, genres);
  return sites.ok ? chooseSite(sites.value, site) : sites;
}

/** Ascending. */
export function limitesOf({ limites }: IsochronesParams): readonly number[] {
  return limites.map(Number).toSorted((a, b) => a - b);
}

/** Our minutes of each cell; null without a road network. */
function minutesOfCells({ cellules }: Territoires, trace: Trace | null): Float64Array | null {
  if (trace === null) return null;
  return cellules === null ? new Float64Array() : minutesFrom(cellules, trace.trajets);
}

/** Inhabitants of the cells and communes of the chefs-lieux at each limit or under it, and the ground of the zones. */
function measure({ chefs, cellules }: Territoires, limites: readonly number[], trace: Trace | null, cells: Float64Array | null): readonly Mesure[] {
  const habitants = cellules?.demande.habitants ?? new Float64Array();
  const total = sumKnown(habitants);
  const towns = minutesFrom(chefs, trace?.trajets ?? null);
  return limites.map((limite, level) => {
    if (trace === null) return { limite, habitants: Number.NaN, part: Number.NaN, communes: Number.NaN, km2: Number.NaN };
    const inside = sumKnown(habitants.filter((_, i) => (cells?.[i] ?? Number.NaN) <= limite));
    const zone = trace.zones[level];
    return {
      limite,
      habitants: inside,
      part: inside / total,
      communes: towns.filter((minutes) => minutes <= limite).length,
      km2: zone === undefined ? 0 : areaKm2(zone),
    };
  });
}

function factsOf(lieux: Territoires, sites: SiteList | null, mesures: readonly Mesure[], trace: Trace | null): Output["facts"] {
  const byLimit = mesures.flatMap(({ limite, habitants, part, communes, km2 }) => [
    [`habitants_${limite}`, orNull(habitants)] as const,
    [`part_${limite}`, orNull(part)] as const,
    [`communes_${limite}`, orNull(communes)] as const,
    [`km2_${limite}`, orNull(km2)] as const,
  ]);
  return {
    habitants: sumKnown(lieux.chefs.demande.habitants),
    communes: lieux.chefs.demande.habitants.length,
    sites: trace?.trajets.nombre ?? null,
    site: sites?.ids.length === 1 ? (sites.noms[0] ?? null) : null,
    ...Object.fromEntries(byLimit),
    au_bord: trace?.auBord ?? null,
  };
}

function summarise(inputs: Inputs, params: IsochronesParams, lieux: Territoires, sites: SiteList | null, mesures: readonly Mesure[], covered: boolean): Output["summary"] {
  const territoire = inputs.perimetre.territoire.nom;
  const genres = ciblesVisees(inputs, params.genres);
  if (!covered) return { id: "pas-de-minutes", params: { territoire } };
  if (sites === null) return { id: "pas-de-site", params: { genres, territoire } };
  const site = params.site === "" ? null : (sites.noms[0] ?? params.site);
  return {
    id: "isochrones",
    params: { genres, site, direction: params.direction, territoire, communesTotal: lieux.chefs.demande.habitants.length, zones: mesures },
  };
}

function edgeIssues(trace: Trace | null, limites: readonly number[]): readonly Issue[] {
  return trace?.auBord === true ? [issue("zone-au-bord", "information", { limite: limites.at(-1) ?? Number.NaN })] : [];
}

/**
 * Zones within some minutes by road around one site, several, or all of a kind: see README.md. Pure; yields every few
 * milliseconds. Without a graph that holds the territory there are no zones and the figures are NaN, with an issue.
 */
export function* computeIsochrones(inputs: Inputs, params: IsochronesParams): Generator<Progress, Output, void> {
  const limites = limitesOf(params);
  const sites = chosenSites(inputs, params);
  const lieux = yield* openTerritoires(inputs, true, 0.3);
  const covered = inputs.reseau !== null && isCovered(lieux);
  const found = inputs.reseau !== null && covered && sites.ok ? yield* tracer(inputs.reseau.network, sites.value, limites, DIRECTIONS[params.direction], 0.3, 0.9) : null;
  yield step("territoires")(0.9);
  const empty = found === null ? [] : emptyIssues([found.trajets], [ciblesVisees(inputs, params.genres)]);
  const trace = empty.length === 0 ? found : null;
  const cells = minutesOfCells(lieux, trace);
  const mesures = measure(lieux, limites, trace, cells);
  const table = tableOf(mesures);
  const comparaison = inputs.isochrones === undefined ? null : yield* comparer(inputs, lieux, inputs.isochrones, limites, cells);
  const { territoire } = inputs.perimetre;
  const sources = [...lieuxSources(inputs, inputs.sites === null ? params.genres : [], true), ...(inputs.reseau?.sources ?? []), ...(comparaison === null ? [] : [comparaison.moteur.source])];
  const usable = sites.ok && empty.length === 0 ? sites.value : null;
  const output = {
    table: comparaison === null ? table : tableComparee(mesures, comparaison),
    views: [...isochronesViews(table, trace?.zones ?? [], trace?.routes ?? [], qualityOf(sources, true), comparaison !== null), ...(comparaison === null ? [] : [vueMoteur(comparaison)])],
    summary: summarise(inputs, params, lieux, usable, mesures, covered),
    ...(comparaison === null ? {} : { details: phraseMoteur(comparaison, territoire.nom, lieux.chefs.demande.habitants.length) }),
    facts: factsOf(lieux, usable, mesures, trace),
    issues: [
      ...sites.issues,
      ...empty,
      // No estimate stands for the roads here: without them there is nothing to draw.
      ...(inputs.reseau === null ? [issue("graphe-non-charge", "avertissement", { territoire: territoire.nom })] : reseauIssues(lieux, inputs)),
      ...edgeIssues(trace, limites),
      ...accesIssues(inputs, lieux, found === null ? [] : [found.trajets], 0),
      ...illustrativeIssues(sources),
    ],
    sources,
  };
  return avecHypotheses(output, inputs, ciblesVisees(inputs, params.genres));
}
