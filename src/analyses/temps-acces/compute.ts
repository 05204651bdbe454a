import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { GenreSite } from "../../domain/genre-site";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import type { Table } from "../../domain/table";
import { weightedSummary } from "../../geo/weighted";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, accesSources, ciblesVisees, emptyIssues, isCovered, openTerritoires, reseauIssues, sitesVises, step, type Territoires, travel } from "../shared/acces";
import { resultTable } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf, titled } from "../shared/origine";
import { illustrativeIssues, qualityOf, requireTable } from "../shared/sources";
import { scaled, type Trajets } from "../shared/trajets";
import { type Mailles, maillesHabitees, TITRE_MAILLES } from "./mailles";
import { type Mesure, measureTemps, PALIERS } from "./mesure";

export type TempsParams = { readonly genres: readonly GenreSite[]; readonly seuil: number };

const SCALE: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: PALIERS },
  presets: [{ label: "10 / 15 / 20 / 30 min", breaks: PALIERS }],
  palette: "orrd",
};

/** The rows of the table by three measures, then the inhabited grid itself when it has minutes. */
function tempsViews(table: Table, { niveau }: Inputs["perimetre"], quality: View["quality"], origine: OrigineMinutes, mailles: Mailles | null): readonly View[] {
  const unitText = origine.kind === "route" ? {} : { unitText: titled("minutes", origine) };
  const drawn = { column: "minutes", unit: "minutes", ...unitText, digits: 1, scale: SCALE, quality } as const;
  const grid: readonly View[] =
    mailles === null
      ? []
      : [{ ...drawn, id: "mailles", title: titled(TITRE_MAILLES, origine), ...mailles }];
  const common = { ...drawn, table, geometry: { kind: "territoires", niveau }, mark: "fill" } as const;
  const chefs = niveau === "commune" ? "Minutes depuis le chef-lieu" : "Minutes depuis les chefs-lieux, en moyenne";
  const first: View = { ...common, id: "minutes", title: titled(chefs, origine), column: "minutes" };
  // An outside engine is asked for the chefs-lieux only.
  if (origine.kind === "moteur") return [first];
  return [
    first,
    { ...common, id: "minutes-moyenne", title: titled("Minutes en moyenne par habitant", origine), column: "minutes_moyenne" },
    { ...common, id: "minutes-p90", title: titled("Minutes : 9 habitants sur 10 sont à moins", origine), column: "minutes_p90" },
    ...grid,
  ];
}

/** Communes whose chef-lieu is beyond the threshold, and their inhabitants. */
function beyond({ chefs }: Territoires, minutes: Float64Array, seuil: number): { readonly communes: number; readonly habitants: number } {
  const far = [...minutes.keys()].filter((i) => (minutes[i] ?? 0) > seuil);
  return { communes: far.length, habitants: sumKnown(far.map((i) => chefs.demande.habitants[i] ?? Number.NaN)) };
}

interface Resultat {
  readonly lieux: Territoires;
  readonly mesure: Mesure;
  readonly trajets: Pick<Trajets, "nombre"> | null;
  readonly origine: OrigineMinutes;
}

export function factsOf({ lieux, mesure, trajets, origine }: Resultat, seuil: number): Output["facts"] {
  const { habitants } = lieux.chefs.demande;
  const far = beyond(lieux, mesure.chefs, seuil);
  const people = sumKnown(habitants);
  const known = trajets !== null;
  const paliers = PALIERS.flatMap((palier, i) => {
    const within = mesure.paliers[i] ?? Number.NaN;
    return [[`habitants_${palier}`, orNull(within)], [`part_${palier}`, orNull(within / mesure.total.weight)]] as const;
  });
  return {
    habitants: people,
    communes: habitants.length,
    sites: trajets?.nombre ?? null,
    minutes: orNull(weightedSummary(mesure.chefs, habitants).mean),
    minutes_moyenne: orNull(mesure.total.mean),
    minutes_mediane: orNull(mesure.total.median),
    minutes_p90: orNull(mesure.total.p90),
    ...Object.fromEntries(paliers),
    communes_loin: known ? far.communes : null,
    habitants_loin: known ? far.habitants : null,
    part_loin: known ? far.habitants / people : null,
    non_rattaches: known ? mesure.nonRattaches : null,
    communes_limite_donnees: known ? sumKnown(mesure.limites) : null,
    ...origineFact(origine),
  };
}

