import type { Analysis } from "../analysis";
import { computeApl } from "./compute";
import { type AplParams, descriptionApl } from "./description";

export const apl: Analysis<AplParams> = {
  ...descriptionApl,
  // Supply and demand beyond the territory count: everything is read whole.
  needs: (_params, _perimetre, liste) =>
    (["communes", "communes-couronne", "apl", "territoires", ...(liste ? [] : (["bpe"] as const))] as const).map((ressource) => ({ ressource, etendue: "tout" })),
  graphe: "region",
  destinations: () => [],
  compute: computeApl,
};
