import { describe, expect, it } from "vitest";
import { numberValues, textValues } from "../../../src/domain/table";
import { stages } from "../../../src/io/tables/stages";
import { issueText } from "../../../src/textes/issues";
import { COMMUNES, fichier } from "./communes";

const read = (text: string) => stages.lire(fichier(text, "msu.csv"), COMMUNES);
function kept(text: string) {
  const outcome = read(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { table, bilan } = outcome.value;
  return { table, ...bilan, said: outcome.issues.map((one) => `${one.where?.row ?? ""} ${issueText(one)}`) };
}

describe("places of internship", () => {
  it("reads counts by commune, placed at its chef-lieu", () => {
    const { table, lues, rejetees, said } = kept("code_insee;nombre\n87002;3\n87085;12\n");
    expect([lues, rejetees, said]).toEqual([2, 0, []]);
    expect(textValues(table, "code_commune")).toEqual(["87002", "87085"]);
    expect([...numberValues(table, "nombre")]).toEqual([3, 12]);
    expect([...numberValues(table, "lon")]).toEqual([1.4, 1.26]);
    expect([...numberValues(table, "capacite")]).toEqual([Number.NaN, Number.NaN]);
  });
  it("reads one row a place, several in a commune, each for one", () => {
    const { table } = kept("lon,lat,code_insee,capacite,niveau,mode\n1.27,45.84,87085,2,SASPAS,groupe\n1.25,45.82,87085,,Niveau 1,\n");
    expect([...numberValues(table, "nombre")]).toEqual([1, 1]);
    expect([...numberValues(table, "capacite")]).toEqual([2, Number.NaN]);
    expect([textValues(table, "niveau"), textValues(table, "mode")]).toEqual([["SASPAS", "Niveau 1"], ["groupe", null]]);
  });
  it("never keeps the name of a person", () => {
    const { table } = kept("nom;code_insee;nombre\nDr Dupont;87002;1\n");
    expect(JSON.stringify(table)).not.toContain("Dupont");
  });
  it("carries an old code to the commune of today, and says so", () => {
    const { table, said } = kept("code_insee;nombre\n24089;2\n");
    expect(textValues(table, "code_commune")).toEqual(["24325"]);
    expect(said).toEqual(["2 Cazoulès (24089) fait aujourd'hui partie d'une autre commune : la ligne est reportée sur 24325. (fichier msu.csv, ligne 2)"]);
  });
  it.each([
    ["99999;3", "« 99999 »"],
    ["87085;trois", "« trois »"],
    ["87085;1,5", "« 1,5 »"],
    ["87085;-2", "« -2 »"],
    ["87085;", "« nombre »"],
  ])("names the bad row %s, and keeps the good ones", (row, says) => {
    const { table, rejetees, said } = kept(`code_insee;nombre\n${row}\n87002;1\n`);
    expect([table.length, rejetees]).toEqual([1, 1]);
    expect(said.join()).toContain(says);
    expect(said.join()).toContain("ligne 2");
  });
  it("refuses the second row of a commune in a table of counts: none is a guess", () => {
    const { table, said } = kept("code_insee;nombre\n87085;12\n87085;3\n");
    expect([...numberValues(table, "nombre")]).toEqual([12]);
    expect(said.join()).toContain("« 87085 » figure plusieurs fois");
  });
  it("keeps a count of 0 out of the places: nobody is there", () => {
    const { table, gardees, rejetees } = kept("code_insee;nombre\n87085;12\n87002;0\n");
    expect([table.length, gardees, rejetees]).toEqual([1, 1, 0]);
  });
  it("says of a row that it is nowhere, or out of France", () => {
    const { said } = kept("lon;lat;code_insee\n;;\n1,26;45,83;\n45,83;1,26;\n;;87085\n1;;\n");
    expect(said.some((text) => text.startsWith("4 Longitude"))).toBe(true);
    expect(said.some((text) => text.startsWith("6 Ni code"))).toBe(true);
  });
  it("refuses a file without codes or coordinates, and one without a good row", () => {
    expect(read("commune;nombre\nLimoges;3\n").issues.map(({ code }) => code)).toEqual(["colonne-absente"]);
    expect(read("code_insee;nombre\n99999;3\n").ok).toBe(false);
  });
});
