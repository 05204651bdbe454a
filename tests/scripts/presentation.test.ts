import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerPresentation, type Ended } from "../../scripts/cli/answer-call";
import { parsePresentation } from "../../src/presentation/parse-presentation";
import { DATA } from "../analyses/run";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-presentation-"));
afterAll(() => rmSync(folder, { recursive: true }));
const DATE = Date.UTC(2026, 10, 24);
const presentation = (...args: readonly string[]): Promise<Ended> => answerPresentation(args, DATA, DATE);

describe("a presentation written without a browser", () => {
  test("has its files, whole, and says which; its siting is proven", async () => {
    const sortie = path.join(folder, "haut-limousin");
    const ended = await presentation("--modele", "implantation", "--territoire", "200071942", "--format", "pdf,xlsx,json", "--adresse", "https://exemple.fr/maillage", "--sortie", sortie);
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(ended.stdout).toContain("9 pages");
    expect(readdirSync(sortie).toSorted()).toEqual(["maillage-implantation-200071942.maillage.json", "maillage-implantation-200071942.pdf", "maillage-implantation-200071942.xlsx"]);
    const pdf = readFileSync(path.join(sortie, "maillage-implantation-200071942.pdf")).toString("latin1");
    expect([pdf.startsWith("%PDF-1.7"), pdf.includes("https://exemple.fr/maillage/#/implanter?t=200071942")]).toEqual([true, true]);
    const lecture = parsePresentation(JSON.parse(readFileSync(path.join(sortie, "maillage-implantation-200071942.maillage.json"), "utf8")));
    expect(lecture.ok && [lecture.ecartees, lecture.presentation.pages.length]).toEqual([0, 9]);
    expect(lecture.ok && lecture.presentation.pages.some(({ texte }) => texte.includes("l'optimum est prouvé"))).toBe(true);
  }, 120_000);
});

describe("a bad call is one French line", () => {
  const file = path.join(folder, "fichier");
  writeFileSync(file, "");
  test.each([
    ["no model", ["--sortie", folder], "soins-primaires, fragiles, implantation, plan"],
    ["an unknown model", ["--modele", "astres", "--sortie", folder], "« astres »"],
    ["no folder", ["--modele", "plan"], "--sortie dossier"],
    ["an unknown format", ["--modele", "plan", "--format", "odp", "--sortie", folder], "odp"],
    ["slides", ["--modele", "plan", "--format", "pptx", "--sortie", folder], "espace Présenter"],
    ["an unknown territory", ["--modele", "fragiles", "--territoire", "99", "--sortie", folder], "99"],
    ["a territory it is not about", ["--modele", "plan", "--territoire", "23", "--sortie", folder], "Creuse"],
    ["an address that is none", ["--modele", "plan", "--adresse", "exemple", "--sortie", folder], "--adresse"],
    ["a folder that is a file", ["--modele", "plan", "--sortie", file], "EEXIST"],
    ["an unknown option", ["--modele", "plan", "--couleur", "rouge", "--sortie", folder], "--couleur"],
  ])("%s", async (_, args, says) => {
    const { code, stdout, stderr } = await presentation(...args);
    expect([code, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toContain(says);
  });
  test("nothing is written then", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("maillage"))).toEqual([]);
  });
});
