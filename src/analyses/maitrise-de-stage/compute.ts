import { type Column, SECRET, type Table } from "../../domain/table";
import { weightedSummary } from "../../geo/weighted";
import type { Inputs, Output, Progress } from "../analysis";
import { ciblesVisees } from "../shared/acces";
import type { Fragilite } from "../shared/fragiles";
import { figure, type Groupes, joinNumbers, resultTable, sumByGroup } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf, titled } from "../shared/origine";
import { avecSecret, maskedFact, type Secret, secretDe } from "../shared/secret";
import { illustrativeIssues, qualityOf, requireTable } from "../shared/sources";
import { epcisDe, openTerrains, type Terrains } from "../shared/terrains";
import { classesCroisees } from "./croisement";
import type { MaitriseParams } from "./description";
import { maitriseViews } from "./views";

/** One value a commune of the territory, order of `groupes.communes`. */
interface ParCommune extends Terrains {
  readonly apl: Float64Array;
  /** Standardised population: the weights of the APL. */
  readonly besoins: Float64Array;
}

function readCommunes(inputs: Inputs, terrains: Terrains): ParCommune {
  const { groupes, communes } = terrains.lieux;
  const join = (column: string): Float64Array => joinNumbers(groupes, communes, requireTable(inputs.donnees, "apl"), column, Number.NaN);
  return { ...terrains, apl: join("apl_mg"), besoins: join("population_standardisee") };
}

/** Mean of each group, weighted; NaN where nothing is known. */
function means(groupes: Groupes, values: Float64Array, weights: Float64Array): Float64Array {
  const known = weights.map((weight, i) => (Number.isNaN(values[i]!) ? Number.NaN : weight));
  const sums = sumByGroup(groupes, values.map((value, i) => value * weights[i]!));
  const totals = sumByGroup(groupes, known);
  return sums.map((sum, group) => sum / totals[group]!);
}

/** Where minutes are known, those of the communes that pass; NaN elsewhere: « pas de donnée » is not 0. */
const where = (minutes: Float64Array, values: ArrayLike<number>, passes: (minutes: number, i: number) => boolean): Float64Array =>
  minutes.map((value, i) => (Number.isNaN(value) ? Number.NaN : passes(value, i) ? values[i]! : 0));

/** The site each commune goes to is named by its commune, never by the name of a person. */
function columnsOf(c: ParCommune, params: MaitriseParams, origine: ReturnType<typeof origineOf>, single: boolean, secret: Secret): readonly Column[] {
  const { groupes } = c.lieux;
  const { fragiles } = c.fragilite;
  const sum = (values: ArrayLike<number>): Float64Array => sumByGroup(groupes, values);
  const minutes = single ? c.minutes : means(groupes, c.minutes, c.habitants);
  const apl = single ? c.apl : means(groupes, c.apl, c.besoins);
  const [nombre, medecins] = [sum(c.msu.nombre), sum(c.medecins)];
  const near = (value: number): boolean => value <= params.seuil;
  const label = single ? "Minutes jusqu'au maître de stage le plus proche" : "Minutes jusqu'au maître de stage le plus proche (moyenne par habitant)";
  const head: readonly Column[] = [
    figure("habitants", "Habitants", "habitants", 0, sum(c.habitants)),
    figure("medecins", "Médecins généralistes (BPE 2020)", "nombre", 0, medecins),
    ...avecSecret(secret, [
      figure("msu", "Maîtres de stage", "nombre", 0, nombre),
      figure("msu_par_medecin", "Maîtres de stage par médecin", "nombre", 2, nombre.map((value, i) => (medecins[i]! > 0 ? value / medecins[i]! : Number.NaN))),
      figure("capacite", "Internes accueillis (capacité connue)", "nombre", 0, sum(c.msu.capacite)),
    ]),
  ];
  return [
    ...head,
    figure("minutes", titled(label, origine), "minutes", 1, minutes),
    figure("habitants_seuil", `Habitants à ${params.seuil} min au plus d'un maître de stage`, "habitants", 0, sum(where(c.minutes, c.habitants, near))),
    figure("medecins_seuil", `Médecins à ${params.seuil} min au plus d'un maître de stage`, "nombre", 0, sum(where(c.minutes, c.medecins, near))),
    figure("habitants_fragiles", "Habitants des communes fragiles", "habitants", 0, sum(c.habitants.map((value, i) => (fragiles[i] === 1 ? value : 0)))),
    figure("habitants_fragiles_loin", `Habitants des communes fragiles à plus de ${params.seuil} min`, "habitants", 0, sum(where(c.minutes, c.habitants, (value, i) => !near(value) && fragiles[i] === 1))),
    figure("apl_officielle_2021", "APL 2021 de la DREES (médecins généralistes)", "consultations", 1, apl),
    { name: "croisement", label: "Fragilité et minutes", type: "texte", values: classesCroisees(apl, minutes, params.seuil) },
    ...origineColumn(origine, groupes.codes.length, (row) => Number.isFinite(minutes[row])),
  ];
}

