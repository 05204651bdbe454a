import type { Feature, Geometry, Position } from "geojson";
import { isInside } from "../build/geometry";

type Ring = readonly Position[];

/** Rings of a feature, polygon by polygon: the outer one first. Empty for what is not a surface. */
function polygonsOf(geometry: Geometry | null): readonly (readonly Ring[])[] {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
}

/** Signed area, square degrees: positive when the ring turns anticlockwise. */
function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [x0 = x, y0 = y] = ring[i - 1] ?? [];
    return sum + (x0 * y - x * y0) / 2;
  }, 0);
}

function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/**
 * What is wrong with a surface, or null: every ring closed, of four points or more and of some area; outer rings
 * anticlockwise and holes clockwise (RFC 7946), each hole in its outline.
 */
export function surfaceOffence({ geometry }: Feature<Geometry | null>): string | null {
  const polygons = polygonsOf(geometry);
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) return "vide";
  for (const rings of polygons) {
    if (!rings.every(isClosed)) return "anneau ouvert";
    const areas = rings.map(signedArea);
    if (areas.includes(0)) return "anneau plat";
    if (areas.some((area, i) => area > 0 !== (i === 0))) return "sens de l'anneau";
    const [outer = [], ...holes] = rings;
    if (!holes.every((hole) => isInside(hole, outer))) return "trou hors de son contour";
  }
  return null;
}
