import type { Analysis, Output, Params } from "../../src/analyses/analysis";
import { tableDesMailles } from "../../src/carto/table-mailles";
import { type Issue, issue } from "../../src/domain/issue";
import type { Perimetre } from "../../src/domain/perimetre";
import { weakestQuality } from "../../src/domain/provenance";
import { type Cell, sharedCell, type Table } from "../../src/domain/table";
import { toCsv } from "../../src/io/export-csv";
import { toLpFile } from "../../src/io/lp-file";
import { cliIssueText } from "./issue-text";
import { sourceText } from "../../src/textes/legende";
import { sentenceText } from "../../src/textes/sentences";
import { badCall } from "./outcome-error";

export const FORMATS = ["json", "csv", "lp", "mailles"] as const;
export type Format = (typeof FORMATS)[number];

export interface Result {
  readonly analyse: Analysis;
  readonly params: Params;
  readonly perimetre: Perimetre;
  readonly output: Output;
  readonly issues: readonly Issue[];
}

/** Six decimals: no float noise, a thousandth of a second on minutes. */
function tidy<T>(value: T): T | number {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;
}

/** One row as an object; `partiel` stands only where it is true. */
function rowAt(table: Table, row: number): Record<string, Cell> {
  const entries = table.columns.map((column) => [column.name, tidy(sharedCell(column, row))] as const);
  return Object.fromEntries(entries.filter(([name, value]) => name !== "partiel" || value === true));
}

const rowsOf = (table: Table): readonly Record<string, Cell>[] => Array.from({ length: table.length }, (_, row) => rowAt(table, row));

function toJson({ analyse, params, perimetre, output, issues }: Result): string {
  const facts = Object.fromEntries(Object.entries(output.facts).map(([name, value]) => [name, tidy(value)]));
  return JSON.stringify(
    {
      analyse: analyse.id,
      version: analyse.version,
      territoire: perimetre.territoire,
      niveau: perimetre.niveau,
      params,
      ...facts,
      phrase: sentenceText(output.summary),
      ...(output.details === undefined ? {} : { phrases: output.details.map(sentenceText) }),
      qualite: output.views[0]?.quality ?? weakestQuality(output.sources.map(({ quality }) => quality)),
      sources: output.sources,
      issues: issues.map((found) => ({ code: found.code, gravite: found.severity, texte: cliIssueText(found) })),
      ...(output.annexes === undefined ? {} : { annexes: Object.fromEntries(output.annexes.map(({ id, table }) => [id, rowsOf(table)])) }),
      lignes: rowsOf(output.table),
    },
    null,
    1,
  );
}

const WRITERS: Record<Format, (result: Result) => string> = {
  json: (result) => `${toJson(result)}\n`,
  csv: ({ output }) => toCsv(output.table, output.sources, "machine"),
  mailles: ({ analyse, output }) => {
    const mailles = output.views.find(({ id }) => id === "mailles");
    if (mailles === undefined) throw badCall([issue("sans-mailles", "erreur", { analyse: analyse.id })]);
    return toCsv(tableDesMailles(mailles), output.sources, "machine");
  },
  lp: ({ analyse, perimetre, params, output }) => {
    if (output.programme === undefined) throw badCall([issue("sans-programme", "erreur", { analyse: analyse.id, ...(analyse.choixDeSites === true ? { ici: true } : {}) })]);
    return toLpFile(output.programme, [`${analyse.label}, ${perimetre.territoire.nom}`, JSON.stringify(params), sentenceText(output.summary), ...output.sources.map(sourceText)]);
  },
};

export function writeResult(format: Format, result: Result): string {
  return WRITERS[format](result);
}
