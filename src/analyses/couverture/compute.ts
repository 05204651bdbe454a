import type { GenreSite } from "../../domain/genre-site";
import type { Issue } from "../../domain/issue";
import type { Column } from "../../domain/table";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, accesSources, emptyIssues, isCovered, openTerritoires, reseauIssues, step, type Territoires, travel } from "../shared/acces";
import { communesEnLimite } from "../shared/communes-limite";
import { resultTable, sumByGroup } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf, titled } from "../shared/origine";
import { illustrativeIssues, qualityOf, requireTable } from "../shared/sources";
import type { Trajets } from "../shared/trajets";
import { comparaisonColumns, type Comparaison, compare, couvertureColumns, measureCouverture, type Mesure } from "./colonnes";
import { cover, departOf } from "./etat";
import type { ChoixComparaison } from "./choix";
import { genresLus, type Situation, situationsOf } from "./situations";
import { couvertureViews } from "./views";

export type CouvertureParams = {
  readonly genres: readonly GenreSite[];
  readonly seuil: number;
  readonly demande: "cellules" | "chef-lieu";
  readonly comparaison: ChoixComparaison;
};

/** Columns that no minute enters. */
const SANS_MINUTES: ReadonlySet<string> = new Set(["habitants", "communes", "km2", "km2_habites"]);

/** Everything measured: the first situation, then what the second one changes. */
interface Resultat {
  readonly lieux: Territoires;
  readonly mesure: Mesure;
  /** Searches whose list has a site in the network, all or none. */
  readonly trajets: readonly Trajets[];
  readonly comparaison: Comparaison | null;
  readonly seconde: Mesure | null;
  readonly issues: readonly Issue[];
}

function* measure(inputs: Inputs, params: CouvertureParams, lieux: Territoires, situations: readonly Situation[]): Generator<Progress, Resultat, void> {
  const cellules = lieux.cellules === null ? null : requireTable(inputs.donnees, "cellules");
  const searches: Trajets[] = [];
  for (const { sites } of isCovered(lieux) ? situations : []) {
    const from = 0.3 + (0.6 * searches.length) / situations.length;
    searches.push(yield* travel(inputs, lieux, sites, from, from + 0.6 / situations.length));
  }
  yield step("territoires")(0.9);
  const empty = emptyIssues(searches, situations.map(({ cibles }) => cibles));
  const trajets = empty.length === 0 ? searches : [];
  const [first, second] = trajets.map((one) => cover(lieux, one, params.seuil));
  const mesure = measureCouverture(lieux, cellules, first ?? null);
  const limites = sumKnown(communesEnLimite(lieux, trajets[0] ?? null));
  const common = { lieux, mesure, trajets, issues: [...empty, ...accesIssues(inputs, lieux, searches, limites)] };
  if (first === undefined || second === undefined) return { ...common, comparaison: null, seconde: null };
  const seconde = measureCouverture(lieux, cellules, second);
  return { ...common, comparaison: compare(lieux, first, second, mesure, seconde), seconde };
}

/** The value of the whole territory: the last one. */
const whole = (values: Float64Array): number => values.at(-1) ?? Number.NaN;

function factsOf({ lieux, mesure, trajets, comparaison, seconde }: Resultat): Output["facts"] {
  const km2 = lieux.cellules === null ? "km2" : "km2_habites";
  const compared = comparaison === null || seconde === null ? {} : {
    habitants_couverts_seconde: orNull(whole(seconde.couverts)),
    part_seconde: orNull(whole(seconde.part)),
    habitants_gagnes: whole(comparaison.gagnes),
    habitants_perdus: whole(comparaison.perdus),
    habitants_inchanges: whole(mesure.habitants) - whole(comparaison.gagnes) - whole(comparaison.perdus),
  };
  return {
    habitants: sumKnown(lieux.chefs.demande.habitants),
    habitants_couverts: orNull(whole(mesure.couverts)),
    habitants_non_couverts: orNull(whole(mesure.habitants) - whole(mesure.couverts)),
    part: orNull(whole(mesure.part)),
    communes: whole(mesure.communes),
    communes_couvertes: orNull(whole(mesure.communesCouvertes)),
    [km2]: whole(mesure.km2),
    [`${km2}_couverts`]: orNull(whole(mesure.km2Couverts)),
    sites: trajets[0]?.nombre ?? null,
    non_rattaches: trajets.length === 0 ? null : departOf(lieux).rattachement.edge.filter((edge) => edge < 0).length,
    ...compared,
  };
}

