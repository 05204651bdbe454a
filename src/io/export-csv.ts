import type { Provenance } from "../domain/provenance";
import { type Cell, type Column, sharedCell, type Table } from "../domain/table";

/** fr: what French Excel opens by itself. machine: what programs read (comma, decimal point, UTF-8 without mark). */
export type CsvLocale = "fr" | "machine";

interface Dialect {
  readonly separator: string;
  readonly mark: string;
  readonly newline: string;
  number(value: number): string;
  flag(value: boolean): string;
  text(value: string): string;
  head(column: Column): string;
}

/** A cell that a spreadsheet would run as a formula (CWE-1236) is opened with an apostrophe: shown as text. */
function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A code that a spreadsheet would damage (« 03082 », 12 digits and more, « 12E3 ») is written so that it stays text. */
function keepText(text: string): string {
  return /^(?:0\d+|\d{12,}|\d+E\d+)$/i.test(text) ? `="${text}"` : neutralise(text);
}

/** At most six decimals and no float noise: enough for a metre in degrees. */
function plainNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

const DIALECTS: Record<CsvLocale, Dialect> = {
  fr: {
    separator: ";",
    mark: "\ufeff",
    newline: "\r\n",
    number: (value) => plainNumber(value).replace(".", ","),
    flag: (value) => (value ? "oui" : "non"),
    text: keepText,
    head: (column) => neutralise(column.label),
  },
  machine: { separator: ",", mark: "", newline: "\n", number: plainNumber, flag: String, text: (text) => text, head: (column) => column.name },
};

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeCell(value: Cell, dialect: Dialect): string {
  if (value === null) return "";
  if (typeof value === "number") return dialect.number(value);
  if (typeof value === "boolean") return dialect.flag(value);
  return quote(dialect.text(value), dialect.separator);
}

/** One line a source: title, publisher, vintage, licence, quality and limits. */
export function provenanceLine({ title, publisher, vintage, licence, quality, note }: Provenance): string {
  return `Source : ${title}, ${publisher}, ${vintage}, ${licence} (${quality})${note === undefined ? "" : `. ${note}`}`;
}

/** Rows written between two rests: a few milliseconds. */
const SLICE = 1_000;

/** The text of `toCsv`, a thousand rows at a time: a table of hundreds of thousands leaves the page its hand. */
export function* csvParts(table: Table, sources: readonly Provenance[], locale: CsvLocale): Generator<string, void> {
  const dialect = DIALECTS[locale];
  const { separator, newline } = dialect;
  const line = (cells: readonly string[]): string => cells.join(separator) + newline;
  yield dialect.mark + line(table.columns.map((column) => quote(dialect.head(column), separator)));
  for (let start = 0; start < table.length; start += SLICE) {
    const rows = Array.from({ length: Math.min(SLICE, table.length - start) }, (_, i) => line(table.columns.map((column) => writeCell(sharedCell(column, start + i), dialect))));
    yield rows.join("");
  }
  if (locale === "fr" && sources.length > 0) yield ["", ...sources.map((source) => quote(neutralise(provenanceLine(source)), separator)), ""].join(newline);
}

/**
 * A table as CSV. In `fr`: `;`, decimal comma, UTF-8 with mark, CRLF, codes kept as text, formulas neutralised,
 * French headers, and the sources below the table after an empty line. In `machine`: comma, decimal point, LF,
 * column names, values as they are, no line but the table's (sources then travel beside the file).
 * « Pas de donnée » is an empty cell.
 */
export function toCsv(table: Table, sources: readonly Provenance[], locale: CsvLocale): string {
  return Array.from(csvParts(table, sources, locale)).join("");
}
