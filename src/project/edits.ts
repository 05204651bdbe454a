import type { Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import { COUCHES } from "../domain/couche";
import type { CoucheId } from "../domain/couche";
import { SELECTION_PAR_DEFAUT } from "../domain/genre-site";
import type { SiteList } from "../domain/genre-site";
import type { ChoixReseau } from "../domain/reseau";
import type { Niveau } from "../domain/perimetre";
import type { Document } from "./document";

/** Every edit is pure and gives the same object back when it changes nothing, so that undo holds no empty step. */
export type Edit = (document: Document) => Document;

export const setTerritoire = (territoire: string): Edit => (document) =>
  document.territoire === territoire ? document : { ...document, territoire };

export const setNiveau = (niveau: Niveau): Edit => (document) => (document.niveau === niveau ? document : { ...document, niveau });

export const setAnalyse = (analyse: string): Edit => (document) => (document.analyse === analyse ? document : { ...document, analyse });

const sameValue = (a: Params[string] | undefined, b: Params[string]): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, i) => item === b[i]) : a === b;

/** Merges `patch` into the parameters of one analysis. */
export const setParams = (analyse: string, patch: Params): Edit => (document) => {
  const before = document.params[analyse] ?? {};
  const changed = Object.entries(patch).some(([name, value]) => !sameValue(before[name], value));
  return changed ? { ...document, params: { ...document.params, [analyse]: { ...before, ...patch } } } : document;
};

/** Classes of « analyse/vue »; null forgets the choice. */
export const setClasses = (vue: string, classes: ClassSpec | null): Edit => (document) => {
  if (classes !== null) return { ...document, classes: { ...document.classes, [vue]: classes } };
  if (!(vue in document.classes)) return document;
  return { ...document, classes: Object.fromEntries(Object.entries(document.classes).filter(([key]) => key !== vue)) };
};

/** Layers stay in drawing order whatever the order of the clicks. */
export const toggleCouche = (couche: CoucheId): Edit => (document) => {
  const shown = document.couches.includes(couche);
  return { ...document, couches: COUCHES.filter((id) => (id === couche ? !shown : document.couches.includes(id))) };
};

export const excludeSite = (id: string, exclu: boolean): Edit => (document) => {
  const { exclus } = document.selection;
  if (exclus.includes(id) === exclu) return document;
  return { ...document, selection: { ...document.selection, exclus: exclu ? [...exclus, id] : exclus.filter((other) => other !== id) } };
};

export const setCorrections = (corrections: boolean): Edit => (document) =>
  document.selection.corrections === corrections ? document : { ...document, selection: { ...document.selection, corrections } };

export const setSites = (sites: SiteList | null): Edit => (document) => (document.sites === sites ? document : { ...document, sites });

export const setReseau = (reseau: ChoixReseau | null): Edit => (document) =>
  document.reseau?.id === reseau?.id ? document : { ...document, reseau };

/** All embedded sites counted again. */
export const resetSelection: Edit = (document) => ({ ...document, selection: SELECTION_PAR_DEFAUT });
