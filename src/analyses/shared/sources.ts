import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { type Provenance, type Quality, weakestQuality } from "../../domain/provenance";
import type { Donnees, ResourceName } from "../../domain/ressource";
import type { Table } from "../../domain/table";

/** Provenance of what was read, in the given order, each once. An empty table, that of the user not yet imported, is no source. */
export function sourcesOf(names: readonly ResourceName[], donnees: Donnees): readonly Provenance[] {
  return [...new Set(names)].map((name) => (donnees[name]?.table.length === 0 ? undefined : donnees[name]?.provenance)).filter((source) => source !== undefined);
}

/** The user's own list, named among the sources of what is computed with it; none when there is no list. */
export function ownSource(sites: SiteList | null): readonly Provenance[] {
  if (sites === null) return [];
  const title = `Liste de sites fournie (${sites.ids.length})`;
  return [{ resource: "liste", title, publisher: "fichier de l'utilisateur", licence: "non précisée", vintage: "non précisé", quality: "derive" }];
}

/** Quality of a figure made of these sources; at best « derive » when it is modelled rather than published. */
export function qualityOf(sources: readonly Provenance[], modelled: boolean): Quality {
  return weakestQuality([modelled ? "derive" : "officiel", ...sources.map(({ quality }) => quality)]);
}

/** One warning for each demonstration set among the sources. */
export function illustrativeIssues(sources: readonly Provenance[]): readonly Issue[] {
  return sources
    .filter(({ quality }) => quality === "illustratif")
    .map(({ title }) => issue("donnee-illustrative", "avertissement", { ressource: title }));
}

/** The table of a loaded resource. Throws otherwise: what an analysis `needs` is loaded before it runs. */
export function requireTable(donnees: Donnees, name: ResourceName): Table {
  const dataset = donnees[name];
  if (dataset === undefined) throw new Error(`resource « ${name} » is read but was not loaded: is it in needs()?`);
  return dataset.table;
}
