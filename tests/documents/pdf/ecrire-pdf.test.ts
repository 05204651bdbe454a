import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { A4, ECRAN } from "../../../src/documents/pages/format-page";
import { ecrirePdf } from "../../../src/documents/pdf/ecrire-pdf";
import { formatNumber } from "../../../src/textes/format";
import { CAPTURE, FEUILLES, MATERIEL } from "../../presentation/exemples";

const DOSSIER = { titre: "Conseil territorial, été", feuilles: FEUILLES, date: Date.UTC(2026, 10, 24) };
const folder = mkdtempSync(path.join(tmpdir(), "maillage-pdf-"));
const file = (name: string): string => path.join(folder, name);
const here = (program: string): boolean => spawnSync(program, ["-v"]).error === undefined;
const poppler = here("pdftotext") && here("pdftoppm");
const text = (name: string, ...more: readonly string[]): string => execFileSync("pdftotext", [...more, file(name), "-"]).toString("utf8").replaceAll(/[\u00A0\u202F]/g, " ");
const told: number[] = [];

beforeAll(async () => {
  writeFileSync(file("ecran.pdf"), await ecrirePdf(ECRAN)(DOSSIER, MATERIEL, (pages) => told.push(pages)));
  writeFileSync(file("a4.pdf"), await ecrirePdf(A4)(DOSSIER, MATERIEL, () => undefined));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("tells how far it is, page by page", () => {
  expect(told).toEqual(FEUILLES.map((_, i) => i + 1));
});
test("the same presentation gives the same bytes", async () => {
  const again = await ecrirePdf(ECRAN)(DOSSIER, MATERIEL, () => undefined);
  expect(Buffer.compare(readFileSync(file("ecran.pdf")), again)).toBe(0);
});

describe.skipIf(!poppler)("reopened by another program", () => {
  test.each([
    ["ecran.pdf", "960 x 540 pts"],
    ["a4.pdf", "841.89 x 595.28 pts (A4)"],
  ])("%s has its pages, at their size, with its title", (name, size) => {
    const info = execFileSync("pdfinfo", [file(name)]).toString("utf8");
    expect(info).toMatch(new RegExp(`Pages: +${FEUILLES.length}\\b`));
    expect(info).toContain(size);
    expect(info).toContain("Conseil territorial, été");
  });
  test("its text is text, accents and all", () => {
    const said = text("ecran.pdf");
    for (const words of ["Une page <&> « été »", "Minutes jusqu'à la maison de santé la plus proche", "Licence Ouverte 2.0", "Données illustratives", "Chiffres du 24 novembre 2026", "un autre ≤ 3 → 2"]) expect(said).toContain(words);
    expect(said).toMatch(/\b1 ?\/ ?9\b/);
  });
  test("the figures of the legend are those of the screen", () => {
    const said = text("ecran.pdf", "-layout", "-l", "1");
    for (const { libelle, compte, habitants } of CAPTURE.legendes[0]?.lignes ?? []) {
      const line = said.split("\n").find((one) => one.includes(libelle)) ?? "";
      expect(line.replaceAll(/\s+/g, " ")).toContain(`${libelle} ${formatNumber(compte)} ${formatNumber(habitants)}`.replaceAll(/\s/g, " "));
    }
  });
  test("a map is drawn, not pasted: there is no picture in the file", () => {
    expect(execFileSync("pdfimages", ["-list", file("ecran.pdf")]).toString("utf8").trim().split("\n")).toHaveLength(2);
  });
  test("the colours of the map and of its legend are those of the screen", () => {
    execFileSync("pdftoppm", ["-r", "72", "-f", "1", "-l", "1", "-aa", "no", "-aaVector", "no", file("ecran.pdf"), file("page")]);
    const pixels = readFileSync(file(`page-${FEUILLES.length > 9 ? "01" : "1"}.ppm`));
    const seen = new Set<string>();
    for (let i = 15; i + 2 < pixels.length; i += 3) seen.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
    for (const { echantillon } of CAPTURE.legendes[0]?.lignes ?? []) {
      // The paper shows through, as on the map.
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(echantillon.couleur.slice(at, at + 2), 16));
      const mixed = [[r, 255], [g, 254], [b, 251]].map(([ink = 0, paper = 0]) => ink * echantillon.opacite + paper * (1 - echantillon.opacite));
      const near = [...seen].some((one) => one.split(",").every((value, c) => Math.abs(Number(value) - (mixed[c] ?? 0)) <= 2));
      expect(near, echantillon.couleur).toBe(true);
    }
  });
  test("its link reopens the live view", () => {
    expect(readFileSync(file("ecran.pdf")).toString("latin1")).toContain("https://exemple.test/#/explorer?t=87");
  });
});

test("a drawing that is not closed is a defect, and is said", () => {
  const [first] = FEUILLES;
  const broken = { ...first!, corps: { genre: "carte", dessin: { svg: "<svg><g>", largeur: 1, hauteur: 1 }, legendes: [] } as const };
  return expect(Promise.resolve().then(() => ecrirePdf(ECRAN)({ ...DOSSIER, feuilles: [broken] }, MATERIEL, () => undefined))).rejects.toThrow(/not closed|opened/);
});
