import { failure, type Outcome, success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import { CODECS, type SectionName } from "./format";
import { allocateGraph, completeGraph, type EdgeColumns } from "./memory";
import { fromPlanes } from "./planes";
import { type GraphFile, readGraphFile, unreadable } from "./read-file";
import { CLASS_MASK, ONE_WAY_BIT, ROAD_CLASSES, type RoadGraph } from "./road-graph";
import { shapeLengthDm } from "./shape-length";

/** Unpacks the sections into the columns; `reach`, `detour` and `shapeCount` pass through the columns they give. */
function unpack(file: GraphFile, columns: EdgeColumns): void {
  const fill = (name: SectionName, target: Int32Array | Int16Array | Uint16Array | Uint8Array): void => {
    const { width, bytes } = file.sections.get(name)!;
    fromPlanes(bytes, width, CODECS[name], target);
  };
  fill("lon", columns.lonE5);
  fill("lat", columns.latE5);
  fill("from", columns.from);
  fill("reach", columns.to);
  fill("detour", columns.lengthDm);
  fill("attributes", columns.attributes);
  fill("urban", columns.urban);
  fill("curvature", columns.curvature);
  fill("shapeCount", columns.shapeStart.subarray(1));
  fill("shapeDx", columns.shapeDx);
  fill("shapeDy", columns.shapeDy);
  for (let e = 0; e < columns.from.length; e += 1) {
    columns.to[e]! += columns.from[e]!;
    columns.shapeStart[e + 1]! += columns.shapeStart[e]!;
  }
}

/** What in the columns cannot be a graph; null when all is well. Guards every index that is used below. */
function incoherence({ sizes, oneWayCount }: GraphFile, columns: EdgeColumns): string | null {
  const { nodeCount, edgeCount, shapePointCount } = sizes;
  let [outside, unknown, oneWays] = [false, false, 0];
  for (let e = 0; e < edgeCount; e += 1) {
    const [from, to, bits] = [columns.from[e]!, columns.to[e]!, columns.attributes[e]!];
    outside ||= from < 0 || from >= nodeCount || to < 0 || to >= nodeCount;
    unknown ||= (bits & CLASS_MASK) >= ROAD_CLASSES.length;
    if ((bits & ONE_WAY_BIT) !== 0) oneWays += 1;
  }
  if (outside) return "tronçon sans extrémité";
  if (columns.shapeStart[edgeCount] !== shapePointCount) return "tracés incomplets";
  if (unknown) return "classe de route inconnue";
  return oneWays === oneWayCount ? null : "sens uniques incohérents";
}

/** Fills the columns (zeroed) of a file; what is wrong with them, or null. */
export function fillColumns(file: GraphFile, columns: EdgeColumns): string | null {
  unpack(file, columns);
  const wrong = incoherence(file, columns);
  if (wrong !== null) return wrong;
  // Until here the column held what the real length adds to the stored shape.
  for (let e = 0; e < columns.from.length; e += 1) columns.lengthDm[e]! += shapeLengthDm(columns, e);
  return null;
}

/**
 * Reads a packed road graph (inflated bytes, format in FORMAT.md) into one buffer of typed arrays,
 * adjacency of both directions included. A tile is read as the graph it holds. Refuses a foreign, truncated or
 * incoherent file with « ressource-illisible », a file of another format version with « ressource-version ».
 */
export function decodeGraph(bytes: Uint8Array, ressource: ResourceName = "graphe-hv50"): Outcome<RoadGraph> {
  const read = readGraphFile(bytes, ressource);
  if (!read.ok) return read;
  const { sizes, bbox } = read.value;
  const columns = allocateGraph(sizes);
  const wrong = fillColumns(read.value, columns);
  if (wrong !== null) return failure(unreadable(ressource, wrong));
  return success(completeGraph(columns, bbox));
}
