import type { Analysis } from "../analysis";
import { computeCpts } from "./compute";
import { type CptsParams, descriptionCpts } from "./description";

export const cpts: Analysis<CptsParams> = {
  ...descriptionCpts,
  needs: () => [
    { ressource: "communes", etendue: "territoire" },
    { ressource: "territoires", etendue: "tout" },
    { ressource: "cpts", etendue: "tout" },
  ],
  graphe: "proche",
  destinations: () => [],
  compute: computeCpts,
};
