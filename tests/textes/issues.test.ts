import { expect, test } from "vitest";
import { type Issue, issue } from "../../src/domain/issue";
import { issueText } from "../../src/textes/issues";

const VIDES: readonly (readonly [string, Issue, RegExp])[] = [
  ["that holds something else", issue("valeur-illisible", "erreur", { colonne: "specialite", valeur: " ", attendu: "une spécialité" }), /Colonne « specialite » : case vide ; il faut une spécialité\./],
  ["that names a commune", issue("code-commune-inconnu", "erreur", { code: "" }), /Case vide : il faut le code INSEE d'une commune\./],
  ["that another commune contradicts", issue("valeurs-contraires", "avertissement", { code: "87085", valeur: "", gardee: "ZIP" }), /dit autre chose \(case vide\) que la ligne de 87085 \(« ZIP »\)/],
  ["that stands alone against others", issue("valeurs-contraires", "erreur", { code: "87085", valeur: "", gardee: null }), /\(ici case vide\)/],
  ["that is written twice", issue("code-en-double", "erreur", { colonne: "code", valeur: "" }), /Plusieurs cases vides dans la colonne « code »/],
];

test.each(VIDES)("an empty cell %s is said to be empty, never quoted", (_, found, phrase) => {
  expect(issueText(found)).toMatch(phrase);
  expect(issueText(found)).not.toMatch(/«\s*»/);
});

test("what a cell holds is quoted", () => {
  expect(issueText(issue("valeur-illisible", "erreur", { colonne: "specialite", valeur: "Cardio", attendu: "une spécialité" }))).toContain("« Cardio » n'est pas une spécialité");
});
