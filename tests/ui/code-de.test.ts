import { describe, expect, it } from "vitest";
import { codeDe } from "../../src/ui/panels/code-de";

const COMMUNES = new Map([
  ["87011", "Bellac"],
  ["87154", "Saint-Léonard-de-Noblat"],
  ["16001", "Le Bost"],
  ["87900", "Le Bost"],
]);

describe("commune that a text names", () => {
  it.each([
    ["Bellac (87011)", "87011"],
    ["bellac", "87011"],
    ["saint leonard de noblat", "87154"],
    [" 19275 ", "19275"],
    ["Porto-Vecchio (2a247)", "2A247"],
    ["", ""],
  ])("%s: %s", (texte, code) => expect(codeDe(texte, COMMUNES)).toBe(code));
  it.each(["Bell", "8701", "Nulle-Part", "Le Bost"])("%s: none, or more than one", (texte) => expect(codeDe(texte, COMMUNES)).toBeNull());
});
