import { SELECTION_PAR_DEFAUT, type SiteList } from "../../domain/genre-site";
import type { ResourceName } from "../../domain/ressource";
import type { Analysis } from "../analysis";
import { sitesOf } from "../shared/sites";
import { computeFragilite, ressourcesDe } from "./compute";
import { descriptionFragilite, type FragiliteParams } from "./description";
import { actives } from "./mesure";

export const fragilite: Analysis<FragiliteParams> = {
  ...descriptionFragilite,
  needs: (params) => ressourcesDe(params, SELECTION_PAR_DEFAUT).map((ressource: ResourceName) => ({ ressource, etendue: "tout" })),
  graphe: "proche",
  destinations: ({ donnees, selection }, params) =>
    actives(params).flatMap(({ composante: { genre } }): SiteList[] => {
      const sites = genre === null ? null : sitesOf([genre], donnees, selection);
      return sites?.ok === true ? [sites.value] : [];
    }),
  compute: computeFragilite,
};
