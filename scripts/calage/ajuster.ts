import type { SpeedTable } from "../../src/geo/speeds";
import { atSpeeds, minutesDe, type Terrain } from "./comparer";
import { DEPART, LARGEUR, speedTable } from "./modele";
import type { Reference } from "./reference";
import { type Equations, regress } from "./regression";
import { measureTrips, type Trajets } from "./trajets";

/** Pull towards METRIC's published speeds: keeps coefficients few trips know (a dense trunk road) where they make sense. */
const RAPPEL = 30;
const ALTERNANCES = 8;
/** Share of the new coefficients kept at each step: paths and speeds would otherwise chase each other. */
const PAS = 0.7;

/** The rows of the fit: those asked for, the equipped communes (0 minute by definition) left out. */
function equationsOf({ communes }: Reference, { x, acces }: Trajets, isUsed: (dep: string) => boolean): Equations {
  const rows = communes.flatMap(({ dep, metric }, c) => (isUsed(dep) && metric > 0 ? [c] : []));
  const kept = new Float64Array(rows.length * LARGEUR);
  rows.forEach((c, row) => kept.set(x.subarray(c * LARGEUR, (c + 1) * LARGEUR), row * LARGEUR));
  return { x: kept, y: Float64Array.from(rows, (c) => communes[c]!.metric - acces[c]!), width: LARGEUR };
}

/** The départements that touch Haute-Vienne, which has no minutes of its own to be centred on. */
const VOISINS: readonly string[] = ["16", "19", "23", "24", "86"];

/**
 * The same speeds, with the constant that leaves no bias in the neighbours of Haute-Vienne: hills are not in our data, and
 * the plains of the west would make trips there too short.
 */
function centre({ network, reference, rattachements }: Terrain, speeds: SpeedTable, isUsed: (dep: string) => boolean): SpeedTable {
  const minutes = minutesDe(atSpeeds(network, speeds), rattachements);
  const gaps = reference.communes.flatMap(({ dep, metric }, c) => (VOISINS.includes(dep) && isUsed(dep) ? [metric - minutes[c]!] : []));
  const shift = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(gaps.length, 1);
  return { ...speeds, constMin: Math.max(Number((speeds.constMin + shift).toFixed(2)), 0) };
}

/**
 * Alternates the app's shortest paths at the current speeds and the regression of METRIC's minutes on what these paths
 * hold, from METRIC's published speeds, then centres the constant. Only the minutes of the départements `isUsed` accepts
 * are ever read. Deterministic: nothing is drawn.
 */
export function ajuster(terrain: Terrain, isUsed: (dep: string) => boolean): SpeedTable {
  const { network, reference, rattachements } = terrain;
  const { thr } = network.speeds;
  let theta = DEPART.prior;
  for (let k = 0; k < ALTERNANCES; k += 1) {
    const trajets = measureTrips(atSpeeds(network, speedTable(theta, thr)), rattachements);
    const next = regress(equationsOf(reference, trajets, isUsed), DEPART, RAPPEL);
    theta = theta.map((value, i) => (1 - PAS) * value + PAS * next[i]!);
  }
  return centre(terrain, speedTable(theta, thr), isUsed);
}

/** Minutes of the communes of a département at speeds fitted without it, by the app's own engine; NaN elsewhere. */
export function minutesSans(terrain: Terrain, dep: string): Float64Array {
  const { network, reference, rattachements } = terrain;
  const found = minutesDe(atSpeeds(network, ajuster(terrain, (other) => other !== dep)), rattachements);
  return found.map((value, c) => (reference.communes[c]!.dep === dep ? value : Number.NaN));
}

/** Minutes of each commune at speeds fitted without its département. Tells `report` the one it is at. */
export function minutesEcartees(terrain: Terrain, report: (dep: string) => void): Float64Array {
  const { communes } = terrain.reference;
  const minutes = new Float64Array(communes.length);
  for (const dep of new Set(communes.map((commune) => commune.dep))) {
    report(dep);
    const found = minutesSans(terrain, dep);
    communes.forEach((commune, c) => {
      if (commune.dep === dep) minutes[c] = found[c]!;
    });
  }
  return minutes;
}
