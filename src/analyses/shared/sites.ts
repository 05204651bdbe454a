import { type CibleSite, type GenreSite, LIBELLE_GENRE, RESSOURCES_DU_GENRE, type SelectionSites, type SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { type Donnees, isImportee, type ResourceName } from "../../domain/ressource";
import { findColumn, numberValues, type Table, textValues } from "../../domain/table";
import { aImporter } from "./a-importer";
import { requireTable } from "./sources";

interface Site {
  readonly id: string;
  readonly nom: string;
  readonly commune: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly capacite: number;
}

/** Reads the sites of one kind; the tables it is given hold at least the columns that loading requires. */
type Reader = (table: (name: ResourceName) => Table) => readonly Site[];

function textOr(table: Table, name: string): readonly (string | null)[] {
  return findColumn(table, name)?.type === "texte" ? textValues(table, name) : [];
}

function numberOr(table: Table, name: string): ArrayLike<number> {
  return findColumn(table, name)?.type === "nombre" ? numberValues(table, name) : [];
}

/** Sites of a table of points: of one `genre`, or all of them. */
function readPoints(table: Table, genre: GenreSite | null): readonly Site[] {
  // A table that the user has not brought yet has no column either.
  if (table.length === 0) return [];
  const genres = textOr(table, "genre");
  const ids = findColumn(table, "finess") === undefined ? textOr(table, "id") : textOr(table, "finess");
  const noms = textValues(table, "nom");
  const communes = textOr(table, "code_commune");
  const lon = numberValues(table, "lon");
  const lat = numberValues(table, "lat");
  const capacite = numberOr(table, "capacite");
  return noms.flatMap((nom, row): Site[] => {
    if (genre !== null && genres[row] !== genre) return [];
    // The register pads some of its names with spaces.
    const site = { nom: nom?.replaceAll(/\s+/g, " ").trim() ?? "Site sans nom", commune: communes[row] ?? null, capacite: capacite[row] ?? Number.NaN };
    return [{ id: ids[row] ?? `${table.id}-${row + 1}`, ...site, lon: lon[row] ?? Number.NaN, lat: lat[row] ?? Number.NaN }];
  });
}

/** Chefs-lieux of the communes where a count is above 0; `places` holds the communes, `counts` the figure. */
function readChefsLieux(places: Table, counts: Table, column: string, prefix: string): readonly Site[] {
  const values = numberOr(counts, column);
  const known = new Map(textValues(counts, "code").map((code, row) => [code, values[row] ?? Number.NaN]));
  const noms = textValues(places, "nom");
  const lon = numberValues(places, "lon");
  const lat = numberValues(places, "lat");
  return textValues(places, "code").flatMap((code, row): Site[] => {
    const capacite = known.get(code) ?? 0;
    if (code === null || !(capacite > 0)) return [];
    return [{ id: `${prefix}${code}`, nom: noms[row] ?? code, commune: code, lon: lon[row] ?? Number.NaN, lat: lat[row] ?? Number.NaN, capacite }];
  });
}

/** One line a kind: where its sites are read. Sites of the ring around the region are in the same tables. */
const READERS: Record<GenreSite, Reader> = {
  msp: (table) => readPoints(table("msp"), null),
  medecin: (table) => [
    ...readChefsLieux(table("communes"), table("bpe"), "medecins_generalistes", ""),
    ...readChefsLieux(table("communes-couronne"), table("communes-couronne"), "medecins_generalistes", ""),
  ],
  pharmacie: (table) => readPoints(table("etablissements"), "pharmacie"),
  "centre-sante-medecin": (table) => readPoints(table("centres-sante"), "centre-sante-medecin"),
  "centre-sante-infirmier": (table) => readPoints(table("centres-sante"), "centre-sante-infirmier"),
  "centre-sante-dentaire": (table) => readPoints(table("centres-sante"), "centre-sante-dentaire"),
  urgences: (table) => readPoints(table("urgences"), "urgences"),
  smur: (table) => readPoints(table("urgences"), "smur"),
  "smur-mcs": (table) => [
    ...readPoints(table("urgences"), "smur"),
    ...readChefsLieux(table("communes"), table("urgences-communes"), "mcs", "mcs-"),
  ],
  hopital: (table) => readPoints(table("etablissements"), "hopital"),
  ehpad: (table) => readPoints(table("etablissements"), "ehpad"),
  laboratoire: (table) => readPoints(table("etablissements"), "laboratoire"),
  stage: (table) => readPoints(table("stages"), null),
  hebergement: (table) => readPoints(table("hebergements"), null),
  specialiste: (table) => readPoints(table("consultations"), null),
};

function toSiteList(sites: readonly Site[]): SiteList {
  return {
    ids: sites.map(({ id }) => id),
    noms: sites.map(({ nom }) => nom),
    communes: sites.map(({ commune }) => commune),
    lon: Float64Array.from(sites, ({ lon }) => lon),
    lat: Float64Array.from(sites, ({ lat }) => lat),
    capacite: Float64Array.from(sites, ({ capacite }) => capacite),
  };
}

/** Sites of a list that pass; used to leave out what the user excluded. */
export function filterSites(list: SiteList, keep: (index: number) => boolean): SiteList {
  const rows = list.ids.flatMap((_, index) => (keep(index) ? [index] : []));
  return {
    ids: rows.map((row) => list.ids[row] ?? ""),
    noms: rows.map((row) => list.noms[row] ?? ""),
    communes: rows.map((row) => list.communes[row] ?? null),
    lon: Float64Array.from(rows, (row) => list.lon[row] ?? Number.NaN),
    lat: Float64Array.from(rows, (row) => list.lat[row] ?? Number.NaN),
    capacite: Float64Array.from(rows, (row) => list.capacite[row] ?? Number.NaN),
    ...(list.demiJournees === undefined ? {} : { demiJournees: Float64Array.from(rows, (row) => list.demiJournees?.[row] ?? Number.NaN) }),
    ...(list.structures === undefined ? {} : { structures: rows.map((row) => list.structures?.[row] ?? null) }),
  };
}

export function concatSites(lists: readonly SiteList[]): SiteList {
  return {
    ids: lists.flatMap(({ ids }) => ids),
    noms: lists.flatMap(({ noms }) => noms),
    communes: lists.flatMap(({ communes }) => communes),
    lon: Float64Array.from(lists.flatMap(({ lon }) => [...lon])),
    lat: Float64Array.from(lists.flatMap(({ lat }) => [...lat])),
    capacite: Float64Array.from(lists.flatMap(({ capacite }) => [...capacite])),
    ...(lists.every(({ demiJournees }) => demiJournees === undefined) ? {} : { demiJournees: Float64Array.from(lists.flatMap(({ ids, demiJournees }) => ids.map((_, i) => demiJournees?.[i] ?? Number.NaN))) }),
    ...(lists.every(({ structures }) => structures === undefined) ? {} : { structures: lists.flatMap(({ ids, structures }) => ids.map((_, i) => structures?.[i] ?? null)) }),
  };
}

/** « Aucun site à rejoindre », with the names of what was looked for. */
export function noSite(cibles: readonly CibleSite[]): Issue {
  const genre = cibles.map((cible) => (cible === "liste" ? "votre liste" : LIBELLE_GENRE[cible])).join(", ");
  return issue("aucun-site", "erreur", { genre });
}

/** Resources a kind is really read from: the corrections table only when it is switched on. */
export function resourcesOf(genres: readonly GenreSite[], selection: SelectionSites): readonly ResourceName[] {
  const names = genres.flatMap((genre) => RESSOURCES_DU_GENRE[genre]);
  return [...new Set(names)].filter((name) => name !== "corrections" || selection.corrections);
}

function withPosition(list: SiteList): SiteList {
  return filterSites(list, (index) => Number.isFinite(list.lon[index]) && Number.isFinite(list.lat[index]));
}

/** The embedded sites of one kind, those of the corrections table included when it is switched on. */
function readGenre(genre: GenreSite, table: (name: ResourceName) => Table, corrections: boolean): readonly Site[] {
  const corrected = corrections && RESSOURCES_DU_GENRE[genre].includes("corrections");
  return [...READERS[genre](table), ...(corrected ? readPoints(table("corrections"), genre) : [])];
}

/**
 * The sites of some kinds, region and ring, in one list: without those the user excluded, and the corrections table
 * as the selection says. Refused when no site is left; throws when a resource of the kinds is not loaded.
 */
export function sitesOf(genres: readonly GenreSite[], donnees: Donnees, selection: SelectionSites): Outcome<SiteList> {
  const table = (name: ResourceName): Table => requireTable(donnees, name);
  const embedded = withPosition(toSiteList(genres.flatMap((genre) => readGenre(genre, table, selection.corrections))));
  const all = withAdded(embedded, selection, genres);
  const kept = keepChosen(all, selection);
  return kept.ids.length === 0 ? failure(noSite(genres), ...resteAImporter(genres, donnees)) : success(kept);
}

/** The tables that some kinds are read from and that the user has not brought. */
function resteAImporter(genres: readonly GenreSite[], donnees: Donnees): readonly Issue[] {
  return genres.flatMap((genre) => RESSOURCES_DU_GENRE[genre]).filter(isImportee).flatMap((name) => (donnees[name]?.table.length === 0 ? [aImporter(name)] : []));
}

/** A list with the sites added on the map to these kinds, after the others. */
function withAdded(list: SiteList, { ajouts }: SelectionSites, cibles: readonly CibleSite[]): SiteList {
  const added = ajouts.filter(({ genre }) => cibles.includes(genre));
  if (added.length === 0) return list;
  const sites = toSiteList(added.map((site) => ({ ...site, commune: null, capacite: Number.NaN })));
  const open = added.every(({ demiJournees }) => demiJournees === undefined) ? {} : { demiJournees: Float64Array.from(added, ({ demiJournees = Number.NaN }) => demiJournees) };
  const parts = added.every(({ structure }) => structure === undefined) ? {} : { structures: added.map(({ structure = null }) => structure) };
  return concatSites([list, { ...sites, ...open, ...parts }]);
}

/** The user's own list with what was added to it, without what was excluded. */
export function ownSites(list: SiteList, selection: SelectionSites): SiteList {
  return keepChosen(withAdded(list, selection, ["liste"]), selection);
}

/** A list without the sites the user excluded. */
function keepChosen(list: SiteList, { exclus }: SelectionSites): SiteList {
  const out = new Set(exclus);
  return out.size === 0 ? list : filterSites(list, (index) => !out.has(list.ids[index] ?? ""));
}
