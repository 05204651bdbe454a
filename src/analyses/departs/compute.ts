import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Column } from "../../domain/table";
import { byBounds, composite, indicatorsOf } from "../../geo/composite";
import { seededRandom } from "../../geo/random";
import { weightedSummary } from "../../geo/weighted";
import type { Inputs, Output, Progress } from "../analysis";
import type { Contexte } from "../fragilite/composantes/composante";
import { actives, sourcesLues } from "../fragilite/mesure";
import { PREREGLAGES } from "../fragilite/poids";
import { openTerritoires, step, type Territoires } from "../shared/acces";
import { figure, joinNumbers, resultTable, sumByGroup } from "../shared/groupes";
import { orNull, sumKnown } from "../shared/nombres";
import { avecSecret, masked, maskedFact, type Secret, secretDe } from "../shared/secret";
import { qualityOf, requireTable } from "../shared/sources";
import { agesDe, agesIssues, anneeDesAges } from "./ages";
import type { DepartsParams } from "./description";
import { DEPART, DERNIERE_ECOULEE, ecoulee } from "./modele";
import { ANNEES, type Facteurs, facteursDe, hypotheseDe, project, projected, type Projection, scaledBy } from "./projection";
import { ECHELLE_STATUTS, type Statut } from "./statuts";

/** Components of the score: those of the preset « offre », which needs no road. */
export const OFFRE = actives(PREREGLAGES.offre);
/** Components that are an amount of supply: they shrink with it. « departs » and the rest stay as they are. */
const QUANTITES: Readonly<Record<string, "apl" | "place">> = { densite: "place", densite_lissee: "place", apl: "apl", apl_65: "apl", apl_62: "apl" };
/** Share of the draws in which each row is under the threshold that year; the age and the replacement vary around what was given. */
function* risques({ apl, ages }: Projection, params: DepartsParams): Generator<Progress, Float64Array, void> {
  const random = seededRandom(params.graine);
  const around = (spread: number): number => spread * (2 * random() - 1);
  const under = new Float64Array(apl.length);
  for (let draw = 0; draw < params.tirages; draw += 1) {
    const remplacement = Math.max(0, params.remplacement + around(params.alea_remplacement)) / 100;
    const facteurs = facteursDe(ages.apl, ages, params.annee, { ...hypotheseDe(params), age: params.age + around(params.alea_age), remplacement });
    facteurs.forEach((by, row) => {
      if (projected(apl[row] ?? Number.NaN, by) < params.seuil) under[row] = (under[row] ?? 0) + 1;
    });
    if (draw % 20 === 19) yield step("territoires")(0.3 + (0.6 * draw) / params.tirages);
  }
  return under.map((count, row) => (Number.isNaN(apl[row]) ? Number.NaN : count / params.tirages));
}

/** First year under the threshold; NaN where there is none until the end. */
function bascules({ apl, facteurs }: Projection, seuil: number): Float64Array {
  return apl.map((value, row) => ANNEES.find((_, t) => projected(value, facteurs[t]?.apl[row] ?? Number.NaN) < seuil) ?? Number.NaN);
}

/** Score by fixed bounds, each amount of supply cut down by its share left. */
function scoreOf(contexte: Contexte, by: Facteurs): Float64Array {
  const notes = OFFRE.map(({ composante }) => {
    const values = composante.lire(contexte);
    const quantite = QUANTITES[composante.id];
    return byBounds(quantite === undefined ? values : scaledBy(values, by[quantite]), composante.bornes.favorable, composante.bornes.fragile);
  });
  return composite(indicatorsOf(notes, by.apl.length), OFFRE.map(({ poids }) => poids)).scores;
}

function statutDe(bascule: number, apl: number, annee: number): Statut | null {
  if (Number.isNaN(apl)) return null;
  if (bascule === DEPART) return "déjà sous le seuil";
  return bascule <= annee ? "zone à risque" : "au-dessus du seuil";
}

const APL: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: [1.5, 2.5, 3, 4, 5] },
  presets: [{ label: "1,5 / 2,5 / 3 / 4 / 5", breaks: [1.5, 2.5, 3, 4, 5] }],
  palette: "orrd",
  reversed: true,
};

function viewsOf(table: View["table"], inputs: Inputs, quality: View["quality"], { annee, seuil }: DepartsParams): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau: inputs.perimetre.niveau }, mark: "fill", digits: 2, quality } as const;
  return [
    { ...common, id: "statut", title: `Zones à risque d'ici ${annee}${ecoulee(annee)} : sous ${seuil.toLocaleString("fr-FR")} consultations`, column: "statut", unit: "nombre", scale: ECHELLE_STATUTS },
    { ...common, id: "apl", title: `APL projetée en ${annee}${ecoulee(annee)}, hypothèse et non prévision`, column: "apl_projetee", unit: "consultations", scale: APL },
  ];
}

/** The smaller of two counts of persons; 0 counts nobody, and gives nobody away. */
const fewest = (a: number, b: number): number => (a === 0 || b === 0 ? a + b : Math.min(a, b));

interface Lignes {
  readonly table: View["table"];
  readonly statuts: readonly (Statut | null)[];
  readonly habitants: Float64Array;
  readonly medecins: Float64Array;
  readonly secret: Secret;
}

