import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Canvas, canvasFor, STRETCH } from "../../../src/geo/kernel/spread-kernel";

const [COLUMNS, ROWS] = [23, 17];

/** No place of a graph is nearer to another, on the coarsest of the grids in use. */
const thousandths = (value: number): number => value / 1000;

/** Stretches that stand far enough from the rim for their reach, as the grid of a result is cut. */
const cases = fc.record({
  reach: fc.constantFrom<number>(0.5, 1, 2, 4),
  limit: fc.integer({ min: 10, max: 4000 }),
  secondsPerStep: fc.integer({ min: 1, max: 400 }),
  stretches: fc.array(
    fc.record({
      x: fc.double({ min: 6, max: 15, noNaN: true }),
      y: fc.double({ min: 6, max: 10, noNaN: true }),
      dx: fc.integer({ min: -1000, max: 2000 }).map(thousandths),
      dy: fc.integer({ min: -1000, max: 1000 }).map(thousandths),
      byFrom: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 3600 })),
      byTo: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 3600 })),
      rise: fc.integer({ min: 0, max: 300 }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function drawn({ stretches, ...sizes }: Case, canvas: typeof canvasFor = canvasFor): Canvas {
  const made = canvas({ ...sizes, columns: COLUMNS, samples: COLUMNS * ROWS, room: 64 });
  stretches.forEach(({ x, y, dx, dy, byFrom, byTo, rise }, k) => made.stretches.set([x, y, dx, dy, byFrom, byTo, rise], k * STRETCH));
  made.draw(stretches.length);
  return made;
}

describe("the kernel that spreads times on the ground", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("gives the samples of the loop in JavaScript", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    const { canvasFor: alone } = await import("../../../src/geo/kernel/spread-kernel");
    // The module is looked for once, at the first canvas.
    const without = alone({ reach: 1, limit: 1, secondsPerStep: 1, columns: 1, samples: 1, room: 1 });
    expect(without.seconds.buffer.byteLength).toBeLessThan(100);
    vi.unstubAllGlobals();
    fc.assert(fc.property(cases, (one) => {
      const [fast, slow] = [drawn(one), drawn(one, alone)];
      fast.seconds.forEach((seconds, at) => {
        const [theirs, square] = [slow.seconds[at]!, slow.squares[at]!];
        // Single precision on one side, double on the other: on the very edge of the reach or of the limit, one may be in and not the other.
        const edge = [seconds, theirs].some((value) => Math.abs(value - one.limit) < 0.01) || [fast.squares[at]!, square].some((value) => Math.abs(value - one.reach ** 2) < 1e-4);
        if (edge) return;
        if (theirs === Infinity || seconds === Infinity) expect(seconds).toBe(theirs);
        else expect(Math.abs(seconds - theirs)).toBeLessThan(0.02);
        if (Number.isFinite(square) && Number.isFinite(fast.squares[at]!)) expect(Math.abs(fast.squares[at]! - square)).toBeLessThan(1e-4);
        else expect(fast.squares[at]).toBe(square);
      });
    }), { seed: 41, numRuns: 400 });
  });

  it("draws what comes in several times as what comes in one", () => {
    fc.assert(fc.property(cases, ({ stretches, ...sizes }) => {
      const whole = drawn({ stretches, ...sizes });
      const parts = canvasFor({ ...sizes, columns: COLUMNS, samples: COLUMNS * ROWS, room: 1 });
      for (const { x, y, dx, dy, byFrom, byTo, rise } of stretches) {
        parts.stretches.set([x, y, dx, dy, byFrom, byTo, rise]);
        parts.draw(1);
      }
      expect([parts.seconds, parts.squares]).toEqual([whole.seconds, whole.squares]);
    }), { seed: 42, numRuns: 100 });
  });

  it("writes the last row of its grid, and nothing out of reach", () => {
    const canvas = drawn({ reach: 1, limit: 100, secondsPerStep: 10, stretches: [{ x: COLUMNS - 2, y: ROWS - 3, dx: 0, dy: 1, byFrom: 5, byTo: Infinity, rise: 2 }] });
    expect(canvas.seconds[COLUMNS * ROWS - 2]).toBe(17);
    expect([...canvas.seconds].filter((seconds) => seconds !== Infinity)).toEqual([15, 15, 5, 15, 17, 7, 17, 17]);
  });

  it("can be made again and again", () => {
    const one = { reach: 1, limit: 100, secondsPerStep: 10, stretches: [{ x: 9, y: 9, dx: 0, dy: 0, byFrom: 5, byTo: 5, rise: 0 }] };
    for (let k = 0; k < 2000; k += 1) expect(drawn(one).seconds[9 * COLUMNS + 9]).toBe(5);
  });
});
