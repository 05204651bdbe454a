import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { avecSecret, maskedFact, secretDe } from "../../src/analyses/shared/secret";
import { figure } from "../../src/analyses/shared/groupes";
import { type Cell, sharedCell } from "../../src/domain/table";

/** What leaves of some counts: each row as written, and their total. */
function published(counts: readonly number[], groupes: readonly string[] = []): { readonly rows: readonly Cell[]; readonly total: unknown } {
  const values = Float64Array.from(counts);
  const secret = secretDe(true, values, groupes);
  const [column] = avecSecret(secret, [figure("msu", "MSU", "nombre", 0, values)]);
  return { rows: counts.map((_, row) => sharedCell(column!, row)), total: maskedFact(true, counts.reduce((a, b) => a + b, 0), secret.total) };
}

const MOST = 40;
/** Every value that a written cell may stand for. */
function mayBe(cell: unknown): readonly number[] {
  if (typeof cell === "number") return [cell];
  return cell === "< 5" ? [1, 2, 3, 4] : Array.from({ length: MOST - 4 }, (_, k) => 5 + k);
}

/** For each row, the values it may have among all the rows that make a total: by enumeration of sums. */
function possible(rows: readonly Cell[], totals: readonly number[]): readonly ReadonlySet<number>[] {
  const sums = (cells: readonly Cell[]): ReadonlySet<number> => cells.reduce<ReadonlySet<number>>((known, cell) => new Set([...known].flatMap((sum) => mayBe(cell).map((value) => sum + value))), new Set([0]));
  return rows.map((cell, row) => {
    const others = sums(rows.filter((_, other) => other !== row));
    return new Set(mayBe(cell).filter((value) => totals.some((total) => others.has(total - value))));
  });
}

const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 7 });

describe("counts of persons that leave the browser", () => {
  test("no small count can be deduced from the rows and their total", () => {
    fc.assert(fc.property(counts, (list) => {
      const { rows, total } = published(list);
      const left = possible(rows, mayBe(total));
      rows.forEach((cell, row) => {
        if (list[row]! > 0 && list[row]! < 5) expect([list, cell, left[row]!.size > 1]).toEqual([list, "< 5", true]);
      });
    }), { numRuns: 2000 });
  });

  test("nor, in a group that has another row to mask, from the sum of the group", () => {
    fc.assert(fc.property(fc.array(counts, { minLength: 1, maxLength: 3 }), (groups) => {
      const all = groups.flat();
      const { rows } = published(all, groups.flatMap((list, g) => list.map(() => `EPCI ${g}`)));
      let from = 0;
      for (const list of groups) {
        const here = rows.slice(from, from + list.length);
        from += list.length;
        if (!list.some((count) => count > 5)) continue;
        const left = possible(here, [list.reduce((a, b) => a + b, 0)]);
        here.forEach((_, row) => {
          if (list[row]! > 0 && list[row]! < 5) expect([list, left[row]!.size > 1]).toEqual([list, true]);
        });
      }
    }), { numRuns: 1000 });
  });

  it.each([
    [[3, 10, 7], ["< 5", 10, "masqué"], 20],
    [[3, 2, 10], ["< 5", "< 5", 10], 15],
    [[4, 4, 10, 9], ["< 5", "< 5", 10, "masqué"], 27],
    [[1, 5, 6], ["< 5", 5, "masqué"], 12],
    [[1, 5, 0], ["< 5", 5, 0], "masqué"],
    [[3, 0], ["< 5", 0], "< 5"],
    [[1, 1, 1], ["< 5", "< 5", "< 5"], "< 5"],
    [[1, 1, 1, 1], ["< 5", "< 5", "< 5", "< 5"], "masqué"],
    [[6, 0, 9], [6, 0, 9], 15],
  ] as const)("%j is written %j, %s in all", (list, rows, total) => {
    expect(published([...list])).toEqual({ rows, total });
  });

  test("published data is never masked", () => {
    const values = Float64Array.of(1, 2, 30);
    expect(secretDe(false, values)).toEqual({ lignes: null, total: false });
  });
});
