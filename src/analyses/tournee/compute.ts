import { type Issue, issue } from "../../domain/issue";
import { nearest } from "../../domain/nearest";
import type { Sentence } from "../../domain/sentence";
import { indexBy, numberValues, textValues } from "../../domain/table";
import { snapPoints } from "../../geo/snap";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, accesSources, ciblesVisees, emptyIssues, isCovered, minutesFrom, openTerritoires, reseauIssues, sitesVises, step, type Territoires, travel } from "../shared/acces";
import { avecHypotheses } from "../shared/hypotheses";
import { illustrativeIssues, qualityOf, requireTable, sourcesOf } from "../shared/sources";
import { scaled, type Trajets } from "../shared/trajets";
import { type Arrets, type Besoins, choisirArrets, lireBesoins } from "./arrets";
import type { TourneeParams } from "./description";
import { type Etape, ordonner } from "./etapes";
import { type Ligne, lignesDe, tableDesEtapes } from "./tables";
import { tourneeViews } from "./views";

/** No figure at all: the issues say why. */
function nothing(summary: Sentence, issues: readonly Issue[], sources: Output["sources"]): Output {
  return { table: tableDesEtapes([]), views: [], summary, facts: {}, issues, sources };
}

/** Where the unit leaves from: a row of the table of communes; null for a code that is none. */
function departDe({ donnees }: Inputs, { groupes }: Territoires, { depart }: TourneeParams): number | null {
  const communes = requireTable(donnees, "communes");
  if (depart !== "") return indexBy(communes, "code").get(depart) ?? null;
  const people = numberValues(communes, "population");
  return groupes.communes.reduce((best, row) => ((people[row] ?? 0) > (people[best] ?? 0) ? row : best), groupes.communes[0] ?? 0);
}

/** A stop imposed or left out must be of the territory. */
function strangers(codes: readonly string[], { imposes, interdits }: TourneeParams, territoire: string): readonly Issue[] {
  return [...imposes, ...interdits].filter((code) => !codes.includes(code)).map((commune) => issue("commune-hors-territoire", "erreur", { commune, territoire }));
}