export function summarise(inputs: Inputs, { genres, seuil }: TempsParams, resultat: Resultat, nowhere: boolean): Output["summary"] {
  const { lieux, mesure, trajets, origine } = resultat;
  const territoire = inputs.perimetre.territoire.nom;
  const cibles = ciblesVisees(inputs, genres);
  if (nowhere) return { id: "pas-de-site", params: { genres: cibles, territoire } };
  if (trajets === null) return { id: "pas-de-minutes", params: { territoire } };
  const far = beyond(lieux, mesure.chefs, seuil);
  // Without cells, all the inhabitants of a commune start from its chef-lieu.
  const { mean, median } = lieux.cellules === null ? weightedSummary(mesure.chefs, lieux.chefs.demande.habitants) : mesure.total;
  return {
    id: "temps-acces",
    params: {
      genres: cibles,
      territoire,
      communesLoin: far.communes,
      habitantsLoin: far.habitants,
      partLoin: far.habitants / sumKnown(lieux.chefs.demande.habitants),
      seuil,
      moyenne: mean,
      mediane: median,
      origine,
    },
  };
}

/**
 * Minutes to the nearest site, from the chefs-lieux and from the inhabited cells: see README.md. Pure; yields every
 * few milliseconds. By road; without any graph, estimated as the crow flies and said so everywhere; NaN, with an issue,
 * when the graph given holds the territory in part only; from the chefs-lieux only when an outside engine answered.
 */
export function* computeTemps(inputs: Inputs, params: TempsParams): Generator<Progress, Output, void> {
  const { perimetre } = inputs;
  const sites = sitesVises(inputs, params.genres);
  const origine = origineOf(inputs);
  const withCells = origine.kind !== "moteur";
  const lieux = yield* openTerritoires(inputs, withCells, 0.3);
  const covered = isCovered(lieux);
  const searches = sites.ok && covered ? [yield* travel(inputs, lieux, sites.value, 0.3, 0.9)] : [];
  yield step("territoires")(0.9);
  const empty = emptyIssues(searches, [ciblesVisees(inputs, params.genres)]);
  const trajets = empty.length === 0 ? (searches[0] ?? null) : null;
  const mesure = measureTemps(lieux, trajets, perimetre.niveau === "commune", origine);
  const known = (row: number): boolean => Number.isFinite(mesure.minutes[row]);
  const table = resultTable("temps-acces", lieux.groupes, [...mesure.columns, ...origineColumn(origine, lieux.groupes.codes.length, known)]);
  const mailles = trajets === null || !withCells ? null : yield* scaled(maillesHabitees(lieux, requireTable(inputs.donnees, "cellules"), mesure.cellules, origine), step("territoires"), 0.95, 1);
  const sources = accesSources(inputs, inputs.sites === null ? params.genres : [], withCells);
  const resultat = { lieux, mesure, trajets, origine };
  const output = {
    table,
    views: tempsViews(table, perimetre, qualityOf(sources, true), origine, mailles),
    summary: summarise(inputs, params, resultat, !sites.ok || empty.length > 0),
    facts: factsOf(resultat, params.seuil),
    issues: [
      ...sites.issues,
      ...empty,
      ...origineIssues(inputs),
      ...reseauIssues(lieux, inputs),
      ...accesIssues(inputs, lieux, searches, sumKnown(mesure.limites)),
      ...illustrativeIssues(sources),
    ],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, ciblesVisees(inputs, params.genres));
}
