import type { Attachments } from "../../src/geo/attachments";
import { runToEnd } from "../../src/geo/nearest-site";
import { type RoadNetwork, reweigh } from "../../src/geo/road-network";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { snapPoints } from "../../src/geo/snap";
import { pathMinutes, type SpeedTable } from "../../src/geo/speeds";
import type { LectureCalage } from "../../src/domain/calage";
import { type Comparaison, isAutour } from "./mesures";
import type { CommuneMetric, Lieu, Reference } from "./reference";

/** Why the roads of the graph cannot give METRIC's trip: it leaves the graph, or takes a ferry the graph has not. */
export const RAISONS = ["hors-graphe", "bac"] as const;
export type Raison = (typeof RAISONS)[number];

/** METRIC takes the ferry of the Gironde (Lamarque–Blaye) from the left bank, west of this longitude. */
const BAC = { equipee: "33058", ouest: -0.68 } as const;

/** A commune, its minutes by the app's own engine in each reading, and why they are apart if they are. */
export interface Ligne extends Readonly<Record<LectureCalage, number>> {
  readonly commune: CommuneMetric;
  readonly apart: Raison | null;
}

/** All a comparison needs: the roads of the region, METRIC's minutes, where places join the roads. */
export interface Terrain {
  readonly network: RoadNetwork;
  readonly reference: Reference;
  readonly rattachements: Rattachements;
}

/** The equipped communes and the others, joined to the roads as the app does: once for a graph, whatever the speeds. */
export interface Rattachements {
  readonly communes: Attachments;
  readonly sites: Attachments;
}

export function rattacher({ graph, edges }: RoadNetwork, { communes, sites }: Reference): Rattachements {
  const join = (points: readonly Lieu[]): Attachments => snapPoints(graph, points.map(({ lon }) => lon), points.map(({ lat }) => lat), edges);
  return { communes: join(communes), sites: join(sites) };
}

/**
 * Minutes from each chef-lieu to the nearest equipped one, as the app computes them: roads, access legs, constant.
 * METRIC's are not read.
 */
export function minutesDe(network: RoadNetwork, { communes, sites }: Rattachements): Float64Array {
  const { seconds } = reachPoints(runToEnd(searchSites(network, sites, "to-sites")), communes);
  return Float64Array.from(seconds, (value) => pathMinutes(value, network.speeds));
}

/** Known only where the source names the equipped commune: elsewhere it names another kind of equipment. */
function raisonApart({ equipee, lon }: CommuneMetric, inGraph: ReadonlyMap<string, boolean>): Raison | null {
  if (equipee === null) return null;
  if (inGraph.get(equipee) !== true) return "hors-graphe";
  return equipee === BAC.equipee && lon < BAC.ouest ? "bac" : null;
}

/** The network at other speeds, nothing closed. */
export function atSpeeds(network: RoadNetwork, speeds: SpeedTable): RoadNetwork {
  return reweigh(network, speeds, new Uint8Array(network.graph.edgeCount));
}

/**
 * Every commune at some speeds, beside its minutes at speeds fitted without its département. Throws when no road leads
 * from one.
 */
export function comparer({ network, reference, rattachements }: Terrain, speeds: SpeedTable, ecartees: ArrayLike<number>): readonly Ligne[] {
  const minutes = minutesDe(atSpeeds(network, speeds), rattachements);
  const inGraph = new Map(reference.sites.map(({ code }, i) => [code, rattachements.sites.edge[i]! >= 0]));
  return reference.communes.map((commune, i) => {
    const [maillage, ecarte] = [minutes[i]!, ecartees[i]!];
    if (Number.isNaN(maillage) || Number.isNaN(ecarte)) throw new Error(`commune ${commune.code} : aucune route jusqu'à une commune équipée`);
    return { commune, maillage, ecarte, apart: raisonApart(commune, inGraph) };
  });
}

export function comparaisons(lignes: readonly Ligne[], lecture: LectureCalage): readonly Comparaison[] {
  return lignes.map((ligne) => ({ dep: ligne.commune.dep, autour: isAutour(ligne.commune.lon, ligne.commune.lat), metric: ligne.commune.metric, minutes: ligne[lecture] }));
}
