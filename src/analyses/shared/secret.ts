import { type Column, SEUIL_SECRET } from "../../domain/table";
import type { FactValue } from "../analysis";

const few = (count: number): boolean => count > 0 && count < SEUIL_SECRET;

/** A scalar about so many persons, as it may leave the browser: the facts are those of the command line. */
export function maskedFact(personnes: boolean, count: number): FactValue {
  return personnes && few(count) ? `< ${SEUIL_SECRET}` : count;
}

/**
 * Columns about persons: where their count is above 0 and under the threshold, what leaves the browser (exports, command
 * line) says « < 5 ». Never put on published data nor on the demonstration set.
 * @param counts persons of each row
 */
export function masked(personnes: boolean, counts: Float64Array, columns: readonly Column[]): readonly Column[] {
  if (!personnes) return columns;
  const secret = Uint8Array.from(counts, (count) => (few(count) ? 1 : 0));
  return columns.map((column) => ({ ...column, secret }));
}
