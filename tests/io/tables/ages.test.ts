import { describe, expect, it } from "vitest";
import { cellAt } from "../../../src/domain/table";
import { agesMedecins, trancheEcrite } from "../../../src/io/tables/ages";
import { issueText } from "../../../src/textes/issues";
import { COMMUNES, fichier } from "./communes";

function kept(text: string) {
  const outcome = agesMedecins.lire(fichier(text, "ages.csv"), COMMUNES);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { table, bilan } = outcome.value;
  return { rows: Array.from({ length: table.length }, (_, row) => table.columns.map((column) => cellAt(column, row))), bilan, said: outcome.issues.map(issueText), text: JSON.stringify(table) };
}

describe("ages of doctors", () => {
  it.each([
    ["60-64", [60, 64]], ["60 à 64 ans", [60, 64]], ["de 60 ans à 64 ans", [60, 64]], ["60 – 64", [60, 64]], ["moins de 40 ans", [30, 39]], ["< 40", [30, 39]], ["39 ans et moins", [30, 39]],
    ["65 ans et plus", [65, 72]], ["65+", [65, 72]], [">= 65", [65, 72]], ["plus de 65 ans", [66, 72]], ["> 65", [66, 72]],
    ["", null], ["soixante", null], ["65", null], ["64-60", null], ["10-20", null],
  ])("« %s » is %j", (text, ages) => expect(trancheEcrite(text)).toEqual(ages));

  it("puts the doctors of a commune and an age together, one row each or counted", () => {
    expect(kept("code_insee;age\n87085;61\n87085;61\n87002;40\n").rows).toEqual([["87085", 61, 61, 2], ["87002", 40, 40, 1]]);
    expect(kept("code_insee;tranche;effectif\n87085;60-64;12\n87085;65 et plus;0\n").rows).toEqual([["87085", 60, 64, 12]]);
  });

  it("never keeps the name of a person", () => expect(kept("nom;prenom;code_insee;age\nDupont;Anne;87085;61\n").text).not.toMatch(/Dupont|Anne/));

  it.each([
    ["87085;soixante", "« soixante » n'est pas un âge"],
    ["87085;", "case vide ; il faut un âge"],
    ["87085;12", "de 24 à 99"],
    ["87085;61,5", "un âge entier"],
    ["87999;61", "n'existe pas"],
  ])("names the bad row %s with its line, and keeps the good ones", (row, says) => {
    const { rows, bilan, said } = kept(`code_insee;age\n87002;40\n${row}\n`);
    expect([rows.length, bilan.rejetees]).toEqual([1, 1]);
    expect(said.join()).toContain(says);
    expect(said.join()).toContain("ligne 3");
  });

  it.each([
    ["87085;60-64;x", "« x » n'est pas un nombre entier positif"],
    ["87085;60-64;", "case vide ; il faut un nombre entier positif"],
    ["87085;vieux;3", "« vieux » n'est pas une tranche"],
    ["87002;40-49;2", "figure plusieurs fois"],
  ])("names the bad count %s", (row, says) => {
    const { bilan, said } = kept(`code_insee;tranche;effectif\n87002;40-49;1\n${row}\n`);
    expect([bilan.gardees, bilan.rejetees]).toEqual([1, 1]);
    expect(said.join()).toContain(says);
  });

  it("adds up communes merged since", () => {
    const { rows, bilan } = kept("code_insee;tranche;effectif\n79060;40-49;1\n79307;40-49;2\n");
    expect([rows, bilan.reparees]).toEqual([[["79307", 40, 49, 3]], 1]);
  });

  it("refuses a table of nobody", () => expect(agesMedecins.lire(fichier("code_insee;tranche;effectif\n87085;60-64;0\n"), COMMUNES).issues.map(({ code }) => code)).toEqual(["fichier-vide"]));
});
