import type { FieldDescriptor } from "../build/step";
import { type Check, type DataPackage, none, type Resource, type Row } from "./package";

const TYPES: Readonly<Record<FieldDescriptor["type"], RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
};

/** Media type that each format is declared with. */
const MEDIATYPES: Readonly<Record<Resource["format"], string>> = {
  csv: "text/csv",
  "csv.gz": "application/gzip",
  geojson: "application/geo+json",
  topojson: "application/json",
  json: "application/json",
  "bin.gz": "application/gzip",
};

/** What breaks the written form: UTF-8 without BOM, LF, comma, as many cells as columns on every line. */
function formOffences(data: DataPackage, { name }: Resource): readonly string[] {
  const text = data.text(name) ?? "";
  const malformed = data.malformed(name);
  return [
    ...(text.startsWith("\uFEFF") ? [`${name} : BOM`] : []),
    ...(text.includes("\r") ? [`${name} : CR`] : []),
    ...(text.includes("\uFFFD") ? [`${name} : caractère illisible`] : []),
    ...(text.endsWith("\n") ? [] : [`${name} : dernière ligne inachevée`]),
    ...(malformed === null ? [] : [`${name}, ${malformed}`]),
  ];
}

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
    none("types de média", data.resources.filter((one) => one.mediatype !== MEDIATYPES[one.format]).map(({ name, mediatype }) => `${name} : ${mediatype}`)),
    none("forme des fichiers", tables.flatMap((table) => formOffences(data, table))),
    none("colonnes, types, clés", tables.flatMap((table) => tableOffences(data, table))),
  ];
};
