import type { CibleSite, GenreSite, SiteList } from "../../domain/genre-site";
import type { Issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Inputs } from "../analysis";
import { ciblesVisees, sitesVises } from "../shared/acces";
import { concatSites, noSite, ownSites, sitesOf } from "../shared/sites";
import { AVEC_LISTE, type ChoixComparaison, LISTE } from "./choix";

/** A list of sites and what it is called. */
export interface Situation {
  readonly cibles: readonly CibleSite[];
  readonly sites: SiteList;
}

function ownList({ sites, selection }: Inputs): Outcome<SiteList> {
  const kept = sites === null ? null : ownSites(sites, selection);
  return kept === null || kept.ids.length === 0 ? failure(noSite([LISTE])) : success(kept);
}

function named(sites: Outcome<SiteList>, cibles: readonly CibleSite[]): Outcome<Situation> {
  return sites.ok ? success({ cibles, sites: sites.value }) : sites;
}

/**
 * The situation to measure. The user's list replaces the embedded sites of the kinds, unless it is itself the second
 * situation: the first is then that of the embedded sites.
 */
function firstSituation(inputs: Inputs, genres: readonly GenreSite[], comparaison: ChoixComparaison): Outcome<Situation> {
  const embedded = comparaison === LISTE || comparaison === AVEC_LISTE;
  return embedded
    ? named(sitesOf(genres, inputs.donnees, inputs.selection), genres)
    : named(sitesVises(inputs, genres), ciblesVisees(inputs, genres));
}

function withList(inputs: Inputs, genres: readonly GenreSite[]): Outcome<Situation> {
  const embedded = sitesOf(genres, inputs.donnees, inputs.selection);
  const own = ownList(inputs);
  if (!embedded.ok) return embedded;
  return own.ok ? success({ cibles: [...genres, LISTE], sites: concatSites([embedded.value, own.value]) }) : own;
}

/** The situation it is compared with; null when there is no comparison. */
function secondSituation(inputs: Inputs, genres: readonly GenreSite[], comparaison: ChoixComparaison): Outcome<Situation> | null {
  if (comparaison === "") return null;
  if (comparaison === LISTE) return named(ownList(inputs), [LISTE]);
  if (comparaison === AVEC_LISTE) return withList(inputs, genres);
  return named(sitesOf([comparaison], inputs.donnees, inputs.selection), [comparaison]);
}

/** The situations to measure, the first then what it is compared with; those that have no site are said, and left out. */
export function situationsOf(inputs: Inputs, genres: readonly GenreSite[], comparaison: ChoixComparaison): { readonly situations: readonly Situation[]; readonly issues: readonly Issue[] } {
  const first = firstSituation(inputs, genres, comparaison);
  const second = first.ok ? secondSituation(inputs, genres, comparaison) : null;
  const situations = [first, second].flatMap((outcome) => (outcome?.ok === true ? [outcome.value] : []));
  return { situations, issues: [...first.issues, ...(second?.issues ?? [])] };
}

/** Kinds whose embedded sites are read. */
export function genresLus(genres: readonly GenreSite[], comparaison: ChoixComparaison, liste: boolean): readonly GenreSite[] {
  const replaced = liste && comparaison !== LISTE && comparaison !== AVEC_LISTE;
  const other = comparaison === "" || comparaison === LISTE || comparaison === AVEC_LISTE ? [] : [comparaison];
  return [...new Set([...(replaced ? [] : genres), ...other])];
}
