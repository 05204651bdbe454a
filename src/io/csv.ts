import Papa from "papaparse";
import { issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";

/** One record, with the row number a spreadsheet shows (1-based, header included). */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvContent {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** The separator that cuts the header line in most pieces; a comma when none does. Quoted headers are rare enough. */
export function detectDelimiter(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const pieces = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t", "|"].reduce((best, delimiter) => (pieces(delimiter) > pieces(best) ? delimiter : best));
}

/**
 * A CSV text with a header line: separator « , ; tab | », quotes, LF or CRLF (`decodeText` has dropped the byte-order mark). Blank lines are
 * skipped but counted, so that row numbers stay those of the file. Refused: no data, an unclosed quote.
 * @param nom name of the file or resource, for the issues
 */
export function parseCsv(text: string, nom: string): Outcome<CsvContent> {
  const parsed = Papa.parse<string[]>(text, { delimiter: detectDelimiter(text), skipEmptyLines: false });
  if (parsed.errors.some((error) => error.type === "Quotes")) {
    return failure(issue("fichier-illisible", "erreur", { fichier: nom, raison: "un guillemet n'est pas refermé" }));
  }
  const [header, ...rest] = parsed.data;
  const records = rest
    .map((cells, index): CsvRecord => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (header === undefined || records.length === 0) return failure(issue("fichier-vide", "erreur", { fichier: nom }));
  return success({ header: header.map((name) => name.trim()), records });
}
