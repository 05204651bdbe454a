import type { Analysis } from "./analysis";
import { tempsAcces } from "./temps-acces/index";

/** An analysis by its id; `open` loads its computation, and rejects when its code cannot be fetched. */
export interface Entry {
  readonly id: string;
  open(): Promise<Analysis>;
}

/** Every analysis, in the order of the menu. One line each. Only that of the first screen comes with the worker's own code. */
export const ANALYSES: readonly Entry[] = [
  { id: "temps-acces", open: () => Promise.resolve(tempsAcces) },
  { id: "densite", open: async () => (await import("./densite/index")).densite },
  { id: "couverture", open: async () => (await import("./couverture/index")).couverture },
  { id: "isochrones", open: async () => (await import("./isochrones/index")).isochrones },
  { id: "parcours", open: async () => (await import("./parcours/index")).parcours },
  { id: "fragilite", open: async () => (await import("./fragilite/index")).fragilite },
  { id: "zonage", open: async () => (await import("./zonage/index")).zonage },
  { id: "departs", open: async () => (await import("./departs/index")).departs },
  { id: "apl", open: async () => (await import("./apl/index")).apl },
  { id: "maitrise-de-stage", open: async () => (await import("./maitrise-de-stage/index")).maitriseDeStage },
  { id: "recrutement", open: async () => (await import("./recrutement/index")).recrutement },
  { id: "cpts", open: async () => (await import("./cpts/index")).cpts },
  { id: "soins-non-programmes", open: async () => (await import("./soins-non-programmes/index")).soinsNonProgrammes },
  { id: "ou-vivre", open: async () => (await import("./ou-vivre/index")).ouVivre },
  { id: "implantation", open: async () => (await import("./implantation/index")).implantation },
  { id: "comparaison", open: async () => (await import("./comparaison/index")).comparaison },
  { id: "tournee", open: async () => (await import("./tournee/index")).tournee },
];

export function findAnalysis(id: string): Entry | undefined {
  return ANALYSES.find((entry) => entry.id === id);
}
