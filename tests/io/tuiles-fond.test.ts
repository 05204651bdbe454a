import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTuiles, writeTuiles } from "../../src/io/tuiles-fond";

const tuiles = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 4095 }), fc.nat({ max: 4095 }), fc.uint8Array({ maxLength: 40 })), { selector: ([x, y]) => `${x}/${y}`, maxLength: 12 })
  .map((list) => new Map(list.map(([x, y, bytes]) => [`${x}/${y}`, Uint8Array.from(bytes)])));

describe("an archive of tiles", () => {
  it("gives back the tiles it was made of", () => {
    fc.assert(fc.property(tuiles, (made) => {
      expect(readTuiles(writeTuiles(made))).toEqual(made);
    }), { seed: 41, numRuns: 200 });
  });

  it("is refused when it is cut, wherever that is", () => {
    fc.assert(
      fc.property(tuiles, fc.nat(), (made, at) => {
        const bytes = writeTuiles(made);
        const cut = bytes.subarray(0, at % bytes.length);
        const read = readTuiles(cut);
        // A cut that takes nothing but the bytes of an empty tile takes nothing.
        expect(read === null || [...read].every(([key, tuile]) => tuile.length === made.get(key)?.length)).toBe(true);
        if (cut.length < 8 + 16 * made.size) expect(read).toBeNull();
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it("is refused when it is something else", () => {
    expect(readTuiles(new TextEncoder().encode("<!doctype html><title>404</title>"))).toBeNull();
    expect(readTuiles(new Uint8Array())).toBeNull();
  });
});
