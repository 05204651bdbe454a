import { runToEnd } from "../../src/geo/nearest-site";
import { buildRoadNetwork } from "../../src/geo/road-network";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { snapPoints } from "../../src/geo/snap";
import { pathMinutes, type SpeedTable } from "../../src/geo/speeds";
import type { Source } from "../build/step";
import { ajuster, predire, type Terrain } from "./ajuster";
import { type Raison, raisonApart } from "./apart";
import { placeExtremites } from "./extremites";
import { speedTable } from "./modele";
import { type CommuneMetric, readReference } from "./reference";
import { readRegion } from "./region";

/** A commune and its minutes, each computed at speeds fitted with its département or without it. */
export interface Ligne {
  readonly commune: CommuneMetric;
  /** As METRIC travels (see extremites.ts): département used in the fit, then held out of it. */
  readonly cale: number;
  readonly ecarte: number;
  /** As the app travels, from the chef-lieu to the chef-lieu, département held out. */
  readonly application: number;
  readonly apart: Raison | null;
}

export interface Calage {
  readonly lignes: readonly Ligne[];
  /** Default speeds of the app, fitted on every row: none is of Haute-Vienne. */
  readonly vitesses: SpeedTable;
  /** The whole model, ends of the trips included. */
  readonly theta: Float64Array;
  /** Published codes that are no commune any more. */
  readonly fusionnees: number;
}

/** Junctions per km² over which the sources' graph calls a stretch dense: provenance of its flag. */
const SEUIL_DENSE = 110;

const isUsable = (commune: CommuneMetric): boolean => commune.metric > 0;

/** Minutes of the app's own engine from each chef-lieu to the nearest equipped one; 0 in an equipped commune. */
function parcourir({ graph, reference }: Terrain, vitesses: SpeedTable): Float64Array {
  const network = buildRoadNetwork(graph, vitesses);
  const join = (points: readonly { readonly lon: number; readonly lat: number }[]): ReturnType<typeof snapPoints> =>
    snapPoints(graph, points.map(({ lon }) => lon), points.map(({ lat }) => lat), network.edges);
  const search = runToEnd(searchSites(network, join(reference.sites), "to-sites"));
  const { seconds } = reachPoints(search, join(reference.communes));
  return Float64Array.from(reference.communes, (commune, c) => (isUsable(commune) ? pathMinutes(seconds[c]!, vitesses) : 0));
}

/** The constant that leaves as many communes too near as too far; 0 where that would be negative. */
function recentrer({ reference }: Terrain, minutes: Float64Array, isUsed: (dep: string) => boolean): number {
  const gaps = reference.communes.flatMap((commune, c) => (isUsable(commune) && isUsed(commune.dep) ? [commune.metric - minutes[c]!] : []));
  return Math.max(gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0, 0);
}

/** Speeds of the app from the rows `isUsed` accepts, and its minutes everywhere at these speeds. */
function regler(terrain: Terrain, theta: Float64Array, isUsed: (dep: string) => boolean): { readonly vitesses: SpeedTable; readonly minutes: Float64Array } {
  const sans = speedTable(theta, SEUIL_DENSE, 0);
  const minutes = parcourir(terrain, sans);
  const vitesses = speedTable(theta, SEUIL_DENSE, recentrer(terrain, minutes, isUsed));
  return { vitesses, minutes: minutes.map((value, c) => (isUsable(terrain.reference.communes[c]!) ? value + vitesses.constMin : 0)) };
}

/** Reads the region's roads and METRIC's minutes: about a minute of computing follows. */
export function openTerrain(source: Source): Terrain {
  const graph = readRegion(source);
  const reference = readReference(source);
  return { graph, reference, extremites: placeExtremites(graph, reference.communes, reference.sites) };
}

/**
 * The fit and its proof: once on every département, then once without each of them, read on the one left out.
 * Deterministic: nothing is drawn. Tells `report` the département it is at.
 */
export function calibrer(terrain: Terrain, report: (text: string) => void = () => undefined): Calage {
  const { communes, fusionnees } = terrain.reference;
  report("tous les départements");
  const theta = ajuster(terrain, () => true);
  const cale = predire(terrain, theta);
  const { vitesses } = regler(terrain, theta, () => true);
  const ecarte = new Float64Array(communes.length);
  const application = new Float64Array(communes.length);
  for (const dep of new Set(communes.map((commune) => commune.dep))) {
    report(`sans ${dep}`);
    const others = (other: string): boolean => other !== dep;
    const without = ajuster(terrain, others);
    const predicted = predire(terrain, without);
    const { minutes } = regler(terrain, without, others);
    communes.forEach((commune, c) => {
      if (commune.dep !== dep) return;
      ecarte[c] = predicted[c]!;
      application[c] = minutes[c]!;
    });
  }
  const sites = new Map(terrain.reference.sites.map((site) => [site.code, site]));
  const lignes = communes.map((commune, c) => ({
    commune,
    cale: cale[c]!,
    ecarte: ecarte[c]!,
    application: application[c]!,
    apart: raisonApart(terrain.graph, sites, commune),
  }));
  return { lignes, vitesses, theta, fusionnees };
}

