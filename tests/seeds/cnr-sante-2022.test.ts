import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { ateliersSchema, lireAteliers } from "../../src/io/terrain/ateliers";
import { textValues } from "../../src/domain/table";
import { load } from "../analyses/run";
import { type Lignes, longestRun, passageOf, perdus, type Preuve, readSeed, sourceLines } from "./source";

const doc = v.parse(ateliersSchema, readSeed("cnr-sante-2022.json"));
const { ateliers } = doc;
const tally = (keys: readonly string[]): Readonly<Record<string, number>> => Object.fromEntries([...new Set(keys)].toSorted().map((key) => [key, keys.filter((each) => each === key).length]));
const inside = ([a, b]: Lignes, [first, last]: Lignes): boolean => a >= first && b <= last;

describe("the file", () => {
  test("is what the page reads", () => {
    expect(lireAteliers()).toEqual(doc);
  });
  test("has the 47 workshops, 5 in Haute-Vienne, by département as the document counts them", () => {
    expect([ateliers.length, new Set(ateliers.map(({ id }) => id)).size]).toEqual([47, 47]);
    expect(tally(ateliers.map(({ departement }) => departement))).toEqual(Object.fromEntries(doc.departements.map(({ code, ateliers: n }) => [code, n])));
    expect(ateliers.filter(({ departement }) => departement === "87").map(({ nom }) => nom)).toEqual(["Bessines-sur-Gartempe", "Châteauneuf-la-Forêt", "Limoges", "Saint-Junien", "Saint-Yrieix-la-Perche"]);
  });
  test("has one workshop without a report: nothing is attributed to it", () => {
    const mute = ateliers.filter(({ compte_rendu: published }) => !published);
    expect(mute.map(({ id, points, chiffres, participants, themes }) => [id, points.length, chiffres.length, participants, themes.length])).toEqual([["87-44", 0, 0, null, 0]]);
  });
  test("contributions by theme add up to the total of the document", () => {
    expect([doc.thematiques.map(({ contributions }) => contributions), doc.thematiques.reduce((sum, { contributions }) => sum + contributions, 0)]).toEqual([[908, 345, 243, 315], 1811]);
    expect(doc.document.contributions).toBe(1811);
  });
  test("shares without médecin traitant of Haute-Vienne are those the document prints", () => {
    const shares = ateliers.flatMap(({ nom, departement, chiffres }) => (departement === "87" ? chiffres.filter(({ cle }) => cle === "sans-medecin-traitant").map(({ valeur }) => [nom, valeur]) : []));
    expect(shares).toEqual([["Bessines-sur-Gartempe", 5.6], ["Limoges", 7.5], ["Saint-Junien", 5.37], ["Saint-Yrieix-la-Perche", 5.5]]);
  });
  test("every point has a theme of the list, and every theme has points", () => {
    const used = new Set(ateliers.flatMap(({ points }) => points.map(({ theme }) => theme)));
    expect([...used].toSorted()).toEqual(doc.themes.map(({ id }) => id).toSorted());
  });
  test("a figure with both a number and words, or with neither, is refused", () => {
    const [first] = ateliers;
    const chiffre = first?.chiffres[0];
    for (const change of [{ texte: "six" }, { valeur: undefined }, { lignes: [9, 8] }, { mots: [] }]) {
      expect(v.safeParse(ateliersSchema, { ...doc, ateliers: [{ ...first, chiffres: [{ ...chiffre, ...change }] }] }).success, JSON.stringify(change)).toBe(false);
    }
  });
  test("every place it is tied to is in our tables", async () => {
    const { table } = await load("communes");
    const known = { commune: new Set(textValues(table, "code")), epci: new Set(textValues(table, "epci")), arrondissement: new Set(textValues(table, "arr")), departement: new Set(textValues(table, "dep")) };
    expect(ateliers.flatMap(({ id, liens, commune }) => [...liens.filter(({ genre, code }) => !known[genre].has(code)).map(({ code }) => `${id} ${code}`), ...(commune === null || known.commune.has(commune) ? [] : [`${id} ${commune}`])])).toEqual([]);
  });
  test("a tie that is deduced says from what, and a workshop tied to no territory says why", () => {
    expect(ateliers.flatMap(({ id, liens }) => liens.filter(({ lien, note }) => lien === "deduit" && note === undefined).map(() => id))).toEqual([]);
  });
});

const text = sourceLines(doc.document.fichier);

describe.skipIf(text.length === 0)("against the source", () => {
  const preuves: readonly Preuve[] = [
    ...doc.thematiques.map(({ intitule, lignes, mots }) => ({ nom: intitule, lignes: [lignes], mots })),
    ...ateliers.flatMap(({ id, chiffres, points }) => [
      ...chiffres.map(({ libelle, lignes, mots }) => ({ nom: `${id} ${libelle}`, lignes: [lignes], mots })),
      ...points.map(({ texte, lignes, mots }) => ({ nom: `${id} ${texte}`, lignes, mots })),
    ]),
  ];
  test("every fact stands at the lines it names", () => {
    expect(preuves.length).toBe(4 + 368 + 475);
    expect(perdus(text, preuves)).toEqual([]);
  });
  test("every fact is within the report of its workshop", () => {
    const out = ateliers.flatMap(({ id, lignes, chiffres, points, liens }) => [...chiffres, ...liens].flatMap((each) => (inside(each.lignes, lignes) ? [] : [id])).concat(points.flatMap((each) => (each.lignes.every((place) => inside(place, lignes)) ? [] : [id]))));
    expect(out).toEqual([]);
  });
  test("a report begins where its workshop is titled", () => {
    const key = (word: string): string => word.normalize("NFD").toLowerCase().replaceAll(/[^a-z]/g, "");
    expect(ateliers.filter(({ imprime, lignes }) => !key(passageOf(text, [lignes[0], lignes[0]])).includes(key(imprime).slice(0, 8))).map(({ imprime }) => imprime)).toEqual([]);
  });
  test("a number of more than one digit is printed at its lines", () => {
    const digits = (word: string): string => word.replaceAll(/\D/g, "");
    const lost = ateliers.flatMap(({ id, chiffres }) => chiffres.filter(({ valeur, lignes }) => valeur !== undefined && Math.abs(valeur) > 9 && !digits(passageOf(text, lignes)).includes(digits(String(valeur)))).map(({ libelle }) => `${id} ${libelle}`));
    expect(lost).toEqual([]);
  });
  test("what was said is in our words: no long run of the source's", () => {
    const copied = ateliers.flatMap(({ id, points }) => points.filter(({ texte, lignes }) => longestRun(texte, lignes.map((place) => passageOf(text, place)).join("\n")) > 7).map(({ texte }) => `${id} ${texte}`));
    expect(copied).toEqual([]);
  });
});
