import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { ecrireXlsx } from "../../../src/documents/xlsx/ecrire-xlsx";
import { CAPTURE, feuille, MATERIEL } from "../../presentation/exemples";

const TITRE = "Un titre / bien [trop] long pour une feuille de classeur";
let parts: Readonly<Record<string, Uint8Array>> = {};
const xml = (name: string): string => new TextDecoder().decode(parts[name]);

beforeAll(async () => {
  const feuilles = [feuille(), feuille({ genre: "tableau", titre: TITRE }), feuille({ genre: "tableau", titre: TITRE })];
  parts = unzipSync(await ecrireXlsx({ titre: "", feuilles, date: 0 }, MATERIEL, () => undefined));
});

test("has one sheet a table, each with a name a spreadsheet takes", () => {
  const names = [...xml("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name ?? "");
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect([name.length <= 31, /[\\/?*[\]:]/.test(name)]).toEqual([true, false]);
});
test("figures are figures, to the last digit; what is not known is empty", () => {
  const sheet = xml("xl/worksheets/sheet1.xml");
  expect(sheet).toContain("<v>12.5</v>");
  expect(sheet).not.toContain("NaN");
  const cells = (sheet.match(/<c r="[A-Z]+\d+"[^>]*>\s*<v>/g) ?? []).length;
  expect(cells).toBeGreaterThan(CAPTURE.tableau.lignes.length * 3);
});
test("a text that looks like a formula stays a text, a masked figure stays masked", () => {
  expect(Object.keys(parts).some((name) => xml(name).includes("<f>"))).toBe(false);
  const strings = xml("xl/sharedStrings.xml");
  expect(strings).not.toContain("NaN");
  for (const said of ["=1+1", "&lt; 5", "Jeu &amp; démonstration", "Vue vivante : https://exemple.test/#/explorer", "Données illustratives"]) expect(strings).toContain(said);
});
