import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import type { Source } from "../build/step";
import { Package } from "../cli/package";
import { rattacher, type Terrain } from "./comparer";
import { readReference } from "./reference";

/** The whole region as the app drives it (twelve tiles stitched, default speeds), and METRIC's minutes there. */
export async function openTerrain(dataFolder: string, source: Source): Promise<Terrain> {
  const { network } = await (await Package.open(dataFolder, new Map())).reseau(DEPARTEMENTS_NA);
  const reference = readReference(source);
  return { network, reference, rattachements: rattacher(network, reference) };
}