interface Faite {
  readonly depart: string;
  readonly besoins: Besoins;
  readonly arrets: Arrets;
  readonly lignes: readonly Ligne[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function factsOf({ depart, besoins, arrets, lignes }: Faite, { duree }: TourneeParams): Output["facts"] {
  const route = sum(lignes.map(({ etape }) => etape.minutes));
  const loin = sum(Array.from(besoins.habitants).filter((people, i) => besoins.loin[i] === 1 && people > 0));
  return {
    depart,
    arrets: arrets.communes.length,
    minutes_route: route,
    km: sum(lignes.map(({ etape }) => etape.km)),
    minutes_arrets: duree * arrets.communes.length,
    minutes_tournee: route + duree * arrets.communes.length,
    communes_loin: besoins.loin.reduce((count, one) => count + one, 0),
    habitants_loin: loin,
    habitants_proches: arrets.ensemble,
    part: loin > 0 ? arrets.ensemble / loin : null,
  };
}

function summarise(inputs: Inputs, params: TourneeParams, { depart, lignes }: Faite, facts: Output["facts"]): Sentence {
  return {
    id: "tournee",
    params: {
      territoire: inputs.perimetre.territoire.nom,
      genres: ciblesVisees(inputs, params.genres),
      depart,
      noms: lignes.flatMap(({ etape, nom }) => (etape.arret < 0 ? [] : [nom])),
      retour: params.retour,
      seuil: params.eloignement,
      rayon: params.rayon,
      duree: params.duree,
      route: { minutes: Number(facts["minutes_route"]), km: Number(facts["km"]), total: Number(facts["minutes_tournee"]) },
      proches: Number(facts["habitants_proches"]),
      loin: Number(facts["habitants_loin"]),
    },
  };
}

/** Chooses the stops, then their order. Progress from 0.5 to 1. */
function* faire(inputs: Inputs, params: TourneeParams, lieux: Territoires, trajets: Trajets, sources: Output["sources"]): Generator<Progress, Output, void> {
  const { network } = inputs.reseau!;
  const communes = requireTable(inputs.donnees, "communes");
  const [codes, noms] = ["code", "nom"].map((name) => lieux.groupes.communes.map((row) => textValues(communes, name)[row] ?? "")) as [string[], string[]];
  const territoire = inputs.perimetre.territoire.nom;
  const base = departDe(inputs, lieux, params);
  const wrong = [
    ...(base === null ? [issue("territoire-inconnu", "erreur", { code: params.depart, proches: nearest(params.depart, textValues(communes, "code").map((code) => code ?? "")).join(", ") })] : []),
    ...strangers(codes, params, territoire),
  ];
  const sans: Sentence = { id: "tournee-impossible", params: { territoire } };
  if (base === null || wrong.length > 0) return nothing(sans, wrong, sources);
  const besoins = lireBesoins(inputs, lieux, minutesFrom(lieux.chefs, trajets), codes, noms, params);
  const arrets = yield* scaled(choisirArrets(network, lieux, besoins, params, textValues(communes, "code")[base] ?? ""), step("trajets"), 0.5, 0.7);
  const rows = [base, ...arrets.communes.map((i) => lieux.groupes.communes[i]!)];
  const at = (name: "lon" | "lat"): readonly number[] => rows.map((row) => numberValues(communes, name)[row] ?? Number.NaN);
  const points = snapPoints(network.graph, at("lon"), at("lat"), network.edges);
  const etapes: readonly Etape[] | null = yield* scaled(ordonner(network, points, params.retour), step("optimum"), 0.7, 0.98);
  if (etapes === null) return nothing(sans, [issue("tournee-sans-chemin", "erreur", { depart: textValues(communes, "nom")[base] ?? "" })], sources);
  const depart = textValues(communes, "nom")[base] ?? "";
  const lignes = lignesDe(etapes, depart, besoins, arrets, params.duree);
  const faite: Faite = { depart, besoins, arrets, lignes };
  const facts = factsOf(faite, params);
  const few = arrets.communes.length < params.arrets ? [issue("arrets-inutiles", "information", { demandes: params.arrets, utiles: arrets.communes.length })] : [];
  const age = params.age ? [issue("ages-par-commune", "information", {})] : [];
  return {
    table: tableDesEtapes(lignes),
    views: tourneeViews(lignes, { nom: depart, lon: at("lon")[0]!, lat: at("lat")[0]! }, { lon: at("lon").slice(1), lat: at("lat").slice(1) }, qualityOf(sources, true)),
    summary: summarise(inputs, params, faite, facts),
    facts,
    issues: [...few, ...age, ...reseauIssues(lieux, inputs), ...accesIssues(inputs, lieux, [trajets], 0), ...illustrativeIssues(sources)],
    sources,
  };
}

/**
 * A tour of a mobile unit: stops where those who are far live, by their number and their age, in the quickest order by the road:
 * see README.md. Pure; yields every few milliseconds.
 */
export function* computeTournee(inputs: Inputs, params: TourneeParams): Generator<Progress, Output, void> {
  const liste = inputs.sites !== null;
  const sources = [...accesSources(inputs, liste ? [] : params.genres, false), ...(params.age ? sourcesOf(["apl"], inputs.donnees) : [])];
  const territoire = inputs.perimetre.territoire.nom;
  yield step("sites")(0);
  if (inputs.reseau === null) return nothing({ id: "pas-de-minutes", params: { territoire } }, [issue("graphe-non-charge", "avertissement", { territoire })], sources);
  const lieux = yield* openTerritoires(inputs, false, 0.1);
  if (!isCovered(lieux)) return nothing({ id: "pas-de-minutes", params: { territoire } }, reseauIssues(lieux, inputs), sources);
  const genres = ciblesVisees(inputs, params.genres);
  const sites = sitesVises(inputs, params.genres);
  if (!sites.ok) return nothing({ id: "pas-de-site", params: { genres, territoire } }, sites.issues, sources);
  const trajets = yield* travel(inputs, lieux, sites.value, 0.1, 0.5);
  const empty = emptyIssues([trajets], [genres]);
  if (empty.length > 0) return nothing({ id: "pas-de-site", params: { genres, territoire } }, empty, sources);
  return avecHypotheses(yield* faire(inputs, params, lieux, trajets, sources), inputs, genres);
}
