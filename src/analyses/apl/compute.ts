import type { SiteList } from "../../domain/genre-site";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import type { ResourceName } from "../../domain/ressource";
import type { Table } from "../../domain/table";
import { ranksFromHighest } from "../../geo/ranks";
import { weightedCorrelation, weightedSummary } from "../../geo/weighted";
import type { Inputs, Output, Progress } from "../analysis";
import { ciblesVisees, isCovered, openTerritoires, reseauIssues, sitesVises, step, type Territoires } from "../shared/acces";
import { SOURCE_ESTIMATION } from "../shared/estimation";
import { figure, type Groupes, joinNumbers, meanByGroup, resultTable, sumByGroup } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf, titled } from "../shared/origine";
import { illustrativeIssues, ownSource, qualityOf, requireTable, sourcesOf } from "../shared/sources";
import { resourcesOf } from "../shared/sites";
import type { AplParams } from "./description";
import { estimer, liens, limiteDe, medecinsDe } from "./estimer";
import { lireLieux, minutesEntre } from "./lieux";
import { aplViews } from "./views";

/** One value a commune of the territory, order of `groupes.communes`. */
interface Mesure {
  readonly estimee: Float64Array;
  readonly officielle: Float64Array;
  readonly standardisee: Float64Array;
  readonly habitants: Float64Array;
  /** Null when the supply is the user's own list. */
  readonly medecins: Float64Array | null;
}

/** The estimate of every commune of the region, then those of the territory. NaN for all of them without sites or minutes. */
function* estimate(inputs: Inputs, params: AplParams, { groupes }: Territoires, sites: SiteList | null): Generator<Progress, Float64Array, void> {
  if (sites === null) return new Float64Array(groupes.communes.length).fill(Number.NaN);
  const lieux = lireLieux(inputs);
  const liaisons = yield* minutesEntre(inputs, lieux, sites, limiteDe(params));
  const { apl } = estimer(lieux, liens(lieux, sites, liaisons, params), medecinsDe(sites), params);
  // `lieux` begins with the rows of the table of communes.
  return Float64Array.from(groupes.communes, (row) => apl[row] ?? Number.NaN);
}

function measure({ donnees, sites }: Inputs, { groupes, communes }: Territoires, estimee: Float64Array): Mesure {
  const apl = requireTable(donnees, "apl");
  const read = (column: string): Float64Array => joinNumbers(groupes, communes, apl, column, Number.NaN);
  return {
    estimee,
    officielle: read("apl_mg"),
    standardisee: read("population_standardisee"),
    habitants: read("population_2021"),
    medecins: sites === null ? joinNumbers(groupes, communes, requireTable(donnees, "bpe"), "medecins_generalistes", Number.NaN) : null,
  };
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, row) => value - (b[row] ?? Number.NaN));
}

function tableOf(groupes: Groupes, { estimee, officielle, standardisee, habitants, medecins }: Mesure, origine: OrigineMinutes): Table {
  const [ours, theirs] = [meanByGroup(groupes, estimee, standardisee), meanByGroup(groupes, officielle, standardisee)];
  const [rank, rankOfficial] = [ranksFromHighest(ours), ranksFromHighest(theirs)];
  return resultTable("apl", groupes, [
    figure("habitants", "Habitants (2021)", "habitants", 0, sumByGroup(groupes, habitants)),
    figure("population_standardisee", "Population standardisée", "habitants", 0, sumByGroup(groupes, standardisee)),
    ...(medecins === null ? [] : [figure("medecins", "Médecins généralistes (BPE 2020)", "nombre", 0, sumByGroup(groupes, medecins))]),
    figure("apl_estimee", titled("Accessibilité estimée (ce n'est pas l'APL de la DREES)", origine), "consultations", 2, ours),
    figure("apl_officielle_2021", "APL officielle 2021 (DREES)", "consultations", 2, theirs),
    figure("ecart", "Écart : estimation moins APL officielle", "consultations", 2, minus(ours, theirs)),
    figure("rang_estime", "Rang de l'estimation (1 : la plus forte)", "nombre", 0, rank),
    figure("rang_officiel", "Rang de l'APL officielle (1 : la plus forte)", "nombre", 0, rankOfficial),
    figure("ecart_rang", "Places gagnées dans l'estimation", "nombre", 0, minus(rankOfficial, rank)),
    ...origineColumn(origine, groupes.codes.length, (row) => !Number.isNaN(ours[row])),
  ]);
}

interface Bilan {
  readonly estimee: number;
  readonly officielle: number;
  readonly correlation: number;
  readonly ponderee: number;
}

function balance({ estimee, officielle, standardisee, habitants }: Mesure): Bilan {
  return {
    estimee: weightedSummary(estimee, standardisee).mean,
    officielle: weightedSummary(officielle, standardisee).mean,
    correlation: weightedCorrelation(estimee, officielle, new Float64Array(estimee.length).fill(1)),
    ponderee: weightedCorrelation(estimee, officielle, habitants),
  };
}

function summarise(inputs: Inputs, { estimee, officielle, correlation }: Bilan, nowhere: boolean, communes: number): Output["summary"] {
  const territoire = inputs.perimetre.territoire.nom;
  if (nowhere) return { id: "pas-de-site", params: { genres: ciblesVisees(inputs, ["medecin"]), territoire } };
  if (Number.isNaN(estimee)) return { id: "pas-de-minutes", params: { territoire } };
  return { id: "apl", params: { territoire, estimee, officielle: orNull(officielle), correlation: orNull(correlation), communes, origine: origineOf(inputs) } };
}

function readSources(inputs: Inputs): Output["sources"] {
  const own = inputs.sites !== null;
  const names: readonly ResourceName[] = [...(own ? [] : resourcesOf(["medecin"], inputs.selection)), "communes", "communes-couronne", "apl", "territoires"];
  return [...ownSource(inputs.sites), ...sourcesOf(names, inputs.donnees), ...(inputs.reseau?.sources ?? [SOURCE_ESTIMATION])];
}

/**
 * Consultations within reach of each inhabitant, by floating catchment areas on road minutes, beside the official APL:
 * see README.md. Pure; yields every few milliseconds. The whole region and its ring are computed whatever the
 * territory, so that a commune has the same figure wherever one looks from.
 */
export function* computeApl(inputs: Inputs, params: AplParams): Generator<Progress, Output, void> {
  const origine = origineOf(inputs);
  const sites = sitesVises(inputs, ["medecin"]);
  const lieux = yield* openTerritoires(inputs, false, 0.1);
  const estimee = yield* estimate(inputs, params, lieux, sites.ok && isCovered(lieux) ? sites.value : null);
  yield step("territoires")(0.95);
  const { groupes } = lieux;
  const mesure = measure(inputs, lieux, estimee);
  const table = tableOf(groupes, mesure, origine);
  const bilan = balance(mesure);
  const sources = readSources(inputs);
  const output = {
    table,
    views: aplViews(table, inputs.perimetre.niveau, qualityOf(sources, true), (title) => titled(title, origine)),
    summary: summarise(inputs, bilan, !sites.ok, groupes.communes.length),
    facts: {
      communes: groupes.communes.length,
      apl_estimee: orNull(bilan.estimee),
      apl_officielle_2021: orNull(bilan.officielle),
      correlation: orNull(bilan.correlation),
      correlation_ponderee: orNull(bilan.ponderee),
      ...origineFact(origine),
    },
    issues: [...sites.issues, ...origineIssues(inputs), ...reseauIssues(lieux, inputs), ...illustrativeIssues(sources)],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, ciblesVisees(inputs, ["medecin"]));
}
