import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import { inProcess, match, ours } from "./bench";
import { secondsTable } from "./contre-ngraph";
import { loadPeer } from "./pairs";
import { differenceOfSeconds, quickestArcs, situation, spread } from "./situation";
import type { Situation } from "./situation";

interface Way {
  readonly forward: number;
  readonly backward: number;
}
interface PathFinder {
  findPath(from: Feature<Point>, to: Feature<Point>): { readonly weight: number } | undefined;
}
interface Options {
  readonly tolerance: number;
  key(place: readonly number[]): string;
  weight(from: unknown, to: unknown, way: Way): Way;
}
interface GeojsonPathFinder {
  readonly default: new (network: FeatureCollection<LineString, Way>, options: Options) => PathFinder;
}

/** A node is the place [node, 0]: this engine knows places, and two nodes must never be taken for one. */
const placeOf = (node: number): Feature<Point> => ({ type: "Feature", properties: null, geometry: { type: "Point", coordinates: [node, 0] } });

/** The same arcs, straight: two-way roads as one line with both weights. */
function linesOf({ roads }: Situation): FeatureCollection<LineString, Way> {
  const { nodeCount } = roads.graph;
  const ways = new Map<number, { forward: number; backward: number }>();
  for (const [from, to, weight] of quickestArcs(roads.graph, roads.seconds)) {
    const opposite = ways.get(to * nodeCount + from);
    if (opposite === undefined) ways.set(from * nodeCount + to, { forward: weight, backward: 0 });
    else opposite.backward = weight;
  }
  const features = [...ways].map(([key, way]): Feature<LineString, Way> => {
    const ends = [[Math.floor(key / nodeCount), 0], [key % nodeCount, 0]];
    return { type: "Feature", properties: way, geometry: { type: "LineString", coordinates: ends } };
  });
  return { type: "FeatureCollection", features };
}

export const trajetsGeojson = match({
  nom: "trajets-geojson",
  titre: "20 trajets : 10 communes × 2 sites",
  pair: "geojson-path-finder",
  prepare() {
    const { default: Finder } = loadPeer<GeojsonPathFinder>("geojson-path-finder");
    const where = situation();
    const [origins, targets] = [spread(where.communes, 10), spread(where.sites, 2)];
    const finder = new Finder(linesOf(where), { tolerance: 1, key: (place) => String(place[0]), weight: (_from, _to, way) => way });
    const find = (node: number, site: number): number => finder.findPath(placeOf(node), placeOf(site))?.weight ?? Number.NaN;
    return Promise.resolve({
      n: origins.length * targets.length,
      ours: ours(() => secondsTable(where.roads, origins, targets)),
      peer: inProcess(() => targets.flatMap((site) => origins.map((node) => find(node, site))), 1),
      difference: differenceOfSeconds,
    });
  },
});
