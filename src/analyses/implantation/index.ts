import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { contoursDe } from "../shared/communes-des-sites";
import { computeImplantation } from "./compute";
import { descriptionImplantation, type ImplantationParams } from "./description";

export const implantation: Analysis<ImplantationParams> = {
  ...descriptionImplantation,
  needs: ({ cible, demande, existants, candidats }, perimetre, liste) => [
    ...accesNeeds(existants && !liste ? [cible] : [], demande === "cellules" || candidats === "cellules").filter(({ ressource }) => ressource !== "communes"),
    // People and doctors around a candidate are counted across every border.
    { ressource: "communes", etendue: "tout" },
    { ressource: "bpe", etendue: "tout" },
    { ressource: "communes-couronne", etendue: "tout" },
    { ressource: "zonage-communes", etendue: "territoire" },
    // Need, and what share of the doctors around is near retirement.
    { ressource: "apl", etendue: "territoire" },
    // What a cell is known by.
    ...(candidats === "cellules" ? [{ ressource: "lieux-dits", etendue: "tout" } as const] : []),
    // Which commune a point is in.
    ...(candidats === "points" ? [{ ressource: contoursDe(perimetre), etendue: "tout" } as const] : []),
  ],
  graphe: "entier",
  destinations: () => [],
  listeVide: true,
  aides: true,
  compute: computeImplantation,
};
