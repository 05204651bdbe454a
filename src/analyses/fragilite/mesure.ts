import type { GenreSite, SelectionSites, SiteList } from "../../domain/genre-site";
import type { Issue } from "../../domain/issue";
import type { ResourceName } from "../../domain/ressource";
import { byBounds, byRank, composite, indicatorsOf, type Indicators } from "../../geo/composite";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, emptyIssues, isCovered, minutesFrom, step, type Territoires, travel } from "../shared/acces";
import { communesEnLimite } from "../shared/communes-limite";
import { sumKnown } from "../shared/nombres";
import { SOURCE_ESTIMATION } from "../shared/estimation";
import { resourcesOf, sitesOf } from "../shared/sites";
import { sourcesOf } from "../shared/sources";
import type { Trajets } from "../shared/trajets";
import type { Composante, Importee } from "./composantes/composante";
import { COMPOSANTES } from "./composantes/registre";
import type { FragiliteParams } from "./description";
import { nomPoids, POIDS, type Poids } from "./poids";

/** A component that weighs something. */
export interface Active {
  readonly composante: Composante;
  /** 0 to 100. */
  readonly poids: number;
}

/** The components that weigh something, in the order of the registry. */
export function actives(weights: Poids): readonly Active[] {
  return COMPOSANTES.flatMap((composante) => {
    const known = POIDS.find(({ id }) => id === composante.id);
    if (known === undefined) throw new Error(`component « ${composante.id} » has no weight in poids.ts`);
    const poids = weights[nomPoids(known.id)];
    return poids > 0 ? [{ composante, poids }] : [];
  });
}

/** Resources of some components, and of the places; each once. */
export function ressourcesLues(active: readonly Active[], selection: SelectionSites): readonly ResourceName[] {
  const read = active.flatMap(({ composante: { genre, ressources } }) => (genre === null ? ressources : resourcesOf([genre], selection)));
  return [...new Set<ResourceName>(["communes", "territoires", ...read])];
}

/** The lists of sites whose nearest one some components are minutes to. */
export function destinationsDe(active: readonly Active[], { donnees, selection }: Inputs): readonly SiteList[] {
  return active.flatMap(({ composante: { genre } }) => {
    const sites = genre === null ? null : sitesOf([genre], donnees, selection);
    return sites?.ok === true ? [sites.value] : [];
  });
}

/** Provenance of some components; that of the minutes too when one of them is minutes. */
export function sourcesLues(active: readonly Active[], { donnees, selection, reseau }: Inputs): Output["sources"] {
  const drives = active.some(({ composante }) => composante.genre !== null);
  return [...sourcesOf(ressourcesLues(active, selection), donnees), ...(drives ? (reseau?.sources ?? [SOURCE_ESTIMATION]) : [])];
}

/** Values and notes of each active component, one a row of the result. */
export interface Mesure {
  /** Of each component, what a table of the user's says in its place; null for published data. */
  readonly importes: readonly (Importee | null)[];
  readonly valeurs: readonly Float64Array[];
  /** 0 to 100, NaN where the value is not known. */
  readonly notes: readonly Float64Array[];
  readonly indicateurs: Indicators;
  readonly poids: readonly number[];
  readonly scores: Float64Array;
  /** Share of the weight that is known. */
  readonly connu: Float64Array;
  readonly issues: readonly Issue[];
}

/** Minutes from the chefs-lieux to the nearest site of each kind; unknown where there is no site, or no road. */
function* minutesDe(inputs: Inputs, lieux: Territoires, genres: readonly GenreSite[]): Generator<Progress, { readonly minutes: ReadonlyMap<GenreSite, Float64Array>; readonly issues: readonly Issue[] }, void> {
  const minutes = new Map<GenreSite, Float64Array>();
  const found: Trajets[] = [];
  const issues: Issue[] = [];
  for (const [i, genre] of genres.entries()) {
    const sites = sitesOf([genre], inputs.donnees, inputs.selection);
    issues.push(...sites.issues);
    const part = (k: number): number => 0.1 + (0.6 * (i + k)) / genres.length;
    const trajets = sites.ok && isCovered(lieux) ? yield* travel(inputs, lieux, sites.value, part(0), part(1)) : null;
    const empty = trajets === null ? [] : emptyIssues([trajets], [[genre]]);
    issues.push(...empty);
    if (trajets !== null && empty.length === 0) found.push(trajets);
    minutes.set(genre, minutesFrom(lieux.chefs, empty.length === 0 ? trajets : null));
  }
  const limites = new Uint8Array(lieux.groupes.communes.length);
  for (const trajets of found) communesEnLimite(lieux, trajets).forEach((flag, i) => (limites[i] = limites[i] === 1 ? 1 : flag));
  return { minutes, issues: [...issues, ...accesIssues(inputs, lieux, found, sumKnown(limites))] };
}

/** Year of what the user imported, to be said with the result; null when nothing was. */
export function anneeImportee(importes: Mesure["importes"]): number | null {
  return importes.find((one) => one !== null)?.annee ?? null;
}

/** Persons that the score of each row rests on; null when it rests on published data alone. */
export function personnesDe(importes: Mesure["importes"]): Float64Array | null {
  return importes.find((one) => one !== null)?.personnes ?? null;
}

/** Every active component read and noted, then put together. Progress from 0.1 to 0.75. */
export function* mesurer(inputs: Inputs, { normalisation }: Pick<FragiliteParams, "normalisation">, lieux: Territoires, active: readonly Active[]): Generator<Progress, Mesure, void> {
  const genres = active.flatMap(({ composante: { genre } }) => (genre === null ? [] : [genre]));
  const { minutes, issues } = yield* minutesDe(inputs, lieux, genres);
  yield step("territoires")(0.75);
  const contexte = { inputs, lieux, minutes };
  const importes = active.map(({ composante }) => composante.lireImport?.(contexte) ?? null);
  const valeurs = active.map(({ composante }, k) => importes[k]?.valeurs ?? composante.lire(contexte));
  const notes = valeurs.map((values, k) => {
    const { favorable, fragile } = active[k]!.composante.bornes;
    return normalisation === "rang" ? byRank(values, fragile > favorable) : byBounds(values, favorable, fragile);
  });
  const indicateurs = indicatorsOf(notes, lieux.groupes.codes.length);
  const poids = active.map((one) => one.poids);
  const { scores, known } = composite(indicateurs, poids);
  return { importes, valeurs, notes, indicateurs, poids, scores, connu: known, issues };
}
