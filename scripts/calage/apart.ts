import type { RoadGraph } from "../../src/geo/graph/road-graph";
import { isInside } from "./extremites";
import type { CommuneEquipee, CommuneMetric } from "./reference";

/** Why the roads of the graph cannot give METRIC's trip: it leaves the graph, or takes a ferry the graph has not. */
export const RAISONS = ["hors-graphe", "bac"] as const;
export type Raison = (typeof RAISONS)[number];

/** METRIC takes the ferry of the Gironde (Lamarque–Blaye) from the left bank, west of this longitude. */
const BAC = { equipee: "33058", ouest: -0.68 } as const;

/**
 * Communes reported apart: they stay in every figure, and the figures without them are given beside. The equipped
 * commune is known where the source names one with emergency care.
 */
export function raisonApart(graph: RoadGraph, sites: ReadonlyMap<string, CommuneEquipee>, { equipee, lon }: CommuneMetric): Raison | null {
  if (equipee === null) return null;
  const site = sites.get(equipee);
  if (site === undefined || !isInside(graph, site)) return "hors-graphe";
  return equipee === BAC.equipee && lon < BAC.ouest ? "bac" : null;
}
