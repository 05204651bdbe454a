import { describe, expect, it } from "vitest";
import { resolveScale } from "../../../src/carto/resolve-scale";
import type { View } from "../../../src/carto/view";
import { lireMaille } from "../../../src/ui/map/lire-maille";

/** A square of 500 m whose centre is at 560 250, 6 530 250 in Lambert-93, to the metre. */
const CENTRE = [1.18947, 45.86413] as const;
const figure = (name: string, unit: "habitants" | "degres", value: number) => ({ name, label: name, type: "nombre", unit, digits: 0, values: Float64Array.of(value) }) as const;
const vue: View = {
  id: "candidats",
  title: "Mailles candidates et écartées",
  table: {
    id: "candidats",
    length: 1,
    columns: [
      { name: "code", label: "Code", type: "texte", values: ["87085_4"] },
      { name: "nom", label: "Maille", type: "texte", values: ["Limoges n° 4, maille de 500 m"] },
      { name: "candidature", label: "Candidature", type: "texte", values: ["candidate"] },
      figure("habitants", "habitants", 412),
      figure("lon", "degres", CENTRE[0]),
      figure("lat", "degres", CENTRE[1]),
    ],
  },
  geometry: { kind: "mailles", cote: 500, cle: "essai" },
  mark: "maille",
  column: "candidature",
  unit: "nombre",
  digits: 0,
  scale: { kind: "categories", categories: [{ value: "candidate", label: "Candidate", color: "#00796b", pattern: "plein" }] },
  quality: "derive",
};

describe("what is said of a cell", () => {
  it("that has a category: its name, the category in words, its inhabitants", () => {
    expect(lireMaille({ view: vue, scale: resolveScale(vue, undefined) }, CENTRE)).toEqual({ nom: "Limoges n° 4, maille de 500 m", valeur: "Candidate", precision: expect.stringMatching(/^412/), qualite: "derive" });
  });
});
