import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epciDe, MESURES, type PeriodePlan, periodeDe } from "../../src/domain/plan";
import { dernierEtat, ETATS_SUIVI, type EntreeSuivi } from "../../src/domain/suivi-plan";
import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import { lirePlan } from "../../src/io/terrain/plan";
import { ajouterEntree, parseSuivi, retirerEntree, serializeSuivi } from "../../src/project/suivi-plan";
import { entreeText, periodeText } from "../../src/textes/plan";

const plan = lirePlan();
const mois = (annee: number, rang: number): number => 12 * annee + rang - 1;
const periode = (demarrage: string | null, calendrier: string | null): PeriodePlan | null => periodeDe({ demarrage, calendrier });

describe("when an action runs", () => {
  test.each([
    ["from a month to another", "septembre 2023", "juillet 2024", mois(2023, 9), mois(2024, 7)],
    ["a year is whole", "2023", "2024", mois(2023, 1), mois(2024, 12)],
    ["a half of a year", "janvier 2024", "1er semestre 2024", mois(2024, 1), mois(2024, 6)],
    ["two years", "septembre 2023", "2023-2024", mois(2023, 9), mois(2024, 12)],
    ["without a start, its deadline", null, "octobre 2023", mois(2023, 10), mois(2023, 10)],
  ])("%s", (_, demarrage, calendrier, debut, fin) => {
    expect(periode(demarrage, calendrier)).toEqual({ debut, fin, ouverte: false, inversee: false });
  });
  test.each(["en continu", "1 fois par an", "à déterminer", null])("« %s » has no deadline", (calendrier) => {
    expect(periode("mars 2024", calendrier)).toEqual({ debut: mois(2024, 3), fin: mois(2024, 3), ouverte: true, inversee: false });
  });
  test("a deadline printed before the start is shown as printed, and said", () => {
    const found = periode("décembre 2023", "octobre 2023");
    expect([found, periodeText(found).includes("échéance imprimée avant")]).toEqual([{ debut: mois(2023, 10), fin: mois(2023, 12), ouverte: false, inversee: true }, true]);
  });
  test("no date at all is no period", () => {
    expect([periode(null, "en continu"), periodeText(null)]).toEqual([null, "ni démarrage ni échéance datés"]);
  });
  test("every action of the plan has a start, and ends after it begins", () => {
    expect(plan.actions.filter((action) => { const found = periodeDe(action); return found === null || found.fin < found.debut; })).toEqual([]);
    expect(plan.actions.filter((action) => periodeDe(action)?.inversee === true).map(({ id }) => id)).toEqual(["action-22"]);
  });
});

test("the territories an action names", () => {
  expect(plan.actions.filter((action) => epciDe(action).length > 0).map((action) => [action.id, epciDe(action)])).toEqual([["action-12", ["200071942"]], ["action-22", ["248719312"]]]);
});

test("the analyses that measure actions are there, and the actions too", () => {
  const [actions, analyses] = [new Set(plan.actions.map(({ id }) => id)), new Set(DESCRIPTIONS.map(({ id }) => id))];
  expect(Object.entries(MESURES).filter(([action, analyse]) => !actions.has(action) || !analyses.has(analyse))).toEqual([]);
});

const entree = fc.record({ le: fc.nat(), etat: fc.constantFrom(...ETATS_SUIVI), date: fc.constantFrom(null, "2026-03-04"), commentaire: fc.string({ maxLength: 40 }) });
const suivis = fc.dictionary(fc.constantFrom("action-01", "action-02", "action-34"), fc.array(entree, { minLength: 1, maxLength: 3 }));

describe("the follow-up", () => {
  test("is read again as it was written", () => {
    fc.assert(fc.property(suivis, (suivi) => {
      const read = parseSuivi(serializeSuivi(suivi));
      expect(read.ok && { ...read.value }).toEqual({ ...suivi });
    }));
  });
  test("a new entry is the last state; taken back, the one before stands again", () => {
    fc.assert(fc.property(suivis, entree, (suivi, neuve) => {
      const after = ajouterEntree(suivi, "action-01", neuve);
      expect(dernierEtat(after, "action-01")).toBe(neuve.etat);
      if (after !== suivi) expect(retirerEntree(after, "action-01")).toEqual(suivi);
    }));
  });
  test("the same words noted twice are noted once", () => {
    const une: EntreeSuivi = { le: 1, etat: "en cours", date: null, commentaire: "x" };
    const suivi = ajouterEntree({}, "action-01", une);
    expect([ajouterEntree(suivi, "action-01", { ...une, le: 2 }), ajouterEntree(suivi, "action-01", { ...une, etat: "à démarrer" })["action-01"]?.length]).toEqual([suivi, 2]);
  });
  test("no entry left is no history", () => {
    expect(retirerEntree({ "action-01": [{ le: 1, etat: "en cours", date: null, commentaire: "" }] }, "action-01")).toEqual({});
  });
  test("without a note, the state is that of the source", () => {
    expect(dernierEtat({}, "action-01")).toBe("non repris de la source");
  });
  test.each([["cut", '{"version":1,"suivi":{"a":[{'], ["another version", '{"version":2,"suivi":{}}'], ["an unknown state", '{"version":1,"suivi":{"a":[{"le":1,"etat":"fini","date":null,"commentaire":""}]}}'], ["a day that is none", '{"version":1,"suivi":{"a":[{"le":1,"etat":"en cours","date":"hier","commentaire":""}]}}']])("%s is refused", (_, text) => {
    expect(parseSuivi(text).issues[0]?.code).toBe("document-illisible");
  });
  test("an entry in words", () => {
    expect(entreeText({ le: 0, etat: "en cours", date: "2026-03-01", commentaire: "Guide prêt" })).toMatch(/^en cours au 1er mars 2026 : Guide prêt \(noté le /);
  });
});
