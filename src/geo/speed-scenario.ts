import { CLASSES_ROUTE, CLES_VITESSE, type CleVitesse, KMH_MIN, MILIEUX, type Milieu, type Prereglage, type ScenarioVitesses } from "../domain/vitesses";
import { edgesInZone } from "./edges-in-zone";
import { CLASS_MASK, type RoadGraph } from "./graph/road-graph";
import { type RoadNetwork, reweigh } from "./road-network";
import { accessKmh, type SpeedTable } from "./speeds";

function placeOf(cle: CleVitesse): readonly [roadClass: number, milieu: Milieu] {
  const at = CLES_VITESSE.indexOf(cle);
  return [Math.floor(at / MILIEUX.length), MILIEUX[at % MILIEUX.length] ?? "rural"];
}

/** km/h of a cell of the table: the one the user sees and changes. */
export function kmhOf({ kmh, dense }: SpeedTable, cle: CleVitesse): number {
  const [roadClass, milieu] = placeOf(cle);
  return (milieu === "dense" ? dense[roadClass] : kmh[2 * roadClass + (milieu === "urbain" ? 0 : 1)]) ?? Number.NaN;
}

/** A ready-made hypothesis: what it does to the speed of a cell, and to those that are no cell (ramps, and lanes from a point to its road). */
interface Effet {
  readonly cell: (kmh: number, roadClass: number, milieu: Milieu) => number;
  readonly other: number;
  /** How many times longer the seconds that a km of large agglomeration takes more. */
  readonly city: number;
}

/**
 * Peak hours: factors that METRIC publishes for its two denser bands (0.8 and 0.6), taken here for the built-up and for
 * the dense edges, the seconds more of a large agglomeration growing as those of dense edges do. The other two are round figures to reason with, which the panel shows in its table.
 */
const EFFETS: Record<Prereglage, Effet> = {
  pointe: { cell: (kmh, _roadClass, milieu) => kmh * { dense: 0.6, urbain: 0.8, rural: 1 }[milieu], other: 1, city: 1 / 0.6 },
  "secondaire-10": { cell: (kmh, roadClass) => (CLASSES_ROUTE[roadClass] === "secondaire" ? kmh - 10 : kmh), other: 1, city: 1 },
  neige: { cell: (kmh) => kmh * 0.6, other: 0.6, city: 1 / 0.6 },
};

/** To the tenth of a km/h, never under KMH_MIN. */
const rounded = (kmh: number): number => Math.max(KMH_MIN, Math.round(kmh * 10) / 10);

/** The table after the hypotheses of the user, in km/h; closed roads are apart. */
export function scenarioSpeeds(table: SpeedTable, { prereglage, kmh }: ScenarioVitesses): SpeedTable {
  const effet = prereglage === null ? null : EFFETS[prereglage];
  const speed = (cle: CleVitesse): number => kmh[cle] ?? (effet === null ? kmhOf(table, cle) : rounded(effet.cell(kmhOf(table, cle), ...placeOf(cle))));
  const ramp = table.kmh[2 * CLASSES_ROUTE.length] ?? Number.NaN;
  return {
    ...table,
    kmh: [...CLASSES_ROUTE.flatMap((classe) => [speed(`${classe}/urbain`), speed(`${classe}/rural`)]), effet === null ? ramp : rounded(ramp * effet.other)],
    dense: CLASSES_ROUTE.map((classe) => speed(`${classe}/dense`)),
    ...(effet === null ? {} : { accesKmh: rounded(accessKmh(table) * effet.other), secPerCityKm: table.secPerCityKm * effet.city }),
  };
}

/** 1 for each edge on which nobody drives: those of closed classes, their ramps with them, and those that enter a closed zone. */
function closedEdges(graph: RoadGraph, { fermees, zones }: ScenarioVitesses): Uint8Array {
  const closed = new Uint8Array(graph.edgeCount);
  const classes = CLASSES_ROUTE.map((classe) => fermees.includes(classe));
  if (fermees.length > 0) {
    for (let edge = 0; edge < graph.edgeCount; edge += 1) if (classes[graph.attributes[edge]! & CLASS_MASK] === true) closed[edge] = 1;
  }
  for (const zone of zones) for (const edge of edgesInZone(graph, zone)) closed[edge] = 1;
  return closed;
}

/** The network of a scenario: same graph, same index, other weights. The network given is the one at the default speeds, so that a scenario is never applied upon another. */
export function applyScenario(network: RoadNetwork, scenario: ScenarioVitesses): RoadNetwork {
  return reweigh(network, scenarioSpeeds(network.speeds, scenario), closedEdges(network.graph, scenario));
}
