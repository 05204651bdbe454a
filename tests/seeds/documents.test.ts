import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { etudeSchema, lireDocuments, pacteFranceSchema, pacteRegionSchema } from "../../src/io/terrain/documents";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { type Lignes, longestRun, passageOf, perdus, type Preuve, readSeed, sourceLines } from "./source";

const region = v.parse(pacteRegionSchema, readSeed("pacte-territoire-sante-na.json"));
const france = v.parse(pacteFranceSchema, readSeed("pacte-territoire-sante-france.json"));
const etude = v.parse(etudeSchema, readSeed("etude-pyrenees-mediterranee.json"));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const valueOf = (list: readonly { readonly id: string; readonly valeur: number }[], id: string): number | undefined => list.find((each) => each.id === id)?.valeur;

test("the page reads these three files", () => {
  expect(lireDocuments()).toEqual({ region, france, etude });
});

describe("the regional edition of the Pacte", () => {
  test("has the twelve départements, Haute-Vienne with 5 maisons de santé and 8 contracts", () => {
    expect(region.departements.map(({ code }) => code)).toEqual(DEPARTEMENTS_NA);
    const hv = region.departements.find(({ code }) => code === "87");
    expect([hv?.msp.valeur, hv?.ptmg.valeur]).toEqual([5, 8]);
  });
  test("its départements do not add up to its region, which is said", () => {
    expect([sum(region.departements.map(({ msp }) => msp.valeur)), valueOf(region.indicateurs, "msp")]).toEqual([98, 107]);
    expect([sum(region.departements.map(({ ptmg }) => ptmg.valeur)), valueOf(region.indicateurs, "ptmg")]).toEqual([78, 72]);
    const notes = region.document.notes.join(" ");
    expect([notes.includes("98"), notes.includes("78")]).toEqual([true, true]);
  });
  test("a likely misprint keeps its figure and says so", () => {
    const lot = region.departements.find(({ code }) => code === "47");
    expect([lot?.msp.valeur, lot?.note?.includes("14 maisons")]).toEqual([3, true]);
  });
});

describe("the national edition of the Pacte", () => {
  test("has seventeen regions; what is missing is null, never 0", () => {
    expect(france.regions.length).toBe(17);
    expect(france.regions.flatMap(({ cesp, ptmg, mcs, msp }) => [cesp, ptmg, mcs, msp]).includes(0)).toBe(false);
    expect(france.regions.filter(({ mcs }) => mcs === null).map(({ nom }) => nom)).toEqual(["Île-de-France", "Normandie", "Martinique", "Guyane"]);
  });
  test("counts 105 maisons de santé where the regional edition counts 107", () => {
    expect(france.regions.find(({ code }) => code === "NAQ")?.msp).toBe(105);
  });
});

describe("the study", () => {
  test("has a method, five levers and four recommendations", () => {
    expect([etude.methode.length, etude.leviers.length, etude.preconisations.length]).toEqual([8, 5, 4]);
  });
  test("a figure that cannot be is flagged", () => {
    expect(etude.leviers.find(({ generalistes_10000: n }) => n === 25)?.note).toContain("coquille");
  });
  test("its yearly costs follow from its monthly ones", () => {
    expect([Math.round(50.35 * 12), 1819 * 12]).toEqual([valueOf(etude.indicateurs, "domicile-an2"), 21_828]);
  });
});

interface Place {
  readonly lignes: Lignes;
  readonly mots: readonly string[];
}
const preuve = (nom: string, { lignes, mots }: Place): Preuve => ({ nom, lignes: [lignes], mots });
const faits = (list: readonly (Place & { readonly texte: string })[]): readonly Preuve[] => list.map((each) => preuve(each.texte, each));
const indicateurs = (list: readonly (Place & { readonly id: string })[]): readonly Preuve[] => list.map((each) => preuve(each.id, each));

const CAS: readonly (readonly [fichier: string, preuves: readonly Preuve[]])[] = [
  [
    region.document.fichier,
    [...indicateurs(region.indicateurs), ...faits(region.faits), ...region.departements.flatMap((dep) => [preuve(dep.code, dep), preuve(`${dep.code} PTMG`, dep.ptmg), preuve(`${dep.code} MSP`, dep.msp), ...faits(dep.focus.faits)])],
  ],
  [france.document.fichier, [...indicateurs(france.indicateurs), ...faits(france.faits), ...france.regions.map((each) => preuve(each.nom, { lignes: each.lignes_titre, mots: each.mots }))]],
  [etude.document.fichier, [...indicateurs(etude.indicateurs), ...faits([...etude.methode, ...etude.constats, ...[...etude.leviers, ...etude.preconisations].flatMap((each) => each.faits)])]],
];

describe.each(CAS)("%s against the source", (fichier, preuves) => {
  const text = sourceLines(fichier);
  test.skipIf(text.length === 0)("every fact stands at the lines it names", () => {
    expect(perdus(text, preuves)).toEqual([]);
  });
  test.skipIf(text.length === 0)("no sentence is copied", () => {
    expect(preuves.filter(({ nom, lignes }) => longestRun(nom, lignes.map((place) => passageOf(text, place)).join("\n")) > 7).map(({ nom }) => nom)).toEqual([]);
  });
});

test.skipIf(sourceLines(france.document.fichier).length === 0)("every count of a region is printed in its box", () => {
  const text = sourceLines(france.document.fichier);
  const lost = france.regions.flatMap(({ nom, lignes, cesp, cesp_installes, cesp_a_venir, ptmg, mcs, msp }) => {
    const printed: readonly string[] = passageOf(text, lignes).match(/\d+/g) ?? [];
    return [cesp, cesp_installes, cesp_a_venir, ptmg, mcs, msp].filter((value) => value !== null && !printed.includes(String(value))).map((value) => `${nom} ${value}`);
  });
  expect(lost).toEqual([]);
});
