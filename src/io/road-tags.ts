import { ONE_WAY_BIT, RAMP_BIT, ROAD_CLASSES } from "../geo/graph/road-graph";
import { SURROUNDINGS } from "../geo/graph/road-lines";

/** Tags of a road that say whether and how cars use it, as OpenStreetMap writes them. Absent: undefined. */
export interface RoadTags {
  highway?: string;
  oneway?: string;
  junction?: string;
  maxspeed?: string;
  area?: string;
  access?: string;
  vehicle?: string;
  motor_vehicle?: string;
  motorcar?: string;
}
export type RoadTag = keyof RoadTags;

export const ROAD_TAGS: readonly RoadTag[] = ["highway", "oneway", "junction", "maxspeed", "area", "access", "vehicle", "motor_vehicle", "motorcar"];

/** What a road is to the graph. */
export interface RoadKind {
  /** Class, ramp and one-way bits of `RoadGraph.attributes`. */
  readonly attributes: number;
  /** Driven against the order of its points. */
  readonly backwards: boolean;
  /** One of SURROUNDINGS. */
  readonly surroundings: number;
}

/** Why a road is left out. */
export type RoadRefusal = "pas-une-route" | "sans-voiture" | "acces-interdit";

/** Index in ROAD_CLASSES of each `highway` that any car may use. Services, tracks and paths are left out, as in the embedded graph. */
const CLASS_OF: ReadonlyMap<string, number> = new Map([
  ...ROAD_CLASSES.slice(0, 5).flatMap((name, index) => [[name, index] as const, [`${name}_link`, index] as const]),
  ...["minor", "unclassified", "residential", "living_street", "road"].map((name) => [name, 5] as const),
]);

const CLOSED: ReadonlySet<string> = new Set(["no", "private", "agricultural", "forestry", "emergency", "bus", "psv"]);
/** From the rule that names cars to the one that names everybody: the first that is there decides. */
const ACCESS: readonly RoadTag[] = ["motorcar", "motor_vehicle", "vehicle", "access"];

const ROUNDABOUTS: ReadonlySet<string> = new Set(["roundabout", "circular"]);
const FORWARD: ReadonlySet<string> = new Set(["yes", "true", "1"]);
const BACKWARD: ReadonlySet<string> = new Set(["-1", "reverse"]);

/** km/h up to which a posted limit means a built-up area in France, and from which it means open country. */
const BUILT_UP_LIMIT = 50;
const OPEN_LIMIT = 70;

function surroundingsOf({ highway, maxspeed }: RoadTags): number {
  if (highway === "residential" || highway === "living_street") return SURROUNDINGS.builtUp;
  // « FR:urban », « FR:rural », « 50 », « 30 mph » (never in France: its figure is read as km/h all the same).
  if (maxspeed === undefined) return SURROUNDINGS.unknown;
  if (maxspeed.endsWith(":urban")) return SURROUNDINGS.builtUp;
  if (maxspeed.endsWith(":rural")) return SURROUNDINGS.open;
  const limit = Number.parseFloat(maxspeed);
  if (limit <= BUILT_UP_LIMIT) return SURROUNDINGS.builtUp;
  return limit >= OPEN_LIMIT ? SURROUNDINGS.open : SURROUNDINGS.unknown;
}

/** What the tags of a way make of it, or why it is left out. */
export function roadKind(tags: RoadTags): RoadKind | RoadRefusal {
  const { highway, oneway, junction } = tags;
  if (highway === undefined || tags.area === "yes") return "pas-une-route";
  const roadClass = CLASS_OF.get(highway);
  if (roadClass === undefined) return "sans-voiture";
  const rule = ACCESS.map((name) => tags[name]).find((value) => value !== undefined);
  if (rule !== undefined && CLOSED.has(rule)) return "acces-interdit";
  const implied = highway === "motorway" || (junction !== undefined && ROUNDABOUTS.has(junction));
  const backwards = oneway !== undefined && BACKWARD.has(oneway);
  const oneWay = backwards || (oneway === undefined ? implied : FORWARD.has(oneway));
  const ramp = highway.endsWith("_link");
  return {
    attributes: roadClass | (ramp ? RAMP_BIT : 0) | (oneWay ? ONE_WAY_BIT : 0),
    backwards,
    surroundings: surroundingsOf(tags),
  };
}
