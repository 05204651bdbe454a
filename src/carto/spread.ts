import type { FeatureCollection, Position } from "geojson";

/** Sites closer than about 200 m are one place for the eye at every zoom the map offers before the street. */
const CELL_LON = 0.0026;
const CELL_LAT = 0.0018;

/**
 * Sites of different layers that stand at the same place (a hospital, its emergency ward, its SMUR) would hide
 * each other: each gets a property `decalage`, its rank along a row centred on the true place (…, −1, 0, 1, …,
 * or ±0.5). Sites alone keep their feature as it is. Within one layer, clustering does the same work first.
 */
export function spreadPoints<K extends string>(layers: ReadonlyMap<K, FeatureCollection>): ReadonlyMap<K, FeatureCollection> {
  const total = new Map<string, number>();
  for (const { features } of layers.values()) {
    for (const { geometry } of features) {
      if (geometry?.type === "Point") total.set(cellOf(geometry.coordinates), (total.get(cellOf(geometry.coordinates)) ?? 0) + 1);
    }
  }
  const rank = new Map<string, number>();
  const spread = ({ features }: FeatureCollection): FeatureCollection => ({
    type: "FeatureCollection",
    features: features.map((feature) => {
      if (feature.geometry?.type !== "Point") return feature;
      const cell = cellOf(feature.geometry.coordinates);
      const here = total.get(cell) ?? 1;
      if (here === 1) return feature;
      const mine = rank.get(cell) ?? 0;
      rank.set(cell, mine + 1);
      return { ...feature, properties: { ...feature.properties, decalage: mine - (here - 1) / 2 } };
    }),
  });
  return new Map([...layers].map(([id, collection]) => [id, spread(collection)]));
}

function cellOf([lon = 0, lat = 0]: Position): string {
  return `${Math.round(lon / CELL_LON)}/${Math.round(lat / CELL_LAT)}`;
}
