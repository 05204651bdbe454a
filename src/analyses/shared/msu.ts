import { findColumn, indexBy, numberValues, type Table, textValues } from "../../domain/table";
import type { Besoin, Field, Inputs } from "../analysis";
import { accesNeeds, type Territoires } from "./acces";
import { joinNumbers } from "./groupes";
import { requireTable } from "./sources";

/** What makes a commune fragile: its zonage (May 2025), or the official APL under the under-dense threshold. */
export type Fragile = "zip" | "zip-zac" | "apl";

/** Consultations a year by standardised inhabitant under which DREES speaks of an under-dense territory. */
export const APL_SOUS_DENSE = 2.5;

export const CHAMP_FRAGILE: Field = {
  kind: "choix",
  name: "fragile",
  label: "Communes fragiles",
  help: "Zonage de mai 2025 (ZIP : zone d'intervention prioritaire ; ZAC : zone d'action complémentaire), ou APL 2021 de la DREES sous le seuil de sous-densité.",
  options: [
    { value: "zip-zac", label: "ZIP et ZAC" },
    { value: "zip", label: "ZIP seulement" },
    { value: "apl", label: "APL 2021 sous 2,5 consultations" },
  ],
};

export const CHAMP_SEUIL: Field = { kind: "curseur", name: "seuil", label: "Près d'un maître de stage : jusqu'à", help: "Minutes par la route depuis le chef-lieu.", min: 5, max: 60, step: 1, unit: "min" };

/** Resources of the analyses of maîtres de stage. `liste`: the user's own list of sites is used. */
export function msuNeeds(liste: boolean): readonly Besoin[] {
  const named = (["bpe", "zonage-communes", "apl", "stages"] as const).map((ressource): Besoin => ({ ressource, etendue: "tout" }));
  const acces = accesNeeds(liste ? [] : ["stage"], false);
  return [...acces, ...named.filter(({ ressource }) => !acces.some((besoin) => besoin.ressource === ressource))];
}

/** Maîtres de stage of each commune and the interns they can host, in the order of `groupes.communes`. */
export interface Msu {
  /** 0 where there is none: the list is taken as whole. */
  readonly nombre: Float64Array;
  /** NaN where no capacity is told. */
  readonly capacite: Float64Array;
  /** Places that are in no known commune: they count for minutes only. */
  readonly ailleurs: number;
  /** The list is about persons: what leaves the browser is masked under the threshold. */
  readonly personnes: boolean;
}

interface Place {
  readonly commune: string | null;
  readonly nombre: number;
  readonly capacite: number;
}

function places({ sites, donnees, selection }: Inputs): readonly Place[] {
  const excluded = new Set(selection.exclus);
  if (sites !== null) return sites.ids.flatMap((id, i) => (excluded.has(id) ? [] : [{ commune: sites.communes[i] ?? null, nombre: 1, capacite: sites.capacite[i] ?? Number.NaN }]));
  const table = requireTable(donnees, "stages");
  const ids = findColumn(table, "id") === undefined ? [] : textValues(table, "id");
  const column = (name: string): ArrayLike<number> => (findColumn(table, name)?.type === "nombre" ? numberValues(table, name) : []);
  const [nombre, capacite] = [column("nombre"), column("capacite")];
  const communes = findColumn(table, "code_commune") === undefined ? [] : textValues(table, "code_commune");
  return Array.from({ length: table.length }, (_, row) => row)
    .filter((row) => !excluded.has(ids[row] ?? ""))
    .map((row) => ({ commune: communes[row] ?? null, nombre: nombre[row] ?? 1, capacite: capacite[row] ?? Number.NaN }));
}

export function countMsu(inputs: Inputs, { groupes, communes }: Territoires): Msu {
  const codes = textValues(communes, "code");
  const position = new Map(groupes.communes.map((row, index) => [codes[row] ?? "", index]));
  const nombre = new Float64Array(groupes.communes.length);
  const capacite = new Float64Array(groupes.communes.length).fill(Number.NaN);
  let ailleurs = 0;
  for (const place of places(inputs)) {
    if (place.commune === null) ailleurs += 1;
    const index = position.get(place.commune ?? "");
    if (index === undefined) continue;
    nombre[index] = nombre[index]! + place.nombre;
    if (!Number.isNaN(place.capacite)) capacite[index] = (Number.isNaN(capacite[index]!) ? 0 : capacite[index]!) + place.capacite;
  }
  return { nombre, capacite, ailleurs, personnes: inputs.sites !== null || inputs.donnees.stages?.provenance.quality !== "illustratif" };
}

/** Zonage of each commune of the territory; null where it is not known. */
export function zonages({ groupes, communes }: Territoires, zonage: Table): readonly (string | null)[] {
  const codes = textValues(communes, "code");
  const rows = indexBy(zonage, "code");
  const zones = textValues(zonage, "zone");
  return groupes.communes.map((row) => zones[rows.get(codes[row] ?? "") ?? -1] ?? null);
}

/** 1 for each commune that is fragile; 0 where what decides is not known. */
export function communesFragiles({ donnees }: Inputs, lieux: Territoires, fragile: Fragile): Uint8Array {
  if (fragile === "apl") {
    return Uint8Array.from(joinNumbers(lieux.groupes, lieux.communes, requireTable(donnees, "apl"), "apl_mg", Number.NaN), (apl) => (apl < APL_SOUS_DENSE ? 1 : 0));
  }
  const wanted = fragile === "zip" ? ["ZIP"] : ["ZIP", "ZAC"];
  return Uint8Array.from(zonages(lieux, requireTable(donnees, "zonage-communes")), (zone) => (zone !== null && wanted.includes(zone) ? 1 : 0));
}
