import type { Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import { type Changements, changementsDe } from "../domain/changements";
import { COUCHES } from "../domain/couche";
import type { CoucheId } from "../domain/couche";
import { ID_AJOUT, SELECTION_PAR_DEFAUT } from "../domain/genre-site";
import type { SiteAjoute, SiteList } from "../domain/genre-site";
import { nomLibre } from "../domain/nom-site";
import type { ChoixReseau } from "../domain/reseau";
import type { Niveau } from "../domain/perimetre";
import { normaliserScenario, type ScenarioVitesses } from "../domain/vitesses";
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

/** What the data are, not what is supposed of them: the same in every state. */
export const setCorrections = (corrections: boolean): Edit => (document) => {
  if (document.selection.corrections === corrections) return document;
  const same = <C extends Changements>(changements: C): C => ({ ...changements, selection: { ...changements.selection, corrections } });
  const present = document.actif === null ? document.present : same(document.present);
  const shown = same(document);
  return { ...shown, present, scenarios: document.scenarios.map((one) => ({ ...one, changements: one.id === document.actif ? changementsDe(shown) : same(one.changements) })) };
};

export const setSites = (sites: SiteList | null): Edit => (document) => (document.sites === sites ? document : { ...document, sites });

/** All embedded sites counted again; those added stay. */
export const resetSelection: Edit = (document) => {
  const counted = setCorrections(true)(document);
  return { ...counted, selection: { ...SELECTION_PAR_DEFAUT, ajouts: document.selection.ajouts } };
};

/** Degrees to 5 decimals (1 m): what a link carries. */
export const arrondir = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Number of a site to be added: one more than the last one, whatever was removed. */
export function prochainAjout({ selection: { ajouts } }: Document): number {
  return 1 + Math.max(0, ...ajouts.map(({ id }) => Number(id.slice(ID_AJOUT.length))));
}

/** Adds a site after the others; its id must be new. A name that another one has is followed by a number. */
export const addSite = (site: SiteAjoute): Edit => (document) => {
  const { ajouts } = document.selection;
  return { ...document, selection: { ...document.selection, ajouts: [...ajouts, { ...site, nom: nomLibre(site.nom, site.id, ajouts), lon: arrondir(site.lon), lat: arrondir(site.lat) }] } };
};

export const moveSite = (id: string, lon: number, lat: number): Edit => (document) => {
  const [x, y] = [arrondir(lon), arrondir(lat)];
  const { ajouts } = document.selection;
  if (!ajouts.some((site) => site.id === id && (site.lon !== x || site.lat !== y))) return document;
  return { ...document, selection: { ...document.selection, ajouts: ajouts.map((site) => (site.id === id ? { ...site, lon: x, lat: y } : site)) } };
};

export const removeSite = (id: string): Edit => (document) => {
  const { ajouts, exclus } = document.selection;
  if (!ajouts.some((site) => site.id === id)) return document;
  const selection = { ...document.selection, ajouts: ajouts.filter((site) => site.id !== id), exclus: exclus.filter((other) => other !== id) };
  return { ...document, selection };
};

/** Speeds of every analysis that drives; a scenario that changes nothing is null. */
export const setVitesses = (scenario: ScenarioVitesses | null): Edit => (document) => {
  const vitesses = scenario === null ? null : normaliserScenario(scenario);
  return JSON.stringify(vitesses) === JSON.stringify(document.vitesses) ? document : { ...document, vitesses };
};

export const setReseau = (reseau: ChoixReseau | null): Edit => (document) =>
  document.reseau?.id === reseau?.id ? document : { ...document, reseau };
