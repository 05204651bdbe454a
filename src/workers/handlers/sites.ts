import { resourcesOf, sitesOf } from "../../analyses/shared/sites";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { entieres, lireDonnees } from "./donnees";

/** The sites of some kinds, region and ring. */
export const sites =
  (loader: Loader): Handler<"sites"> =>
  async ({ genres, selection }) => {
    const donnees = await lireDonnees(loader, entieres(resourcesOf(genres, selection)), "tout");
    return donnees.ok ? sitesOf(genres, donnees.value, selection) : donnees;
  };
