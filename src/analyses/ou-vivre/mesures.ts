import type { GenreSite, SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { nearest } from "../../domain/nearest";
import { indexBy, numberValues, textValues } from "../../domain/table";
import type { Inputs, Progress } from "../analysis";
import { accesIssues, isCovered, minutesFrom, sitesVises, type Territoires, travel } from "../shared/acces";
import { communesEnLimite } from "../shared/communes-limite";
import { joinNumbers } from "../shared/groupes";
import { countMsu, type Msu } from "../shared/msu";
import { sumKnown } from "../shared/nombres";
import { filterSites, sitesOf } from "../shared/sites";
import { requireTable } from "../shared/sources";
import type { Trajets } from "../shared/trajets";
import { zonesDe } from "../shared/zones";
import type { OuVivreParams } from "./description";

/** Kinds of site whose minutes are always read: a filter that moves does not load anything. */
export const GENRES_LUS = ["msp", "medecin", "hopital", "stage", "pharmacie", "laboratoire", "urgences", "hebergement"] as const;
export type GenreLu = Extract<GenreSite, (typeof GENRES_LUS)[number]>;

/** The university buildings of health beside the CHU of Limoges, as OpenStreetMap 2021 places them (`services`, type universite). */
const FACULTE = { nom: "la faculté de médecine de Limoges", lon: 1.23465, lat: 45.81342 };

/** What is known of each commune of the territory, in the order of `groupes.communes`. */
export interface Mesures {
  readonly lieux: Territoires;
  readonly ancres: readonly { readonly nom: string; readonly minutes: Float64Array }[];
  /** To the farther of the anchors. */
  readonly minutes: Float64Array;
  /** To the nearest of each kind; a kind without a site is not there. */
  readonly genres: ReadonlyMap<GenreLu, Float64Array>;
  /** The same, to the places of internship known to host as many interns as asked for; null when that is not asked. */
  readonly accueil: { readonly minutes: Float64Array; readonly presents: Uint8Array } | null;
  /** 1 where the commune itself has one. */
  readonly presents: ReadonlyMap<GenreLu, Uint8Array>;
  /** To the nearest of each service chosen. */
  readonly services: ReadonlyMap<string, Float64Array>;
  /** Services within the minutes asked for. */
  readonly proches: Float64Array;
  readonly zones: readonly (string | null)[];
  /** General practitioners for 100 000 inhabitants of the bassin de vie. */
  readonly densite: Float64Array;
  readonly habitants: Float64Array;
  readonly medecins: Float64Array;
  readonly msu: Msu;
  readonly issues: readonly Issue[];
}

const alone = (id: string, nom: string, commune: string | null, lon: number, lat: number): SiteList => ({ ids: [id], noms: [nom], communes: [commune], lon: Float64Array.of(lon), lat: Float64Array.of(lat), capacite: Float64Array.of(Number.NaN) });

/** The anchors asked for, and what is wrong with their codes. */
function ancresDe({ donnees }: Inputs, { ancre, ancre2 }: OuVivreParams): { readonly sites: readonly SiteList[]; readonly issues: readonly Issue[] } {
  const communes = requireTable(donnees, "communes");
  const rows = indexBy(communes, "code");
  const codes = [...new Set([ancre, ...(ancre2 === "" ? [] : [ancre2])])];
  const unknown = codes.filter((code) => code !== "" && !rows.has(code));
  const sites = codes.filter((code) => !unknown.includes(code)).map((code) => {
    const row = rows.get(code) ?? -1;
    if (row < 0) return alone("faculte", FACULTE.nom, null, FACULTE.lon, FACULTE.lat);
    return alone(code, textValues(communes, "nom")[row] ?? code, code, numberValues(communes, "lon")[row] ?? Number.NaN, numberValues(communes, "lat")[row] ?? Number.NaN);
  });
  return { sites, issues: unknown.map((code) => issue("territoire-inconnu", "erreur", { code, proches: nearest(code, [...rows.keys()]).join(", ") })) };
}

function servicesDe({ donnees }: Inputs, type: string): SiteList {
  const table = requireTable(donnees, "services");
  const types = textValues(table, "type");
  const rows = Array.from(types.keys()).filter((row) => types[row] === type);
  const pick = (name: string): Float64Array => Float64Array.from(rows, (row) => numberValues(table, name)[row] ?? Number.NaN);
  return { ids: rows.map((row) => `service-${row}`), noms: rows.map(() => type), communes: rows.map(() => null), lon: pick("lon"), lat: pick("lat"), capacite: new Float64Array(rows.length).fill(Number.NaN) };
}

/** GPs and inhabitants of every commune of the region, added up by bassin de vie: a commune alone says little. */
function densites({ donnees }: Inputs, { communes, groupes }: Territoires): Float64Array {
  const all = requireTable(donnees, "communes");
  const bassins = textValues(all, "bassin_de_vie");
  const bpe = requireTable(donnees, "bpe");
  const known = indexBy(bpe, "code");
  const [counts, people] = [numberValues(bpe, "medecins_generalistes"), numberValues(all, "population")];
  const sums = new Map<string, { medecins: number; habitants: number }>();
  textValues(all, "code").forEach((code, row) => {
    const sum = sums.get(bassins[row] ?? "") ?? { medecins: 0, habitants: 0 };
    const medecins = counts[known.get(code ?? "") ?? -1] ?? Number.NaN;
    if (!Number.isNaN(medecins)) sums.set(bassins[row] ?? "", { medecins: sum.medecins + medecins, habitants: sum.habitants + (people[row] ?? 0) });
  });
  const own = textValues(communes, "bassin_de_vie");
  return Float64Array.from(groupes.communes, (row) => {
    const sum = own[row] === null || own[row] === undefined ? undefined : sums.get(own[row]);
    return sum === undefined || sum.habitants === 0 ? Number.NaN : (1e5 * sum.medecins) / sum.habitants;
  });
}

/** The sites of a kind; null, with why, when there is none. Lodging that nobody has imported yet is no error. */
function sitesLus(inputs: Inputs, genre: GenreLu): { readonly sites: SiteList | null; readonly issues: readonly Issue[] } {
  if (genre === "hebergement" && requireTable(inputs.donnees, "hebergements").length === 0) return { sites: null, issues: [] };
  const found = genre === "stage" ? sitesVises(inputs, ["stage"]) : sitesOf([genre], inputs.donnees, inputs.selection);
  return { sites: found.ok ? found.value : null, issues: found.issues };
}

/** The places of internship whose capacity is told and is enough; null when that is not asked. */
function accueillants(sites: SiteList | null, least: number): SiteList | null {
  return sites === null || least === 0 ? null : filterSites(sites, (row) => (sites.capacite[row] ?? Number.NaN) >= least);
}

/** 1 for each commune of the territory that has one of the sites. */
function presence({ communes, groupes }: Territoires, sites: SiteList): Uint8Array {
  const held = new Set(sites.communes);
  const codes = textValues(communes, "code");
  return Uint8Array.from(groupes.communes, (row) => (held.has(codes[row] ?? "") ? 1 : 0));
}

/** Minutes of the chefs-lieux to the nearest of a list, and the search behind them. */
interface Vers {
  readonly minutes: Float64Array;
  readonly trajets: Trajets | null;
}

/** One search a list, in their order. Progress from 0.1 to 0.9. */
function* chercher(inputs: Inputs, lieux: Territoires, lists: readonly SiteList[]): Generator<Progress, readonly Vers[], void> {
  const found: Vers[] = [];
  for (const [k, sites] of lists.entries()) {
    const at = (part: number): number => 0.1 + (0.8 * (k + part)) / lists.length;
    const trajets = isCovered(lieux) && sites.ids.length > 0 ? yield* travel(inputs, lieux, sites, at(0), at(1)) : null;
    found.push({ trajets, minutes: minutesFrom(lieux.chefs, trajets) });
  }
  return found;
}

function limitesDe(lieux: Territoires, searches: readonly Trajets[]): number {
  const flags = new Uint8Array(lieux.groupes.communes.length);
  for (const trajets of searches) communesEnLimite(lieux, trajets).forEach((flag, i) => (flags[i] = flags[i] === 1 ? 1 : flag));
  return sumKnown(flags);
}

/** Reads everything there is to know of the communes; one search a list. Progress from 0.1 to 0.9. */
export function* mesurer(inputs: Inputs, params: OuVivreParams, lieux: Territoires): Generator<Progress, Mesures, void> {
  const { groupes, communes } = lieux;
  const ancres = ancresDe(inputs, params);
  const kinds = GENRES_LUS.map((genre) => ({ genre, ...sitesLus(inputs, genre) }));
  const read = kinds.flatMap(({ genre, sites }) => (sites === null ? [] : [{ genre, sites }]));
  const accueil = accueillants(kinds.find(({ genre }) => genre === "stage")?.sites ?? null, params.capacite_min);
  const found = yield* chercher(inputs, lieux, [...ancres.sites, ...read.map(({ sites }) => sites), ...params.services.map((type) => servicesDe(inputs, type)), ...(accueil === null ? [] : [accueil])]);
  const [fromKinds, fromServices] = [ancres.sites.length, ancres.sites.length + read.length];
  const points = ancres.sites.map((sites, k) => ({ nom: sites.noms[0] ?? "", minutes: found[k]!.minutes }));
  const services = new Map(params.services.map((type, k) => [type, found[fromServices + k]!.minutes] as const));
  const searches = found.slice(fromKinds, fromServices).flatMap(({ trajets }) => (trajets === null ? [] : [trajets]));
  const near = (i: number): number => params.services.filter((type) => (services.get(type)?.[i] ?? Number.NaN) <= params.minutes_services).length;
  return {
    lieux,
    ancres: points,
    minutes: Float64Array.from(groupes.communes, (_, i) => Math.max(...points.map(({ minutes }) => minutes[i] ?? Number.NaN))),
    genres: new Map(read.map(({ genre }, k) => [genre, found[fromKinds + k]!.minutes] as const)),
    accueil: accueil === null ? null : { minutes: found.at(-1)!.minutes, presents: presence(lieux, accueil) },
    presents: new Map(read.map(({ genre, sites }) => [genre, presence(lieux, sites)] as const)),
    services,
    proches: Float64Array.from(groupes.communes, (_, i) => (isCovered(lieux) ? near(i) : Number.NaN)),
    zones: zonesDe(inputs, lieux),
    densite: densites(inputs, lieux),
    habitants: lieux.chefs.demande.habitants,
    medecins: joinNumbers(groupes, communes, requireTable(inputs.donnees, "bpe"), "medecins_generalistes", Number.NaN),
    msu: countMsu(inputs, lieux),
    issues: [...ancres.issues, ...kinds.flatMap(({ issues }) => issues), ...accesIssues(inputs, lieux, searches, limitesDe(lieux, searches))],
  };
}

