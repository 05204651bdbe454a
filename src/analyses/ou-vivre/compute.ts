import { type Issue, issue } from "../../domain/issue";
import type { Sentence } from "../../domain/sentence";
import { numberValues, selectRows, type Table } from "../../domain/table";
import type { FactValue, Inputs, Output, Progress } from "../analysis";
import { accesSources, openTerritoires, reseauIssues, step } from "../shared/acces";
import { resultTable } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { aImporter } from "../shared/a-importer";
import { origineFact, origineIssues, origineOf } from "../shared/origine";
import { illustrativeIssues, qualityOf, sourcesOf } from "../shared/sources";
import { annexesDe } from "./annexes";
import { colonnesDe, nomAncres, nomService, type Resultat } from "./colonnes";
import { nomPoids, poidsEnVigueur } from "./criteres";
import { type OuVivreParams, SERVICES } from "./description";
import { aRelacher, type Etape, ecartesPar, etapesDe, filtresDe, type Relache } from "./filtres";
import { GENRES_LUS, mesurer } from "./mesures";
import { noter } from "./score";
import { ECART_KM, type Suggestion, suggerer } from "./suggestions";
import { ouVivreViews } from "./views";

/** Communes that remain, the best score first, then by code; without a score, last. */
function ranger(ecartes: Int32Array, scores: Float64Array): readonly number[] {
  const score = (i: number): number => (Number.isNaN(scores[i]!) ? -1 : scores[i]!);
  return Array.from(ecartes.keys()).filter((i) => ecartes[i] === -1).toSorted((a, b) => score(b) - score(a) || a - b);
}

function suggestionsDe({ rangs, mesures: { lieux }, notes }: Resultat): readonly Suggestion[] {
  const [lon, lat] = [numberValues(lieux.communes, "lon"), numberValues(lieux.communes, "lat")];
  const at = (values: Float64Array): Float64Array => Float64Array.from(lieux.groupes.communes, (row) => values[row] ?? Number.NaN);
  return suggerer({ rangs, lon: at(lon), lat: at(lat), contributions: notes.contributions });
}

/** One row a commune: those that remain by rank, then the others by code. */
function tableOf(resultat: Resultat): Table {
  const { ecartes, rangs, mesures: { lieux } } = resultat;
  const left = Array.from(ecartes.keys()).filter((i) => ecartes[i] !== -1);
  return selectRows(resultTable("ou-vivre", lieux.groupes, colonnesDe(resultat, true)), [...rangs, ...left]);
}

function factsOf({ ecartes, rangs, notes, mesures: { minutes, lieux: { groupes } } }: Resultat, etapes: readonly Etape[], suggestions: readonly Suggestion[]): Readonly<Record<string, FactValue>> {
  return {
    communes: ecartes.length,
    ...Object.fromEntries(etapes.map(({ filtre, restants }) => [`restants_${filtre.id}`, restants] as const)),
    restants: rangs.length,
    meilleur_score: notes.scores[rangs[0] ?? -1] ?? null,
    minutes_meilleure: minutes[rangs[0] ?? -1] ?? null,
    ...Object.fromEntries(suggestions.map(({ commune }, k) => [`suggestion_${k + 1}`, groupes.codes[commune] ?? null] as const)),
  };
}

/** Why each is suggested, and what brings it most of its points. */
function detailsDe({ mesures, notes: { criteres, contributions, scores }, origine }: Resultat, suggestions: readonly Suggestion[]): readonly Sentence[] {
  const { lieux: { groupes }, minutes } = mesures;
  return suggestions.map(({ commune, raison }): Sentence => {
    const atouts = criteres.map(({ label }, k) => ({ nom: label, points: contributions[k]?.[commune] ?? Number.NaN })).filter(({ points }) => points > 0);
    return {
      id: "ou-vivre-suggestion",
      params: { nom: groupes.noms[commune] ?? "", raison, km: ECART_KM, score: scores[commune]!, minutes: minutes[commune]!, ancres: nomAncres(mesures), atouts: atouts.toSorted((a, b) => b.points - a.points).slice(0, 2), origine },
    };
  });
}

