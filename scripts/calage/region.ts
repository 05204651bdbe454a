import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import type { RoadNetwork } from "../../src/geo/road-network";
import { Package } from "../cli/package";

/** The whole region as the app drives it: its twelve tiles stitched, at the default speeds. */
export async function openRegion(dataFolder: string): Promise<RoadNetwork> {
  const { network } = await (await Package.open(dataFolder, new Map())).reseau(DEPARTEMENTS_NA);
  return network;
}
