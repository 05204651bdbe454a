import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../src/domain/fold";
import { editDistance, nearest } from "../../src/domain/nearest";

describe("foldName", () => {
  it.each([
    ["St-Yrieix-la-Perche", "saint yrieix la perche"],
    ["Sainte-Feyre", "sainte feyre"],
    ["STE FEYRE", "sainte feyre"],
    ["L'Isle-d'Œuf", "l isle d oeuf"],
    ["  Étang   (Le) ", "etang le"],
    ["Stains", "stains"],
  ])("folds %s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  it("is idempotent", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }), { seed: 20_260_106 });
  });
});

describe("editDistance", () => {
  it.each([["", "", 0], ["limoges", "limoges", 0], ["limoge", "limoges", 1], ["bellac", "belac", 1], ["abc", "", 3], ["chat", "chien", 3]])("of %s and %s is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it("is symmetric", () => {
    fc.assert(fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
    }), { seed: 20_260_107 });
  });
});

describe("nearest", () => {
  it("puts the closest names first, accents ignored", () => {
    expect(nearest("limoge", ["Bellac", "Limoges", "Limeyrat"], 2)).toEqual(["Limoges", "Limeyrat"]);
  });
});
