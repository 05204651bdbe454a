import { describe, expect, it } from "vitest";
import { codeDe, codeDuLieu } from "../../src/ui/panels/code-de";

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

describe("place of a commune that a text names", () => {
  it.each([
    ["Bellac (87011)", "87011"],
    ["87011_3", "87011_3"],
    ["bellac n° 3", "87011_3"],
    ["Saint-Léonard-de-Noblat n°12 (Pont de Noblat)", "87154_12"],
    ["Bellac n° 2 (Les Étangs), maille de 500 m", "87011_2"],
    ["", ""],
  ])("%s: %s", (texte, code) => expect(codeDuLieu(texte, COMMUNES)).toBe(code));
  it.each(["Bellac n° 0", "Nulle-Part n° 2", "Le Bost n° 1"])("%s: none", (texte) => expect(codeDuLieu(texte, COMMUNES)).toBeNull());
});
