import { type Issue, issue } from "../../domain/issue";
import type { Provenance } from "../../domain/provenance";
import type { Sentence } from "../../domain/sentence";
import type { Inputs, Output, Progress } from "../analysis";
import { accesSources, openTerritoires, reseauIssues, step, type Territoires } from "../shared/acces";
import { avecHypotheses, supposed } from "../shared/hypotheses";
import { fragilesLues } from "../shared/fragiles";
import { orNull, sumKnown } from "../shared/nombres";
import { origineFact, origineIssues, origineOf } from "../shared/origine";
import { illustrativeIssues, qualityOf, sourcesOf } from "../shared/sources";
import { PALIERS } from "../temps-acces/mesure";
import { reseauProche } from "./apl";
import type { ComparaisonParams } from "./description";
import { etatsDe, type EtatMesure, mesurerEtats, whole } from "./etats";
import { annexes, gagnants, minutesGagnees, structuresDe, tableDesTerritoires } from "./tables";
import { comparaisonViews, idMinutes } from "./views";

type Mesures = readonly [EtatMesure, ...EtatMesure[]];

function factsOfEtat(premier: EtatMesure, mesure: EtatMesure, rang: number): Output["facts"] {
  const { etat, resumes, change, gini, p90p10, fragiles, apl } = mesure;
  const total = resumes.at(-1)!;
  const { gagnent, perdent } = gagnants(premier, mesure);
  const gagnee = mesure === premier ? {} : { apl_gagnee: orNull(apl.moyenne - premier.apl.moyenne) };
  const compared = change === null ? {} : {
    habitants_gagnes: whole(change.gagnes),
    habitants_perdus: whole(change.perdus),
    territoires_gagnants: gagnent.length,
    territoires_perdants: perdent.length,
  };
  const facts = {
    nom: etat.nom,
    sites: mesure.trajets?.nombre ?? null,
    structures: structuresDe(mesure),
    minutes_moyenne: orNull(total.mean),
    minutes_mediane: orNull(total.median),
    minutes_p90: orNull(total.p90),
    ...Object.fromEntries(PALIERS.map((palier, i) => [`habitants_${palier}`, orNull(total.paliers[i] ?? Number.NaN)])),
    habitants_couverts: orNull(whole(mesure.mesure.couverts)),
    part: orNull(whole(mesure.mesure.part)),
    habitants_fragiles: orNull(fragiles),
    gini: orNull(gini),
    p90_p10: orNull(p90p10),
    apl_estimee: orNull(apl.moyenne),
    ...gagnee,
    ...compared,
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`etat_${rang}_${name}`, value]));
}

/** One sentence each: what a state changes on the first. */
function detailOf({ groupes }: Territoires, premier: EtatMesure, autre: EtatMesure, seuil: number): Sentence {
  const saved = minutesGagnees(premier, autre);
  const { gagnent, perdent } = gagnants(premier, autre);
  const named = (list: readonly number[]) => list.slice(0, 3).map((group) => ({ nom: groupes.noms[group] ?? groupes.codes[group] ?? "", minutes: Math.abs(saved[group]!) }));
  const [before, after] = [premier.resumes.at(-1)!, autre.resumes.at(-1)!];
  return {
    id: "comparaison-etat",
    params: {
      nom: autre.etat.nom,
      reference: premier.etat.nom,
      seuil,
      gagnes: whole(autre.change?.gagnes),
      perdus: whole(autre.change?.perdus),
      fragiles: autre.fragiles - premier.fragiles,
      moyenneAvant: before.mean,
      moyenneApres: after.mean,
      gagnants: gagnent.length,
      perdants: perdent.length,
      aplAvant: premier.apl.moyenne,
      aplApres: autre.apl.moyenne,
      premiersGagnants: named(gagnent),
      premiersPerdants: named(perdent),
    },
  };
}

function summarise(inputs: Inputs, { seuil, genres }: ComparaisonParams, mesures: Mesures, liste: boolean): Sentence {
  const { territoire } = inputs.perimetre;
  const [premier, ...autres] = mesures;
  if (mesures.every(({ trajets }) => trajets === null)) return { id: "pas-de-minutes", params: { territoire: territoire.nom } };
  const etats = autres.map(({ etat, change, mesure }) => ({ nom: etat.nom, gagnes: whole(change?.gagnes), perdus: whole(change?.perdus), part: whole(mesure.part) }));
  return {
    id: "comparaison",
    params: { territoire: territoire.nom, genres: liste ? ["liste"] : genres, seuil, reference: premier.etat.nom, part: whole(premier.mesure.part), moyenne: premier.resumes.at(-1)!.mean, etats, origine: origineOf(inputs) },
  };
}

/** Where the figures of each state's own making come from. */
const scenarioSources = (inputs: Inputs): readonly Provenance[] => etatsDe(inputs).slice(1).map(({ id, nom }) => supposed(id, `Scénario « ${nom} »`));

/**
 * Two to four states of a territory side by side: see README.md. Pure; yields every few milliseconds. Each state has its own
 * sites, speeds and practitioners; all have the same inhabitants, and the first is what the others are measured against.
 */
export function* computeComparaison(inputs: Inputs, params: ComparaisonParams): Generator<Progress, Output, void> {
  const { niveau } = inputs.perimetre;
  const origine = origineOf(inputs);
  yield step("sites")(0);
  const lieux = yield* openTerritoires(inputs, true, 0.3);
  const { mesures: found, issues } = yield* mesurerEtats(inputs, lieux, params, fragilesLues(inputs, lieux, params.fragile));
  // There is always one state at least.
  const mesures = found as Mesures;
  const [premier, ...autres] = mesures;
  const table = tableDesTerritoires(lieux, mesures, params.seuil, reseauProche(inputs));
  const liste = inputs.sites !== null;
  const sources = [...scenarioSources(inputs), ...accesSources(inputs, liste ? [] : params.genres, true), ...sourcesOf(["communes-couronne", "bpe", "apl", ...(params.fragile === "apl" ? [] : (["zonage-communes"] as const))], inputs.donnees)];
  const alone: readonly Issue[] = autres.length === 0 ? [issue("rien-a-comparer", "information", {})] : [];
  const proche: readonly Issue[] = reseauProche(inputs) && !Number.isNaN(premier.apl.moyenne) ? [issue("apl-reseau-proche", "information", {})] : [];
  const output: Output = {
    table,
    views: comparaisonViews(table, niveau, qualityOf(sources, true), mesures),
    summary: summarise(inputs, params, mesures, liste),
    details: autres.map((autre) => detailOf(lieux, premier, autre, params.seuil)),
    coteACote: mesures.map((_, i) => idMinutes(i)),
    annexes: annexes(lieux, mesures, params.seuil, reseauProche(inputs)),
    facts: {
      habitants: sumKnown(lieux.chefs.demande.habitants),
      etats: mesures.length,
      ...Object.assign({}, ...mesures.map((mesure, i) => factsOfEtat(premier, mesure, i + 1))),
      ...origineFact(origine),
    },
    issues: [...alone, ...proche, ...issues, ...origineIssues(inputs), ...reseauIssues(lieux, inputs), ...illustrativeIssues(sources)],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, []);
}
