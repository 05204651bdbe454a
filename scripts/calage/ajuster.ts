import type { RoadGraph } from "../../src/geo/graph/road-graph";
import { growForest } from "./chemins";
import { addArrivee, addDepart, type Extremites } from "./extremites";
import { addEdge, DEPART, LARGEUR, weighEdges } from "./modele";
import type { Reference } from "./reference";
import { type Equations, regress } from "./regression";

/** Pull towards METRIC's published speeds: keeps coefficients few trips know (a dense trunk road) where they make sense. */
const RAPPEL = 30;
const ALTERNANCES = 6;
/** Share of the new coefficients kept at each step: paths and speeds would otherwise chase each other. */
const PAS = 0.7;

/** How much the communes of a département count in a fit; 0: their minutes are never read. */
export type Poids = (dep: string) => number;

/** All a fit needs: the roads, the communes, where their trips start and end. */
export interface Terrain {
  readonly graph: RoadGraph;
  readonly reference: Reference;
  readonly extremites: Extremites;
}

const dot = (theta: Float64Array, x: Float64Array, at: number): number => theta.reduce((sum, value, i) => sum + value * x[at + i]!, 0);

/** What each commune's shortest trip holds of each coefficient, at these coefficients: communes × LARGEUR. */
function measureTrips({ graph, reference, extremites }: Terrain, theta: Float64Array): Float64Array {
  const { depart, arrivee } = extremites;
  const ends = new Float64Array(arrivee.node.length * LARGEUR);
  arrivee.site.forEach((site, k) => addArrivee(reference.sites[site]!, arrivee.km[k]!, ends, k * LARGEUR));
  const cost = Float64Array.from(arrivee.node, (_, k) => dot(theta, ends, k * LARGEUR));
  const forest = growForest(graph, weighEdges(graph, theta), { node: arrivee.node, minutes: cost }, depart.node);
  const x = new Float64Array(reference.communes.length * LARGEUR);
  reference.communes.forEach((commune, c) => {
    const at = c * LARGEUR;
    addDepart(commune, depart.km[c]!, x, at);
    let node = depart.node[c]!;
    const end = forest.arrivee[node]! * LARGEUR;
    for (let i = 0; i < LARGEUR; i += 1) x[at + i]! += ends[end + i]!;
    while (forest.edge[node]! >= 0) {
      addEdge(graph, forest.edge[node]!, x, at);
      node = forest.next[node]!;
    }
  });
  return x;
}

/** The rows of the fit: those asked for, the equipped communes (0 minute by definition) left out. */
function equationsOf(reference: Reference, x: Float64Array, poidsOf: Poids): Equations {
  const rows = reference.communes.flatMap((commune, c) => (poidsOf(commune.dep) > 0 && commune.metric > 0 ? [c] : []));
  const poids = Float64Array.from(rows, (c) => poidsOf(reference.communes[c]!.dep));
  const mean = poids.reduce((sum, one) => sum + one, 0) / poids.length;
  const kept = new Float64Array(rows.length * LARGEUR);
  rows.forEach((c, row) => kept.set(x.subarray(c * LARGEUR, (c + 1) * LARGEUR), row * LARGEUR));
  return { x: kept, y: Float64Array.from(rows, (c) => reference.communes[c]!.metric), width: LARGEUR, poids: poids.map((one) => one / mean) };
}

/**
 * Alternates shortest paths at the current speeds and the regression of METRIC's minutes on what these paths hold, from
 * METRIC's published speeds. Only communes of the départements `isUsed` accepts are ever read for their minutes.
 */
export function ajuster(terrain: Terrain, poidsOf: Poids): Float64Array {
  let theta = DEPART.prior;
  for (let k = 0; k < ALTERNANCES; k += 1) {
    const next = regress(equationsOf(terrain.reference, measureTrips(terrain, theta), poidsOf), DEPART, RAPPEL);
    theta = theta.map((value, i) => (1 - PAS) * value + PAS * next[i]!);
  }
  return theta;
}

/** Minutes of each commune at these coefficients; 0 in an equipped commune, as METRIC has it. */
export function predire(terrain: Terrain, theta: Float64Array): Float64Array {
  const x = measureTrips(terrain, theta);
  return Float64Array.from(terrain.reference.communes, ({ metric }, c) => (metric === 0 ? 0 : dot(theta, x, c * LARGEUR)));
}
