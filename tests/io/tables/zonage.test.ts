import { describe, expect, it } from "vitest";
import { textValues } from "../../../src/domain/table";
import { zonageCompare, zoneEcrite } from "../../../src/io/tables/zonage";
import { issueText } from "../../../src/textes/issues";
import { COMMUNES, fichier } from "./communes";

function kept(text: string) {
  const outcome = zonageCompare.lire(fichier(text, "z.csv"), COMMUNES);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { table, bilan, millesime } = outcome.value;
  const zones = Object.fromEntries(textValues(table, "code").map((code, row) => [code, textValues(table, "zone")[row]]));
  return { zones, bilan, millesime, said: outcome.issues.map((one) => `${one.where?.row ?? ""} ${one.code} ${issueText(one)}`) };
}

describe("another vintage of the zonage", () => {
  it.each([
    ["ZIP", "ZIP"], ["1_ZIP", "ZIP"], ["Zone d'intervention prioritaire (ZIP)", "ZIP"], ["zac", "ZAC"], ["Zone d’action complémentaire", "ZAC"], ["2_ZAC", "ZAC"],
    ["HZ", "HZ"], ["3_HZ", "HZ"], ["Hors-Zonage", "HZ"], ["hors zone", "HZ"], ["Non zoné", "HZ"], ["ZV", "ZV"], ["Zone de vigilance", "ZV"],
    ["", undefined], ["ZRR", undefined], ["1", undefined],
  ])("« %s » is %s", (text, zone) => expect(zoneEcrite(text)).toBe(zone));

  it("reads its zones and its date", () => {
    const { zones, bilan, millesime, said } = kept("code_insee;zonage;millesime\n87085;hors zonage;2022-03\n87002;1_ZIP;2022-03\n");
    expect([zones, millesime, said]).toEqual([{ "87085": "HZ", "87002": "ZIP" }, "2022-03", []]);
    expect(bilan).toEqual({ lues: 2, gardees: 2, reparees: 0, rejetees: 0, horsRegion: 0 });
  });

  it.each([
    ["75056;ZIP", "hors de Nouvelle-Aquitaine"],
    ["87999;ZIP", "n'existe pas"],
    ["99999;ZIP", "n'existe pas"],
    ["87085;ZRR", "« ZRR » n'est pas une zone"],
    ["87085;", "case vide ; il faut une zone"],
    ["87002;ZAC\n87002;ZIP", "figure plusieurs fois"],
  ])("names the bad row %s with its line, and keeps the good ones", (row, says) => {
    const { zones, said } = kept(`code_insee;zone\n87154;HZ\n${row}\n`);
    expect(zones["87154"]).toBe("HZ");
    expect(said.at(-1)).toContain(says);
    expect(said.at(-1)).toMatch(row.includes("\n") ? /ligne 4/ : /ligne 3/);
  });

  it("refuses a second date: which one is meant would be a guess", () => {
    const { bilan, said } = kept("code_insee;zone;millesime\n87085;HZ;2022\n87002;ZIP;2023\n87154;ZIP;hier\n");
    expect([bilan.gardees, bilan.rejetees]).toEqual([1, 2]);
    expect(said[0]).toContain("la même à toutes les lignes");
  });

  it("carries communes merged since, and says so", () => {
    const { zones, bilan, said } = kept("code_insee;zone\n79060;ZAC\n79205;ZAC\n");
    expect([zones, bilan.gardees, bilan.reparees]).toEqual([{ "79307": "ZAC" }, 2, 2]);
    expect(said[0]).toContain("Caunay (79060)");
  });

  it("keeps the row of the present commune where those it is made of disagree, wherever it stands", () => {
    const { zones, said } = kept("code_insee;zone\n79060;ZIP\n79307;ZAC\n");
    expect(zones).toEqual({ "79307": "ZAC" });
    expect(said.at(-1)).toContain("qui est gardée");
    expect(said.at(-1)).toContain("ligne 2");
  });

  it("chooses no zone where they disagree and the present commune has no row", () => {
    const { zones, bilan, said } = kept("code_insee;zone\n87085;HZ\n79060;ZIP\n79205;ZAC\n");
    expect([zones, bilan.gardees, bilan.rejetees]).toEqual([{ "87085": "HZ" }, 1, 2]);
    expect(said.filter((text) => text.includes("ajoutez une ligne « 79307 »"))).toHaveLength(2);
  });

  it("refuses a file of other regions only", () => {
    expect(zonageCompare.lire(fichier("code_insee;zone\n75056;ZIP\n"), COMMUNES)).toMatchObject({ ok: false, issues: [{ code: "lignes-hors-region", severity: "erreur" }] });
  });
});
