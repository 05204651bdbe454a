import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerRecrutement, type Ended } from "../../scripts/cli/answer-call";
import { formatNumber } from "../../src/textes/format";
import { sentenceText } from "../../src/textes/sentences";
import { DATA, rowsOf, run } from "../analyses/run";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-recrutement-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fiches = (...args: readonly string[]): Promise<Ended> => answerRecrutement(args, DATA);
/** A page's texts, entities made plain. */
const words = (html: string): string => html.replaceAll(/<style>.*?<\/style>/gs, "").replaceAll(/<[^>]+>/g, "|").replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll(/\|+/g, "|");
const read = (sortie: string, code: string): string => readFileSync(path.join(sortie, `recrutement-${code}.html`), "utf8");
const file = (name: string, content: string): string => {
  const written = path.join(folder, name);
  writeFileSync(written, content);
  return written;
};

describe("Haute-Vienne, on the demonstration set", () => {
  const sortie = path.join(folder, "87");
  let ended: Ended;
  beforeAll(async () => {
    ended = await fiches("--sortie", sortie);
  }, 60_000);

  test("one sheet a recruit of the sequence, and it is said", async () => {
    const chosen = [...rowsOf(await run("recrutement"))].filter(([, { rang }]) => rang !== null).map(([code]) => `recrutement-${code}.html`);
    expect(readdirSync(sortie)).toEqual(chosen.toSorted());
    expect([ended.code, ended.stderr, ended.stdout]).toEqual([0, "", `${chosen.length} fiches de recrutement dans « ${sortie} ».\n`]);
  });

  test("says the reason, the figures, the sentence of the analysis, and the communes that come near", async () => {
    const output = await run("recrutement");
    const rows = [...rowsOf(output).values()];
    for (const row of rows.filter(({ rang }) => rang !== null)) {
      const said = words(read(sortie, String(row["code"])));
      expect(said).toContain(`Recruter un maître de stage à ${String(row["nom"])}`);
      expect(said).toContain(String(row["raison"]));
      expect(said).toContain(sentenceText(output.summary));
      expect(said).toContain(`Habitants ajoutés par cette recrue dans la suite|${formatNumber(Number(row["habitants_gagnes_suite"]))} hab.`);
      const near = rows.filter(({ rapprochee_par: by }) => by === row["rang"]);
      expect(near.reduce((sum, { habitants }) => sum + Number(habitants), 0)).toBe(row["habitants_gagnes_suite"]);
      for (const { nom, habitants } of near) expect(said).toContain(`${String(nom)} (${formatNumber(Number(habitants))})`);
    }
  });

  test("is marked illustrative, and has nothing that runs nor is fetched", () => {
    for (const name of readdirSync(sortie)) {
      const html = readFileSync(path.join(sortie, name), "utf8");
      expect(words(html)).toContain("Données illustratives : les maîtres de stage de cette fiche sont un jeu de démonstration inventé");
      expect(html).not.toMatch(/<script|<img|<link|src=|url\((?!#)/);
    }
  });
});

describe("on a list of one's own", () => {
  const csv = file("msu.csv", "code_insee;nombre\n87085;30\n87049;3\n");

  test("is no illustration, and masks one to four persons", async () => {
    const sortie = path.join(folder, "liste");
    const { code } = await fiches("--donnees", `stages=${csv}`, "--commune", "87049", "--sortie", sortie);
    const said = words(read(sortie, "87049"));
    expect(code).toBe(0);
    expect(said).not.toMatch(/illustrati/);
    expect(said).toContain("Maîtres de stage|< 5".replace("<", "&lt;"));
    expect(said).toContain("(secret)");
  });

  test("a commune out of the sequence has its sheet when it is asked for, with why it is not chosen", async () => {
    const sortie = path.join(folder, "hors");
    await fiches("--commune", "87085", "--sortie", sortie);
    const said = words(read(sortie, "87085"));
    expect(said).toContain("Non retenue dans la suite");
    expect(said).not.toContain("Communes fragiles que cette recrue rapproche");
  });
});

test("settings in words: those shown, and the folded ones that were changed", async () => {
  const sortie = path.join(folder, "reglages");
  await fiches("--params", file("p.json", '{"fragile": "risque", "annee": 2033, "seuil": 15}'), "--commune", "87064", "--sortie", sortie);
  const said = words(read(sortie, "87064"));
  expect(said).toContain("Communes fragiles : Fragiles ou à risque : APL sous 2,5 après les départs ; Près d'un maître de stage : jusqu'à 15 min");
  expect(said).toContain("départs jusqu'en 2033");
  expect(said).not.toContain("Poids du score");
});

describe("bad calls", () => {
  test.each([
    [[], 2, "Il manque le dossier où écrire"],
    [["--sortie", folder, "87"], 2, "L'option « 87 »"],
    [["--sortie", folder, "--commune", "23001"], 2, "La commune « 23001 » n'est pas dans Haute-Vienne"],
    [["--sortie", folder, "--territoire", "99"], 2, "99"],
    [["--sortie", folder, "--donnees", "stages=/absent.csv"], 2, "absent.csv"],
    [["--sortie", path.join(folder, "msu.csv")], 2, "Impossible d'écrire"],
  ] as const)("%j end by %i, with a French line", async (args, code, text) => {
    const ended = await fiches(...args);
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toContain(text);
    expect(ended.stderr.trim().split("\n")).toHaveLength(1);
  });

  test("a list that cannot be read ends by 1", async () => {
    expect((await fiches("--sortie", folder, "--donnees", `stages=${file("faux.csv", "code_insee;nombre\n99999;2\n")}`)).code).toBe(1);
  });

  test("nothing to recruit is said, and writes nothing", async () => {
    const sortie = path.join(folder, "rien");
    const { code, stdout } = await fiches("--territoire", "87085", "--sortie", sortie);
    expect([code, stdout]).toEqual([0, expect.stringContaining("aucun recrutement")]);
  });
});
