import type { FieldDescriptor } from "../build/step";
import { type Check, type DataPackage, none, type Resource, type Row } from "./package";

const TYPES: Readonly<Record<FieldDescriptor["type"], RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i,
  date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
};

function badCell({ name, type, constraints }: FieldDescriptor, row: Row): boolean {
  const value = row[name] ?? "";
  if (value === "") return constraints?.required === true;
  if (constraints?.enum !== undefined && !constraints.enum.includes(value)) return true;
  if (constraints?.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(value)) return true;
  return !TYPES[type].test(value);
}

function tableOffences(data: DataPackage, { name, schema }: Resource): readonly string[] {
  const rows = data.rows(name);
  const fields = schema?.fields ?? [];
  const columns = Object.keys(rows[0] ?? {});
  const declared = fields.map((field) => field.name);
  const order = columns.join() === declared.join() ? [] : [`${name} : colonnes ${columns.join(", ")}`];
  const cells = fields.flatMap((field) => {
    const line = rows.findIndex((row) => badCell(field, row));
    return line < 0 ? [] : [`${name}, ligne ${line + 2}, ${field.name} = « ${rows[line]?.[field.name] ?? ""} »`];
  });
  const keys = (schema?.primaryKey ?? []).length === 0 ? [] : rows.map((row) => schema?.primaryKey?.map((key) => row[key]).join("|"));
  const repeated = new Set(keys).size === keys.length ? [] : [`${name} : clé ${schema?.primaryKey?.join("+") ?? ""} répétée`];
  return [...order, ...cells, ...repeated];
}

/** Tables hold the declared columns, in order, with values of the declared type (Frictionless Table Schema). */
export const schemas: Check = (data) => {
  const tables = data.resources.filter(({ format }) => format === "csv" || format === "csv.gz");
  return [
    none("schémas déclarés", tables.filter(({ schema }) => (schema?.fields.length ?? 0) === 0).map(({ name }) => name)),
    none("colonnes, types, clés", tables.flatMap((table) => tableOffences(data, table))),
  ];
};
