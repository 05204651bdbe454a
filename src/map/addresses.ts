import type { FeatureCollection, Geometry } from "geojson";

/** Positions from which a collection is given by address. */
const HEAVY = 2_000;

/** Positions in nested coordinates, counted no further than `most`. */
function positions(coordinates: readonly unknown[], most: number): number {
  if (typeof coordinates[0] === "number") return 1;
  let count = 0;
  for (const part of coordinates) {
    count += positions(part as readonly unknown[], most - count);
    if (count >= most) break;
  }
  return count;
}

function positionsOf(geometry: Geometry, most: number): number {
  if (geometry.type !== "GeometryCollection") return positions(geometry.coordinates, most);
  return geometry.geometries.reduce((count, part) => count + positionsOf(part, most - count), 0);
}

export function isHeavy({ features }: FeatureCollection): boolean {
  let count = 0;
  for (const { geometry } of features) {
    count += positionsOf(geometry, HEAVY - count);
    if (count >= HEAVY) return true;
  }
  return false;
}

/**
 * What the map's worker is given of a collection: itself, or the address of its text when it is heavy. Object by object,
 * MapLibre copies 60 000 positions in a tenth of a second on either side; text is written and read by the browser.
 */
export class Addresses {
  private readonly given: string[] = [];

  of(features: FeatureCollection): FeatureCollection | string {
    if (!isHeavy(features)) return features;
    const address = URL.createObjectURL(new Blob([JSON.stringify(features)], { type: "application/geo+json" }));
    this.given.push(address);
    return address;
  }

  /** To call once everything given has been read. */
  release(): void {
    for (const address of this.given.splice(0)) URL.revokeObjectURL(address);
  }
}
