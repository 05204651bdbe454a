import { neighbors } from "topojson-client";
import type { Topology } from "topojson-specification";
import { objectOf } from "./outlines";

/** Geometries that share a border (an arc, not a mere point) with each geometry of an object, by id. */
export function neighboursOf(topology: Topology, name: string): ReadonlyMap<string, readonly string[]> {
  const { geometries } = objectOf(topology, name);
  const ids = geometries.map(({ id }) => String(id ?? ""));
  return new Map(neighbors(geometries).map((near, i) => [ids[i] ?? "", near.map((j) => ids[j] ?? "")]));
}
