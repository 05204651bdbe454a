import { type Issue, issue } from "../../domain/issue";
import type { LinearSolution, SolveRequest } from "../../domain/linear-program";
import type { Sentence } from "../../domain/sentence";
import { minutesWith, spentOn } from "../../geo/siting/greedy";
import type { SitingModel } from "../../geo/siting/models";
import type { Siting, SitingAnswer } from "../../geo/siting/problem";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, accesSources, isCovered, openTerritoires, reseauIssues, step, type Territoires } from "../shared/acces";
import { communesEnLimite } from "../shared/communes-limite";
import { orNull, sumKnown } from "../shared/nombres";
import { contoursDe } from "../shared/communes-des-sites";
import { avecHypotheses, supposed } from "../shared/hypotheses";
import { illustrativeIssues, qualityOf, sourcesOf } from "../shared/sources";
import { type Apres, ouvrir } from "./apres";
import type { ImplantationParams } from "./description";
import { fichesDe } from "./fiche-candidate";
import { budgetEpuise, moyensFacts, placesIssue } from "./moyens";
import { optimiser } from "./optimiser";
import { pointsDe, pointsIssues } from "./postulants";
import { lireProbleme, ordonner, type Probleme } from "./probleme";
import { mesurerRobustesse, robustesseAnnexe, robustesseFacts } from "./robustesse";
import { tableDesChoisis, tableDesGains } from "./tables";
import { lieuxAnnexe, loinIssue, tableDesCandidats } from "./table-candidats";
import { aidesAnnexe, ficheAnnexe } from "./fiches-annexes";
import { annexesDe, courbeFacts } from "./annexes";
import { COTE_A_COTE, implantationViews } from "./views";

type Computation<T> = Generator<Progress | SolveRequest, T, LinearSolution | void>;
type Sited = Extract<SitingAnswer, { readonly ok: true }>;

/** Runs steps that ask nothing of a solver: what comes back to a yield is not for them. */
function* plain<T>(steps: Generator<Progress, T, void>): Computation<T> {
  let found = steps.next();
  while (found.done !== true) {
    yield found.value;
    found = steps.next();
  }
  return found.value;
}

/** What the value of each model counts. */
const UNITES: Readonly<Record<SitingModel, string>> = { mclp: "habitants", lscp: "sites", "p-median": "minutes", "p-center": "minutes" };

/** Share of the value that the bound leaves open; null when nothing is known. */
function gapOf({ value, bound }: Sited): number | null {
  if (value === bound) return 0;
  const gap = Math.abs(bound - value) / Math.abs(value);
  return Number.isFinite(gap) ? gap : null;
}

/** « écart ≤ 1,3 % », rounded up: never less than what is left open. */
function statutOf(ecart: number | null): string {
  if (ecart === null) return "écart inconnu";
  return ecart === 0 ? "optimum prouvé" : `écart ≤ ${(Math.ceil(1000 * ecart) / 10).toFixed(1).replace(".", ",")} %`;
}

type Refus = Exclude<SitingAnswer, Sited>;

/** The count that a refusal comes with, whatever its cause; 0 where it has none. */
function nombreDe(answer: Refus): number {
  if ("imposed" in answer) return answer.imposed;
  if ("spent" in answer) return answer.spent;
  if ("least" in answer) return answer.least ?? 0;
  if ("cost" in answer) return answer.cost;
  if ("missing" in answer) return answer.missing;
  return "weight" in answer ? Math.round(answer.weight) : 0;
}

function impossible(answer: Refus, { places }: Probleme, { weight }: Siting): Issue {
  return issue("implantation-impossible", "erreur", {
    cause: answer.cause,
    nombre: nombreDe(answer),
    part: "most" in answer ? answer.most / sumKnown(weight) : 0,
    sites: "sites" in answer ? answer.sites : 0,
    prouve: "proven" in answer && answer.proven,
    noms: "pair" in answer ? answer.pair.map((c) => places.noms[c] ?? "") : [],
  });
}

/** Inhabitants that an LSCP of everybody leaves out: nothing is near enough to them. */
function outIssue({ modele, seuil_minutes: minutes }: ImplantationParams, { matrix, weight, base, limit, need, capacities }: Siting): readonly Issue[] {
  if (modele !== "lscp" || Number.isFinite(need)) return [];
  const best = minutesWith(matrix, base, Array.from({ length: matrix.candidates }, (_, c) => c));
  for (const point of capacities?.existing.point ?? []) best[point] = 0;
  const habitants = best.reduce((sum, value, point) => (value > limit ? sum + weight[point]! : sum), 0);
  return habitants > 0 ? [issue("hors-atteinte", "avertissement", { habitants: Math.ceil(habitants), minutes })] : [];
}

