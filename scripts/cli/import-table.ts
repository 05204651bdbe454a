import path from "node:path";
import { issue } from "../../src/domain/issue";
import { nearest } from "../../src/domain/nearest";
import { type Importable, IMPORTABLES } from "../../src/domain/table-importee";
import { decodeText } from "../../src/io/bytes";
import { detectDelimiter } from "../../src/io/csv";
import type { FormatTable } from "../../src/io/tables/format";
import { FORMATS_TABLES, reconnaitre } from "../../src/io/tables/registre";
import { issueText } from "../../src/textes/issues";
import { badCall, refusedInput } from "./outcome-error";
import { accepted, Package, readGiven } from "./package";

/** Files that hold a table rather than roads. */
export const isTable = (file: string): boolean => /\.(?:csv|tsv|txt)$/i.test(file);

/** The columns of the first line, as they are written. */
function headerOf(bytes: Uint8Array): readonly string[] {
  const { text } = decodeText(bytes);
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return line.split(detectDelimiter(text)).map((name) => name.replaceAll('"', "").trim());
}

/** The kind of table that was named, or that the columns tell. */
function choose(file: string, bytes: Uint8Array, asked: string | undefined): FormatTable {
  if (asked !== undefined) {
    const found = IMPORTABLES.find((known) => known === asked);
    if (found === undefined) throw badCall([issue("ressource-inconnue", "erreur", { nom: asked, proches: nearest(asked, IMPORTABLES).join(", ") })]);
    return FORMATS_TABLES[found];
  }
  const [format, ...others] = reconnaitre(headerOf(bytes));
  if (format !== undefined && others.length === 0) return format;
  const tables: readonly Importable[] = format === undefined ? IMPORTABLES : [format, ...others].map(({ id }) => id);
  throw refusedInput([issue("table-non-reconnue", "erreur", { fichier: path.basename(file), tables: tables.join(", ") })]);
}

/**
 * Reads a table of the user's as the page does and says what became of each row: the text for stdout. Throws BadCall or RefusedInput.
 * @param asked kind named in the call; undefined to have it told by the columns
 * @param folder the data package: codes of communes are checked against it
 */
export async function importTable(file: string, asked: string | undefined, folder: string): Promise<string> {
  const bytes = await readGiven(file);
  const format = choose(file, bytes, asked);
  const communes = accepted(await (await Package.open(folder, new Map())).dataset("communes"));
  const read = format.lire({ nom: path.basename(file), bytes }, communes.table);
  if (!read.ok) throw refusedInput(read.issues);
  const { bilan, millesime = null } = read.value;
  const answer = {
    fichier: path.basename(file),
    format: "table",
    table: format.id,
    octets: bytes.length,
    millesime,
    lignes: bilan,
    issues: read.issues.map((found) => ({ code: found.code, gravite: found.severity, ligne: found.where?.row ?? null, texte: issueText(found) })),
  };
  return `${JSON.stringify(answer, null, 1)}\n`;
}
