import type { LectureCalage, Mesures } from "../../src/domain/calage";
import { EMPRISES } from "../../src/analyses/shared/graphe";

/** Upper bounds of the classes of minutes; the last class has none. A value at a bound is in the class above. */
const BORNES = [10, 20, 30, 45] as const;
const TOLERANCE = 5;

function classOf(minutes: number): number {
  const at = BORNES.findIndex((borne) => minutes < borne);
  return at < 0 ? BORNES.length : at;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Parallel lists of minutes, ours and the reference's. Empty lists give n = 0 and NaN. */
export function mesurer(ours: readonly number[], reference: readonly number[]): Mesures {
  const errors = ours.map((value, i) => value - reference[i]!);
  const [meanOurs, meanReference] = [mean(ours), mean(reference)];
  const covariance = mean(ours.map((value, i) => (value - meanOurs) * (reference[i]! - meanReference)));
  const deviation = Math.sqrt(mean(ours.map((value) => (value - meanOurs) ** 2)) * mean(reference.map((value) => (value - meanReference) ** 2)));
  return {
    n: ours.length,
    biais: mean(errors),
    mae: mean(errors.map(Math.abs)),
    r: deviation === 0 ? Number.NaN : covariance / deviation,
    cinq: mean(errors.map((error) => (Math.abs(error) <= TOLERANCE ? 1 : 0))),
    classe: mean(ours.map((value, i) => (classOf(value) === classOf(reference[i]!) ? 1 : 0))),
  };
}

/** How minutes are had: at the shipped speeds; at speeds fitted without the département they are read in. */
export const LECTURES = ["maillage", "ecarte"] as const satisfies readonly LectureCalage[];

/** One commune compared: its département, whether it is around Haute-Vienne, both minutes. */
export interface Comparaison {
  readonly dep: string;
  readonly autour: boolean;
  readonly metric: number;
  readonly minutes: number;
}

/** The communes of every département, and those inside the box of the graph of Haute-Vienne. */
export const TOUS = "tous";
export const AUTOUR = "autour-87";

/** Whether a chef-lieu is inside the box of the graph of Haute-Vienne and 50 km around. */
export function isAutour(lon: number, lat: number): boolean {
  const { west, south, east, north } = EMPRISES.hv50;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Figures by département, in order, then AUTOUR, then TOUS. */
export function mesurerParDepartement(rows: readonly Comparaison[]): ReadonlyMap<string, Mesures> {
  const of = (group: readonly Comparaison[]): Mesures => mesurer(group.map(({ minutes }) => minutes), group.map(({ metric }) => metric));
  const deps = [...new Set(rows.map(({ dep }) => dep))].toSorted();
  return new Map([
    ...deps.map((dep) => [dep, of(rows.filter((row) => row.dep === dep))] as const),
    [AUTOUR, of(rows.filter(({ autour }) => autour))],
    [TOUS, of(rows)],
  ]);
}
