import { issue } from "../../src/domain/issue";
import { readOptions } from "./arguments";
import { importRoads } from "./import-roads";
import { importTable, isTable } from "./import-table";
import { BadCall, badCall } from "./outcome-error";

export const IMPORT_USAGE = "Usage : npm run -s importer -- <fichier .osm.pbf, .geojson ou .csv> [--table nom] [--format json]";
const OPTIONS = ["--format", "--table"] as const;
const FORMAT = "json";

/** Answers a call of `importer`: roads or a table, told by the end of the name. @param folder the data package */
export async function importFile(args: readonly string[], folder: string): Promise<string> {
  const { values, others } = readOptions(args, OPTIONS);
  const [file, extra] = others;
  if (file === undefined) throw new BadCall(IMPORT_USAGE);
  if (extra !== undefined) throw badCall([issue("option-inconnue", "erreur", { option: extra, attendues: OPTIONS.join(", ") })]);
  const format = values.get("--format")?.at(-1) ?? FORMAT;
  if (format !== FORMAT) throw badCall([issue("format-inconnu", "erreur", { format, attendus: FORMAT })]);
  const table = values.get("--table")?.at(-1);
  return table !== undefined || isTable(file) ? importTable(file, table, folder) : importRoads(file);
}
