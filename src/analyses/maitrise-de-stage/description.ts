import type { Description } from "../analysis";
import { CHAMP_FRAGILE, CHAMP_SEUIL, type Fragile } from "../shared/msu";
import { parseFields } from "../shared/params";

export type MaitriseParams = { readonly seuil: number; readonly fragile: Fragile };

const DEFAULTS: MaitriseParams = { seuil: 20, fragile: "zip-zac" };
const FIELDS: Description["fields"] = [CHAMP_FRAGILE, CHAMP_SEUIL];

export const descriptionMaitriseDeStage: Description<MaitriseParams> = {
  id: "maitrise-de-stage",
  version: 2,
  label: "Maîtres de stage",
  espace: "fragilites",
  question: "Où y a-t-il des maîtres de stage, et quelles communes fragiles en sont loin ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "minutes",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: () => ["stage"],
};
