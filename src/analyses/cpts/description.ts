import type { Description } from "../analysis";
import { parseFields } from "../shared/params";

export type CptsParams = Record<never, never>;

export const descriptionCpts: Description<CptsParams> = {
  id: "cpts",
  espace: "fragilites",
  version: 1,
  label: "Couverture par les CPTS",
  question: "Quelles communes ne sont dans aucune CPTS, lesquelles dans plusieurs ?",
  defaults: {},
  fields: [],
  mainColumn: "situation",
  reseau: false,
  moteurs: false,
  parseParams: (raw) => parseFields([], {}, raw),
  genres: () => [],
};
