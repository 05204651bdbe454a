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

/** First eccentricity of GRS80. */
const ECCENTRICITY = 0.081_819_191_042_816;
/** Radius of the parallel of isometric latitude 0, and northing of the apex of the cone, metres. */
const CONE_RADIUS = 11_754_255.426_1;
const APEX_NORTHING = 12_655_612.049_9;
const FALSE_EASTING = 700_000;

/**
 * Lambert-93 metres (EPSG:2154) of a place in degrees (EPSG:4326): conformal conic with two parallels, constants and formulas of
 * IGN, « Projection cartographique conique conforme de Lambert » (NTG 71), to the millimetre over France.
 */
export function lambert93(lon: number, lat: number): [east: number, north: number] {
  const sin = Math.sin(lat * RAD);
  const isometric = Math.atanh(sin) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sin);
  const radius = CONE_RADIUS * Math.exp(-CONVERGENCE * isometric);
  const turn = CONVERGENCE * (lon - MERIDIAN) * RAD;
  return [FALSE_EASTING + radius * Math.sin(turn), APEX_NORTHING - radius * Math.cos(turn)];
}
