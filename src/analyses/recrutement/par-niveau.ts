import { findColumn, numberValues, type Table, textValues } from "../../domain/table";
import { figure, type Groupes, meanByGroup, resultTable, sumByGroup } from "../shared/groupes";
import { avecSecret, secretDe } from "../shared/secret";
import type { ParCommune } from "./raisons";
import { NON_RETENUE } from "./textes";

/** Position, in each group, of the commune to recruit in first: the first of the sequence, else what brings most alone; −1 where nothing brings anybody near. */
function premieres({ groupe, codes }: Groupes, rang: Float64Array, seul: Float64Array): Int32Array {
  const first = new Int32Array(codes.length).fill(-1);
  const before = (a: number, b: number): boolean => {
    const [x, y] = [rang[a] ?? Number.NaN, rang[b] ?? Number.NaN];
    if (Number.isNaN(x) && Number.isNaN(y)) return seul[a]! > seul[b]!;
    return Number.isNaN(y) || x < y;
  };
  groupe.forEach((group, i) => {
    if (group < 0 || !(seul[i]! > 0)) return;
    const known = first[group]!;
    if (known < 0 || before(i, known)) first[group] = i;
  });
  return first;
}

/**
 * The recruiting list read by EPCI, canton, bassin de vie or CPTS: one row a group, with the commune of it where to
 * recruit first. Gains of the sequence, people and doctors are sums of its communes; minutes their mean by inhabitant.
 * @param parCommune the list by commune, order of `groupes.communes`
 */
export function parNiveau(parCommune: Table, c: ParCommune, groupes: Groupes, seuil: number): Table {
  const own = (name: string): Float64Array => numberValues(parCommune, name);
  const noms = textValues(parCommune, "nom");
  const raisons = textValues(parCommune, "raison");
  const [rang, seul] = [own("rang"), own("habitants_gagnes")];
  const first = premieres(groupes, rang, seul);
  const ofFirst = (values: Float64Array): Float64Array => Float64Array.from(first, (i) => (i < 0 ? Number.NaN : values[i]!));
  const gain = ofFirst(seul);
  // Known and nothing to gain is 0; without a road network nothing is known.
  const known = sumByGroup(groupes, seul);
  gain.forEach((value, group) => (gain[group] = Number.isNaN(value) && known[group] === 0 ? 0 : value));
  const fragile = Float64Array.from(c.fragilite.fragiles);
  const habitantsFragiles = c.habitants.map((value, i) => value * fragile[i]!);
  const loin = habitantsFragiles.map((value, i) => (c.minutes[i]! <= seuil ? 0 : value));
  const msu = sumByGroup(groupes, c.msu.nombre);
  return resultTable("recrutement-niveau", groupes, [
    { ...figure("rang", "Ordre de recrutement", "nombre", 0, ofFirst(rang)), vide: NON_RETENUE },
    { name: "recrue", label: "Commune où recruter d'abord", type: "texte", values: Array.from(first, (i) => (i < 0 ? null : (noms[i] ?? null))) },
    figure("habitants_gagnes", findColumn(parCommune, "habitants_gagnes")?.label ?? "", "habitants", 0, gain),
    { ...figure("habitants_gagnes_suite", "Habitants ajoutés par ses recrues dans la suite", "habitants", 0, sumByGroup(groupes, own("habitants_gagnes_suite"))), vide: NON_RETENUE },
    figure("communes_fragiles", "Communes fragiles (définition choisie)", "nombre", 0, sumByGroup(groupes, fragile)),
    figure("habitants_fragiles", "Habitants des communes fragiles", "habitants", 0, sumByGroup(groupes, habitantsFragiles)),
    figure("habitants_fragiles_loin", `Habitants des communes fragiles à plus de ${seuil} min d'un maître de stage`, "habitants", 0, sumByGroup(groupes, c.trajets === null ? loin.fill(Number.NaN) : loin)),
    figure("medecins", "Médecins généralistes en place (BPE 2020)", "nombre", 0, sumByGroup(groupes, c.medecins)),
    figure("msp", "Maisons de santé", "nombre", 0, sumByGroup(groupes, c.msp)),
    ...avecSecret(secretDe(c.msu.personnes, msu), [figure("msu", "Maîtres de stage", "nombre", 0, msu)]),
    figure("minutes", "Minutes jusqu'au maître de stage le plus proche (moyenne par habitant)", "minutes", 1, meanByGroup(groupes, c.minutes, c.habitants)),
    figure("habitants", "Habitants", "habitants", 0, sumByGroup(groupes, c.habitants)),
    { name: "raison", label: "Raison", type: "texte", values: Array.from(first, (i) => (i < 0 ? null : `${noms[i] ?? ""} : ${raisons[i] ?? ""}`)) },
  ]);
}
