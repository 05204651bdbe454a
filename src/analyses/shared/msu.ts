import { findColumn, numberValues, textValues } from "../../domain/table";
import type { Inputs } from "../analysis";
import type { Territoires } from "./acces";
import { requireTable } from "./sources";

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