/** Fewer sites than were asked for, and why. */
function moinsDeSites(p: number, { names, rules: { tooNear } }: Siting, chosen: readonly number[]): Issue {
  const others = Array.from(names.keys()).filter((c) => !chosen.includes(c));
  const tropProches = others.filter((c) => tooNear[c]?.some((near) => chosen.includes(near)) === true).length;
  return issue("sites-inutiles", "information", { demandes: p, utiles: chosen.length, tropProches, toutes: others.length === 0 });
}

function choiceIssues(params: ImplantationParams, { faits, candidats, postulants }: Probleme, siting: Siting, answer: Sited, chosen: readonly number[]): readonly Issue[] {
  const { cible, p, modele, rayon_minutes: minutes } = params;
  const few = chosen.map((c) => candidats.retenus[c]!).filter((i) => faits.medecins[i]! < 2);
  const ecart = gapOf(answer);
  return [
    ...(ecart === 0 ? [] : [answer.tooLarge === true ? issue("programme-trop-grand", "avertissement", { candidats: siting.names.length, points: siting.weight.length, ecart }) : issue("preuve-inachevee", "avertissement", { ecart })]),
    ...(modele !== "lscp" && params.limite !== "budget" && chosen.length < p && !budgetEpuise(siting, chosen) ? [moinsDeSites(p, siting, chosen)] : []),
    ...(cible === "msp" && few.length > 0 ? [issue("msp-sans-medecins", "avertissement", { noms: few.map((i) => postulants.courts[i]).join(", "), minutes })] : []),
    ...outIssue(params, siting),
  ];
}

function factsOf(params: ImplantationParams, { depart, candidats, existants, faits, postulants }: Probleme, siting: Siting, answer: Sited, { avant, ouvertures, sansPlace }: Apres): Output["facts"] {
  const apres = ouvertures.at(-1)?.mesure ?? avant;
  const habitants = sumKnown(siting.weight);
  const ecart = gapOf(answer);
  return {
    valeur: answer.value,
    borne: orNull(answer.bound),
    ecart,
    statut: statutOf(ecart),
    unite: UNITES[params.modele],
    sites: ouvertures.length,
    sites_existants: existants?.nombre ?? 0,
    candidats: candidats.retenus.length,
    candidats_ecartes: faits.codes.length - candidats.retenus.length + (postulants.mailles === undefined ? 0 : sumKnown(postulants.mailles.ecartees)),
    points_demande: siting.weight.length,
    non_rattaches: depart.rattachement.edge.filter((edge) => edge < 0).length,
    variables: answer.program?.names.length ?? null,
    contraintes: answer.program?.rowNames.length ?? null,
    habitants,
    habitants_couverts_avant: avant.couverts,
    habitants_couverts: apres.couverts,
    habitants_gagnes: apres.couverts - avant.couverts,
    part_avant: avant.couverts / habitants,
    part: apres.couverts / habitants,
    minutes_moyenne_avant: orNull(avant.moyenne),
    minutes_moyenne: orNull(apres.moyenne),
    minutes_max_avant: orNull(avant.pire),
    minutes_max: orNull(apres.pire),
    ...moyensFacts(siting, params, ouvertures.map(({ candidat }) => candidat), sansPlace),
    ...courbeFacts(siting, params.modele),
  };
}

function summarise(params: ImplantationParams, territoire: string, siting: Siting, { postulants, candidats }: Probleme, answer: Sited, { avant, ouvertures }: Apres): Sentence {
  const apres = ouvertures.at(-1)?.mesure ?? avant;
  return {
    id: "implantation",
    params: {
      territoire,
      modele: params.modele,
      ponderation: params.ponderation,
      cible: params.cible,
      noms: ouvertures.map(({ candidat }) => postulants.courts[candidats.retenus[candidat]!]!),
      ...(params.candidats === "communes" ? {} : { lieux: params.candidats }),
      seuil: params.seuil_minutes,
      habitants: sumKnown(siting.weight),
      couvertsAvant: avant.couverts,
      couvertsApres: apres.couverts,
      moyenneAvant: avant.moyenne,
      moyenneApres: apres.moyenne,
      pireAvant: avant.pire,
      pireApres: apres.pire,
      ecart: gapOf(answer),
      ...(siting.rules.budget === undefined ? {} : { budget: { cout: spentOn(siting.rules.budget, ouvertures.map(({ candidat }) => candidat)), most: siting.rules.budget.most } }),
      ...(siting.capacities !== undefined ? { capacite: params.capacite_site } : {}),
    },
  };
}

/** No figure at all: the issues say why, what stops first. */
function nothing(summary: Sentence, issues: readonly Issue[], sources: Output["sources"]): Output {
  return { table: { id: "implantation", length: 0, columns: [] }, views: [], summary, facts: {}, issues: issues.toSorted((a, b) => Number(b.severity === "erreur") - Number(a.severity === "erreur")), sources };
}

