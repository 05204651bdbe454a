/** Metres of a degree of latitude on the ellipsoid GRS80 about 46° N, and of longitude before the cosine of the latitude. */
const METRES_PER_LAT = 111_151;
const METRES_PER_LON = 111_513;
/** The grid of Lambert-93 turns away from the north by this share of the longitude counted from 3° E. */
const CONVERGENCE = 0.725_607_765;
const MERIDIAN = 3;
const RAD = Math.PI / 180;

/**
 * Degrees (EPSG:4326) of the place `east` and `north` metres of the Lambert-93 grid away from another: to a metre for a
 * kilometre, anywhere in Nouvelle-Aquitaine, without any projection.
 */
export function moveOnGrid(lon: number, lat: number, east: number, north: number): [lon: number, lat: number] {
  const turn = CONVERGENCE * (lon - MERIDIAN) * RAD;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [lon + (east * cos + north * sin) / (METRES_PER_LON * Math.cos(lat * RAD)), lat + (north * cos - east * sin) / METRES_PER_LAT];
}
