import { type Column, SEUIL_SECRET } from "../../domain/table";

/**
 * Columns about persons: where their count is above 0 and under the threshold, what leaves the browser (exports, command
 * line) says « < 5 ». Never put on published data nor on the demonstration set.
 * @param counts persons of each row
 */
export function masked(personnes: boolean, counts: Float64Array, columns: readonly Column[]): readonly Column[] {
  if (!personnes) return columns;
  const secret = Uint8Array.from(counts, (count) => (count > 0 && count < SEUIL_SECRET ? 1 : 0));
  return columns.map((column) => ({ ...column, secret }));
}
