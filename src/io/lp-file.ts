import type { LinearProgram } from "../domain/linear-program";

/** Terms on a line: some readers cut long ones. */
const TERMS = 8;

function sumOf(terms: readonly (readonly [name: string, value: number])[]): string {
  const words = terms.map(([name, value]) => `${value < 0 ? "-" : "+"} ${Math.abs(value)} ${name}`);
  return Array.from({ length: Math.ceil(words.length / TERMS) }, (_, line) => words.slice(TERMS * line, TERMS * (line + 1)).join(" ")).join("\n  ");
}

/** The sides of a row that have a bound: one line each. */
function sides(name: string, lower: number, upper: number): readonly (readonly [name: string, sign: string, bound: number])[] {
  if (lower === upper) return [[name, "=", lower]];
  const both = Number.isFinite(lower) && Number.isFinite(upper);
  const found = [[both ? `${name}_min` : name, ">=", lower], [both ? `${name}_max` : name, "<=", upper]] as const;
  return found.filter(([, , bound]) => Number.isFinite(bound));
}

function rowLines({ rowNames, rowLower, rowUpper, start, column, value, names }: LinearProgram): readonly string[] {
  return rowNames.flatMap((row, r) => {
    const terms = Array.from(column.subarray(start[r]!, start[r + 1]!), (c, i) => [names[c]!, value[start[r]! + i]!] as const);
    return terms.length === 0 ? [] : sides(row, rowLower[r]!, rowUpper[r]!).map(([name, sign, bound]) => ` ${name}: ${sumOf(terms)} ${sign} ${bound}`);
  });
}

/**
 * A programme in the LP format (CPLEX) that HiGHS, cbc, glpsol, SCIP and Gurobi read. Numbers are written in full, so that
 * it is the same programme to the bit. @param comment lines said first, each on its own
 */
export function toLpFile(program: LinearProgram, comment: readonly string[]): string {
  const { sense, names, cost, lower, upper, integer } = program;
  const costs = names.map((name, c) => [name, cost[c]!] as const);
  const earning = costs.filter(([, value]) => value !== 0);
  return [
    ...comment.map((line) => `\\ ${line}`),
    sense === "max" ? "Maximize" : "Minimize",
    // Readers want an objective: a term of 0 when nothing counts.
    ` objectif: ${sumOf(earning.length > 0 ? earning : costs.slice(0, 1))}`,
    "Subject To",
    ...rowLines(program),
    "Bounds",
    ...names.map((name, c) => ` ${lower[c]!} <= ${name} <= ${upper[c]!}`),
    "Generals",
    ...names.filter((_, c) => integer[c] === 1).map((name) => ` ${name}`),
    "End",
    "",
  ].join("\n");
}
