import { type EtatCompare, ID_PRESENT, NOM_PRESENT } from "../../domain/changements";
import type { Issue } from "../../domain/issue";
import { gini, ratioP90P10 } from "../../geo/inequality";
import type { Inputs, Progress } from "../analysis";
import { accesIssues, ciblesVisees, emptyIssues, isCovered, minutesFrom, sitesVises, type Territoires, travel } from "../shared/acces";
import { auxMedecins } from "../shared/medecins";
import type { Trajets } from "../shared/trajets";
import { auxVitesses } from "../shared/vitesses";
import { type Comparaison, compare, measureCouverture, type Mesure } from "../couverture/colonnes";
import { cover, type Couverture, departOf } from "../couverture/etat";
import { cellsByGroup, type Resume, resumer } from "../temps-acces/mesure";
import { aplDe, type AplEtat } from "./apl";
import type { ComparaisonParams } from "./description";

/** One state, measured. */
export interface EtatMesure {
  readonly etat: EtatCompare;
  /** Null: no site, or no minutes. */
  readonly trajets: Trajets | null;
  /** Of each demand point. */
  readonly minutes: Float64Array;
  /** By group, the whole territory last. */
  readonly resumes: readonly Resume[];
  readonly gini: number;
  readonly p90p10: number;
  /** Inhabitants of fragile communes within the threshold; NaN when no minute is known. */
  readonly fragiles: number;
  readonly mesure: Mesure;
  readonly apl: AplEtat;
  /** What it gains and loses on the first; null for the first and where one of them is not known. */
  readonly change: Comparaison | null;
}

/** The value of the whole territory: the last one. */
export const whole = (values: Float64Array | undefined): number => values?.at(-1) ?? Number.NaN;

/** The states to compare: those given, else the present one alone. */
export function etatsDe({ etats, selection }: Inputs): readonly EtatCompare[] {
  return etats ?? [{ id: ID_PRESENT, nom: NOM_PRESENT, selection, vitesses: null, medecins: {} }];
}

/** What an analysis of this state alone would read. */
function inputsDe(inputs: Inputs, { selection, sites, vitesses, medecins }: EtatCompare): Inputs {
  const reseau = inputs.reseau === null ? null : auxVitesses(inputs.reseau, vitesses);
  return auxMedecins({ ...inputs, reseau, selection, sites: sites ?? inputs.sites }, medecins);
}

interface Cherche {
  readonly etat: EtatCompare;
  readonly trajets: Trajets | null;
  readonly apl: AplEtat;
  readonly issues: readonly Issue[];
}

/** Steps of a computation of its own, told between two shares of the whole. */
function* between<T>(steps: Generator<Progress, T, void>, from: number, to: number): Generator<Progress, T, void> {
  let found = steps.next();
  while (found.done !== true) {
    yield { ...found.value, part: from + (to - from) * found.value.part };
    found = steps.next();
  }
  return found.value;
}

/** Minutes of one state. Progress from `from` to `to`. */
function* chercher(inputs: Inputs, lieux: Territoires, etat: EtatCompare, { genres }: ComparaisonParams, from: number, to: number): Generator<Progress, Cherche, void> {
  const own = inputsDe(inputs, etat);
  const apl = yield* between(aplDe(own, lieux), from, from + (to - from) / 2);
  const sites = sitesVises(own, genres);
  if (!sites.ok || !isCovered(lieux)) return { etat, trajets: null, apl, issues: sites.issues };
  const trajets = yield* travel(own, lieux, sites.value, from + (to - from) / 2, to);
  const empty = emptyIssues([trajets], [ciblesVisees(own, genres)]);
  return { etat, trajets: empty.length === 0 ? trajets : null, apl, issues: [...sites.issues, ...empty, ...accesIssues(own, lieux, [trajets], 0)] };
}

/** @param fragile 1 for each fragile commune, order of `groupes.communes` */
function mesurer(lieux: Territoires, { seuil }: ComparaisonParams, fragile: Uint8Array, { etat, trajets, apl }: Cherche): Omit<EtatMesure, "change"> & { readonly couverture: Couverture | null } {
  const depart = departOf(lieux);
  const { habitants, commune } = depart.demande;
  const minutes = minutesFrom(depart, trajets);
  const couverture = trajets === null ? null : cover(lieux, trajets, seuil);
  return {
    etat,
    trajets,
    apl,
    minutes,
    resumes: cellsByGroup(lieux).map((cells) => resumer(lieux, minutes, cells)),
    gini: gini(minutes, habitants),
    p90p10: ratioP90P10(minutes, habitants),
    fragiles: couverture === null ? Number.NaN : habitants.reduce((sum, people, point) => (couverture.points[point] === 1 && fragile[commune[point]!] === 1 ? sum + people : sum), 0),
    mesure: measureCouverture(lieux, null, couverture),
    couverture,
  };
}

/** Every state searched and measured, each compared with the first. Progress from 0.3 to 0.95. */
export function* mesurerEtats(inputs: Inputs, lieux: Territoires, params: ComparaisonParams, fragile: Uint8Array): Generator<Progress, { readonly mesures: readonly EtatMesure[]; readonly issues: readonly Issue[] }, void> {
  const etats = etatsDe(inputs);
  const cherches: Cherche[] = [];
  for (const etat of etats) {
    const from = 0.3 + (0.65 * cherches.length) / etats.length;
    cherches.push(yield* chercher(inputs, lieux, etat, params, from, from + 0.65 / etats.length));
  }
  const each = cherches.map((cherche) => mesurer(lieux, params, fragile, cherche));
  const first = each[0]?.couverture ?? null;
  const mesures = each.map(({ couverture, ...rest }, i): EtatMesure => {
    const reference = each[0];
    const comparable = i > 0 && reference !== undefined && first !== null && couverture !== null;
    return { ...rest, change: comparable ? compare(lieux, first, couverture, reference.mesure, rest.mesure) : null };
  });
  // The same trouble of every state (points far from the road) is said once.
  const said = new Set<string>();
  const issues = cherches.flatMap((cherche) => cherche.issues).filter((found) => !said.has(JSON.stringify(found)) && said.add(JSON.stringify(found)));
  return { mesures, issues };
}
