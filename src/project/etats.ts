import { type Changements, changementsDe, type EtatCompare, ETATS_MAX, ID_PRESENT, memesChangements, NOM_PRESENT, type Scenario } from "../domain/changements";
import type { Params } from "../analyses/analysis";
import type { Document } from "./document";
import type { Edit } from "./edits";

/*
 * The document holds the changes of the state on screen in `selection`, `vitesses` and `medecins`, where every edit writes
 * them. Those of the other states stand in `scenarios` and, while a scenario is open, in `present`. The entry of the open
 * scenario follows the screen: `dater` is applied after every edit.
 */

/** The changes of the present state, on screen or not. */
export function presentDe(document: Document): Changements {
  return document.actif === null ? changementsDe(document) : document.present;
}

/** Every state of the document: the present one, then the scenarios. */
export function etatsDe(document: Document): readonly EtatCompare[] {
  const scenarios = document.scenarios.map(({ id, nom, changements }): EtatCompare => ({ id, nom, ...(id === document.actif ? changementsDe(document) : changements) }));
  return [{ id: ID_PRESENT, nom: NOM_PRESENT, ...presentDe(document) }, ...scenarios];
}

/** The entry of the open scenario made that of the screen, and dated. The same document when it is already. @param le epoch milliseconds */
export const dater = (le: number): Edit => (document) => {
  const courants = changementsDe(document);
  const suit = ({ id, changements }: Scenario): boolean => id !== document.actif || memesChangements(changements, courants);
  if (document.scenarios.every(suit)) return document;
  return { ...document, scenarios: document.scenarios.map((scenario) => (suit(scenario) ? scenario : { ...scenario, changements: courants, modifieLe: le })) };
};

/** The states that an analysis of several is to compare: those chosen, else the first ones. */
export function etatsCompares(document: Document, { etats }: Params): readonly EtatCompare[] {
  const all = etatsDe(document);
  const chosen = Array.isArray(etats) ? all.filter(({ id }) => etats.includes(id)) : [];
  return (chosen.length < 2 ? all : chosen).slice(0, ETATS_MAX);
}
