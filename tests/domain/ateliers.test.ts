import { describe, expect, test } from "vitest";
import { ateliersDe } from "../../src/domain/ateliers";
import { lireAteliers } from "../../src/io/terrain/ateliers";
import { numberValues, textValues } from "../../src/domain/table";
import { load } from "../analyses/run";

const { ateliers } = lireAteliers();
const { table } = await load("communes");
const found = (...codes: readonly string[]): readonly (readonly [string, string])[] => ateliersDe(ateliers, table, codes).map(({ atelier, rang }) => [atelier.nom, rang]);
const communesDe = (column: string, code: string): readonly string[] => textValues(table, "code").flatMap((one, row) => (one !== null && textValues(table, column)[row] === code ? [one] : []));

describe("the workshops of a place", () => {
  test("that of its intercommunalité comes before that of the département", () => {
    expect(found("87011")).toEqual([["Bessines-sur-Gartempe", "deduit"], ["Limoges", "departement"]]);
  });
  test("a place cited elsewhere has both", () => {
    expect(found("87059")).toEqual([["Bessines-sur-Gartempe", "deduit"], ["Loudun", "cite"], ["Limoges", "departement"]]);
  });
  test("named as the territory", () => {
    expect(found("87085")).toEqual([["Limoges", "nomme"]]);
  });
  test("a workshop without report is known by where it was held only", () => {
    expect(found("87040")).toEqual([["Châteauneuf-la-Forêt", "lieu"], ["Limoges", "departement"]]);
  });
  test("an arrondissement holds its communes", () => {
    expect(found("24164")[0]).toEqual(["Nontron", "nomme"]);
  });
  test("a group has those of its communes, each once", () => {
    expect(found(...communesDe("epci", "248719312"))).toEqual([["Limoges", "nomme"]]);
    expect(found(...communesDe("dep", "87")).map(([nom]) => nom).toSorted()).toEqual(["Bessines-sur-Gartempe", "Châteauneuf-la-Forêt", "Limoges", "Loudun", "Saint-Junien", "Saint-Yrieix-la-Perche"]);
  });
  test("no commune, no workshop", () => {
    expect(found()).toEqual([]);
  });
  test("every workshop of the region is of some commune", () => {
    expect(found(...communesDe("region", "NA")).length).toBe(47);
  });
});

test("a workshop stands at the chef-lieu of where it was held, or nowhere", () => {
  const codes = textValues(table, "code");
  const at = (code: string | null): unknown => (code === null ? null : [numberValues(table, "lon")[codes.indexOf(code)], numberValues(table, "lat")[codes.indexOf(code)]]);
  expect(ateliers.map(({ point }) => point)).toEqual(ateliers.map(({ commune }) => at(commune)));
  expect(ateliers.filter(({ point }) => point === null).length).toBe(2);
});
