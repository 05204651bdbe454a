import { nombreDeStructures } from "../../domain/ouverture";
import type { Column, Table } from "../../domain/table";
import { sharesWithin } from "../../geo/inequality";
import { type Annexe } from "../analysis";
import type { Territoires } from "../shared/acces";
import { figure, resultTable, sumByGroup } from "../shared/groupes";
import { departOf } from "../couverture/etat";
import { PALIERS } from "../temps-acces/mesure";
import { type EtatMesure, whole } from "./etats";

/** Minutes of difference under which a territory neither gains nor loses. */
const MINUTES_MIN = 0.1;

/** The estimate of « apl »: never the official figure. */
const APL = "Accessibilité estimée (ce n'est pas l'APL de la DREES)";
/** On Haute-Vienne's own graph, which stops before that of « apl ». */
const aplDite = (proche: boolean): string => (proche ? "Accessibilité estimée à 0,13 près (réseau de 50 km autour ; ce n'est pas l'APL de la DREES)" : APL);

const text = (name: string, label: string, values: readonly (string | null)[]): Column => ({ name, label, type: "texte", values });

/** Mean minutes by group, without the whole. */
const moyennes = ({ resumes }: EtatMesure): Float64Array => Float64Array.from(resumes.slice(0, -1), ({ mean }) => mean);

const rows = (values: Float64Array): Float64Array => values.slice(0, -1);

/** Minutes that each territory saves on the first state. */
export function minutesGagnees(premier: EtatMesure, autre: EtatMesure): Float64Array {
  const after = moyennes(autre);
  return moyennes(premier).map((minutes, group) => minutes - after[group]!);
}

/** Territories by what they save, most first: those that gain, and those that lose (least first). */
export function gagnants(premier: EtatMesure, autre: EtatMesure): { readonly gagnent: readonly number[]; readonly perdent: readonly number[] } {
  const saved = minutesGagnees(premier, autre);
  const order = Array.from(saved.keys()).toSorted((a, b) => saved[b]! - saved[a]! || a - b);
  return { gagnent: order.filter((group) => saved[group]! >= MINUTES_MIN), perdent: order.filter((group) => saved[group]! <= -MINUTES_MIN).toReversed() };
}

/** Consultations a year an inhabitant, estimated, that each territory gains on the first state. */
export function aplGagnee(premier: EtatMesure, autre: EtatMesure): Float64Array {
  return autre.apl.groupes.map((value, group) => value - premier.apl.groupes[group]!);
}

function changeColumns(premier: EtatMesure, autre: EtatMesure, rang: number, seuil: number): readonly Column[] {
  const { nom } = autre.etat;
  const unknown = new Float64Array(premier.resumes.length).fill(Number.NaN);
  const { gagnes, perdus, statut } = autre.change ?? { gagnes: unknown, perdus: unknown, statut: Array.from(unknown, () => null) };
  return [
    figure(`minutes_${rang}`, `Minutes en moyenne, ${nom}`, "minutes", 1, moyennes(autre)),
    figure(`minutes_gagnees_${rang}`, `Minutes gagnées, ${nom}`, "minutes", 1, minutesGagnees(premier, autre)),
    figure(`habitants_gagnes_${rang}`, `Habitants gagnés à ${seuil} min, ${nom}`, "habitants", 0, rows(gagnes)),
    figure(`habitants_perdus_${rang}`, `Habitants perdus à ${seuil} min, ${nom}`, "habitants", 0, rows(perdus)),
    figure(`apl_gagnee_${rang}`, `${APL} gagnée, ${nom}`, "consultations", 2, aplGagnee(premier, autre)),
    text(`statut_${rang}`, `Statut, ${nom}`, statut.slice(0, -1)),
  ];
}

/** One row a territory: its mean minutes in each state, and what each one changes on the first. */
export function tableDesTerritoires(lieux: Territoires, mesures: readonly EtatMesure[], seuil: number, proche: boolean): Table {
  const [premier, ...autres] = mesures as readonly [EtatMesure, ...EtatMesure[]];
  return resultTable("comparaison", lieux.groupes, [
    figure("habitants", "Habitants", "habitants", 0, sumByGroup(lieux.groupes, lieux.chefs.demande.habitants)),
    figure("minutes_1", `Minutes en moyenne, ${premier.etat.nom}`, "minutes", 1, moyennes(premier)),
    figure("apl_1", `${aplDite(proche)}, ${premier.etat.nom}`, "consultations", 2, premier.apl.groupes),
    ...autres.flatMap((autre, i) => changeColumns(premier, autre, i + 2, seuil)),
  ]);
}