function summarise(inputs: Inputs, { genres, seuil }: CouvertureParams, situations: readonly Situation[], resultat: Resultat): Output["summary"] {
  const { lieux, mesure, trajets, comparaison } = resultat;
  const territoire = inputs.perimetre.territoire.nom;
  const [first, second] = situations;
  const nowhere = resultat.issues.some(({ code }) => code === "aucun-site");
  if (first === undefined || nowhere) return { id: "pas-de-site", params: { genres, territoire } };
  if (trajets.length === 0) return { id: "pas-de-minutes", params: { territoire } };
  const origine = origineOf(inputs);
  if (comparaison !== null && second !== undefined) {
    const [gagnes, perdus] = [whole(comparaison.gagnes), whole(comparaison.perdus)];
    const inchanges = whole(mesure.habitants) - gagnes - perdus;
    return { id: "couverture-comparee", params: { genres: first.cibles, comparaison: second.cibles, territoire, seuil, gagnes, perdus, inchanges, origine } };
  }
  return {
    id: "couverture",
    params: {
      genres: first.cibles,
      territoire,
      seuil,
      habitants: whole(mesure.couverts),
      part: whole(mesure.part),
      communes: whole(mesure.communesCouvertes),
      communesTotal: whole(mesure.communes),
      km2: whole(mesure.km2Couverts),
      surface: lieux.cellules === null ? "communes" : "habites",
      origine,
    },
  };
}

/**
 * Inhabitants, communes and km² at t minutes at most of a site, and what a second list of sites changes: see
 * README.md. Pure; yields every few milliseconds.
 */
export function* computeCouverture(inputs: Inputs, params: CouvertureParams): Generator<Progress, Output, void> {
  const { perimetre } = inputs;
  const origine = origineOf(inputs);
  const withCells = params.demande === "cellules";
  const { situations, issues } = situationsOf(inputs, params.genres, params.comparaison);
  const lieux = yield* openTerritoires(inputs, withCells, 0.3);
  const resultat = yield* measure(inputs, params, lieux, situations);
  const { mesure, comparaison } = resultat;

  const habitants = sumByGroup(lieux.groupes, lieux.chefs.demande.habitants);
  const columns = [
    ...couvertureColumns(mesure, habitants, perimetre.niveau, withCells),
    ...(comparaison === null ? [] : comparaisonColumns(comparaison)),
  ].map((column): Column => (SANS_MINUTES.has(column.name) ? column : { ...column, label: titled(column.label, origine) }));
  const table = resultTable("couverture", lieux.groupes, [...columns, ...origineColumn(origine, lieux.groupes.codes.length, () => true)]);
  const sources = accesSources(inputs, genresLus(params.genres, params.comparaison, inputs.sites !== null), withCells);
  const output = {
    table,
    views: couvertureViews(table, perimetre, qualityOf(sources, true), comparaison !== null).map((view) => ({ ...view, title: titled(view.title, origine) })),
    summary: summarise(inputs, params, situations, resultat),
    facts: { ...factsOf(resultat), ...origineFact(origine) },
    issues: [
      ...issues,
      ...origineIssues(inputs),
      ...reseauIssues(lieux, inputs),
      ...resultat.issues,
      ...illustrativeIssues(sources),
    ],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, situations.flatMap(({ cibles }) => cibles));
}
