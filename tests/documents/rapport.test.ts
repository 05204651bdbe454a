import { describe, expect, test } from "vitest";
import { courbesSvg } from "../../src/documents/courbes";
import { type Rapport, rapportCorps, rapportHtml } from "../../src/documents/rapport/rapport";
import type { Table } from "../../src/domain/table";

const nombre = (name: string, label: string, values: readonly number[], unit: "habitants" | "minutes" | "part" = "habitants") => ({ name, label, type: "nombre", unit, digits: 1, values: Float64Array.from(values) }) as const;
const texte = (name: string, label: string, values: readonly (string | null)[]) => ({ name, label, type: "texte", values }) as const;
const table = (length: number, ...columns: Table["columns"]): Table => ({ id: "t", length, columns });

const RAPPORT: Rapport = {
  titre: "Implanter · Haute-Vienne",
  question: "Où ouvrir ?",
  phrase: "12 habitants <de plus> & d'autres.",
  details: ["« A » : rien."],
  date: "26 novembre 2026",
  reglages: [{ nom: "Couvert à", valeur: "15 min au plus" }],
  cartes: [],
  tableaux: [],
  courbes: [],
  limites: [],
  sources: [{ resource: "msp", title: "Maisons de santé", publisher: "ANS", licence: "Licence Ouverte", vintage: "2021-01-08", quality: "officiel" }],
  lien: null,
};

describe("a report", () => {
  test("is two pages, with the answer, the rules, the limits and the sources with their vintage", () => {
    const html = rapportCorps(RAPPORT);
    expect(html.match(/class="page"/g)).toHaveLength(2);
    for (const said of ["Implanter · Haute-Vienne", "Édité le 26 novembre 2026", "« A » : rien.", "15 min au plus", "8 janvier 2021", "À savoir avant de décider"]) expect(html).toContain(said);
  });

  test("escapes what data hold, and as a file fetches and runs nothing", () => {
    const html = rapportHtml(RAPPORT);
    expect(html).toContain("12 habitants &lt;de plus&gt; &amp; d'autres.");
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3\.org)/);
  });

  test("rows of a « fiches » table are read down, those of a « lignes » table across, and missing figures are told", () => {
    const both = table(2, texte("nom", "Commune", ["Bellac", "Châlus"]), nombre("gagnes", "Gagnés", [1500, Number.NaN]));
    const html = rapportCorps({ ...RAPPORT, tableaux: [{ titre: "A", table: both, sens: "fiches" }, { titre: "B", table: both, sens: "lignes" }] });
    expect(html).toContain('<th scope="row">Gagnés</th><td>1\u202f500,0</td><td>–</td>');
    expect(html).toContain('<th scope="row">Bellac</th><td>1\u202f500,0</td>');
  });

  test("rows of a « citations » table are lines of text, without what is not said", () => {
    const said = table(2, texte("aide", "Aide", ["Une", "Deux"]), texte("qui", "Portée par", ["ARS", null]), texte("document", "Document", ["Plan <87>", "Pacte"]));
    const html = rapportCorps({ ...RAPPORT, tableaux: [{ titre: "Aides", table: said, sens: "citations" }] });
    expect(html).toContain("<li>Une · ARS · Plan &lt;87&gt;</li><li>Deux · Pacte</li>");
  });

  test("stays two pages: long tables and long lists of limits are cut, which is said", () => {
    const long = table(40, texte("nom", "Commune", Array.from({ length: 40 }, (_, i) => `C${i}`)));
    const html = rapportCorps({ ...RAPPORT, tableaux: [{ titre: "B", table: long, sens: "lignes" }], limites: Array.from({ length: 30 }, (_, i) => `L${i}`) });
    expect(html).toContain("30 autres lignes");
    expect(html).toContain("23 autres remarques");
    expect(html).not.toContain("L7<");
  });
});

describe("curves", () => {
  const parts = table(3, nombre("minutes", "Minutes", [0, 10, 20], "minutes"), nombre("a", "État <1>", [0, 0.5, 1], "part"), nombre("b", "Deux", [0, Number.NaN, 0.8], "part"));

  test("one line a column, each with its dashes and its name, escaped", () => {
    const svg = courbesSvg("Part", parts, "t1");
    expect(svg.match(/stroke-width="2.2"/g)).toHaveLength(4);
    expect(svg).toContain("État &lt;1&gt;");
    expect(svg.match(/stroke-dasharray="7 3"/g)).toHaveLength(2);
  });

  test("a missing figure breaks the line instead of being a zero", () => {
    const [, second] = [...courbesSvg("Part", parts, "t1").matchAll(/<path d="(M[^"]+)" fill="none"/g)].map(([, d]) => d!);
    expect(second!.match(/M/g)).toHaveLength(2);
    expect(second).not.toContain("L");
  });

  test("the axis of figures that are no shares begins on a round step under the least of them", () => {
    const svg = courbesSvg("C", table(2, nombre("n", "Sites", [0, 10]), nombre("h", "Habitants", [310_000, 363_000])), "t2");
    expect(svg).toContain(">300\u202f000<");
    expect(svg).not.toContain(">200\u202f000<");
  });

  test("a table without figures gives nothing", () => expect(courbesSvg("C", table(1, texte("nom", "Nom", ["a"])), "t3")).toBe(""));
});