/** A structure on several sites counts once. */
export function structuresDe({ trajets }: EtatMesure): number | null {
  return trajets === null ? null : trajets.nombre - (trajets.sites.ids.length - nombreDeStructures(trajets.sites));
}

/** One row a state. */
function tableDesEtats(mesures: readonly EtatMesure[], seuil: number, proche: boolean): Table {
  const [premier] = mesures as readonly [EtatMesure, ...EtatMesure[]];
  const each = (read: (mesure: EtatMesure) => number): Float64Array => Float64Array.from(mesures, read);
  const count = (list: "gagnent" | "perdent") => (autre: EtatMesure): number => (autre === premier ? Number.NaN : gagnants(premier, autre)[list].length);
  return {
    id: "comparaison-etats",
    length: mesures.length,
    columns: [
      text("etat", "État", mesures.map(({ etat }) => etat.nom)),
      ...(mesures.every((mesure) => structuresDe(mesure) === (mesure.trajets?.nombre ?? null)) ? [] : [figure("sites", "Sites", "nombre", 0, each(({ trajets }) => trajets?.nombre ?? Number.NaN)), figure("structures", "Structures (une sur plusieurs sites compte une fois)", "nombre", 0, each((mesure) => structuresDe(mesure) ?? Number.NaN))]),
      figure("minutes_moyenne", "Minutes, moyenne", "minutes", 1, each(({ resumes }) => resumes.at(-1)!.mean)),
      figure("minutes_mediane", "Minutes, médiane", "minutes", 1, each(({ resumes }) => resumes.at(-1)!.median)),
      figure("minutes_p90", "Minutes, 9 habitants sur 10 au plus", "minutes", 1, each(({ resumes }) => resumes.at(-1)!.p90)),
      ...PALIERS.map((palier, i) => figure(`habitants_${palier}`, `Habitants à ${palier} min au plus`, "habitants", 0, each(({ resumes }) => resumes.at(-1)!.paliers[i] ?? Number.NaN))),
      figure("part", `Part à ${seuil} min au plus`, "part", 1, each(({ mesure }) => whole(mesure.part))),
      figure("habitants_gagnes", `Habitants gagnés à ${seuil} min`, "habitants", 0, each(({ change }) => whole(change?.gagnes))),
      figure("habitants_perdus", `Habitants perdus à ${seuil} min`, "habitants", 0, each(({ change }) => whole(change?.perdus))),
      figure("habitants_fragiles", `Habitants de communes fragiles à ${seuil} min au plus`, "habitants", 0, each(({ fragiles }) => fragiles)),
      figure("territoires_gagnants", "Territoires plus près", "nombre", 0, each(count("gagnent"))),
      figure("territoires_perdants", "Territoires plus loin", "nombre", 0, each(count("perdent"))),
      figure("apl_estimee", aplDite(proche), "consultations", 2, each(({ apl }) => apl.moyenne)),
      figure("apl_gagnee", "Accessibilité estimée gagnée ou perdue", "consultations", 2, each(({ apl }) => apl.moyenne - premier.apl.moyenne)),
      figure("gini", "Inégalité des minutes (Gini)", "nombre", 3, each((mesure) => mesure.gini)),
      figure("p90_p10", "Rapport P90 / P10", "nombre", 1, each(({ p90p10 }) => p90p10)),
    ],
  };
}

/** Minutes at which the curves are read. */
const PAS = Float64Array.from({ length: 31 }, (_, i) => 2 * i);

/** Share of the inhabitants within each number of minutes, one column a state. */
function tableDesParts(lieux: Territoires, mesures: readonly EtatMesure[]): Table {
  const { habitants } = departOf(lieux).demande;
  return {
    id: "comparaison-parts",
    length: PAS.length,
    columns: [figure("minutes", "Minutes", "minutes", 0, PAS), ...mesures.map(({ etat, minutes }, i) => figure(`part_${i + 1}`, etat.nom, "part", 1, sharesWithin(minutes, habitants, PAS)))],
  };
}

export function annexes(lieux: Territoires, mesures: readonly EtatMesure[], seuil: number, proche: boolean): readonly Annexe[] {
  return [
    { id: "etats", titre: "États côte à côte", forme: "fiches", table: tableDesEtats(mesures, seuil, proche) },
    { id: "parts", titre: "Part des habitants selon les minutes", forme: "courbes", table: tableDesParts(lieux, mesures) },
  ];
}
