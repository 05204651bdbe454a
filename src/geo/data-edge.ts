import { type RoadGraph, UNITS_PER_DEGREE } from "./graph/road-graph";

/** Mean length of a degree of latitude (m), on the sphere of radius 6 371 km that every distance here uses. */
const METRES_PER_DEGREE = 111_195;

/**
 * Nodes within `metres` of the border of the graph's bounding box, ascending. Run a reverse search
 * from them: where the road from the border is shorter than the road to the site, a nearer site may
 * stand outside the data and the minutes are marked « limite des données ».
 */
export function nodesNearBorder(graph: RoadGraph, metres = 1000): Int32Array {
  const [west, south, east, north] = graph.bbox;
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const lon = graph.lonE5[node]! / UNITS_PER_DEGREE;
    const lat = graph.latE5[node]! / UNITS_PER_DEGREE;
    const dx = Math.min(lon - west, east - lon) * Math.cos((lat * Math.PI) / 180);
    const dy = Math.min(lat - south, north - lat);
    if (Math.min(dx, dy) * METRES_PER_DEGREE <= metres) nodes.push(node);
  }
  return Int32Array.from(nodes);
}
