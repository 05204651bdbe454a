import { booleanPointInPolygon, featureCollection, isobands, point } from "@turf/turf";
import { zonesWithin } from "../../src/geo/isolines";
import { runToEnd } from "../../src/geo/nearest-site";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { snapPoints } from "../../src/geo/snap";
import { pathMinutes } from "../../src/geo/speeds";
import { duel } from "./bench";
import { network } from "./donnees";

const SIDE = 200;
const LIMITS = [10, 20, 30];
/** A thousand samples are compared. */
const SAMPLED_EVERY = 39;
/** Degrees around Limoges: nothing on the rim is within 30 minutes, so that the rim does not matter. */
const [WEST, SOUTH, STEP_X, STEP_Y] = [0.55, 45.35, 0.0071, 0.0049];

/** Minutes to Limoges sampled on the grid, row by row from the south. */
function minutes(): readonly number[] {
  const roads = network();
  const at = (k: number): readonly [number, number] => [WEST + (k % SIDE) * STEP_X, SOUTH + Math.floor(k / SIDE) * STEP_Y];
  const cells = Array.from({ length: SIDE * SIDE }, (_, k) => at(k));
  const points = snapPoints(roads.graph, cells.map(([x]) => x), cells.map(([, y]) => y), roads.edges);
  const site = snapPoints(roads.graph, [1.2611], [45.8336], roads.edges);
  const { seconds } = reachPoints(runToEnd(searchSites(roads, site, "to-sites")), points);
  return Array.from(seconds, (value) => pathMinutes(value, roads.speeds));
}

export const isochrones = duel({
  nom: "isochrones",
  titre: "zones à moins de 10, 20 et 30 min sur une grille de 200 × 200",
  pair: "Turf isobands",
  prepare() {
    const values = minutes();
    const grid = { columns: SIDE, rows: SIDE, values, toLngLat: (column: number, row: number): readonly [number, number] => [WEST + column * STEP_X, SOUTH + row * STEP_Y] };
    const points = featureCollection(values.map((elevation, k) => point([...grid.toLngLat(k % SIDE, Math.floor(k / SIDE))], { elevation })));
    return {
      n: values.length,
      ours: () => zonesWithin(grid, LIMITS),
      peer: () => isobands(points, [0, ...LIMITS], { zProperty: "elevation" }),
      difference(ours, peer) {
        // Every sample looked at is on the same side; between samples, saddles may be cut the other way.
        for (let k = 0; k < values.length; k += SAMPLED_EVERY) {
          const place = grid.toLngLat(k % SIDE, Math.floor(k / SIDE));
          const [mine, theirs] = [ours.features, peer.features].map((list) => list.map((f) => booleanPointInPolygon([...place], f)));
          const wrong = LIMITS.find((_, i) => mine?.[i] !== theirs?.slice(0, i + 1).includes(true));
          if (wrong !== undefined) return `échantillon ${String(k)} à ${String(wrong)} min`;
        }
        return null;
      },
    };
  },
});
