import { describe, expect, test } from "vitest";
import { listeImprimee, type ListeImprimee } from "../../src/documents/liste/liste-imprimee";
import type { Column } from "../../src/domain/table";

const text = (name: string, values: readonly (string | null)[]): Column => ({ name, label: name, type: "texte", values });
const figure = (name: string, label: string, values: readonly number[]): Column => ({ name, label, type: "nombre", unit: "minutes", digits: 1, values: Float64Array.from(values) });
const LISTE: ListeImprimee = {
  territoire: "Haute-Vienne",
  phrase: "64 communes restent.",
  liste: { id: "liste", length: 2, columns: [text("nom", ["Bellac", "Saint-<i>"]), text("code", ["87011", "87001"]), text("note", [null, "Appeler Mme R. & le maire"]), figure("minutes", "Minutes jusqu'à la faculté", [36.24, Number.NaN]), figure("inconnue", "Colonne de trop", [1, 2])] },
  profils: null,
  reglages: ["À au plus 45 min"],
  sources: [{ resource: "stages", title: "Lieux de stage", publisher: "Maillage", licence: "sans", vintage: "2026", quality: "illustratif" }],
  date: "26 novembre 2026",
};

describe("printed list", () => {
  test("communes in the reader's order, with figures, notes, and room to write where there is none", () => {
    const html = listeImprimee(LISTE);
    expect(html.replaceAll(/<[^>]+>/g, "|").replaceAll(/[\u00a0\u202f]/g, " ")).toMatch(/1\. Bellac \(87011\)\|+36,2 min\|+Note : \|+2\. Saint-&lt;i&gt; \(87001\)\|+pas de donnée\|+Note : Appeler Mme R\. &amp; le maire/);
    expect(html).not.toContain("Colonne de trop");
  });

  test("says the settings, the sources with their quality, the day, and that the places are a demonstration set", () => {
    const html = listeImprimee(LISTE);
    for (const said of ["À au plus 45 min.", "Lieux de stage, Maillage", "illustratif", "26 novembre 2026", "Données illustratives", "64 communes restent."]) expect(html).toContain(said);
    expect(listeImprimee({ ...LISTE, sources: [{ ...LISTE.sources[0]!, quality: "officiel" }] })).not.toContain("Données illustratives");
  });
});
