import { type Issue, issue } from "../../domain/issue";
import type { Column, Table } from "../../domain/table";
import { topShares } from "../../geo/composite";
import { seededRandom } from "../../geo/random";
import { ranksFromHighest } from "../../geo/ranks";
import type { Inputs, Output, Progress } from "../analysis";
import { isCovered, openTerritoires, reseauIssues, step, type Territoires } from "../shared/acces";
import { figure, resultTable, sumByGroup } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { sumKnown } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf, titled } from "../shared/origine";
import { illustrativeIssues, qualityOf } from "../shared/sources";
import { masked } from "../shared/secret";
import { scaled } from "../shared/trajets";
import type { FragiliteParams } from "./description";
import { type Active, actives, anneeImportee, type Mesure, mesurer, personnesDe, sourcesLues } from "./mesure";
import { nomComposante, poidsEnVigueur } from "./poids";
import { classeDe, stabilitesDe } from "./stabilite";
import { fragiliteViews } from "./views";

/** What each component brings to the score of each row: they add up to it. */
function contribution({ notes, poids, connu }: Mesure, k: number): Float64Array {
  const whole = sumKnown(poids);
  return (notes[k] ?? new Float64Array()).map((note, row) => ((poids[k] ?? 0) * note) / (whole * (connu[row] ?? Number.NaN)));
}

interface Resultat {
  readonly lieux: Territoires;
  readonly active: readonly Active[];
  readonly mesure: Mesure;
  readonly parts: Float64Array;
  readonly habitants: Float64Array;
}

function missing({ mesure: { valeurs }, lieux }: Resultat): Float64Array {
  return Float64Array.from(lieux.groupes.codes, (_, row) => valeurs.filter((values) => Number.isNaN(values[row])).length);
}

/** Figures that the ages of a few imported doctors give away stay on this screen; those of published data do not change. */
function secretes({ mesure: { importes } }: Resultat, columns: readonly Column[]): readonly Column[] {
  const personnes = personnesDe(importes);
  return personnes === null ? columns : masked(true, personnes, columns);
}

function tableOf(inputs: Inputs, params: FragiliteParams, resultat: Resultat): Table {
  const { lieux, active, mesure, parts, habitants } = resultat;
  const origine = origineOf(inputs);
  const label = ({ composante }: Active, k: number): string => mesure.importes[k]?.label ?? (composante.genre === null ? composante.label : titled(composante.label, origine));
  const own = (k: number, column: Column): readonly Column[] => (mesure.importes[k] === null ? [column] : secretes(resultat, [column]));
  const { scores } = mesure;
  const columns: readonly Column[] = [
    figure("habitants", "Habitants", "habitants", 0, habitants),
    ...secretes(resultat, [
      figure("score", "Score de fragilité (0 à 100)", "nombre", 1, scores),
      figure("rang", "Rang (1 : le plus fragile)", "nombre", 0, ranksFromHighest(scores)),
      { name: "classe", label: "Classe", type: "texte", values: Array.from(scores, (score) => classeDe(score, params.seuil)) },
      figure("part_premiers", `Part des tirages parmi les ${params.premiers} premiers`, "part", 0, parts),
      { name: "stabilite", label: "Place dans la liste", type: "texte", values: stabilitesDe(parts) },
    ]),
    figure("composantes_manquantes", "Composantes sans donnée", "nombre", 0, missing(resultat)),
    ...active.flatMap((one, k) => own(k, figure(one.composante.id, label(one, k), one.composante.unit, one.composante.digits, mesure.valeurs[k] ?? new Float64Array()))),
    ...active.flatMap((one, k) => own(k, {
      ...figure(`contribution_${one.composante.id}`, `Points apportés par : ${label(one, k)}`, "nombre", 1, contribution(mesure, k)),
      part: { de: "score", nom: nomComposante(one.composante.id) },
    })),
    ...(active.some(({ composante }) => composante.genre !== null) ? origineColumn(origine, lieux.groupes.codes.length, () => true) : []),
  ];
  return resultTable("fragilite", lieux.groupes, columns);
}

