import type { MinutesMoteur } from "../analysis";
import { numberSites } from "./estimation";
import type { Trajets } from "./trajets";

/** The minutes an outside engine gave, read as a search on the network is: by the number of a chef-lieu. */
export function readTrajets({ minutes, site, sites }: MinutesMoteur): Trajets {
  return {
    sites,
    rattachement: numberSites(sites),
    nombre: sites.ids.length,
    depuis: ({ edge: chefs }) => ({
      minutes: Float64Array.from(chefs, (chef) => minutes[chef] ?? Number.NaN),
      site: chefs.map((chef) => site[chef] ?? -1),
      // The engine has its own network, whose edge is not known here.
      limite: new Uint8Array(chefs.length),
    }),
  };
}
