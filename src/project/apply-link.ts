import type { Document } from "./document";
import type { Edit } from "./edits";
import type { LienLu } from "./link";

function classesOf(document: Document, { analyse }: LienLu): Document["classes"] {
  if (analyse === undefined) return document.classes;
  const others = Object.entries(document.classes).filter(([key]) => !key.startsWith(`${analyse.id}/`));
  return { ...Object.fromEntries(others), ...analyse.classes };
}

/**
 * The document a link asks for. Own sites stay only when the link was made with some: another link shows the
 * embedded sites, as its author saw them.
 */
export const applyLink = (lien: LienLu): Edit => (document) => ({
  ...document,
  territoire: lien.territoire ?? document.territoire,
  niveau: lien.niveau ?? document.niveau,
  analyse: lien.analyse?.id ?? document.analyse,
  params: lien.analyse === undefined ? document.params : { ...document.params, [lien.analyse.id]: lien.analyse.params },
  classes: classesOf(document, lien),
  couches: lien.couches ?? document.couches,
  selection: lien.selection ?? document.selection,
  vitesses: lien.vitesses === undefined ? document.vitesses : lien.vitesses,
  sites: lien.analyse === undefined || lien.sitesPersonnels > 0 ? document.sites : null,
});
