import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { planSchema } from "../../src/io/terrain/plan";
import { fold, type Lignes, passageOf, type Preuve, perdus, readSeed, sourceLines } from "./source";

type Plan = v.InferOutput<typeof planSchema>;
const plan: Plan = v.parse(planSchema, readSeed("plan-attractivite-87.json"));

type Action = Plan["actions"][number];
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((each) => each.id);
const tally = (keys: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((each) => each === key).length]));

describe("the file", () => {
  test("every identifier is used once", () => {
    const all = [plan.indicateurs, plan.axes, plan.objectifs, plan.actions].flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
  });

  test("counts are those of the document, counted by hand", () => {
    expect(tally(plan.actions.map((each) => each.axe))).toEqual({ "axe-1": 17, "axe-2": 17 });
    expect(Object.values(tally(plan.actions.map((each) => each.objectif)))).toEqual([3, 9, 5, 1, 3, 1, 1, 1, 3, 4, 3]);
    expect(plan.axes.map((axe) => [axe.contexte.length, axe.resultats_attendus.length])).toEqual([[2, 6], [2, 7]]);
    expect([plan.objectifs.length, plan.indicateurs.length, plan.sigles.length]).toEqual([11, 19, 16]);
    expect(plan.document.groupe_projet).toHaveLength(11);
  });

  test("an action belongs to an objective of its own axis", () => {
    const axes = new Map(plan.objectifs.map((objectif) => [objectif.id, objectif.axe]));
    expect(plan.actions.filter((each) => axes.get(each.objectif) !== each.axe)).toEqual([]);
    expect([...new Set(axes.values())]).toEqual(ids(plan.axes));
  });

  test("every body has one spelling, and each spelling is used", () => {
    const named = new Set(plan.actions.flatMap((each) => [...each.pilotes, ...each.partenaires]));
    expect(plan.organismes.map((each) => each.nom).toSorted()).toEqual([...named].toSorted());
  });

  test("no state is guessed", () => {
    expect(tally(plan.actions.map((each) => each.etat))).toEqual({ "non repris de la source": 34 });
  });

  test("a state, a date in the wrong form or a missing place is refused", () => {
    const first = plan.actions[0];
    const refused = [{ etat: "en cours" }, { demarrage: "en continu" }, { calendrier: "bientôt" }, { lignes: [9, 8] }, { mots: [] }];
    for (const change of refused) {
      expect(v.safeParse(planSchema, { ...plan, actions: [{ ...first, ...change }] }).success, JSON.stringify(change)).toBe(false);
    }
  });
});

const text = sourceLines(plan.document.fichier);
const passage = (lines: Lignes): string => passageOf(text, lines);

/** The two date columns as the source prints them, from the form of the seed. */
const PRINTED: Readonly<Record<string, string>> = {
  "1 fois par an": "1x/an",
  "1 à 2 fois par an et par CPTS": "1 à 2 par an",
  "sans durée limitée": "Pas de durée limitée",
};
const printed = (value: string | null): string => fold(PRINTED[value ?? ""] ?? value ?? "");
const COLUMN =
  /(?:janvier|mars|avril|juin|juillet|septembre|octobre|décembre|1er semestre)\s+20\d\d|2023-2024|en continu|1x\/an|à déterminer|pas de durée\s+limitée|1 à 2 par an|\b20\d\d\b(?!-)(?! *,)/gi;
/** Everything that looks like a cell of the two date columns, in reading order. */
const cells = (lines: Lignes): readonly string[] =>
  [...passage(lines).replaceAll(/2023-\s+2028/g, "").replaceAll(/\s+/g, " ").replaceAll("A déterminer", "à déterminer").matchAll(COLUMN)].map(([found]) => fold(found));

describe.skipIf(text.length === 0)("against the source", () => {
  const facts: readonly Preuve[] = ([
    ...plan.indicateurs.map((each) => [each.id, [each.lignes], each.mots] as const),
    ...plan.axes.flatMap((axe) => [
      [axe.id, [axe.lignes], axe.mots] as const,
      ...[axe.objectif_strategique, ...axe.contexte, ...axe.resultats_attendus].map((each) => [each.texte, [each.lignes], each.mots] as const),
    ]),
    ...plan.objectifs.flatMap((each) => each.lignes.map((lines) => [each.id, [lines], each.mots] as const)),
    ...plan.actions.map((each) => [each.id, [each.lignes], each.mots] as const),
    ...plan.faits.map((each) => [each.texte, [each.lignes], each.mots] as const),
    ...plan.sigles.map((each) => [each.sigle, [each.lignes], [each.sigle]] as const),
    ["date", [plan.document.lignes.date], ["14 juin 2024", plan.document.lieu]],
    ["états", [plan.document.lignes_etats], plan.document.etats_possibles],
  ] as const).map(([nom, lignes, mots]) => ({ nom, lignes, mots }));

  test("every fact stands at the lines it names", () => {
    expect(perdus(text, facts)).toEqual([]);
  });

  test("every figure is printed at its place", () => {
    const figures = plan.indicateurs.filter((each) => !fold(passage(each.lignes)).includes(fold(String(Math.abs(each.valeur)))));
    expect(figures.map((each) => each.id)).toEqual([]);
  });

  test("pilots and partners are named in the passage of their action", () => {
    const spellings = new Map(plan.organismes.map((each) => [each.nom, [each.nom, ...each.graphies]]));
    const absent = plan.actions.flatMap((each: Action) =>
      [...each.pilotes, ...each.partenaires]
        .filter((name) => !(spellings.get(name) ?? []).some((spelling) => fold(passage(each.lignes)).includes(fold(spelling))))
        .map((name) => `${each.id}: ${name}`),
    );
    expect(absent).toEqual([]);
  });

  test("calendar then start: the two columns in their order, nothing else, in each passage", () => {
    for (const each of plan.actions) {
      expect(cells(each.lignes), each.id).toEqual([printed(each.calendrier), printed(each.demarrage)]);
    }
  });

  test("no action is left out: the tables hold no other date cell", () => {
    // From the head of the first table to the follow-up chapter, without the words of the second axis's head.
    const tables = [...cells([134, 440]), ...cells([483, 816])];
    expect(tables).toHaveLength(2 * plan.actions.length);
  });

  test("passages follow one another without overlapping", () => {
    const starts = plan.actions.map((each) => each.lignes);
    expect(starts.every(([first], index) => index === 0 || first > (starts[index - 1]?.[1] ?? 0))).toBe(true);
  });
});
