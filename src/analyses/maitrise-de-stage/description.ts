import type { Description } from "../analysis";
import { CHAMP_FRAGILE, CHAMP_SEUIL, CHAMPS_DEFINITION, FRAGILE_PAR_DEFAUT, type FragileParams, parseFragile } from "../shared/champs-fragile";

export type MaitriseParams = FragileParams & { readonly seuil: number };

const DEFAULTS: MaitriseParams = { seuil: 20, ...FRAGILE_PAR_DEFAUT };
const FIELDS: Description["fields"] = [CHAMP_FRAGILE, CHAMP_SEUIL, ...CHAMPS_DEFINITION];

export const descriptionMaitriseDeStage: Description<MaitriseParams> = {
  id: "maitrise-de-stage",
  version: 4,
  label: "Maîtres de stage",
  espace: "fragilites",
  question: "Où y a-t-il des maîtres de stage, et quelles communes fragiles en sont loin ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "minutes",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFragile(FIELDS, DEFAULTS, raw),
  genres: () => ["stage"],
};
