import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { NIVEAU_IMPORTE, type Perimetre } from "../../domain/perimetre";
import type { Dataset, Donnees } from "../../domain/ressource";
import { type Column, type Table, textValues } from "../../domain/table";
import { requireTable } from "./sources";

/** The CPTS of each commune, the first that the table says where there are several. */
function premieres(cpts: Table): { readonly de: ReadonlyMap<string, string>; readonly plusieurs: number } {
  const de = new Map<string, string>();
  const plusieurs = new Set<string>();
  if (cpts.length === 0) return { de, plusieurs: 0 };
  const names = textValues(cpts, "cpts");
  textValues(cpts, "code").forEach((code, row) => {
    if (code === null) return;
    if (de.has(code)) plusieurs.add(code);
    else de.set(code, names[row] ?? "");
  });
  return { de, plusieurs: plusieurs.size };
}

/** The `communes` table with the column of the level. */
function communesAvec(communes: Table, de: ReadonlyMap<string, string>): Table {
  const values = textValues(communes, "code").map((code) => de.get(code ?? "") ?? null);
  return { ...communes, columns: [...communes.columns, { name: "cpts", label: "CPTS", type: "texte", values }] };
}

/** The `territoires` table with a row a CPTS: its name is its code. Columns that it says nothing of are « pas de donnée ». */
function territoiresAvec(territoires: Table, de: ReadonlyMap<string, string>): Table {
  const noms = [...new Set(de.values())].toSorted();
  const sizes = noms.map((nom) => [...de.values()].filter((one) => one === nom).length);
  const more: Readonly<Record<string, readonly string[]>> = { niveau: noms.map(() => NIVEAU_IMPORTE), code: noms, nom: noms };
  const columns = territoires.columns.map((column): Column => {
    if (column.type === "texte") return { ...column, values: [...column.values, ...(more[column.name] ?? noms.map(() => null))] };
    if (column.type === "booleen") return { ...column, values: Uint8Array.of(...column.values, ...noms.map(() => 0)) };
    return { ...column, values: Float64Array.of(...column.values, ...(column.name === "communes" ? sizes : noms.map(() => Number.NaN))) };
  });
  return { ...territoires, length: territoires.length + noms.length, columns };
}

/** A dataset as the level of the imported perimeters needs it: communes and territories know them, and are then the user's too. */
export function parCpts(dataset: Dataset, cpts: Dataset): Dataset {
  if (dataset.name !== "communes" && dataset.name !== "territoires") return dataset;
  const { de } = premieres(cpts.table);
  return dataset.name === "communes" ? { ...dataset, table: communesAvec(dataset.table, de) } : { ...dataset, table: territoiresAvec(dataset.table, de), provenance: cpts.provenance };
}

/** What an analysis reads, ready for the level of the perimeter. Refused at the level of the CPTS when none is imported; communes in several are told. */
export function auNiveau(donnees: Donnees, { niveau }: Perimetre): Outcome<Donnees> {
  if (niveau !== NIVEAU_IMPORTE) return success(donnees);
  const cpts = donnees.cpts;
  const table = requireTable(donnees, "cpts");
  if (cpts === undefined || table.length === 0) return failure(issue("table-a-importer", "erreur", { ressource: "cpts" }));
  const { plusieurs } = premieres(table);
  const issues: readonly Issue[] = plusieurs === 0 ? [] : [issue("cpts-chevauchement", "information", { nombre: plusieurs })];
  return success(Object.fromEntries(Object.entries(donnees).map(([name, dataset]) => [name, parCpts(dataset, cpts)])), issues);
}
