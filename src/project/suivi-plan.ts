import * as v from "valibot";
import { issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";
import type { EntreeSuivi, SuiviPlan } from "../domain/suivi-plan";
import { ETATS_SUIVI } from "../domain/suivi-plan";

const entree = v.strictObject({
  le: v.pipe(v.number(), v.integer(), v.minValue(0)),
  etat: v.picklist(ETATS_SUIVI),
  date: v.nullable(v.pipe(v.string(), v.isoDate())),
  commentaire: v.pipe(v.string(), v.maxLength(4000)),
});
const schema = v.strictObject({ version: v.literal(1), suivi: v.record(v.string(), v.array(entree)) });

/** The follow-up as it is kept; refused when the text is cut, damaged or of another version. */
export function parseSuivi(text: string): Outcome<SuiviPlan> {
  try {
    return success(v.parse(schema, JSON.parse(text)).suivi);
  } catch {
    return failure(issue("document-illisible", "erreur", { raison: "suivi du plan d'attractivité coupé, abîmé ou d'une autre version" }));
  }
}

export function serializeSuivi(suivi: SuiviPlan): string {
  return JSON.stringify({ version: 1, suivi });
}

/** A new entry at the end of an action's history; the same as the last one changes nothing. */
export function ajouterEntree(suivi: SuiviPlan, action: string, neuve: EntreeSuivi): SuiviPlan {
  const before = suivi[action] ?? [];
  const last = before.at(-1);
  const same = last !== undefined && last.etat === neuve.etat && last.date === neuve.date && last.commentaire === neuve.commentaire;
  return same ? suivi : { ...suivi, [action]: [...before, neuve] };
}

/** Without the last entry of an action; the one before stands again. */
export function retirerEntree(suivi: SuiviPlan, action: string): SuiviPlan {
  const { [action]: before = [], ...others } = suivi;
  const left = before.slice(0, -1);
  return left.length === 0 ? others : { ...others, [action]: left };
}