function factsOf(c: ParCommune, { seuil }: MaitriseParams, secret: Secret): Output["facts"] {
  const { trajets, fragilite: { fragiles } } = c;
  const far = where(c.minutes, c.habitants, (value, i) => value > seuil && fragiles[i] === 1);
  const fragile = sumKnown(c.habitants.map((value, i) => (fragiles[i] === 1 ? value : 0)));
  const known = trajets !== null;
  return {
    habitants: sumKnown(c.habitants),
    medecins: sumKnown(c.medecins),
    msu: maskedFact(c.msu.personnes, sumKnown(c.msu.nombre), secret.total),
    lieux: secret.total ? SECRET[2] : (trajets?.nombre ?? null),
    minutes: orNull(weightedSummary(c.minutes, c.habitants).mean),
    habitants_seuil: known ? sumKnown(where(c.minutes, c.habitants, (value) => value <= seuil)) : null,
    communes_fragiles: sumKnown(fragiles),
    habitants_fragiles: fragile,
    communes_fragiles_loin: known ? far.filter((value) => value > 0).length : null,
    habitants_fragiles_loin: known ? sumKnown(far) : null,
  };
}

function summarise({ perimetre }: Inputs, { seuil }: MaitriseParams, { importe }: Fragilite, facts: Output["facts"]): Output["summary"] {
  const territoire = perimetre.territoire.nom;
  if (facts["habitants_fragiles_loin"] === null) return { id: "pas-de-minutes", params: { territoire } };
  return {
    id: "maitrise-de-stage",
    params: { territoire, seuil, communes: Number(facts["communes_fragiles_loin"]), habitants: Number(facts["habitants_fragiles_loin"]), fragiles: Number(facts["habitants_fragiles"]), ages: importe?.annee ?? null },
  };
}

/** Maîtres de stage of each territory, minutes to the nearest, fragile communes far from any: see README.md. Pure; yields every few milliseconds. */
export function* computeMaitrise(inputs: Inputs, params: MaitriseParams): Generator<Progress, Output, void> {
  const { perimetre } = inputs;
  const origine = origineOf(inputs);
  const c = readCommunes(inputs, yield* openTerrains(inputs, params, false, 0.9));
  const single = perimetre.niveau === "commune";
  const { groupes } = c.lieux;
  const secret = secretDe(c.msu.personnes, sumByGroup(groupes, c.msu.nombre), single ? epcisDe(c.lieux) : []);
  const table: Table = resultTable("maitrise-de-stage", c.lieux.groupes, columnsOf(c, params, origine, single, secret));
  const facts = factsOf(c, params, secret);
  const output: Output = {
    table,
    views: maitriseViews(table, perimetre.niveau, qualityOf(c.sources, true), params.seuil),
    summary: summarise(inputs, params, c.fragilite, facts),
    facts: { ...facts, ...origineFact(origine) },
    issues: [...c.issues, ...origineIssues(inputs), ...illustrativeIssues(c.sources)],
    sources: c.sources,
    origine,
  };
  return avecHypotheses(output, inputs, ciblesVisees(inputs, ["stage"]));
}
