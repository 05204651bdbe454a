import type { Importable } from "../../domain/table-importee";

/** Frictionless TableSchema, as far as a template reads it. */
interface TableSchema {
  readonly fields: readonly { readonly name: string }[];
}

const SCHEMAS = import.meta.glob<TableSchema>("../../../data/schemas/*.json", { import: "default" });

export interface FichierModele {
  readonly nom: string;
  readonly contenu: string;
  readonly type: string;
}

/** The blank template of a kind of table, as French Excel opens it, or its schema; both from the published TableSchema. */
export async function lireModele(ressource: Importable, quoi: "modele" | "schema"): Promise<FichierModele> {
  const read = SCHEMAS[`../../../data/schemas/${ressource}.json`];
  if (read === undefined) throw new Error(`no schema for the table « ${ressource} »`);
  const schema = await read();
  if (quoi === "schema") return { nom: `maillage-${ressource}.schema.json`, contenu: `${JSON.stringify(schema, null, 1)}\n`, type: "application/json" };
  return { nom: `maillage-${ressource}.csv`, contenu: `\ufeff${schema.fields.map(({ name }) => name).join(";")}\r\n`, type: "text/csv;charset=utf-8" };
}
