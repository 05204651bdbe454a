import { pickPoints } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { chooseGreedily } from "../../geo/siting/greedy";
import { type ReachMatrix, reachMatrix } from "../../geo/siting/reach-matrix";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { joinNumbers } from "../shared/groupes";
import { requireTable } from "../shared/sources";
import type { TourneeParams } from "./description";

/** The communes of the territory, order of `groupes.communes`: who lives there, how far. */
export interface Besoins {
  readonly codes: readonly string[];
  readonly noms: readonly string[];
  readonly habitants: Float64Array;
  /** Minutes from the chef-lieu to the nearest site; NaN when not known. */
  readonly minutes: Float64Array;
  /** 1 for a commune that is far. */
  readonly loin: Uint8Array;
  /** Inhabitants of far communes, as they count; 0 elsewhere. */
  readonly poids: Float64Array;
}

/** What an inhabitant counts for: standardised inhabitants of DREES (each age by the care it takes) over inhabitants, 2021; 1 where it is not known. */
function selonAge({ donnees }: Inputs, { groupes, communes }: Territoires): Float64Array {
  const apl = requireTable(donnees, "apl");
  const [standardisee, habitants] = ["population_standardisee", "population_2021"].map((name) => joinNumbers(groupes, communes, apl, name, Number.NaN)) as [Float64Array, Float64Array];
  return standardisee.map((value, i) => (value > 0 && habitants[i]! > 0 ? value / habitants[i]! : 1));
}

export function lireBesoins(inputs: Inputs, lieux: Territoires, minutes: Float64Array, codes: readonly string[], noms: readonly string[], { eloignement, age }: TourneeParams): Besoins {
  const { habitants } = lieux.chefs.demande;
  const facteur = age ? selonAge(inputs, lieux) : new Float64Array(habitants.length).fill(1);
  const loin = Uint8Array.from(minutes, (value) => (value >= eloignement ? 1 : 0));
  return { codes, noms, habitants, minutes, loin, poids: habitants.map((people, i) => (loin[i] === 1 && people > 0 ? people * facteur[i]! : 0)) };
}

export interface Arrets {
  /** Communes, positions in `groupes.communes`, the most useful first. */
  readonly communes: readonly number[];
  /** Inhabitants of far communes within reach of each, whether or not another stop reaches them. */
  readonly proches: readonly number[];
  /** Of all of them together. */
  readonly ensemble: number;
}

/** Inhabitants of far communes whose chef-lieu some rows reach, each once. */
function reached({ start, point }: ReachMatrix, rows: readonly number[], { habitants, loin }: Besoins): number {
  const met = new Set(rows.flatMap((row) => Array.from(point.subarray(start[row]!, start[row + 1]!))));
  return [...met].reduce((sum, i) => sum + (loin[i] === 1 && habitants[i]! > 0 ? habitants[i]! : 0), 0);
}

/**
 * Stops, one after the other, each bringing care within `rayon` minutes of most of those who are far and have no stop yet: at
 * least 63 % of what as many stops can (greedy MCLP). Only far communes may be stops, and the imposed ones.
 */
export function* choisirArrets(network: RoadNetwork, { chefs }: Territoires, besoins: Besoins, { arrets, rayon, imposes, interdits }: TourneeParams, depart: string): Generator<number, Arrets, void> {
  const { codes, loin, poids } = besoins;
  const candidates = Array.from(codes.keys()).filter((i) => chefs.rattachement.edge[i]! >= 0 && codes[i] !== depart && (imposes.includes(codes[i]!) || (loin[i] === 1 && !interdits.includes(codes[i]!))));
  const matrix = yield* reachMatrix(network, pickPoints(chefs.rattachement, candidates), chefs.rattachement, rayon);
  const imposed = candidates.flatMap((i, c) => (imposes.includes(codes[i]!) ? [c] : []));
  const none = new Float64Array(codes.length).fill(Number.POSITIVE_INFINITY);
  const { chosen } = chooseGreedily(matrix, (point, minutes) => (minutes <= rayon ? 0 : poids[point]!), none, { imposed, tooNear: [] }, (count) => count >= arrets);
  return { communes: chosen.map((c) => candidates[c]!), proches: chosen.map((c) => reached(matrix, [c], besoins)), ensemble: reached(matrix, chosen, besoins) };
}
