import { resourcesOf, sitesOf } from "../../analyses/shared/sites";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { entieres, lireDonnees } from "./donnees";

/** The sites of some kinds, region and ring. */
export const sites =
  (loader: Loader): Handler<"sites"> =>
  async ({ genres, selection }, job) => {
    const donnees = await lireDonnees(loader, entieres(resourcesOf(genres, selection)), "tout");
    if (!donnees.ok) return donnees;
    const list = sitesOf(genres, donnees.value, selection);
    // Made for this answer: nobody keeps them here.
    if (list.ok) job.transfer([list.value.lon.buffer, list.value.lat.buffer, list.value.capacite.buffer]);
    return list;
  };
