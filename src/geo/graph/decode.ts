import { failure, type Outcome, success } from "../../domain/outcome";
import { fillAdjacency } from "./adjacency";
import { CODECS, type SectionName } from "./format";
import { allocateGraph } from "./memory";
import { fromPlanes } from "./planes";
import { type GraphFile, readGraphFile, unreadable } from "./read-file";
import { CLASS_MASK, ONE_WAY_BIT, ROAD_CLASSES, type RoadGraph } from "./road-graph";
import { shapeLengthDm } from "./shape-length";

type Columns = ReturnType<typeof allocateGraph>;

/** Unpacks the sections into the columns; `reach`, `detour` and `shapeCount` pass through the columns they give. */
function fillColumns(file: GraphFile, columns: Columns): void {
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
function incoherence(file: GraphFile, columns: Columns): string | null {
  const { nodeCount, edgeCount, shapePointCount, oneWayCount } = file.sizes;
  const outside = (node: number): boolean => node < 0 || node >= nodeCount;
  if (columns.from.some(outside) || columns.to.some(outside)) return "tronçon sans extrémité";
  if (columns.shapeStart[edgeCount] !== shapePointCount) return "tracés incomplets";
  if (columns.attributes.some((bits) => (bits & CLASS_MASK) >= ROAD_CLASSES.length)) return "classe de route inconnue";
  const oneWays = columns.attributes.reduce((n, bits) => n + ((bits & ONE_WAY_BIT) === 0 ? 0 : 1), 0);
  return oneWays === oneWayCount ? null : "sens uniques incohérents";
}

/**
 * Reads a packed road graph (inflated bytes, format in FORMAT.md) into one buffer of typed arrays,
 * adjacency of both directions included. Refuses a foreign, truncated or incoherent file with
 * « ressource-illisible », a file of another format version with « ressource-version ».
 */
export function decodeGraph(bytes: ArrayBuffer | Uint8Array): Outcome<RoadGraph> {
  const read = readGraphFile(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  if (!read.ok) return read;
  const columns = allocateGraph(read.value.sizes);
  fillColumns(read.value, columns);
  const wrong = incoherence(read.value, columns);
  if (wrong !== null) return failure(unreadable(wrong));
  // Until here the column held what the real length adds to the stored shape.
  for (let e = 0; e < columns.from.length; e += 1) columns.lengthDm[e]! += shapeLengthDm(columns, e);
  fillAdjacency(columns, true, columns.forward);
  fillAdjacency(columns, false, columns.reverse);
  const { nodeCount, edgeCount } = read.value.sizes;
  return success({ ...columns, nodeCount, edgeCount, bbox: read.value.bbox });
}
