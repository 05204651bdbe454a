import { describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { AUCUN_CHANGEMENT, type EtatCompare } from "../../src/domain/changements";
import { numberValues, textValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { chiffresDe } from "../../src/textes/chiffres";
import { column, rowsOf, run, siteList } from "./run";

const EPCI = "248719361";
const PRESENT: EtatCompare = { id: "present", nom: "État présent", ...AUCUN_CHANGEMENT };
const AJOUT = { id: "ajout-1", nom: "Ici", genre: "msp" as const, lon: 1.489, lat: 45.837 };
const OUVRE: EtatCompare = { ...PRESENT, id: "sc-a", nom: "Ouvrir", selection: { ...AUCUN_CHANGEMENT.selection, ajouts: [AJOUT] } };
const NEIGE: EtatCompare = { ...PRESENT, id: "sc-b", nom: "Neige", vitesses: { prereglage: "neige", kmh: {}, fermees: [], zones: [] } };

const compared = run("comparaison", { etats: [PRESENT, OUVRE, NEIGE], params: { seuil: 15 } });
const fact = ({ facts }: Output, name: string): number => Number(facts[name]);

describe("states side by side", () => {
  test.each([["minutes_moyenne"], ["minutes_mediane"], ["minutes_p90"], ["habitants_10"], ["habitants_30"]])("%s of each is that of « temps-acces » on that state alone", async (name) => {
    const output = await compared;
    const alone = [await run("temps-acces"), await run("temps-acces", { selection: OUVRE.selection }), await run("temps-acces", { vitesses: NEIGE.vitesses })];
    expect([1, 2, 3].map((rang) => output.facts[`etat_${rang}_${name}`])).toEqual(alone.map(({ facts }) => facts[name]));
  });

  test("gained and lost inhabitants are those of « couverture » from one to the other", async () => {
    const output = await compared;
    const [before, after] = [await run("couverture", { params: { seuil: 15 } }), await run("couverture", { params: { seuil: 15 }, selection: OUVRE.selection })];
    expect(fact(output, "etat_2_habitants_gagnes") - fact(output, "etat_2_habitants_perdus")).toBeCloseTo(fact(after, "habitants_couverts") - fact(before, "habitants_couverts"), 6);
    expect([output.facts["etat_2_habitants_perdus"], output.facts["etat_3_habitants_gagnes"]]).toEqual([0, 0]);
  });

  test("what each territory saves is the difference of its minutes, and the ones told first save most", async () => {
    const output = await compared;
    const [one, two, saved] = ["minutes_1", "minutes_2", "minutes_gagnees_2"].map((name) => column(output, name)) as [number[], number[], number[]];
    saved.forEach((value, row) => expect(value).toBeCloseTo(one[row]! - two[row]!, 12));
    const best = textValues(output.table, "nom")[saved.indexOf(Math.max(...saved))];
    expect(sentenceText(output.details![0]!)).toContain(`d'abord ${best}, −`);
  });

  test("inhabitants of fragile communes are counted by the zonage, where they live", async () => {
    const zip = await run("comparaison", { etats: [PRESENT, OUVRE], params: { seuil: 15, fragile: "zip" } });
    const both = await compared;
    expect(fact(zip, "etat_1_habitants_fragiles")).toBeLessThan(fact(both, "etat_1_habitants_fragiles"));
    expect(fact(both, "etat_2_habitants_fragiles")).toBeGreaterThan(fact(both, "etat_1_habitants_fragiles"));
    expect(fact(both, "etat_2_habitants_fragiles")).toBeLessThan(fact(both, "etat_2_habitants_couverts"));
  });

  test("practitioners supposed open a commune to « medecin »", async () => {
    const medecins: EtatCompare = { ...PRESENT, id: "sc-m", nom: "Un médecin", medecins: { "87001": -50, "87012": 1 } };
    const output = await run("comparaison", { etats: [PRESENT, medecins], params: { genres: ["medecin"] } });
    expect(rowsOf(output).get("87001")).toMatchObject({ minutes_gagnees_2: expect.any(Number) });
    expect(Number(rowsOf(output).get("87001")!["minutes_gagnees_2"])).toBeLessThan(0);
  });

  test("own sites of a state stand for the existing ones", async () => {
    const sites = siteList([[1.26, 45.83]]);
    const output = await run("comparaison", { etats: [PRESENT, { ...PRESENT, id: "sc-s", nom: "Un seul", sites }] });
    expect(output.facts["etat_2_minutes_moyenne"]).toBe((await run("temps-acces", { sites })).facts["minutes_moyenne"]);
  });

  test("the curves never go down, and end where everybody is", async () => {
    const parts = (await compared).annexes!.find(({ id }) => id === "parts")!.table;
    for (const name of ["part_1", "part_2", "part_3"]) {
      const values = [...numberValues(parts, name)];
      expect(values.every((value, i) => i === 0 || value >= values[i - 1]!)).toBe(true);
    }
    expect(numberValues(parts, "part_1").at(-1)).toBeCloseTo(1, 3);
  });

  test("a state without any site has no minutes, and the others stay", async () => {
    const vide: EtatCompare = { ...PRESENT, id: "sc-v", nom: "Rien", sites: siteList([]) };
    const output = await run("comparaison", { territoire: EPCI, etats: [PRESENT, vide] });
    expect([output.facts["etat_2_minutes_moyenne"], output.facts["etat_2_habitants_gagnes"]]).toEqual([null, undefined]);
    expect(output.facts["etat_1_minutes_moyenne"]).toEqual(expect.any(Number));
  });

  test("the present state alone is said to be alone", async () => {
    const output = await run("comparaison", { territoire: EPCI });
    expect(sentenceText(output.summary)).toContain("aucun scénario à comparer");
    expect(output.issues.map(issueText).join(" ")).toContain("créez-en un");
  });
});

test("the sites that the states add are on the map, each told with its state; none without any", async () => {
  const { views } = await compared;
  expect(textValues(views.find(({ id }) => id === "sites-ajoutes")!.table, "nom")).toEqual(["Ici (Ouvrir)"]);
  const fast = await run("comparaison", { territoire: EPCI, etats: [PRESENT, NEIGE] });
  expect(fast.views.map(({ id }) => id)).toEqual(["statut-2", "gagnees-2", "minutes-1", "minutes-2", "apl-gagnee-2"]);
});

describe("estimated accessibility of each state", () => {
  const MEDECIN: EtatCompare = { ...PRESENT, id: "sc-m", nom: "Trois médecins", medecins: { "87085": 3, "87114": -1 } };
  const both = run("comparaison", { etats: [PRESENT, OUVRE, MEDECIN, NEIGE] });

  test("on the whole region's network, is that of « apl », state by state, to the last decimals", async () => {
    const whole = await run("comparaison", { etats: [PRESENT, MEDECIN], reseau: "region" });
    const [present, medecin] = [await run("apl"), await run("apl", { medecins: MEDECIN.medecins })];
    const theirs = rowsOf(present);
    for (const [code, row] of rowsOf(whole)) expect(Math.abs(Number(row["apl_1"]) - Number(theirs.get(code)!["apl_estimee"]))).toBeLessThan(1e-9);
    expect(Math.abs(fact(whole, "etat_1_apl_estimee") - fact(present, "apl_estimee"))).toBeLessThan(1e-9);
    expect(Math.abs(fact(whole, "etat_2_apl_gagnee") - (fact(medecin, "apl_estimee") - fact(present, "apl_estimee")))).toBeLessThan(1e-9);
    expect(whole.issues.map(({ code }) => code)).not.toContain("apl-reseau-proche");
  });

  test("on Haute-Vienne's own network, is within 0.13 of it, which is said beside the figure", async () => {
    const [output, present] = [await both, await run("apl")];
    const theirs = column(present, "apl_estimee");
    column(output, "apl_1").forEach((value, i) => expect(Math.abs(value - theirs[i]!)).toBeLessThan(0.13));
    expect(output.issues.map(({ code }) => code)).toContain("apl-reseau-proche");
    expect(output.annexes!.find(({ id }) => id === "etats")!.table.columns.find(({ name }) => name === "apl_estimee")!.label).toContain("à 0,13 près");
  });

  test("a maison de santé more brings no doctor: it moves minutes, not the estimate", async () => {
    const output = await both;
    expect(output.facts["etat_2_apl_gagnee"]).toBe(0);
    expect(fact(output, "etat_3_apl_gagnee")).toBeGreaterThan(0);
    expect(fact(output, "etat_4_apl_gagnee")).not.toBe(0);
    expect(output.views.map(({ id }) => id).filter((id) => id.startsWith("apl"))).toEqual(["apl-gagnee-3", "apl-gagnee-4"]);
    expect(sentenceText(output.details![0]!)).not.toContain("accessibilité estimée");
    expect(sentenceText(output.details![1]!)).toMatch(/accessibilité estimée \(pas l'APL de la DREES\) \d,\d\d au lieu de \d,\d\d/);
  });

  test("has a page of figures", async () => {
    expect(chiffresDe("comparaison", (await compared).facts).map(({ libelle }) => libelle)).toContain("perdus par ce scénario");
    expect(chiffresDe("comparaison", (await compared).facts)).toHaveLength(4);
  });
});
