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

/** A network that holds a place, and where the place joins it. */
interface Ouvert {
  readonly reseau: Reseau;
  readonly point: Attachments;
}

/** The road network around a place, with every tile its minutes need: the rule of the analyses. Null when a file of it cannot be read. */
async function ouvrir(loader: Loader, donnees: Donnees, communes: Table, code: string, { lon, lat }: Lieu, genres: readonly GenreSite[]): Promise<Ouvert | null> {
  const row = textValues(communes, "code").indexOf(code);
  let opened = await loader.reseau(grapheDe({ genre: "commune", code, nom: code }, communes, null, "proche"));
  for (;;) {
    if (!opened.ok) return null;
    const reseau = opened.value;
    const point = snapPoints(reseau.network.graph, [lon], [lat], reseau.network.edges);
    const lists = genres.flatMap((genre) => trajetsVers(reseau, genre, donnees)?.sites ?? []);
    const more = runToEnd(tuilesManquantes(reseau, communes, [{ lon: [lon], lat: [lat], rattachement: point, commune: [row] }], lists));
    if (more.length === 0) return { reseau, point };
    opened = await loader.reseau([...(reseau.tuilage?.tuiles ?? []), ...more]);
  }
}

/** Minutes from a place, one line a kind, and where the road comes from. */
export async function minutesDepuis(loader: Loader, donnees: Donnees, lieu: Lieu, genres: readonly GenreSite[] = GENRES): Promise<{ readonly faits: readonly Fait[]; readonly sources: readonly Provenance[] }> {
  const communes = donnees.communes?.table;
  const ouvert = communes === undefined || lieu.code === null ? null : await ouvrir(loader, donnees, communes, lieu.code, lieu, genres);
  if (ouvert === null) return { faits: genres.map((genre): Fait => ({ cle: `minutes-${genre}`, valeur: null, note: "graphe-non-charge" })), sources: [] };
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
