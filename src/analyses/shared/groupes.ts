import { COLONNE_NIVEAU, type Perimetre } from "../../domain/perimetre";
import { type Column, indexBy, type NumberColumn, numberValues, type Table, textValues } from "../../domain/table";
import type { Unit } from "../../domain/units";
import { communesDuTerritoire } from "./territoire";

/** The rows of a result: the groups of a level, each with its communes inside the territory. */
export interface Groupes {
  /** One code a row, ascending. */
  readonly codes: readonly string[];
  readonly noms: readonly (string | null)[];
  /** 1 where the group has communes outside the territory, which are left out. */
  readonly partiel: Uint8Array;
  /** Row numbers in the `communes` table of every commune of the territory, by code. */
  readonly communes: readonly number[];
  /** Group of each commune, same order as `communes`; −1 for a commune in no group of the level. */
  readonly groupe: Int32Array;
}

/** Communes of each group of a level, whole: what tells whether a group straddles the territory. */
function wholeSizes(niveau: string, territoires: Table): ReadonlyMap<string, { readonly nom: string | null; readonly communes: number }> {
  const niveaux = textValues(territoires, "niveau");
  const codes = textValues(territoires, "code");
  const noms = textValues(territoires, "nom");
  const counts = numberValues(territoires, "communes");
  return new Map(
    niveaux.flatMap((known, row) =>
      known === niveau && codes[row] !== null ? [[codes[row] ?? "", { nom: noms[row] ?? null, communes: counts[row] ?? Number.NaN }] as const] : [],
    ),
  );
}

/**
 * The groups of a level within a territory. A group that straddles its limit keeps its communes inside it and is
 * `partiel`: it has fewer of them than the `territoires` table says.
 */
export function groupCommunes({ territoire, niveau }: Perimetre, communes: Table, territoires: Table): Groupes {
  const rows = communesDuTerritoire(territoire, communes);
  const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
  const codes = [...new Set(rows.map((row) => keys[row] ?? ""))].filter((code) => code !== "").toSorted();
  const position = new Map(codes.map((code, index) => [code, index]));
  const groupe = Int32Array.from(rows, (row) => position.get(keys[row] ?? "") ?? -1);
  if (niveau === "commune") {
    const noms = textValues(communes, "nom");
    return { codes, noms: rows.map((row) => noms[row] ?? null), partiel: new Uint8Array(codes.length), communes: rows, groupe };
  }
  const whole = wholeSizes(niveau, territoires);
  const inside = new Int32Array(codes.length);
  for (const index of groupe) if (index >= 0) inside[index] = (inside[index] ?? 0) + 1;
  const partiel = Uint8Array.from(codes, (code, index) => ((inside[index] ?? 0) < (whole.get(code)?.communes ?? 0) ? 1 : 0));
  return { codes, noms: codes.map((code) => whole.get(code)?.nom ?? null), partiel, communes: rows, groupe };
}

/** Sum, over the communes of each group, of one value a commune (order of `groupes.communes`); NaN where none is known. */
export function sumByGroup(groupes: Groupes, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(groupes.codes.length).fill(Number.NaN);
  groupes.groupe.forEach((group, index) => {
    const value = values[index] ?? Number.NaN;
    if (group < 0 || Number.isNaN(value)) return;
    const before = sums[group] ?? Number.NaN;
    sums[group] = Number.isNaN(before) ? value : before + value;
  });
  return sums;
}

/** Mean by group of one value a commune, weighted; a commune whose value is unknown, or that weighs nothing, takes no part. NaN where none is known. */
export function meanByGroup(groupes: Groupes, values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const means = new Float64Array(groupes.codes.length).fill(Number.NaN);
  const whole = new Float64Array(groupes.codes.length);
  groupes.groupe.forEach((group, index) => {
    const value = values[index] ?? Number.NaN;
    const weight = weights[index] ?? Number.NaN;
    if (group < 0 || Number.isNaN(value) || !(weight > 0)) return;
    whole[group] = (whole[group] ?? 0) + weight;
    const before = means[group] ?? Number.NaN;
    // Step by step towards each value: equal values have exactly their own mean, which ranks hang on.
    means[group] = Number.isNaN(before) ? value : before + ((value - before) * weight) / (whole[group] ?? 1);
  });
  return means;
}

/** A numeric column of `communes`, in the order of `groupes.communes`. */
export function pickNumbers(groupes: Groupes, communes: Table, column: string): Float64Array {
  const values = numberValues(communes, column);
  return Float64Array.from(groupes.communes, (row) => values[row] ?? Number.NaN);
}

/** Values of another table by commune code, in the order of `groupes.communes`; `missing` where it has no such row. */
export function joinNumbers(groupes: Groupes, communes: Table, other: Table, column: string, missing: number): Float64Array {
  const codes = textValues(communes, "code");
  const rows = indexBy(other, "code");
  const values = numberValues(other, column);
  return Float64Array.from(groupes.communes, (row) => {
    const found = rows.get(codes[row] ?? "");
    return found === undefined ? missing : (values[found] ?? missing);
  });
}

export function figure(name: string, label: string, unit: Unit, digits: number, values: Float64Array): NumberColumn {
  return { name, label, type: "nombre", unit, digits, values };
}

/** The result's table: `code` and `nom`, the figures, then `partiel` when some group straddles the territory. */
export function resultTable(id: string, groupes: Groupes, figures: readonly Column[]): Table {
  const head: readonly Column[] = [
    { name: "code", label: "Code", type: "texte", values: groupes.codes },
    { name: "nom", label: "Nom", type: "texte", values: groupes.noms },
  ];
  const straddling: readonly Column[] = groupes.partiel.includes(1)
    ? [{ name: "partiel", label: "Partiel (communes du territoire seulement)", type: "booleen", values: groupes.partiel }]
    : [];
  return { id, length: groupes.codes.length, columns: [...head, ...figures, ...straddling] };
}
