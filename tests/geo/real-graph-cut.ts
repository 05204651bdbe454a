import { CLASS_MASK, CITY_BIT, DENSE_BIT, nodeLat, nodeLon, ONE_WAY_BIT, RAMP_BIT, type RawEdge, type RawGraph, type RoadGraph } from "../../src/geo/graph/road-graph";
import type { SpeedTable } from "../../src/geo/speeds";

/** The part of a graph within `reach` degrees of a place, as raw columns; nodes at one same place are dropped but one. */
export function cutAround(graph: RoadGraph, lon: number, lat: number, reach: number): RawGraph {
  const rank = new Map<number, number>();
  const places = new Set<string>();
  const lons: number[] = [];
  const lats: number[] = [];
  for (let n = 0; n < graph.nodeCount; n += 1) {
    const [x, y] = [nodeLon(graph, n), nodeLat(graph, n)];
    if (Math.abs(x - lon) > reach || Math.abs(y - lat) > reach || places.has(`${String(x)} ${String(y)}`)) continue;
    places.add(`${String(x)} ${String(y)}`);
    rank.set(n, lons.length);
    lons.push(x);
    lats.push(y);
  }
  const edges: RawEdge[] = [];
  for (let e = 0; e < graph.edgeCount; e += 1) {
    const [from, to] = [rank.get(graph.from[e]!), rank.get(graph.to[e]!)];
    if (from === undefined || to === undefined) continue;
    const bits = graph.attributes[e]!;
    edges.push({
      from,
      to,
      metres: graph.lengthDm[e]! / 10,
      roadClass: bits & CLASS_MASK,
      ramp: (bits & RAMP_BIT) !== 0,
      oneWay: (bits & ONE_WAY_BIT) !== 0,
      dense: (bits & DENSE_BIT) !== 0,
      city: (bits & CITY_BIT) !== 0,
      urban: graph.urban[e]! / 100,
      curvature: graph.curvature[e]! / 100,
      shape: [],
    });
  }
  return { lon: lons, lat: lats, edges };
}

/** Minutes of one edge as the README of the sources writes them, with what a large agglomeration adds, in doubles: nothing of src/geo/speeds. */
export function edgeMinutes(edge: RawEdge, v: SpeedTable): number {
  const km = edge.metres / 1000;
  const u = edge.urban;
  const ud = edge.dense ? u : 0;
  const c = edge.roadClass;
  const bends = c === 0 ? 0 : (edge.curvature * v.secPer90) / 60;
  if (edge.ramp) return (km * 60) / v.kmh[12]! + bends;
  return km * (((u - ud) * 60) / v.kmh[2 * c]! + ((1 - u) * 60) / v.kmh[2 * c + 1]! + (ud * 60) / v.dense[c]!) + bends + (edge.city && c !== 0 ? (km * u * v.secPerCityKm) / 60 : 0);
}

/** Minutes to the nearest site by the textbook: scan for the nearest open node, relax what leads to it. */
export function naiveMinutes(raw: RawGraph, v: SpeedTable, sites: readonly number[]): Float64Array {
  const minutes = new Float64Array(raw.lon.length).fill(Infinity);
  const closed = new Set<number>();
  const into = Array.from(raw.lon, (): [number, number][] => []);
  for (const edge of raw.edges) {
    into[edge.to]!.push([edge.from, edgeMinutes(edge, v)]);
    if (!edge.oneWay) into[edge.from]!.push([edge.to, edgeMinutes(edge, v)]);
  }
  for (const site of sites) minutes[site] = 0;
  while (closed.size < minutes.length) {
    let nearest = -1;
    for (let n = 0; n < minutes.length; n += 1) if (!closed.has(n) && (nearest < 0 || minutes[n]! < minutes[nearest]!)) nearest = n;
    closed.add(nearest);
    for (const [node, more] of into[nearest]!) minutes[node] = Math.min(minutes[node]!, minutes[nearest]! + more);
  }
  return minutes;
}