/** What the reader must know of the components themselves. */
function composantesIssues({ active, mesure: { valeurs } }: Resultat): readonly Issue[] {
  const names = (keep: (values: Float64Array) => boolean): string => active.flatMap(({ composante }, k) => (keep(valeurs[k] ?? new Float64Array()) ? [composante.label] : [])).join(", ");
  const rows = new Set(valeurs.flatMap((values) => Array.from(values.keys()).filter((row) => Number.isNaN(values[row]))));
  const lacking = names((values) => values.some(Number.isNaN));
  const constant = names((values) => values.length > 1 && new Set(values.filter((value) => !Number.isNaN(value))).size === 1);
  return [
    ...(rows.size === 0 ? [] : [issue("composantes-manquantes", "information", { nombre: rows.size, composantes: lacking })]),
    ...(constant === "" ? [] : [issue("composantes-constantes", "information", { composantes: constant })]),
  ];
}

interface Bilan {
  readonly notes: number;
  readonly fragiles: number;
  readonly habitants: number;
  readonly premier: string | null;
  readonly surs: number;
  readonly probables: number;
  readonly sensibles: number;
}

function balance({ lieux, mesure: { scores }, parts, habitants }: Resultat, seuil: number): Bilan {
  const rows = [...scores.keys()];
  const fragile = rows.filter((row) => (scores[row] ?? 0) >= seuil);
  const best = rows.reduce((top, row) => ((scores[row] ?? Number.NaN) > (scores[top] ?? Number.NEGATIVE_INFINITY) ? row : top), -1);
  const stable = stabilitesDe(parts);
  const count = (mots: string): number => stable.filter((one) => one === mots).length;
  return {
    notes: rows.filter((row) => !Number.isNaN(scores[row])).length,
    fragiles: fragile.length,
    habitants: sumKnown(fragile.map((row) => habitants[row] ?? Number.NaN)),
    premier: best < 0 ? null : (lieux.groupes.noms[best] ?? lieux.groupes.codes[best] ?? null),
    surs: count("sûr"),
    probables: count("probable"),
    sensibles: count("sensible"),
  };
}

/**
 * A weighted score of documented components, each noted from 0 to 100, with how surely each territory is among the most
 * fragile when the weights vary: see README.md. Pure; yields every few milliseconds.
 */
export function* computeFragilite(inputs: Inputs, params: FragiliteParams): Generator<Progress, Output, void> {
  const origine = origineOf(inputs);
  const active = actives(poidsEnVigueur(params));
  const lieux = yield* openTerritoires(inputs, false, 0.1);
  const mesure = yield* mesurer(inputs, params, lieux, active);
  const draws = { count: params.tirages, spread: params.amplitude / 100, top: params.premiers, random: seededRandom(params.graine) };
  const parts = yield* scaled(topShares(mesure.indicateurs, mesure.poids, draws), step("territoires"), 0.75, 0.95);
  const resultat: Resultat = { lieux, active, mesure, parts, habitants: sumByGroup(lieux.groupes, lieux.chefs.demande.habitants) };
  const table = tableOf(inputs, params, resultat);
  const { notes, fragiles, habitants, premier, surs, probables, sensibles } = balance(resultat, params.seuil);
  const drives = active.some(({ composante }) => composante.genre !== null);
  const sources = sourcesLues(active, inputs);
  const { territoire, niveau } = inputs.perimetre;
  const output: Output = {
    table,
    views: fragiliteViews(table, niveau, qualityOf(sources, true), params),
    summary: { id: "fragilite", params: { territoire: territoire.nom, notes, fragiles, habitants, seuil: params.seuil, premier, premiers: params.premiers, surs, origine, ages: anneeImportee(mesure.importes) } },
    facts: { territoires: notes, fragiles, habitants_fragiles: habitants, plus_fragile: premier, surs, probables, sensibles, ...(drives ? origineFact(origine) : {}) },
    issues: [
      ...(drives ? [...origineIssues(inputs), ...reseauIssues(lieux, inputs)] : []),
      ...(isCovered(lieux) || !drives ? mesure.issues : []),
      ...mesure.importes.flatMap((one) => one?.issues ?? []),
      ...composantesIssues(resultat),
      ...illustrativeIssues(sources),
    ],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, active.flatMap(({ composante: { genre } }) => (genre === null ? [] : [genre])));
}
