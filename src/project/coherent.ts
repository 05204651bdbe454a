import { AUCUN_CHANGEMENT, changementsDe } from "../domain/changements";
import type { Document } from "./document";

/**
 * A document read from outside (a save, a link) made to hold together: no scenario twice, the open one is one of them and has
 * the changes on screen, and those of the present state are kept apart only while a scenario is open.
 */
export function rendreCoherent(document: Document): Document {
  const known = new Set<string>();
  const scenarios = document.scenarios.filter(({ id }) => !known.has(id) && known.add(id));
  if (document.actif === null || !known.has(document.actif)) return { ...document, scenarios, actif: null, present: AUCUN_CHANGEMENT };
  return { ...document, scenarios: scenarios.map((one) => (one.id === document.actif ? { ...one, changements: changementsDe(document) } : one)) };
}
