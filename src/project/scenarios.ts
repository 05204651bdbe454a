import { AUCUN_CHANGEMENT, type Changements, changementsDe, COMMENTAIRE_MAX, ECART_MAX, NOM_MAX, type Scenario, SCENARIOS_MAX } from "../domain/changements";
import type { SiteAjoute } from "../domain/genre-site";
import { nomPropre, refusNom } from "../domain/nom-site";
import { addSite, type Edit, excludeSite } from "./edits";
import { presentDe } from "./etats";

/** Shows another state, a scenario by its id or the present one (null); unknown ids change nothing. */
export const activerScenario = (id: string | null): Edit => (document) => {
  if (id === document.actif) return document;
  const present = presentDe(document);
  if (id === null) return { ...document, ...present, present: AUCUN_CHANGEMENT, actif: null };
  const scenario = document.scenarios.find((one) => one.id === id);
  return scenario === undefined ? document : { ...document, ...scenario.changements, present, actif: id };
};

/** Adds a scenario after the others, without showing it. Nothing beyond SCENARIOS_MAX, nor under a known id. */
export const ajouterScenario = (scenario: Scenario): Edit => (document) => {
  if (document.scenarios.length >= SCENARIOS_MAX || document.scenarios.some(({ id }) => id === scenario.id)) return document;
  return { ...document, scenarios: [...document.scenarios, scenario] };
};

/**
 * A scenario made of the changes on screen, and shown. Those of the present state move into it: the present is then the data
 * as they are (the corrections table stays as it was chosen). From a scenario, it is a copy.
 */
export const creerScenario = (id: string, nom: string, le: number): Edit => (document) => {
  const added = ajouterScenario({ id, nom: nom.slice(0, NOM_MAX), commentaire: "", creeLe: le, modifieLe: le, changements: changementsDe(document) })(document);
  if (added === document) return document;
  const { corrections } = document.selection;
  const present: Changements = document.actif === null ? { ...AUCUN_CHANGEMENT, selection: { ...AUCUN_CHANGEMENT.selection, corrections } } : document.present;
  return { ...added, present, actif: id };
};

/** A copy of a scenario, next to it and not shown. */
export const dupliquerScenario = (id: string, copie: string, nom: string, le: number): Edit => (document) => {
  const rang = document.scenarios.findIndex((one) => one.id === id);
  const source = document.scenarios[rang];
  if (source === undefined || document.scenarios.length >= SCENARIOS_MAX || document.scenarios.some((one) => one.id === copie)) return document;
  return { ...document, scenarios: document.scenarios.toSpliced(rang + 1, 0, { ...source, id: copie, nom: nom.slice(0, NOM_MAX), creeLe: le, modifieLe: le }) };
};

/** Takes a scenario away; the one on screen gives way to the present state. */
export const supprimerScenario = (id: string): Edit => (document) => {
  if (!document.scenarios.some((one) => one.id === id)) return document;
  const shown = document.actif === id ? activerScenario(null)(document) : document;
  return { ...shown, scenarios: shown.scenarios.filter((one) => one.id !== id) };
};

const changer = (id: string, champs: Partial<Pick<Scenario, "nom" | "commentaire">>, le: number): Edit => (document) => {
  const known = document.scenarios.find((one) => one.id === id);
  const same = known === undefined || Object.entries(champs).every(([champ, valeur]) => known[champ as "nom" | "commentaire"] === valeur);
  return same ? document : { ...document, scenarios: document.scenarios.map((one) => (one.id === id ? { ...one, ...champs, modifieLe: le } : one)) };
};

/** An empty name changes nothing. */
export const nommerScenario = (id: string, nom: string, le: number): Edit => (document) => {
  const propre = nom.trim().slice(0, NOM_MAX);
  return propre === "" ? document : changer(id, { nom: propre }, le)(document);
};

export const commenterScenario = (id: string, texte: string, le: number): Edit => changer(id, { commentaire: texte.slice(0, COMMENTAIRE_MAX) }, le);

/** Practitioners of a commune more or less than the data say; 0 goes back to the data. Whole, and ECART_MAX at most either way. */
export const changerMedecins = (code: string, ecart: number): Edit => (document) => {
  const borne = Math.max(-ECART_MAX, Math.min(ECART_MAX, Math.trunc(ecart)));
  if (!Number.isFinite(ecart) || (document.medecins[code] ?? 0) === borne) return document;
  const others = Object.entries(document.medecins).filter(([other]) => other !== code);
  return { ...document, medecins: Object.fromEntries(borne === 0 ? others : [...others, [code, borne]]) };
};

/** Name of an added site. None, or that of another added site, changes nothing. */
export const nommerSite = (id: string, texte: string): Edit => (document) => {
  const { ajouts } = document.selection;
  const nom = nomPropre(texte);
  if (refusNom(texte, id, ajouts) !== null || !ajouts.some((site) => site.id === id && site.nom !== nom)) return document;
  return { ...document, selection: { ...document.selection, ajouts: ajouts.map((site) => (site.id === id ? { ...site, nom } : site)) } };
};

/** Half-days a week that an added site is open, and the structure it is a site of; null: all of them, none. */
export const decrireSite = (id: string, demiJournees: number | null, structure: string | null): Edit => (document) => {
  const { ajouts } = document.selection;
  const site = ajouts.find((one) => one.id === id);
  if (site === undefined || ((site.demiJournees ?? null) === demiJournees && (site.structure ?? null) === structure)) return document;
  const { demiJournees: _, structure: __, ...rest } = site;
  const decrit = { ...rest, ...(demiJournees === null ? {} : { demiJournees }), ...(structure === null ? {} : { structure }) };
  return { ...document, selection: { ...document.selection, ajouts: ajouts.map((one) => (one === site ? decrit : one)) } };
};

/** An existing site that may be moved: closed where it is, and added in the same place under a new id, ready for a hand. */
export const deplacerExistant = (existant: string, site: SiteAjoute): Edit => (document) => addSite(site)(excludeSite(existant, true)(document));
