import { type Issue, issue } from "../../domain/issue";
import type { Donnees } from "../../domain/ressource";
import { indexBy, numberValues, type Table, textValues } from "../../domain/table";
import { crowFlyKm, crowFlyMinutes, withinCrowFly } from "../../geo/crow-fly";
import { aplDe } from "../fragilite/composantes/apl";
import type { Contexte } from "../fragilite/composantes/composante";
import { joinNumbers, meanByGroup } from "../shared/groupes";
import { requireTable } from "../shared/sources";
import { ANNEE_SUPPOSEE, type Classe, CLASSES_APL, DEPART, partsParAge } from "./modele";

/** Weight of a doctor by minutes (the steps of the DREES, « à vérifier »): 1 to 10 min, 2/3 to 15, 1/3 to 20. */
const PALIERS: readonly (readonly [minutes: number, poids: number])[] = [[10, 1], [15, 2 / 3], [20, 1 / 3]];

/** What supply is made of, by class of age: shares of each row that sum to 1, NaN where there is none. */
export interface Ages {
  readonly classes: readonly Classe[];
  /** Of the APL: doctors one can reach. */
  readonly apl: readonly ArrayLike<number>[];
  /** Of the doctors in place. */
  readonly place: readonly ArrayLike<number>[];
  /** What the imported table says; null when the ages are those that the APL hints at. */
  readonly importes: {
    /** Doctors of each row. */
    readonly medecins: Float64Array;
    /** Doctors that weigh on the APL of each row; 0 where it keeps the ages of the APL. */
    readonly atteints: Float64Array;
    /** Year of the ages. */
    readonly annee: number;
    readonly total: number;
    /** Communes that no imported doctor is near: the ages of the APL stand in. */
    readonly sans: number;
  } | null;
}

/** Year of the imported ages: that of their table (`dite`), or the one supposed. */
export function anneeDesAges(donnees: Donnees, supposee = ANNEE_SUPPOSEE): { readonly annee: number; readonly dite: boolean } {
  const vintage = donnees["ages-medecins"]?.provenance.vintage ?? "";
  const dite = /^\d{4}/.test(vintage);
  return { annee: dite ? Number(vintage.slice(0, 4)) : supposee, dite };
}

/** Said of the imported ages: their year, supposed when the table does not give it, and where there are none. */
export function agesIssues({ importes }: Ages, dite: boolean): readonly Issue[] {
  if (importes === null) return [];
  return [
    issue("ages-importes", "information", { annee: importes.annee, dite }),
    ...(importes.sans === 0 ? [] : [issue("ages-absents", "avertissement", { nombre: importes.sans })]),
  ];
}

/** Imported doctors by commune (rows of `communes`) and class. Ages known before 2021 are those of 2021. */
function lireAges(table: Table, communes: Table, annee: number): { readonly classes: readonly Classe[]; readonly effectifs: ReadonlyMap<number, ReadonlyMap<number, number>> } {
  const shift = Math.max(0, DEPART - annee);
  const rows = indexBy(communes, "code");
  const [de, a, effectif] = [numberValues(table, "de"), numberValues(table, "a"), numberValues(table, "effectif")];
  const classes: Classe[] = [...CLASSES_APL];
  const index = new Map<string, number>();
  const effectifs = new Map<number, Map<number, number>>();
  textValues(table, "code").forEach((code, i) => {
    const row = rows.get(code ?? "");
    if (row === undefined) return;
    const key = `${de[i]}-${a[i]}`;
    const at = index.get(key) ?? classes.push({ de: de[i]! + shift, a: a[i]! + shift, annee: annee + shift }) - 1;
    index.set(key, at);
    const sums = effectifs.get(row) ?? new Map<number, number>();
    effectifs.set(row, sums.set(at, (sums.get(at) ?? 0) + effectif[i]!));
  });
  return { classes, effectifs };
}

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, n) => sum + n, 0);

/** Shares by class of a weighted sum of counts; null when nobody is in it. */
function shares(size: number, weighted: readonly (readonly [poids: number, effectifs: ReadonlyMap<number, number>])[]): Float64Array | null {
  const sums = new Float64Array(size);
  for (const [poids, effectifs] of weighted) for (const [k, n] of effectifs) sums[k] = sums[k]! + poids * n;
  const all = sumOf(sums);
  return all > 0 ? sums.map((n) => n / all) : null;
}

