import * as v from "valibot";

/** A set of weights that the user has named: kept in the browser, never in the document, which holds the weights themselves. */
export interface JeuDePoidsEnregistre {
  readonly nom: string;
  /** By name of parameter, the same of every analysis that weighs them; they sum to 100. */
  readonly poids: Readonly<Record<string, number>>;
}

/** Letters that a name may have. */
export const NOM_JEU_MAX = 40;
const JEUX_MAX = 50;

const jeu = v.object({
  nom: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NOM_JEU_MAX)),
  poids: v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
});

/** The sets of a stored text; null when it holds something else. */
export function parseJeux(text: string): readonly JeuDePoidsEnregistre[] | null {
  try {
    return v.parse(v.pipe(v.array(jeu), v.maxLength(JEUX_MAX)), JSON.parse(text));
  } catch {
    return null;
  }
}

/** The sets without one. */
export function withoutJeu(jeux: readonly JeuDePoidsEnregistre[], nom: string): readonly JeuDePoidsEnregistre[] {
  return jeux.filter((one) => one.nom !== nom);
}

/** The sets with one more, in alphabetical order; one of the same name gives way. Null when there are too many. */
export function withJeu(jeux: readonly JeuDePoidsEnregistre[], added: JeuDePoidsEnregistre): readonly JeuDePoidsEnregistre[] | null {
  const next = [...withoutJeu(jeux, added.nom), added].toSorted((a, b) => a.nom.localeCompare(b.nom, "fr"));
  return next.length > JEUX_MAX ? null : next;
}
