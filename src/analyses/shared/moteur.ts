import type { MinutesMoteur } from "../analysis";
import type { Trajets } from "./trajets";

/** The minutes an outside engine gave, read as a search on the network is: by the number of a chef-lieu. */
export function readTrajets({ minutes, site, sites }: MinutesMoteur): Trajets {
  return {
    sites,
    rattachement: { node: Int32Array.from(sites.ids.keys()), metres: new Float32Array(sites.ids.length) },
    nombre: sites.ids.length,
    minutes: (chef) => minutes[chef] ?? Number.NaN,
    site: (chef) => site[chef] ?? -1,
    // The engine has its own network, whose edge is not known here.
    limite: () => false,
  };
}