function tableOf({ groupes, chefs }: Territoires, contexte: Contexte, projection: Projection, risque: Float64Array, params: DepartsParams): Lignes {
  const { apl, facteurs, ages: { importes } } = projection;
  const none = { apl: new Float64Array(), place: new Float64Array() };
  const [whole = none, by = none] = [facteurs[0], facteurs[params.annee - DEPART]];
  const bascule = bascules(projection, params.seuil);
  const statuts = Array.from(bascule, (year, row) => statutDe(year, apl[row] ?? Number.NaN, params.annee));
  const habitants = sumByGroup(groupes, chefs.demande.habitants);
  const medecins = sumByGroup(groupes, joinNumbers(groupes, contexte.lieux.communes, requireTable(contexte.inputs.donnees, "bpe"), "medecins_generalistes", Number.NaN));
  const density = (heads: Float64Array): Float64Array => heads.map((n, row) => (1e5 * n) / (habitants[row] ?? Number.NaN));
  // Figures that the ages of a few doctors give away, in reach or in place, stay on this screen.
  const { atteints, medecins: places } = importes ?? { atteints: new Float64Array(), medecins: new Float64Array() };
  const either = atteints.map((count, row) => fewest(count, places[row] ?? 0));
  const reach = (columns: readonly Column[]): readonly Column[] => masked(importes !== null, atteints, columns);
  const secret = secretDe(importes !== null, places);
  const here = (columns: readonly Column[]): readonly Column[] => avecSecret(secret, columns);
  const table = resultTable("departs", groupes, [
    figure("habitants", "Habitants", "habitants", 0, habitants),
    ...reach([
      { name: "statut", label: `D'ici ${params.annee}`, type: "texte", values: statuts },
      figure("annee_bascule", "Première année sous le seuil", "annee", 0, bascule),
      figure("risque", `Part des tirages sous le seuil en ${params.annee}`, "part", 0, risque),
      figure("apl_projetee", `APL projetée en ${params.annee} (hypothèse)`, "consultations", 2, scaledBy(apl, by.apl)),
    ]),
    ...(importes === null ? [] : here([figure("medecins_importes", `Généralistes de la table importée (âges de ${importes.annee})`, "nombre", 0, importes.medecins)])),
    figure("medecins", "Généralistes (BPE 2020)", "nombre", 0, medecins),
    ...here([figure("medecins_projetes", `Généralistes attendus en ${params.annee}`, "nombre", 1, scaledBy(medecins, by.place))]),
    figure("densite", "Pour 100 000 habitants", "pour_100k", 1, density(medecins)),
    ...here([figure("densite_projetee", `Pour 100 000 habitants en ${params.annee}`, "pour_100k", 1, density(scaledBy(medecins, by.place)))]),
    figure("score_2021", "Score de fragilité de l'offre, 2021", "nombre", 1, scoreOf(contexte, whole)),
    ...masked(importes !== null, either, [figure("score_projete", `Score de fragilité de l'offre, ${params.annee}`, "nombre", 1, scoreOf(contexte, by))]),
    ...reach(ANNEES.map((annee, t) => figure(`apl_${annee}`, `APL ${annee}${ecoulee(annee)}`, "consultations", 2, scaledBy(apl, facteurs[t]?.apl ?? new Float64Array())))),
  ]);
  return { table, statuts, habitants, medecins: scaledBy(medecins, by.place), secret };
}

/**
 * What if doctors leave with age: the APL of 2021 by class of age of the doctors carried year by year to 2035, with a
 * share of the departures replaced: see README.md. A hypothesis, not a forecast. Pure; yields every few milliseconds.
 */
export function* computeDeparts(inputs: Inputs, params: DepartsParams): Generator<Progress, Output, void> {
  const lieux = yield* openTerritoires(inputs, false, 0.2);
  const contexte: Contexte = { inputs, lieux, minutes: new Map() };
  const { annee: anneeAges, dite } = anneeDesAges(inputs.donnees, params.annee_ages);
  const ages = agesDe(contexte, anneeAges);
  const projection = project(contexte, ages, hypotheseDe(params));
  const risque = yield* risques(projection, params);
  const { table, statuts, habitants, medecins, secret } = tableOf(lieux, contexte, projection, risque, params);
  const weights = sumByGroup(lieux.groupes, joinNumbers(lieux.groupes, lieux.communes, requireTable(inputs.donnees, "apl"), "population_standardisee", Number.NaN));
  const at = (annee: number): number => weightedSummary(scaledBy(projection.apl, projection.facteurs[annee - DEPART]?.apl ?? new Float64Array()), weights).mean;
  const people = (which: Statut): number => sumKnown(habitants.map((value, row) => (statuts[row] === which ? value : 0)));
  const count = (which: Statut): number => statuts.filter((one) => one === which).length;
  const sources = sourcesLues(OFFRE, inputs);
  // A territory with a handful of imported doctors says nothing of them.
  const total = ages.importes === null ? null : maskedFact(true, ages.importes.total, secret.total);
  return {
    table,
    views: viewsOf(table, inputs, qualityOf(sources, true), params),
    summary: { id: "departs", params: { territoire: inputs.perimetre.territoire.nom, annee: params.annee, depart: at(DEPART), arrivee: at(params.annee), risques: count("zone à risque"), habitants: people("zone à risque"), seuil: params.seuil, remplacement: params.remplacement / 100, ecoulee: params.annee <= DERNIERE_ECOULEE, ages: ages.importes?.annee ?? null } },
    facts: {
      apl_projetee: orNull(at(params.annee)),
      medecins_projetes: typeof total === "string" ? total : sumKnown(medecins),
      ...(ages.importes === null ? {} : { medecins_importes: total, annee_ages: ages.importes.annee }),
      zones_a_risque: count("zone à risque"),
      habitants_a_risque: people("zone à risque"),
      deja_sous_le_seuil: count("déjà sous le seuil"),
      ...Object.fromEntries(ANNEES.map((annee) => [`apl_${annee}`, orNull(at(annee))])),
    },
    issues: agesIssues(ages, dite),
    sources,
  };
}
