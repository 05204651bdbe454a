/** The models, in the order of the menus: see README.md of the analysis « implantation ». */
export const SITING_MODELS = ["mclp", "lscp", "p-median", "p-center"] as const;
export type SitingModel = (typeof SITING_MODELS)[number];
