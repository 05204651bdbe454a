import type { Reseau } from "../../analyses/analysis";
import { grapheDe } from "../../analyses/shared/graphe";
import { sitesOf } from "../../analyses/shared/sites";
import { searchTrajets, type Trajets } from "../../analyses/shared/trajets";
import { tuilesManquantes } from "../../analyses/shared/tuiles";
import type { Fait } from "../../domain/fiche";
import { type GenreSite, RESSOURCES_DU_GENRE, SELECTION_PAR_DEFAUT, type SiteList } from "../../domain/genre-site";
import type { Provenance } from "../../domain/provenance";
import type { Donnees } from "../../domain/ressource";
import { type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import { runToEnd } from "../../geo/nearest-site";
import { snapPoints } from "../../geo/snap";
import type { Loader } from "../loader";

/** Kinds whose minutes a sheet on screen gives. */
export const GENRES = ["medecin", "msp", "pharmacie", "urgences", "smur"] as const satisfies readonly GenreSite[];

/** Searches are kept as long as the network they ran on. */
const connus = new WeakMap<Reseau, Map<GenreSite, Trajets>>();

/** The sites of a kind, or null when a file they are read from is missing: « pas de donnée ». */
export function sitesConnus(genre: GenreSite, donnees: Donnees): SiteList | null {
  if (RESSOURCES_DU_GENRE[genre].some((name) => donnees[name] === undefined)) return null;
  const sites = sitesOf([genre], donnees, SELECTION_PAR_DEFAUT);
  return sites.ok ? sites.value : null;
}

function trajetsVers(reseau: Reseau, genre: GenreSite, donnees: Donnees): Trajets | null {
  const known = connus.get(reseau) ?? new Map<GenreSite, Trajets>();
  connus.set(reseau, known);
  const found = known.get(genre);
  if (found !== undefined) return found;
  const sites = sitesConnus(genre, donnees);
  if (sites === null) return null;
  const made = runToEnd(searchTrajets(reseau.network, sites));
  known.set(genre, made);
  return made;
}

/** Where a sheet's minutes start from; `code` is that of its commune, null when it is in none of the region. */
interface Lieu {
  readonly code: string | null;
  readonly lon: number;
  readonly lat: number;
}

/** A network that holds some places, and where they join it. */
interface Ouvert {
  readonly reseau: Reseau;
  readonly point: Attachments;
}

/** Places, each with the commune it is in. */
interface Lieux {
  readonly codes: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

/** The road network around some places, with every tile their minutes need: the rule of the analyses. Null when a file of it cannot be read. */
async function ouvrir(loader: Loader, donnees: Donnees, communes: Table, { codes, lon, lat }: Lieux, genres: readonly GenreSite[]): Promise<Ouvert | null> {
  const rows = codes.map((code) => textValues(communes, "code").indexOf(code));
  const code = codes[0] ?? "";
  let opened = await loader.reseau(grapheDe({ genre: "commune", code, nom: code }, communes, null, "proche"));
  for (;;) {
    if (!opened.ok) return null;
    const reseau = opened.value;
    const point = snapPoints(reseau.network.graph, lon, lat, reseau.network.edges);
    const lists = genres.flatMap((genre) => trajetsVers(reseau, genre, donnees)?.sites ?? []);
    const more = runToEnd(tuilesManquantes(reseau, communes, [{ lon, lat, rattachement: point, commune: rows }], lists));
    if (more.length === 0) return { reseau, point };
    opened = await loader.reseau([...(reseau.tuilage?.tuiles ?? []), ...more]);
  }
}

interface Minutes {
  readonly faits: readonly Fait[];
  /** Where the road comes from. */
  readonly sources: readonly Provenance[];
}

const sansRoute = (genres: readonly GenreSite[]): Minutes => ({ faits: genres.map((genre): Fait => ({ cle: `minutes-${genre}`, valeur: null, note: "graphe-non-charge" })), sources: [] });

/** Mean of what is known, by inhabitant; NaN where nothing is. */
function meanBy(values: Float64Array, habitants: readonly number[]): number {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    const weight = habitants[i] ?? 0;
    if (!Number.isFinite(value) || !(weight > 0)) return;
    sum += value * weight;
    total += weight;
  });
  return total > 0 ? sum / total : Number.NaN;
}

/** Minutes of a group of communes, one line a kind: those of their chefs-lieux, weighted by inhabitants. */
export async function minutesMoyennes(loader: Loader, donnees: Donnees, lieux: Lieux & { readonly habitants: readonly number[] }, genres: readonly GenreSite[]): Promise<Minutes> {
  const communes = donnees.communes?.table;
  const ouvert = communes === undefined ? null : await ouvrir(loader, donnees, communes, lieux, genres);
  if (ouvert === null) return sansRoute(genres);
  const faits = genres.map((genre): Fait => {
    const arrivees = trajetsVers(ouvert.reseau, genre, donnees)?.depuis(ouvert.point);
    const mean = arrivees === undefined ? Number.NaN : meanBy(arrivees.minutes, lieux.habitants);
    return { cle: `minutes-${genre}`, valeur: Number.isNaN(mean) ? null : mean, note: "moyenne-habitants" };
  });
  return { faits, sources: ouvert.reseau.sources };
}

/** Minutes from a place, one line a kind. */
export async function minutesDepuis(loader: Loader, donnees: Donnees, lieu: Lieu, genres: readonly GenreSite[] = GENRES): Promise<Minutes> {
  const communes = donnees.communes?.table;
  const ouvert = communes === undefined || lieu.code === null ? null : await ouvrir(loader, donnees, communes, { codes: [lieu.code], lon: [lieu.lon], lat: [lieu.lat] }, genres);
  if (ouvert === null) return sansRoute(genres);
  const { reseau, point } = ouvert;
  const faits = genres.map((genre): Fait => {
    const trajets = trajetsVers(reseau, genre, donnees);
    const arrivee = trajets?.depuis(point);
    const minutes = arrivee?.minutes[0] ?? Number.NaN;
    if (trajets === null || arrivee === undefined || !Number.isFinite(minutes)) return { cle: `minutes-${genre}`, valeur: null };
    const { ids, noms, communes: places } = trajets.sites;
    const at = arrivee.site[0] ?? -1;
    const site = { id: ids[at] ?? "", nom: noms[at] ?? "", commune: places[at] ?? null };
    return { cle: `minutes-${genre}`, valeur: minutes, site, ...(arrivee.limite[0] === 1 ? { note: "limite-donnees" } : {}) };
  });
  return { faits, sources: reseau.sources };
}
