// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { A4, ECRAN } from "../../../src/documents/pages/format-page";
import { pageSvg } from "../../../src/documents/pages/page-svg";
import { lireSvg } from "../../../src/documents/pdf/lire-svg";
import { CAPTURE, feuille, FEUILLES } from "../../presentation/exemples";

const RANG = { rang: 3, total: 12 };
const CAS = FEUILLES.flatMap((une) => [ECRAN, A4].map((format) => [une.corps.genre, format.id, pageSvg(une, format, RANG)] as const));

function parse(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(parsed.querySelector("parsererror")?.textContent ?? "").toBe("");
  return parsed;
}
const textOf = (svg: string): string => [...parse(svg).querySelectorAll("text")].map(({ textContent }) => textContent).join(" ").replaceAll(/[\u00A0\u202F]/g, " ");

describe.each(CAS)("a page: %s, %s", (genre, format, svg) => {
  test("is well formed, and asks nothing of anyone", () => {
    expect(parse(svg).documentElement.getAttribute("viewBox")).toBe(format === "a4" ? "0 0 960 678.8" : "0 0 960 540");
    expect(svg).not.toMatch(/<script|<style| style=|<image|url\(http/);
  });
  test("says its title and its rank", () => {
    expect(textOf(svg)).toContain("Une page <&> « été »");
    expect(textOf(svg)).toContain("3 / 12");
  });
  test("keeps every text within the page", () => {
    const size = format === "a4" ? 678.8 : 540;
    for (const text of parse(svg).querySelectorAll(":scope > text, :scope > a text")) {
      expect(Number(text.getAttribute("y"))).toBeLessThanOrEqual(size);
      expect(Number(text.getAttribute("x"))).toBeLessThanOrEqual(960);
    }
  });
  test("reads the same for the PDF as for a browser", () => {
    const elements = (element: ReturnType<typeof lireSvg>): number => 1 + element.enfants.reduce((sum, enfant) => sum + elements(enfant), 0);
    expect(elements(lireSvg(svg))).toBe(parse(svg).querySelectorAll("*").length);
    if (genre === "carte") expect(svg).toContain("<use");
  });
});

test("every page with figures has its sources, with publisher, vintage, licence and quality", () => {
  const svg = textOf(pageSvg(feuille(), ECRAN, RANG));
  expect(svg).toContain("Jeu & démonstration, INSEE, 2023, Licence Ouverte 2.0 (illustratif)");
  expect(svg).toContain("Données illustratives");
  expect(svg).toContain("Rouvrir la vue vivante");
});
test("the notes are never on the page", () => {
  for (const [, , svg] of CAS) expect(svg).not.toContain("à l'œuvre");
});
test("a table says how many rows it leaves out, and masks what is about too few persons", () => {
  const many = { ...CAPTURE, tableau: { ...CAPTURE.tableau, lignes: Array.from({ length: 300 }, () => CAPTURE.tableau.lignes[0]!) } };
  expect(textOf(pageSvg(feuille({ genre: "tableau", capture: many }), ECRAN, RANG))).toMatch(/\d+ premières lignes sur 300/);
});
test("a part is read in percent, what is not known is « pas de donnée »", () => {
  const tableau = { entetes: [{ libelle: "Nom", nombre: false, decimales: null, part: false, vide: null }, { libelle: "Part", nombre: true, decimales: 1, part: true, vide: null }, { libelle: "Rang", nombre: true, decimales: 0, part: false, vide: "non retenue" }], lignes: [["Aixe", 0.125, 1], ["Bellac", null, null]] };
  const said = textOf(pageSvg(feuille({ genre: "tableau", capture: { ...CAPTURE, tableau } }), ECRAN, RANG));
  expect(said).toContain("12,5 %");
  expect(said).toContain("pas de donnée");
  expect(said).toContain("non retenue");
});
test("a long text is cut into lines, and a table never leaves its page", () => {
  const tableau = { entetes: [{ libelle: "Action", nombre: false, decimales: null, part: false, vide: null }], lignes: Array.from({ length: 60 }, (_, i) => [`${i} ${"Réunir régulièrement élus et soignants autour de l'accès aux soins ".repeat(4)}`]) };
  const svg = pageSvg(feuille({ genre: "tableau", capture: { ...CAPTURE, tableau } }), ECRAN, RANG);
  const ys = [...parse(svg).querySelectorAll("text")].map((text) => Number(text.getAttribute("y")));
  expect(Math.max(...ys)).toBeLessThanOrEqual(540);
  expect(textOf(svg)).toMatch(/soins \d+ Réunir|soins Réunir/);
});
