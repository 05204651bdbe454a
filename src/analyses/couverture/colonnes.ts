import type { Niveau } from "../../domain/perimetre";
import type { Column, Table } from "../../domain/table";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";
import { communesKm2, type Couverture, countCommunes, departOf, inhabitedKm2, sumPoints } from "./etat";

/** A figure by group; the last value is that of the whole territory. */
export interface Mesure {
  readonly habitants: Float64Array;
  readonly couverts: Float64Array;
  readonly part: Float64Array;
  readonly communes: Float64Array;
  readonly communesCouvertes: Float64Array;
  readonly km2: Float64Array;
  readonly km2Couverts: Float64Array;
}

/** Share of inhabitants of which half makes a territory « couvert ». */
const MAJORITE = 0.5;

export const STATUTS = ["gagnee", "perdue", "toujours", "jamais"] as const;
export type Statut = (typeof STATUTS)[number];

/** Two situations compared; by group, the whole territory last. */
export interface Comparaison {
  readonly gagnes: Float64Array;
  readonly perdus: Float64Array;
  readonly variation: Float64Array;
  readonly statut: readonly (Statut | null)[];
}

/** Figures of one situation. `etat` null: « pas de donnée », but inhabitants, communes and surfaces stay. */
export function measureCouverture(lieux: Territoires, cellules: Table | null, etat: Couverture | null): Mesure {
  const { habitants } = departOf(lieux).demande;
  const people = sumPoints(lieux, (point) => habitants[point] ?? 0);
  const surface = (keep: (point: number) => boolean): Float64Array =>
    cellules === null ? communesKm2(lieux, keep) : inhabitedKm2(lieux, cellules, keep);
  const communes = countCommunes(lieux, () => true);
  const km2 = surface(() => true);
  const unknown = (): Float64Array => new Float64Array(people.length).fill(Number.NaN);
  if (etat === null) return { habitants: people, couverts: unknown(), part: unknown(), communes, communesCouvertes: unknown(), km2, km2Couverts: unknown() };
  const couverts = sumPoints(lieux, (point) => (etat.points[point] === 1 ? (habitants[point] ?? 0) : 0));
  return {
    habitants: people,
    couverts,
    part: couverts.map((value, group) => value / (people[group] ?? Number.NaN)),
    communes,
    communesCouvertes: countCommunes(lieux, (commune) => etat.communes[commune] === 1),
    km2,
    km2Couverts: surface((point) => etat.points[point] === 1),
  };
}

function statutOf(before: number, after: number): Statut | null {
  if (Number.isNaN(before) || Number.isNaN(after)) return null;
  if (before >= MAJORITE) return after >= MAJORITE ? "toujours" : "perdue";
  return after >= MAJORITE ? "gagnee" : "jamais";
}

/** What the second situation gains and loses on the first. */
export function compare(lieux: Territoires, first: Couverture, second: Couverture, before: Mesure, after: Mesure): Comparaison {
  const { habitants } = departOf(lieux).demande;
  const moved = (from: Couverture, to: Couverture): Float64Array =>
    sumPoints(lieux, (point) => (from.points[point] === 0 && to.points[point] === 1 ? (habitants[point] ?? 0) : 0));
  const gagnes = moved(first, second);
  const perdus = moved(second, first);
  return {
    gagnes,
    perdus,
    variation: gagnes.map((value, group) => (value - (perdus[group] ?? 0)) / (before.habitants[group] ?? Number.NaN)),
    statut: Array.from(before.part, (part, group) => statutOf(part, after.part[group] ?? Number.NaN)),
  };
}

/** Values by group, without that of the territory. */
const rows = (values: Float64Array): Float64Array => values.subarray(0, values.length - 1);

function surfaceColumns({ km2, km2Couverts }: Mesure, inhabited: boolean): readonly Column[] {
  const [name, label] = inhabited ? ["km2_habites", "km² habités"] : ["km2", "km²"];
  return [figure(name, label, "km2", 1, rows(km2)), figure(`${name}_couverts`, `${label} couverts`, "km2", 1, rows(km2Couverts))];
}

/** Columns of the result, `habitants` being the municipal population of the communes. */
export function couvertureColumns(mesure: Mesure, habitants: Float64Array, niveau: Niveau, inhabited: boolean): readonly Column[] {
  const { couverts, part, communes, communesCouvertes } = mesure;
  const known = !communesCouvertes.some(Number.isNaN);
  const single: readonly Column[] = known
    ? [{ name: "chef_lieu_couvert", label: "Chef-lieu couvert", type: "booleen", values: Uint8Array.from(rows(communesCouvertes)) }]
    : [];
  const several: readonly Column[] = [
    figure("communes", "Communes", "nombre", 0, rows(communes)),
    figure("communes_couvertes", "Communes dont le chef-lieu est couvert", "nombre", 0, rows(communesCouvertes)),
  ];
  return [
    figure("habitants", "Habitants", "habitants", 0, habitants),
    figure("habitants_couverts", "Habitants couverts", "habitants", 0, rows(couverts)),
    figure("part", "Part des habitants couverts", "part", 1, rows(part)),
    ...(niveau === "commune" ? single : several),
    ...surfaceColumns(mesure, inhabited),
  ];
}

export function comparaisonColumns({ gagnes, perdus, variation, statut }: Comparaison): readonly Column[] {
  return [
    figure("habitants_gagnes", "Habitants gagnés", "habitants", 0, rows(gagnes)),
    figure("habitants_perdus", "Habitants perdus", "habitants", 0, rows(perdus)),
    figure("variation", "Variation de la part des habitants couverts", "part", 1, rows(variation)),
    { name: "statut", label: "Statut", type: "texte", values: statut.slice(0, -1) },
  ];
}
