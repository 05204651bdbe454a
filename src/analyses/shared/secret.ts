import { type Column, SECRET, SEUIL_SECRET } from "../../domain/table";
import type { FactValue } from "../analysis";

const few = (count: number): boolean => count > 0 && count < SEUIL_SECRET;

/** What a scalar about so many persons is in what leaves the browser, and a total that would tell one of its rows. */
export function maskedFact(personnes: boolean, count: number, total = false): FactValue {
  if (personnes && total) return SECRET[2];
  return personnes && few(count) ? SECRET[1] : count;
}

/** Whether a sum leaves only one way for some small counts, each from 1 to 4, to make it. */
const seuleFacon = (rows: number, sum: number): boolean => rows > 0 && (rows === 1 || sum === rows || sum === rows * (SEUIL_SECRET - 1));

/**
 * Masks one row more among some whose sum is known, when the sum would tell a masked one: the smallest of the others that
 * leaves more than one way to make it. Whether the sum can then be shown.
 */
function completer(counts: Float64Array, secret: Uint8Array, rows: readonly number[]): boolean {
  const small = rows.filter((row) => secret[row] === 1);
  const sum = small.reduce((all, row) => all + counts[row]!, 0);
  if (!seuleFacon(small.length, sum)) return true;
  // All at their least, what is beside must be able to give one away, and still be no small count.
  const least = sum === small.length ? SEUIL_SECRET + 1 : SEUIL_SECRET;
  const beside = rows.filter((row) => secret[row] !== 1 && counts[row]! >= least).toSorted((a, b) => counts[a]! - counts[b]! || a - b);
  if (beside.length === 0) return false;
  if (!beside.some((row) => secret[row] === 2)) secret[beside[0]!] = 2;
  return true;
}

/** What leaves the browser of counts of persons that add up. */
export interface Secret {
  /** One a row: 1 for a small count, 2 for one masked with it; null for published data. */
  readonly lignes: Uint8Array | null;
  /** The total would tell a small count: it is masked too. */
  readonly total: boolean;
}

/**
 * Rows of counts of persons that stay on this screen: those above 0 and under the threshold, then, where the sum of the rows
 * (of each group, then of all) would tell one by difference, the smallest other; where there is none, the total.
 * @param groupes of each row, those whose sums other outputs give: the EPCI of a commune
 */
export function secretDe(personnes: boolean, counts: Float64Array, groupes: readonly (string | null)[] = []): Secret {
  if (!personnes) return { lignes: null, total: false };
  const lignes = Uint8Array.from(counts, (count) => (few(count) ? 1 : 0));
  const parts = new Map<string, number[]>();
  groupes.forEach((groupe, row) => groupe !== null && parts.set(groupe, [...(parts.get(groupe) ?? []), row]));
  for (const rows of parts.values()) completer(counts, lignes, rows);
  const tells = !completer(counts, lignes, [...counts.keys()]);
  const sum = counts.reduce((all, count) => all + count, 0);
  // A total that is a small count itself says « < 5 »: it tells nothing, unless as many rows as it can hold are masked.
  return { lignes, total: few(sum) ? lignes.filter((one) => one === 1).length === SEUIL_SECRET - 1 : tells };
}

/** Columns of which the masked rows stay on this screen: see `sharedCell`. */
export function avecSecret({ lignes }: Secret, columns: readonly Column[]): readonly Column[] {
  return lignes === null ? columns : columns.map((column) => ({ ...column, secret: lignes }));
}

/**
 * Columns that rest on so many persons without adding up: where their count is above 0 and under the threshold, what
 * leaves the browser says « < 5 ». Never put on published data nor on the demonstration set.
 * @param counts persons of each row
 */
export function masked(personnes: boolean, counts: Float64Array, columns: readonly Column[]): readonly Column[] {
  return avecSecret({ lignes: personnes ? Uint8Array.from(counts, (count) => (few(count) ? 1 : 0)) : null, total: false }, columns);
}
