import { AUCUN_CHANGEMENT } from "../domain/changements";
import { rendreCoherent } from "./coherent";
import type { Document } from "./document";
import type { Edit } from "./edits";
import type { LienLu } from "./link";

function classesOf(document: Document, { analyse }: LienLu): Document["classes"] {
  if (analyse === undefined) return document.classes;
  const others = Object.entries(document.classes).filter(([key]) => !key.startsWith(`${analyse.id}/`));
  return { ...Object.fromEntries(others), ...analyse.classes };
}

/** Scenarios of the link, then those of the document that it does not know: a link never loses any. */
function scenariosOf({ scenarios, actif, present }: Document, lien: LienLu): Pick<Document, "scenarios" | "actif" | "present"> {
  if (lien.scenarios === undefined) return { scenarios, actif, present };
  const carried = lien.scenarios;
  const others = scenarios.filter(({ id }) => !carried.some((one) => one.id === id));
  return { scenarios: [...carried, ...others], actif: lien.actif ?? null, present: lien.presentAutre ?? AUCUN_CHANGEMENT };
}

/**
 * The document a link asks for. Own sites stay only when the link was made with some: another link shows the
 * embedded sites, as its author saw them.
 */
export const applyLink = (lien: LienLu): Edit => (document) => rendreCoherent({
  ...document,
  territoire: lien.territoire ?? document.territoire,
  niveau: lien.niveau ?? document.niveau,
  analyse: lien.analyse?.id ?? document.analyse,
  params: lien.analyse === undefined ? document.params : { ...document.params, [lien.analyse.id]: lien.analyse.params },
  classes: classesOf(document, lien),
  couches: lien.couches ?? document.couches,
  selection: lien.selection ?? document.selection,
  vitesses: lien.vitesses === undefined ? document.vitesses : lien.vitesses,
  medecins: lien.medecins ?? document.medecins,
  ...scenariosOf(document, lien),
  sites: lien.analyse === undefined || lien.sitesPersonnels > 0 ? document.sites : null,
});
