import { CLASS_MASK } from "../road-graph";
import { type RoadLines, SURROUNDINGS } from "../road-lines";
import { DensityGrid, walkPieces } from "./density-grid";
import type { Stretches } from "./stretches";

/**
 * Where a road file says nothing of the surroundings of a road, they are estimated from the other roads. Thresholds:
 * best agreement, by length, with the built-up areas of the embedded graph of Haute-Vienne + 50 km.
 */
/**
 * km of streets that say they are in a built-up area per km², in a window of 300 m, from which a road there is in one,
 * by class: the faster the road, the closer it passes to towns without entering them.
 */
const BUILT_UP_KM = [3.2, 3.2, 1.8, 1.2, 1.2, 1.2] as const;
/** Junctions per km², in a window of 900 m, from which a place is built up when no street says so in the whole file. */
const BUILT_UP_JUNCTIONS = 24;
/** Junctions per km², in a window of 2.1 km, from which a stretch is « dense ». */
const DENSE_JUNCTIONS = 62;
/** Share of the length that must say what surrounds it for the file to be believed where it is silent. */
const ENOUGH_HINTS = 0.01;

/** Roads that must meet at a node for it to be a junction. */
const JUNCTION_ROADS = 3;

export interface SurroundingsOf {
  /** Share of the length of a stretch in built-up areas, 0 to 1. */
  urban(stretch: number): number;
  /** Whether a stretch is among dense junctions. */
  dense(stretch: number): boolean;
}

/** Junctions of the network by cells of 300 m. */
function junctionGrid(lines: RoadLines, { from, to, nodePlace }: Stretches, reach: number): DensityGrid {
  const grid = new DensityGrid(lines, 300, reach);
  const roads = new Uint8Array(nodePlace.length);
  for (const ends of [from, to]) for (const node of ends) roads[node] = Math.min(JUNCTION_ROADS, roads[node]! + 1);
  roads.forEach((count, node) => {
    const at = nodePlace[node]!;
    if (count === JUNCTION_ROADS) grid.add(lines.lonE7[at]!, lines.latE7[at]!, 1);
  });
  return grid;
}

/** Kilometres of streets that say they are built up, by cells of 100 m; null when next to none says it. */
function streetGrid(lines: RoadLines): DensityGrid | null {
  const grid = new DensityGrid(lines, 100, 1);
  let [all, builtUp] = [0, 0];
  for (let line = 0; line + 1 < lines.start.length; line += 1) {
    const said = lines.surroundings[line] === SURROUNDINGS.builtUp;
    walkPieces(lines, lines.start[line]!, lines.start[line + 1]! - 1, (lon, lat, metres) => {
      all += metres;
      if (!said) return;
      builtUp += metres;
      grid.add(lon, lat, metres / 1000);
    });
  }
  return builtUp < ENOUGH_HINTS * all ? null : grid;
}

/** What surrounds the stretches of a network: said by the file where it says it, estimated elsewhere. */
export function readSurroundings(lines: RoadLines, stretches: Stretches): SurroundingsOf {
  const streets = streetGrid(lines);
  const places = streets ?? junctionGrid(lines, stretches, 1);
  const junctions = junctionGrid(lines, stretches, 3);
  return {
    urban(stretch) {
      const said = lines.surroundings[stretches.line[stretch]!];
      if (said !== SURROUNDINGS.unknown) return said === SURROUNDINGS.builtUp ? 1 : 0;
      const roadClass = lines.attributes[stretches.line[stretch]!]! & CLASS_MASK;
      const threshold = streets === null ? BUILT_UP_JUNCTIONS : BUILT_UP_KM[roadClass]!;
      let [all, inside] = [0, 0];
      walkPieces(lines, stretches.first[stretch]!, stretches.last[stretch]!, (lon, lat, metres) => {
        all += metres;
        if (places.density(lon, lat) >= threshold) inside += metres;
      });
      return all === 0 ? 0 : inside / all;
    },
    dense(stretch) {
      const [a, b] = [lines.place[stretches.first[stretch]!]!, lines.place[stretches.last[stretch]!]!];
      const lon = (lines.lonE7[a]! + lines.lonE7[b]!) / 2;
      const lat = (lines.latE7[a]! + lines.latE7[b]!) / 2;
      return junctions.density(lon, lat) >= DENSE_JUNCTIONS;
    },
  };
}