/** Chooses the sites and measures what they change. */
function* choisir(inputs: Inputs, params: ImplantationParams, lieux: Territoires, sources: Output["sources"]): Computation<Output> {
  const { perimetre: { territoire, niveau }, reseau } = inputs;
  const { network } = reseau!;
  const probleme = yield* plain(lireProbleme(inputs, network, lieux, params));
  const common = [...reseauIssues(lieux, inputs), ...pointsIssues(inputs, params), ...probleme.issues];
  const { siting } = probleme;
  if (siting === null) return nothing({ id: "implantation-impossible", params: { territoire: territoire.nom } }, common, sources);
  yield step("optimum")(0.6);
  const answer = yield* optimiser(params.modele, siting, 0.6, 0.7);
  if (!answer.ok) return nothing({ id: "implantation-impossible", params: { territoire: territoire.nom } }, [...common, impossible(answer, probleme, siting)], sources);
  const robustesse = params.robustesse ? yield* mesurerRobustesse(inputs, lieux, probleme, siting, params) : null;
  const { utiles, inutiles } = ordonner(siting, answer.chosen, params.modele);
  const chosen = params.modele === "p-center" || params.modele === "lscp" ? [...utiles, ...inutiles] : utiles;
  const apres = yield* plain(ouvrir(network, probleme, siting, chosen, params.modele));
  const { existants } = probleme;
  const choisis = tableDesChoisis(probleme, apres, params, fichesDe(inputs, lieux, probleme, siting, chosen));
  const tables = { choisis, gains: tableDesGains(lieux, existants, apres.trajets, params.seuil_minutes), candidats: tableDesCandidats(probleme, params, chosen) };
  const limites = sumKnown(communesEnLimite(lieux, apres.trajets));
  const output: Output = {
    table: choisis,
    coteACote: COTE_A_COTE,
    annexes: [ficheAnnexe(choisis), ...lieuxAnnexe(lieux, probleme, params, chosen), ...annexesDe(siting, params), ...aidesAnnexe(inputs, probleme, chosen), ...(robustesse === null ? [] : [robustesseAnnexe(robustesse, probleme, chosen)])],
    views: implantationViews(tables, niveau, params.candidats, qualityOf(sources, true)),
    summary: summarise(params, territoire.nom, siting, probleme, answer, apres),
    facts: { ...factsOf(params, probleme, siting, answer, apres), ...(robustesse === null ? {} : robustesseFacts(robustesse)) },
    issues: [...common, ...loinIssue(probleme, params), ...choiceIssues(params, probleme, siting, answer, chosen), ...placesIssue(apres.sansPlace, params), ...accesIssues(inputs, lieux, existants === null ? [] : [existants], limites), ...illustrativeIssues(sources)],
    sources,
    ...(answer.program === null ? {} : { programme: answer.program }),
  };
  // Candidates are among the sources, and no site added is supposed open.
  if (params.candidats === "points") return avecHypotheses(output, inputs, []);
  return avecHypotheses(output, inputs, inputs.sites === null ? [params.cible] : ["liste"]);
}

/**
 * Where to open new sites among the communes of the territory, cells of its grid or the user's points, and what it changes: see README.md. Pure; yields every few
 * milliseconds, and the programmes to be solved; without a solver the quick choice stands, with the bound known without one.
 */
export function* computeImplantation(inputs: Inputs, params: ImplantationParams): Computation<Output> {
  const acces = accesSources(inputs, params.existants && inputs.sites === null ? [params.cible] : [], params.demande === "cellules" || params.candidats === "cellules");
  const parPoints = params.candidats === "points";
  const more = sourcesOf(["bpe", "communes-couronne", "zonage-communes", "apl", ...(params.candidats === "cellules" ? (["lieux-dits"] as const) : []), ...(parPoints ? [contoursDe(inputs.perimetre)] : [])], inputs.donnees);
  const miens = parPoints ? [supposed("points", `Points candidats : ${pointsDe(inputs, params).length}`)] : [];
  const sources = [...miens, ...acces, ...more.filter(({ resource }) => !acces.some((known) => known.resource === resource))];
  const territoire = inputs.perimetre.territoire.nom;
  const wrong = pointsIssues(inputs, params);
  if (wrong.some(({ severity }) => severity === "erreur")) return nothing({ id: wrong.some(({ code }) => code === "aucun-point") ? "implantation-sans-point" : "implantation-impossible", params: { territoire } }, wrong, sources);
  yield step("sites")(0);
  const unknown: Sentence = { id: "pas-de-minutes", params: { territoire } };
  if (inputs.reseau === null) return nothing(unknown, [issue("graphe-non-charge", "avertissement", { territoire })], sources);
  const lieux = yield* plain(openTerritoires(inputs, params.demande === "cellules", 0.15));
  if (!isCovered(lieux)) return nothing(unknown, reseauIssues(lieux, inputs), sources);
  return yield* choisir(inputs, params, lieux, sources);
}