const pick = (rows: readonly number[], values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);

/** Imported doctors around each commune of the territory, as the crow flies: their weights, and how many they are. */
function autour({ lieux: { communes, groupes } }: Contexte, effectifs: ReadonlyMap<number, ReadonlyMap<number, number>>) {
  const places = [...effectifs.keys()];
  const [lon, lat] = [numberValues(communes, "lon"), numberValues(communes, "lat")];
  const near = withinCrowFly(pick(groupes.communes, lon), pick(groupes.communes, lat), pick(places, lon), pick(places, lat), crowFlyKm(PALIERS.at(-1)![0]));
  return near.map((found) => found.map(({ index, km }) => {
    const minutes = km === 0 ? 0 : crowFlyMinutes(km);
    const poids = PALIERS.find(([limite]) => minutes <= limite)?.[1] ?? 0;
    return [poids, effectifs.get(places[index]!)!] as const;
  }).filter(([poids]) => poids > 0));
}

/** Mean of rows of shares over the communes of each row of the result, weighted; NaN where there is nothing. */
function parGroupe({ lieux: { groupes } }: Contexte, size: number, parts: readonly ArrayLike<number>[], poids: Float64Array): readonly Float64Array[] {
  const columns = Array.from({ length: size }, (_, k) => meanByGroup(groupes, parts.map((one) => one[k] ?? 0), poids));
  return groupes.codes.map((_, row) => Float64Array.from(columns, (column) => column[row]!));
}

/** The ages that the APL of all, of 65 or less and of 62 or less hint at. */
export function agesParApl(contexte: Contexte): Ages {
  const [all, a65, a62] = ["apl_mg", "apl_mg_65", "apl_mg_62"].map((column) => aplDe(contexte, column));
  const parts = Array.from(all ?? [], (value, row) => partsParAge(value, a65?.[row] ?? Number.NaN, a62?.[row] ?? Number.NaN));
  return { classes: CLASSES_APL, apl: parts, place: parts, importes: null };
}

/**
 * Ages behind the supply of each row: those of the imported table where it has doctors (in reach, as the crow flies, for the
 * APL; in place, for the count of doctors), else those that the APL of all, of 65 or less and of 62 or less hint at.
 * @param annee year of the imported ages
 */
export function agesDe(contexte: Contexte, annee: number): Ages {
  const table = requireTable(contexte.inputs.donnees, "ages-medecins");
  if (table.length === 0) return agesParApl(contexte);
  const { lieux } = contexte;
  const { groupes, communes } = lieux;
  const { classes, effectifs } = lireAges(table, communes, annee);
  const apl = requireTable(contexte.inputs.donnees, "apl");
  const read = (column: string): Float64Array => joinNumbers(groupes, communes, apl, column, Number.NaN);
  const [all, a65, a62, people] = [read("apl_mg"), read("apl_mg_65"), read("apl_mg_62"), read("population_standardisee")];
  const near = autour(contexte, effectifs);
  const byCommune = near.map((weighted, i) => shares(classes.length, weighted) ?? partsParAge(all[i]!, a65[i]!, a62[i]!));
  const supply = people.map((n, i) => n * (all[i] ?? Number.NaN));
  const atteints = new Float64Array(groupes.codes.length);
  const here = groupes.codes.map((): (readonly [number, ReadonlyMap<number, number>])[] => []);
  groupes.groupe.forEach((row, i) => {
    if (row < 0) return;
    atteints[row] = Math.max(atteints[row]!, sumOf(near[i]!.map(([, counts]) => sumOf(counts.values()))));
    const own = effectifs.get(groupes.communes[i]!);
    if (own !== undefined) here[row]!.push([1, own]);
  });
  const parts = parGroupe(contexte, classes.length, byCommune, supply);
  const medecins = Float64Array.from(here, (counts) => sumOf(counts.map(([, own]) => sumOf(own.values()))));
  return {
    classes,
    apl: parts,
    place: here.map((counts, row) => shares(classes.length, counts) ?? parts[row]!),
    importes: { medecins, atteints, annee, total: sumOf(medecins), sans: near.filter(({ length }) => length === 0).length },
  };
}
