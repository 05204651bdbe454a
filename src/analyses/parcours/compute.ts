import type { GenreSite, SelectionSites, SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { nearest } from "../../domain/nearest";
import type { ResourceName } from "../../domain/ressource";
import { indexBy, numberValues, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { snapPoints } from "../../geo/snap";
import type { Inputs, Output, Progress } from "../analysis";
import { step, sitesVises } from "../shared/acces";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull } from "../shared/nombres";
import { concatSites, resourcesOf } from "../shared/sites";
import { illustrativeIssues, ownSource, qualityOf, requireTable, sourcesOf } from "../shared/sources";
import { communesDuTerritoire } from "../shared/territoire";
import { farIssue, scaled, searchTrajets, type Trajets } from "../shared/trajets";
import type { ParcoursParams } from "./description";
import { type Etape, ETAPES_DE_SOINS_PREMIERS, etapesChoisies, genresDesEtapes } from "./etapes";
import { annexesDesParcours, type Parcours, tableDesJambes, totalDe } from "./tables";
import { type Destination, type Lieu, lieuDe, plusProche, suivre } from "./trajet";
import { parcoursViews } from "./views";

/** The chefs-lieux of some communes, as places that one starts from or goes to. */
function chefsLieuxDe(communes: Table, rows: readonly number[]): SiteList {
  const pick = (name: string): Float64Array => Float64Array.from(rows, (row) => numberValues(communes, name)[row] ?? Number.NaN);
  const codes = textValues(communes, "code");
  const noms = textValues(communes, "nom");
  return {
    ids: rows.map((row) => codes[row] ?? ""),
    noms: rows.map((row) => noms[row] ?? ""),
    communes: rows.map((row) => codes[row] ?? null),
    lon: pick("lon"),
    lat: pick("lat"),
    capacite: new Float64Array(rows.length).fill(Number.NaN),
  };
}

/** Kinds of site that are searched: those of the steps, and the doctors when they decide where the first patient lives. */
export function genresLus({ etapes, patient1 }: ParcoursParams): readonly GenreSite[] {
  return [...new Set([...genresDesEtapes(etapes), ...(patient1 === "" ? (["medecin"] as const) : [])])];
}

export function ressourcesLues(genres: readonly GenreSite[], selection: SelectionSites): readonly ResourceName[] {
  return [...new Set<ResourceName>([...resourcesOf(genres, selection), "communes"])];
}

/** The places that the user names by a commune code, and what is wrong with the codes. */
interface Choisis {
  lieu(code: string): Lieu | null;
  /** Where they join the road. */
  readonly points: Attachments;
  readonly issues: readonly Issue[];
}

function placesOf(network: RoadNetwork, communes: Table, codes: readonly string[]): Choisis {
  const index = indexBy(communes, "code");
  const known = [...new Set(codes)].filter((code) => index.has(code));
  const sites = chefsLieuxDe(communes, known.map((code) => index.get(code) ?? -1));
  const points = snapPoints(network.graph, sites.lon, sites.lat, network.edges);
  const noms = textValues(communes, "code").map((code) => code ?? "");
  // A leg to or from there has no minutes: the reason is said, with the place.
  const dehors = known.filter((_, rang) => points.edge[rang]! < 0).map((code) => sites.noms[known.indexOf(code)] ?? code);
  return {
    lieu(code) {
      const rang = known.indexOf(code);
      return rang < 0 ? null : lieuDe(sites, points, rang);
    },
    points,
    issues: [
      ...codes.filter((code) => code !== "" && !index.has(code)).map((code) => issue("territoire-inconnu", "erreur", { code, proches: nearest(code, noms).join(", ") })),
      ...(dehors.length === 0 ? [] : [issue("site-hors-graphe", "avertissement", { nombre: dehors.length, nom: dehors.join(", ") })]),
    ],
  };
}

/** The commune of the territory whose chef-lieu is farthest from a general practitioner: where a path costs the most. */
function farthest(inputs: Inputs, network: RoadNetwork, trajets: Trajets): string {
  const communes = requireTable(inputs.donnees, "communes");
  const sites = chefsLieuxDe(communes, communesDuTerritoire(inputs.perimetre.territoire, communes));
  const { minutes } = trajets.depuis(snapPoints(network.graph, sites.lon, sites.lat, network.edges));
  const worst = minutes.reduce((best, value, i) => (value > (minutes[best] ?? Number.NEGATIVE_INFINITY) ? i : best), 0);
  return sites.ids[worst] ?? "";
}

/** The places of a step, the user's own for the first ones; null when there is none. */
function sitesDe(inputs: Inputs, genre: GenreSite): SiteList | null {
  const own = ETAPES_DE_SOINS_PREMIERS.has(genre as Etape["value"]) ? inputs.sites : null;
  const sites = sitesVises({ ...inputs, sites: own }, [genre]);
  return sites.ok ? sites.value : null;
}

/** One search a kind, kept for both patients. */
function* searchAll(inputs: Inputs, network: RoadNetwork, genres: readonly GenreSite[], end: number): Generator<Progress, ReadonlyMap<GenreSite, Trajets>, void> {
  const found = new Map<GenreSite, Trajets>();
  for (const [rang, genre] of genres.entries()) {
    const sites = sitesDe(inputs, genre);
    if (sites === null) continue;
    const at = (part: number): number => (end * (rang + part)) / genres.length;
    found.set(genre, yield* scaled(searchTrajets(network, sites), step("trajets"), at(0), at(1)));
  }
  return found;
}

/** The same searches where a first step is taken, with one more place to go. */
function* withOneMore(network: RoadNetwork, searches: ReadonlyMap<GenreSite, Trajets>, msp: Lieu): Generator<Progress, ReadonlyMap<GenreSite, Trajets>, void> {
  const more = new Map(searches);
  const added: SiteList = {
    ids: ["msp-de-plus"],
    noms: [`Maison de santé de plus, ${msp.nom}`],
    communes: [null],
    lon: Float64Array.of(msp.lon),
    lat: Float64Array.of(msp.lat),
    capacite: Float64Array.of(Number.NaN),
  };
  for (const [genre, trajets] of searches) {
    if (!ETAPES_DE_SOINS_PREMIERS.has(genre as Etape["value"])) continue;
    more.set(genre, yield* scaled(searchTrajets(network, concatSites([trajets.sites, added])), step("trajets"), 0.6, 0.75));
  }
  return more;
}

interface Patient {
  readonly code: string;
  readonly nom: string;
  readonly domicile: Lieu;
}

function* trace(params: ParcoursParams, network: RoadNetwork, searches: ReadonlyMap<GenreSite, Trajets>, choisis: Choisis, patients: readonly Patient[]): Generator<Progress, readonly Parcours[], void> {
  const etapes = etapesChoisies(params.etapes);
  const specialiste = choisis.lieu(params.specialiste);
  const vers = (known: ReadonlyMap<GenreSite, Trajets>): Destination => ({ genre }, de) => {
    if (genre === "specialiste" && specialiste !== null) return { lieu: specialiste, limite: false };
    const trajets = known.get(genre);
    return trajets === undefined ? null : plusProche(trajets, de);
  };
  const msp = choisis.lieu(params.msp);
  const more = msp === null ? null : yield* withOneMore(network, searches, msp);
  const tous: Parcours[] = [];
  for (const { code, nom, domicile } of patients) {
    const follow = (known: ReadonlyMap<GenreSite, Trajets>) => scaled(suivre(network, domicile, etapes, params.retour === "oui", vers(known)), step("territoires"), 0.75, 0.95);
    tous.push({ code, nom, jambes: yield* follow(searches) });
    if (more !== null) tous.push({ code: `${code}-msp`, nom: `${nom}, avec une maison de santé à ${msp?.nom ?? ""}`, jambes: yield* follow(more) });
  }
  return tous;
}

function factsOf(patients: readonly Patient[], tous: readonly Parcours[]): Output["facts"] {
  const domiciles = patients.map(({ code, domicile }) => [`${code}_depart`, domicile.nom] as const);
  const totals = tous.flatMap(({ code, jambes }) => {
    const { minutes, km, inconnues } = totalDe(jambes);
    const key = code.replace("-", "_");
    return [[`${key}_minutes`, orNull(minutes)] as const, [`${key}_km`, orNull(km)] as const, [`${key}_etapes_inconnues`, inconnues] as const];
  });
  return Object.fromEntries([...domiciles, ...totals]);
}

function summarise(inputs: Inputs, params: ParcoursParams, choisis: Choisis, patients: readonly Patient[], tous: readonly Parcours[]): Output["summary"] {
  const totalOf = (code: string) => {
    const found = tous.find((parcours) => parcours.code === code);
    return found === undefined ? null : totalDe(found.jambes);
  };
  return {
    id: "parcours",
    params: {
      territoire: inputs.perimetre.territoire.nom,
      etapes: params.etapes.length,
      retour: params.retour === "oui",
      msp: choisis.lieu(params.msp)?.nom ?? null,
      patients: patients.map(({ code, nom, domicile }) => {
        const { minutes, km, inconnues } = totalOf(code) ?? totalDe([]);
        return { nom, depart: domicile.nom, minutes, km, inconnues, avecMsp: totalOf(`${code}-msp`)?.minutes ?? null };
      }),
    },
  };
}

/** What the paths must be read with. */
function issuesOf(choisis: Choisis, tous: readonly Parcours[]): readonly Issue[] {
  const limites = tous.reduce((count, { jambes }) => count + jambes.filter(({ limite }) => limite).length, 0);
  const edge = limites > 0 ? issue("etape-au-bord", "avertissement", { nombre: limites }) : null;
  return [...choisis.issues, ...[farIssue([choisis.points]), edge].filter((found) => found !== null)];
}

function nothing(inputs: Inputs, sources: Output["sources"]): Output {
  const territoire = inputs.perimetre.territoire.nom;
  return {
    table: tableDesJambes([]),
    views: parcoursViews([], qualityOf(sources, true)),
    summary: { id: "pas-de-minutes", params: { territoire } },
    facts: {},
    issues: [issue("graphe-non-charge", "avertissement", { territoire })],
    sources,
  };
}

/**
 * « Patient traceur »: the legs of one or two patients' care paths on the road network, minutes and km, and what one
 * more maison de santé would change: see README.md. Pure; yields every few milliseconds.
 */
export function* computeParcours(inputs: Inputs, params: ParcoursParams): Generator<Progress, Output, void> {
  const genres = genresLus(params);
  const sources = [...ownSource(inputs.sites), ...sourcesOf(ressourcesLues(genres, inputs.selection), inputs.donnees), ...(inputs.reseau?.sources ?? [])];
  yield step("sites")(0);
  if (inputs.reseau === null) return nothing(inputs, sources);
  const { network } = inputs.reseau;
  const searches = yield* searchAll(inputs, network, genres, 0.6);
  const doctors = searches.get("medecin");
  const first = params.patient1 === "" && doctors !== undefined ? farthest(inputs, network, doctors) : params.patient1;
  const choisis = placesOf(network, requireTable(inputs.donnees, "communes"), [first, params.patient2, params.specialiste, params.msp]);
  const patients = [first, params.patient2].flatMap((code, rang): Patient[] => {
    const domicile = choisis.lieu(code);
    return domicile === null ? [] : [{ code: `p${rang + 1}`, nom: `Patient ${rang + 1}`, domicile }];
  });
  const tous = yield* trace(params, network, searches, choisis, patients);
  const output = {
    table: tableDesJambes(tous),
    views: parcoursViews(tous, qualityOf(sources, true)),
    summary: summarise(inputs, params, choisis, patients, tous),
    annexes: annexesDesParcours(tous),
    facts: factsOf(patients, tous),
    issues: [...issuesOf(choisis, tous), ...illustrativeIssues(sources)],
    sources,
  };
  return avecHypotheses(output, inputs, inputs.sites === null ? genres : ["liste"]);
}