/** Communes named by the user, by their position; those of elsewhere are said. */
function choisies(codes: readonly string[], resultat: Resultat, territoire: string): { readonly rows: readonly number[]; readonly issues: readonly Issue[] } {
  const known = resultat.mesures.lieux.groupes.codes;
  return {
    rows: codes.map((code) => known.indexOf(code)).filter((row) => row >= 0),
    issues: codes.filter((code) => !known.includes(code)).map((commune) => issue("commune-hors-territoire", "avertissement", { commune, territoire })),
  };
}

/** What the filters and the notes must be read with. */
function lecture(inputs: Inputs, params: OuVivreParams, relache: Relache | null): readonly Issue[] {
  const poor = SERVICES.filter((one) => "partiel" in one && params.services.includes(one.value)).map(({ value }) => nomService(value));
  const lodging = params.minutes_logement > 0 || poidsEnVigueur(params)[nomPoids("logement")] > 0;
  return [
    ...(relache === null ? [] : [issue("filtres-vides", "avertissement", { filtres: relache.filtres.map(({ label }) => label), restants: relache.restants, suffit: relache.suffit })]),
    ...(lodging && inputs.donnees.hebergements?.table.length === 0 ? [aImporter("hebergements")] : []),
    ...(params.services_min > params.services.length ? [issue("services-trop", "avertissement", { demandes: params.services_min, choisis: params.services.length })] : []),
    ...(params.services.length === 0 ? [] : [issue("services-inegaux", "information", { partiels: poor })]),
  ];
}

/**
 * Where to live and learn: minutes from every commune to one or two anchors, filters that combine, a score of what matters
 * to the reader, three suggestions that differ. One row a commune, whatever the level asked. See README.md. Pure; yields
 * every few milliseconds.
 */
export function* computeOuVivre(asked: Inputs, params: OuVivreParams): Generator<Progress, Output, void> {
  const inputs: Inputs = { ...asked, perimetre: { ...asked.perimetre, niveau: "commune" } };
  const territoire = inputs.perimetre.territoire.nom;
  const lieux = yield* openTerritoires(inputs, false, 0.1);
  const mesures = yield* mesurer(inputs, params, lieux);
  yield step("territoires")(0.9);
  const notes = noter(mesures, params, poidsEnVigueur(params));
  const filtres = filtresDe(params, mesures);
  const ecartes = ecartesPar(filtres, mesures.minutes.length);
  const resultat: Resultat = { mesures, notes, filtres, ecartes, rangs: ranger(ecartes, notes.scores), origine: origineOf(inputs) };
  const etapes = etapesDe(filtres, ecartes.length);
  const suggestions = suggestionsDe(resultat);
  const [comparer, liste] = [choisies(params.comparer, resultat, territoire), choisies(params.liste, resultat, territoire)];
  const kinds = GENRES_LUS.filter((genre) => mesures.genres.has(genre) && !(genre === "stage" && inputs.sites !== null));
  const sources = [...new Set([...accesSources(inputs, kinds, false), ...sourcesOf(["bpe", "zonage-communes", "services"], inputs.donnees)])];
  const relache = resultat.rangs.length > 0 ? null : aRelacher(filtres, ecartes.length);
  const table = tableOf(resultat);
  const output: Output = {
    table,
    views: ouVivreViews(table, resultat, qualityOf(sources, true)),
    summary: { id: "ou-vivre", params: { territoire, ancres: mesures.ancres.map(({ nom }) => nom), communes: ecartes.length, restants: resultat.rangs.length, filtres: filtres.length, suggestions: suggestions.map(({ commune }) => lieux.groupes.noms[commune] ?? ""), relacher: relache === null ? null : { noms: relache.filtres.map(({ label }) => label), restants: relache.restants }, origine: resultat.origine } },
    details: detailsDe(resultat, suggestions),
    annexes: annexesDe(territoire, resultat, etapes, suggestions, { comparees: comparer.rows, liste: liste.rows, notes: params.notes }),
    facts: { ...factsOf(resultat, etapes, suggestions), ...origineFact(resultat.origine) },
    issues: [...origineIssues(inputs), ...reseauIssues(lieux, inputs), ...mesures.issues, ...lecture(inputs, params, relache), ...comparer.issues, ...liste.issues, ...illustrativeIssues(sources)],
    sources,
    origine: resultat.origine,
  };
  return avecHypotheses(output, inputs, GENRES_LUS);
}
