import type { SiteList } from "../../domain/genre-site";
import { DEPARTEMENTS_NA, type Tuile } from "../../domain/perimetre";
import { numberValues, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { Cuts } from "../../geo/graph/stitch";
import { searchNodes } from "../../geo/nearest-site";
import { kmBetween, nearestOf } from "../../geo/point-index";
import type { RoadNetwork } from "../../geo/road-network";
import { reachPoints, searchSites, SiteSearch } from "../../geo/site-search";
import { snapPoints } from "../../geo/snap";
import type { Inputs, Progress, Reseau, Tuilage } from "../analysis";
import { type Depart, openTerritoires, step } from "./acces";
import { chefsDesTuiles } from "./graphe";
import { requireTable } from "./sources";
import { AUCUN_POINT, scaled } from "./trajets";

/** Points one leaves from, joined to the network. Parallel arrays. */
export interface Points {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly rattachement: Attachments;
  /** Row of its commune in the whole `communes` table. */
  readonly commune: ArrayLike<number>;
}

/** Kilometres added to every distance to a road before a place is held for surely in an open tile: roads have a length. */
const MARGE_KM = 3;

const tilesOf = (bits: number): readonly Tuile[] => DEPARTEMENTS_NA.filter((_, rank) => (bits & (1 << rank)) !== 0);

/** The way from everywhere to the tiles that are not open: the same for every list of sites, so it is remembered. */
const remembered = new WeakMap<RoadNetwork, SiteSearch>();

function* toCuts(network: RoadNetwork, { node }: Cuts): Generator<number, SiteSearch, void> {
  const search = remembered.get(network) ?? new SiteSearch(network, "to-sites", AUCUN_POINT, yield* searchNodes(network, node, "to-sites"));
  remembered.set(network, search);
  return search;
}

/** Distances as the crow flies to the chefs-lieux whose tile is open and to the others: what says where a place belongs. */
interface Voisins {
  readonly open: { readonly lon: readonly number[]; readonly lat: readonly number[] };
  readonly closed: ReturnType<typeof chefsDesTuiles>;
}

/** For each site, the closed tile in which its road may be; null when it is surely in an open one. */
function doubtful({ open, closed }: Voisins, { lon, lat }: { readonly lon: ArrayLike<number>; readonly lat: ArrayLike<number> }, metres: ArrayLike<number>): readonly (Tuile | null)[] {
  const near = nearestOf(lon, lat, open.lon, open.lat).km;
  const far = nearestOf(lon, lat, closed.lon, closed.lat);
  return Array.from(lon, (_, i) => {
    const sure = (far.km[i] ?? 0) - (near[i] ?? 0) > 2 * ((metres[i] ?? 0) / 1000 + MARGE_KM);
    return sure ? null : (closed.tuile[far.index[i] ?? -1] ?? null);
  });
}

/** Closed tiles in which the road of a point may be: judged from its chef-lieu, which is open. */
function aroundPoints({ closed }: Voisins, communes: Table, groups: readonly Points[]): readonly Tuile[] {
  const [lon, lat] = [numberValues(communes, "lon"), numberValues(communes, "lat")];
  const far = nearestOf(lon, lat, closed.lon, closed.lat);
  const found = new Set<Tuile>();
  for (const { lon: x, lat: y, rattachement: { metres }, commune } of groups) {
    const rows = Array.from(commune);
    const km = kmBetween(x, y, rows.map((row) => lon[row] ?? Number.NaN), rows.map((row) => lat[row] ?? Number.NaN));
    rows.forEach((row, i) => {
      const tuile = closed.tuile[far.index[row] ?? -1];
      const sure = (far.km[row] ?? 0) - 2 * (km[i] ?? 0) > 2 * ((metres[i] ?? 0) / 1000 + MARGE_KM);
      if (!sure && tuile !== undefined) found.add(tuile);
    });
  }
  return Array.from(found);
}

/** A search towards the sites of a list, and the closed tile in which each site may be. */
interface Visee {
  readonly search: SiteSearch;
  readonly doubt: readonly (Tuile | null)[];
}

/** A sheet asks for the same lists again and again: each (network, list) is remembered, and dies with the list. */
const visees = new WeakMap<RoadNetwork, WeakMap<SiteList, Visee>>();

function* viser(network: RoadNetwork, sites: SiteList, voisins: Voisins): Generator<number, Visee, void> {
  const lists = visees.get(network) ?? new WeakMap<SiteList, Visee>();
  visees.set(network, lists);
  const known = lists.get(sites);
  if (known !== undefined) return known;
  const rattachement = snapPoints(network.graph, sites.lon, sites.lat, network.edges);
  const made = { search: yield* searchSites(network, rattachement, "to-sites"), doubt: doubtful(voisins, sites, rattachement.metres) };
  lists.set(sites, made);
  return made;
}

/** Adds the tiles that are, or may be, nearer to one of the points than the nearest site known. */
function addNearer(found: Set<Tuile>, { cuts }: Tuilage, points: Attachments, border: SiteSearch, { search, doubt }: Visee): void {
  const sites = reachPoints(search, points);
  const edges = reachPoints(border, points);
  points.edge.forEach((edge, i) => {
    if (edge < 0) return;
    const winner = doubt[sites.source[i] ?? -1] ?? null;
    if (winner !== null) found.add(winner);
    if ((edges.seconds[i] ?? 0) >= (sites.seconds[i] ?? 0)) return;
    for (const tuile of tilesOf(cuts.tiles[edges.source[i] ?? -1] ?? 0)) found.add(tuile);
  });
}

/**
 * The tiles without which the minutes of some points would not surely be those of the whole graph: those that are
 * nearer, by road, than the nearest site known, and those in which that site may be. None: the minutes are exact.
 * Yields the share of each search.
 * @param communes whole table
 * @param lists each searched apart
 */
export function* tuilesManquantes(reseau: Reseau, communes: Table, groups: readonly Points[], lists: readonly SiteList[]): Generator<number, readonly Tuile[], void> {
  const { network, tuilage } = reseau;
  if (tuilage === null || tuilage.cuts.node.length === 0) return [];
  const open = new Set(tuilage.tuiles);
  const voisins = { open: chefsDesTuiles(communes, (tuile) => open.has(tuile)), closed: chefsDesTuiles(communes, (tuile) => !open.has(tuile)) };
  const found = new Set<Tuile>(aroundPoints(voisins, communes, groups));
  const border = yield* toCuts(network, tuilage.cuts);
  for (const sites of lists) {
    const visee = yield* viser(network, sites, voisins);
    for (const { rattachement } of groups) addNearer(found, tuilage, rattachement, border, visee);
  }
  return DEPARTEMENTS_NA.filter((tuile) => found.has(tuile) && !open.has(tuile));
}

/**
 * Tells whether the road of a place may be in a tile that is not open: where it joins the network may then not be where it would
 * join the whole graph. Never with every tile open, nor with a network that has none.
 * @param communes whole table
 */
export function doutesDe({ network, tuilage }: Reseau, communes: Table): (lon: number, lat: number) => boolean {
  if (tuilage === null || tuilage.cuts.node.length === 0) return () => false;
  const open = new Set(tuilage.tuiles);
  const voisins = { open: chefsDesTuiles(communes, (tuile) => open.has(tuile)), closed: chefsDesTuiles(communes, (tuile) => !open.has(tuile)) };
  return (lon, lat) => {
    const { edge, metres } = snapPoints(network.graph, [lon], [lat], network.edges);
    return edge[0] !== -1 && doubtful(voisins, { lon: [lon], lat: [lat] }, metres)[0] !== null;
  };
}

/** The points of a table that a territory leaves from. */
function pointsDe(table: Table, communes: Table, { demande: { rows }, rattachement }: Depart): Points {
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  const codes = textValues(table, "code");
  const position = new Map(textValues(communes, "code").map((code, row) => [code, row]));
  return { lon: pick(lon), lat: pick(lat), rattachement, commune: rows.map((row) => position.get(codes[row] ?? "") ?? -1) };
}

/**
 * The tiles still to open before an analysis runs, for the points it leaves from and the sites it goes to.
 * @param communes whole table
 */
export function* tuilesDuCalcul(inputs: Inputs, communes: Table, lists: readonly SiteList[]): Generator<Progress, readonly Tuile[], void> {
  const { reseau, donnees } = inputs;
  if (reseau === null || reseau.tuilage === null || reseau.tuilage.cuts.node.length === 0) return [];
  // Cells are loaded when the analysis leaves from them.
  const lieux = yield* openTerritoires(inputs, donnees.cellules !== undefined, 1);
  const groups = [pointsDe(lieux.communes, communes, lieux.chefs)];
  if (lieux.cellules !== null) groups.push(pointsDe(requireTable(donnees, "cellules"), communes, lieux.cellules));
  return yield* scaled(tuilesManquantes(reseau, communes, groups, lists), step("trajets"), 0, 1);
}
