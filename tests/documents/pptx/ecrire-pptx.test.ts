// @vitest-environment jsdom
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { ecrirePptx } from "../../../src/documents/pptx/ecrire-pptx";
import { CAPTURE, feuille, FEUILLES, MATERIEL } from "../../presentation/exemples";

const DOSSIER = { titre: "Conseil territorial", feuilles: FEUILLES, date: 0 };
let octets = new Uint8Array();
let parts: Readonly<Record<string, Uint8Array>> = {};
const xml = (name: string): string => new TextDecoder().decode(parts[name]);
const slide = (genre: string): string => xml(`ppt/slides/slide${1 + FEUILLES.findIndex(({ corps }) => corps.genre === genre)}.xml`);
const words = (source: string): string => [...source.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, said]) => said).join("|").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&apos;", "'");

beforeAll(async () => {
  octets = await ecrirePptx(DOSSIER, MATERIEL, () => undefined);
  parts = unzipSync(octets);
});

describe("the package", () => {
  test("every part is well formed", () => {
    for (const name of Object.keys(parts).filter((one) => /\.(xml|rels)$/.test(one))) {
      const parsed = new DOMParser().parseFromString(xml(name), "application/xml");
      expect(parsed.querySelector("parsererror"), name).toBe(null);
    }
  });
  test("every part has its type, and every type its part", () => {
    const types = xml("[Content_Types].xml");
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name ?? "");
    const endings = new Set([...types.matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending ?? ""));
    expect(named.filter((name) => !(name in parts))).toEqual([]);
    expect(Object.keys(parts).filter((name) => name !== "[Content_Types].xml" && !name.endsWith("/") && !named.includes(name) && !endings.has(name.split(".").at(-1) ?? ""))).toEqual([]);
  });
  test("every relation leads to a part that is there", () => {
    for (const name of Object.keys(parts).filter((one) => one.endsWith(".rels"))) {
      const base = new URL(name.replace("_rels/", "").replace(/\.rels$/, ""), "file:///");
      for (const [, target = ""] of xml(name).matchAll(/<Relationship (?![^>]*External)[^>]*Target="([^"]+)"/g)) expect(new URL(target, base).pathname.slice(1) in parts, `${name} → ${target}`).toBe(true);
    }
  });
});

describe("a slide", () => {
  test("has a real title", () => {
    for (let i = 1; i <= FEUILLES.length; i += 1) {
      const titre = xml(`ppt/slides/slide${i}.xml`).split("<p:sp>").find((shape) => /<p:ph\s[^>]*type="title"/.test(shape));
      expect(words(titre ?? "")).toBe("Une page <&> « été »");
    }
  });
  test("gives each shape its number, and its words their language", () => {
    for (let i = 1; i <= FEUILLES.length; i += 1) {
      const numbers = [...xml(`ppt/slides/slide${i}.xml`).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(xml(`ppt/slides/slide${i}.xml`)).not.toContain('lang="en-US"');
    }
  });
  test("keeps the speaker's notes", () => {
    expect(words(xml("ppt/notesSlides/notesSlide1.xml"))).toContain("Dire <ceci> & cela, à l'œuvre.");
  });
  test("has its sources, its marks and its link", () => {
    expect(words(slide("carte"))).toContain("Jeu & démonstration, INSEE, 2023, Licence Ouverte 2.0 (illustratif)");
    expect(words(slide("carte"))).toContain("Données illustratives");
    expect(xml("ppt/slides/_rels/slide1.xml.rels")).toContain("https://exemple.test/#/explorer?t=87");
  });
  test("has a legend that can be edited: the colours, words and counts of the screen", () => {
    const source = slide("carte");
    expect(source).toContain("<a:tbl>");
    for (const { echantillon, libelle } of CAPTURE.legendes[0]?.lignes ?? []) {
      expect(source).toContain(`<a:srgbClr val="${echantillon.couleur.slice(1).toUpperCase()}"`);
      expect(words(source)).toContain(libelle);
    }
  });
  test("has a table that can be edited, masked as it must be", () => {
    expect(slide("tableau")).toContain("<a:tbl>");
    expect(words(slide("tableau"))).toContain("Aixe");
    expect(octets.length > 0 && Object.keys(parts).every((name) => !xml(name).includes("Dr "))).toBe(true);
  });
  test("has a chart that can be edited: its figures and colours are the page's", () => {
    const name = Object.keys(parts).find((one) => /ppt\/charts\/chart\d+\.xml$/.test(one)) ?? "";
    const values = [...xml(name).matchAll(/<c:val>.*?<\/c:val>/gs)].flatMap(([block]) => [...(block ?? "").matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)));
    expect(values.toReversed()).toEqual(CAPTURE.graphique?.barres.map(({ valeur }) => valeur));
    for (const { couleur } of CAPTURE.graphique?.barres ?? []) expect(xml(name)).toContain(couleur.slice(1).toUpperCase());
  });
  test("drops the characters that no program would open", async () => {
    const made = unzipSync(await ecrirePptx({ ...DOSSIER, feuilles: [feuille({ titre: "a\u0000b\u0007c", notes: "x\u0001y" })] }, MATERIEL, () => undefined));
    expect(words(new TextDecoder().decode(made["ppt/slides/slide1.xml"]))).toContain("abc");
    expect(words(new TextDecoder().decode(made["ppt/notesSlides/notesSlide1.xml"]))).toContain("xy");
  });
});

describe.skipIf(spawnSync("soffice", ["--version"]).error !== undefined || spawnSync("pdftotext", ["-v"]).error !== undefined)("opened by LibreOffice", () => {
  test("every slide is there, with its words", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "maillage-pptx-"));
    try {
      writeFileSync(path.join(folder, "essai.pptx"), octets);
      execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profil`, "--headless", "--convert-to", "pdf", "--outdir", folder, path.join(folder, "essai.pptx")], { stdio: "ignore", timeout: 150_000 });
      const said = execFileSync("pdftotext", [path.join(folder, "essai.pdf"), "-"]).toString("utf8");
      expect(said.split("\f").filter((pageText) => pageText.trim() !== "")).toHaveLength(FEUILLES.length);
      expect(said).toContain("Une page <&> « été »");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 180_000);
});
