// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { BORDER } from "../../src/carto/basemap";
import { FILL_OPACITY } from "../../src/carto/marks/fill";
import { legendRows } from "../../src/carto/legend";
import { colorOf } from "../../src/carto/resolve-scale";
import type { SvgMapInput } from "../../src/documents/svg-map/input";
import { A4_PAYSAGE, A4_PORTRAIT, svgMapAlone, svgMapPage } from "../../src/documents/svg-map/svg-map";
import { COUCHES } from "../../src/domain/couche";
import { CODES, FOND, MINUTES, NOMS, numbers as figures, pointsCouche, provenance, scaled, square, TABLE, tableOf, TERRITOIRES, texts, viewOf, ZONAGE } from "../carto/fixtures";

const VUE = scaled();
const MSP = pointsCouche("msp", "msp", [
  [1.02, 45.85],
  [1.021, 45.85],
  [1.3, 45.85],
]);
const TOUTES = COUCHES.map((couche, i) => (couche === "zonage" ? ZONAGE : pointsCouche(couche, couche, [[1 + i * 0.03, 45.86]])));

function input(more: Partial<SvgMapInput> = {}): SvgMapInput {
  return {
    titre: "Minutes, « Haute-Vienne » <87> & alentours",
    phrase: "1 commune (700 habitants) est à plus de 30 min d'une maison de santé.",
    niveau: "commune",
    territoires: TERRITOIRES,
    communes: TABLE,
    fond: FOND,
    views: [VUE],
    couches: [MSP],
    sources: [provenance("Minutes calculées", "derive")],
    bbox: [0.95, 45.8, 1.55, 45.9],
    date: "24 novembre 2026",
    choisi: null,
    polices: null,
    ...more,
  };
}

function parse(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(parsed.querySelector("parsererror")?.textContent ?? "").toBe("");
  return parsed;
}
const page = (more: Partial<SvgMapInput> = {}, size = A4_PAYSAGE): Document => parse(svgMapPage(input(more), size));
const textOf = (document: Document): string => [...document.querySelectorAll("text")].map(({ textContent }) => textContent).join("\n").replaceAll(/[\u00A0\u202F]/g, " ");

describe("document", () => {
  test("is well formed with every layer, in both formats and alone", () => {
    for (const size of [A4_PAYSAGE, A4_PORTRAIT]) expect(page({ couches: TOUTES }, size).documentElement.localName).toBe("svg");
    expect(parse(svgMapAlone(input({ couches: TOUTES }), { width: 640, height: 480 })).documentElement.getAttribute("viewBox")).toBe("0 0 640 480");
  });
  test("limits are drawn for themselves where nothing is coloured", () => {
    const strokes = (more: Partial<SvgMapInput>): ReadonlySet<string | null | undefined> => new Set([...page({ views: [], ...more }).querySelectorAll("path[data-code]")].map((path) => path.parentElement?.getAttribute("stroke")));
    expect([[...strokes({})], [...strokes({ limites: true })]]).toEqual([["#ffffff"], [BORDER]]);
  });
  test("texts from the data are escaped", () => {
    const svg = svgMapPage(input(), A4_PAYSAGE);
    expect(svg).not.toContain("<Dournazac>");
    expect(svg).not.toContain("<87>");
    expect(textOf(parse(svg))).toContain("Minutes, « Haute-Vienne » <87> & alentours");
  });
  test("characters that XML forbids are dropped", () => {
    expect(textOf(page({ titre: "Carte\u0000\u0007 \uFFFEde test" }))).toContain("Carte de test");
  });
  test("says what it shows to who does not see it", () => {
    const root = page().documentElement;
    expect(root.getAttribute("role")).toBe("img");
    const [title, description] = (root.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => root.querySelector(`[id="${id}"]`)?.textContent ?? "");
    expect(title).toBe(input().titre);
    expect(description?.replaceAll(/[\u00A0\u202F]/g, " ")).toContain("plus de 30 min : 1 commune");
    expect(description).toContain("pas de donnée");
  });
  test("has no style, no script, and refers to nothing outside of it", () => {
    const svg = svgMapPage(input({ couches: TOUTES }), A4_PAYSAGE);
    expect(svg).not.toMatch(/<style|<script| style=|<image/);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:/);
  });
  test("every reference has its target", () => {
    const document = page({ couches: TOUTES, views: [scaled(viewOf({ quality: "illustratif" }))] });
    const wanted = [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].flatMap(({ value }) => [/^url\(#(.+)\)$/.exec(value)?.[1], /^#(page-.+)$/.exec(value)?.[1]]).filter((id) => id !== undefined),
    );
    expect(wanted.length).toBeGreaterThan(10);
    for (const id of wanted) expect(document.querySelectorAll(`[id="${id}"]`)).toHaveLength(1);
  });
  test("a page to print and the map on screen share no identifier", () => {
    const ids = (svg: string): string[] => [...parse(svg).querySelectorAll("[id]")].map(({ id }) => id);
    const onScreen = new Set(ids(svgMapAlone(input(), { width: 640, height: 480 })));
    expect(ids(svgMapPage(input(), A4_PORTRAIT)).filter((id) => onScreen.has(id))).toEqual([]);
  });
  test("fonts are embedded when given", () => {
    const style = page({ polices: { texte: "data:font/woff2;base64,AAAA", gras: "data:font/woff2;base64,BBBB" } }).querySelector("defs > style");
    expect(style?.textContent).toContain('src:url("data:font/woff2;base64,BBBB")');
  });
});

describe("territories", () => {
  test("one path each, with its code and the colour of its class", () => {
    const paths = [...page().querySelectorAll("path[data-code]")];
    expect(paths.map((path) => path.getAttribute("data-code"))).toEqual(CODES);
    expect(paths.map((path) => path.getAttribute("fill"))).toEqual(MINUTES.map((minutes) => colorOf(VUE.scale, minutes)));
  });
  test("each says its name and its figure", () => {
    const titles = [...page().querySelectorAll("path[data-code] > title")].map(({ textContent }) => textContent?.replaceAll(/[\u00A0\u202F]/g, " "));
    expect(titles[0]).toBe("Aixe : 5,0 min");
    expect(titles[4]).toBe("Eymoutiers : pas de donnée");
  });
  test("are there without any view, so that a click finds them", () => {
    expect(page({ views: [] }).querySelectorAll("path[data-code]")).toHaveLength(CODES.length);
  });
  test("neighbours share their border to the last digit", () => {
    const edges = [...page().querySelectorAll("path[data-code]")].map((path) => corners(path.getAttribute("d") ?? ""));
    const right = Math.max(...(edges[0] ?? []).map(([x]) => x));
    const left = Math.min(...(edges[1] ?? []).map(([x]) => x));
    expect(right).toBeCloseTo(left, 6);
  });
  test("are hatched when their figures are illustrative, and the page says why", () => {
    const document = page({ views: [scaled(viewOf({ quality: "illustratif" }))] });
    const hatched = [...document.querySelectorAll('path[fill^="url(#page-motif-hachures"]')];
    expect(hatched).toHaveLength(MINUTES.filter((m) => !Number.isNaN(m)).length);
    expect(textOf(document)).toContain("données illustratives");
  });
  test("the selected one is outlined", () => {
    const outlined = (choisi: string | null): number => page({ choisi }).querySelectorAll('path[stroke-width="2.4"]').length;
    expect([outlined(null), outlined("87001")]).toEqual([0, 1]);
  });
});

/** Absolute corners of path data made of one M and relative lines. */
function corners(d: string): readonly (readonly [number, number])[] {
  const numbers = (d.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  const points: [number, number][] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [px, py] = points.at(-1) ?? [0, 0];
    points.push([px + (numbers[i] ?? 0), py + (numbers[i + 1] ?? 0)]);
  }
  return points;
}

describe("legend", () => {
  test("has the classes of the scale with their counts, and their colours as on the map", () => {
    const document = page();
    for (const { color } of legendRows(VUE.view, VUE.scale)) {
      expect(document.querySelectorAll(`rect[fill="${color}"][rx="2"][fill-opacity="${FILL_OPACITY}"]`)).toHaveLength(1);
    }
    for (const words of ["10 min ou moins", "plus de 10 à 15 min", "plus de 30 min", "pas de donnée"]) expect(textOf(document)).toContain(words);
  });
  test("counts sum to the territories", () => {
    const svg = page();
    const labels = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent ?? "");
    const start = labels.indexOf("habitants");
    const counts = legendRows(VUE.view, VUE.scale).map((_, i) => Number(labels[start + 2 + i * 3]));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(CODES.length);
  });
  test("names each layer, with its count", () => {
    const text = textOf(page({ couches: TOUTES }));
    for (const words of ["1 maison de santé", "1 pharmacie", "ZIP, zone d'intervention prioritaire", "Limites des EPCI", "Médecins généralistes par commune"]) expect(text).toContain(words);
  });
});

describe("sites", () => {
  test("each can be found by its layer and its id, those that would hide each other gather with their number", () => {
    const sites = [...page().querySelectorAll('g[data-couche="msp"]')];
    expect(sites.map((site) => site.getAttribute("data-id"))).toEqual(["msp-0", "msp-2"]);
    expect(sites[0]?.querySelector("title")?.textContent).toBe("msp 0 (+ 1)");
  });
  test("kinds that stand at one place are laid side by side", () => {
    const place = [1.2, 45.85] as const;
    const document = page({ couches: [pointsCouche("hopital", "hopital", [place]), pointsCouche("smur", "smur", [place])] });
    const x = [...document.querySelectorAll("g[data-couche] > use")].map((use) => Number(/translate\(([\d.]+)/.exec(use.getAttribute("transform") ?? "")?.[1]));
    expect(Math.abs((x[0] ?? 0) - (x[1] ?? 0))).toBeGreaterThan(12);
  });
  test("those out of the frame are not drawn", () => {
    expect(page({ couches: [pointsCouche("msp", "msp", [[5, 48]])] }).querySelectorAll("g[data-couche]")).toHaveLength(0);
  });
});

describe("around the map", () => {
  test("sources with their vintage and their quality", () => {
    const text = textOf(page());
    for (const words of ["Minutes calculées, INSEE, 2023", "Routes, INSEE, 2023, Open Database License 1.0", "msp, INSEE, 2023", "dérivé", "officiel"]) {
      expect(text.replaceAll("\n", " ")).toContain(words);
    }
  });
  test("title, sentence, date, north and scale", () => {
    const text = textOf(page()).replaceAll("\n", " ");
    for (const words of [input().titre, "1 commune (700 habitants) est à plus de 30 min d'une maison de santé.", "Carte éditée le 24 novembre 2026", " N "]) expect(text).toContain(words);
    expect(text).toMatch(/\b[125]0* km\b/);
  });
  test("the map alone has neither title nor sources around it", () => {
    const text = textOf(parse(svgMapAlone(input(), { width: 800, height: 600 })));
    expect(text).not.toContain("Sources");
    expect(text).toContain("km");
  });
  test("names of communes, the largest first, never one on another", () => {
    const text = textOf(parse(svgMapAlone(input({ couches: [] }), { width: 1200, height: 600 })));
    for (const nom of NOMS) expect(text).toContain(nom);
    const crowded = input({ couches: [], bbox: [-3, 43, 5, 48] });
    expect(textOf(parse(svgMapAlone(crowded, { width: 300, height: 300 })))).not.toContain("Bellac");
  });
});

describe("shapes that the result brings", () => {
  const zones = tableOf(texts("code", ["min-10", "min-20"]), texts("nom", ["10 min au plus", "20 min au plus"]), figures("habitants", [1200, 5000], "habitants"));
  const categories = ["10 min au plus", "20 min au plus"].map((value, i) => ({ value, label: value, color: ["#112233", "#445566"][i]!, pattern: "plein" as const }));
  const feature = (code: string, side: number) => ({ type: "Feature" as const, properties: { code, nom: code }, geometry: square(1, 45.82, side) });
  const vue = (kind: "polygones" | "lignes") =>
    scaled(viewOf({ table: zones, column: "nom", mark: kind === "lignes" ? "line" : "isoline", scale: { kind: "categories", categories }, geometry: { kind, features: { type: "FeatureCollection", features: [feature("min-20", 0.06), feature("min-10", 0.02)] } } }));

  test("zones are drawn in their order, under transparent territories, in the legend's colours", () => {
    const svg = svgMapPage(input({ views: [vue("polygones")] }), A4_PAYSAGE);
    const at = (text: string): number => svg.indexOf(text);
    expect(at('fill="#445566"')).toBeGreaterThan(0);
    expect(at('fill="#445566"')).toBeLessThan(at('fill="#112233"'));
    expect(at('fill="#112233"')).toBeLessThan(at("data-code"));
  });

  test("their legend counts inhabitants, once", () => {
    const { view, scale } = vue("polygones");
    expect(legendRows(view, scale).map(({ count, habitants }) => [count, habitants])).toEqual([[1200, null], [5000, null]]);
    expect(parse(svgMapPage(input({ views: [vue("polygones")] }), A4_PAYSAGE)).documentElement.textContent).toMatch(/5\s000/);
  });

  test("lines are stroked, not filled", () => {
    const svg = svgMapPage(input({ views: [vue("lignes")] }), A4_PAYSAGE);
    expect(svg).toContain('stroke="#445566"');
  });
});

test("numbered stops: the number of each on its disc, and the first one of its kind in the legend", () => {
  const table = tableOf(texts("code", ["D", "1", "12"]), texts("nom", ["Départ", "Un", "Douze"]), texts("genre", ["depart", "arret", "arret"]), figures("lon", [1.1, 1.2, 1.3]), figures("lat", [45.83, 45.85, 45.87]));
  const categories = [{ value: "depart", label: "Départ", color: "#37424d", pattern: "plein" as const }, { value: "arret", label: "Arrêt", color: "#7c2d12", pattern: "plein" as const }];
  const drawn = page({ views: [scaled(viewOf({ table, mark: "numero", geometry: { kind: "points" }, column: "genre", scale: { kind: "categories", categories } }))], couches: [] });
  const discs = [...drawn.querySelectorAll("circle")].map((disc) => `${disc.getAttribute("fill")} ${disc.nextElementSibling?.textContent}`);
  expect(discs.toSorted()).toEqual(["#37424d D", "#37424d D", "#7c2d12 1", "#7c2d12 1", "#7c2d12 12"]);
});

describe("a legend that crosses two readings", () => {
  const couleurs = ["#111111", "#222222", "#333333", "#444444"];
  const categories = couleurs.map((color, i) => ({ value: `c${i}`, label: `classe ${i}`, color, pattern: "plein" as const }));
  const grille = { lignes: { titre: "Haut et bas", classes: ["peu", "beaucoup"] }, colonnes: { titre: "Gauche et droite", classes: ["près", "loin"] } };
  const vue = scaled(viewOf({ table: tableOf(texts("code", CODES), texts("nom", NOMS), texts("classe", ["c0", "c3", ...CODES.slice(2).map(() => null)])), column: "classe", unit: "nombre", scale: { kind: "categories", categories, grille } }));
  const drawn = parse(svgMapPage(input({ views: [vue], couches: [] }), A4_PAYSAGE));
  const cell = (color: string) => {
    const found = [...drawn.querySelectorAll(`rect[fill="${color}"]`)].map((rect) => ["x", "y"].map((name) => Number(rect.getAttribute(name))));
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test("is a table of colours, row after row, with its titles and classes", () => {
    const [a, b, c, d] = couleurs.map(cell);
    expect([a![1], c![1], a![0], b![0]]).toEqual([b![1], d![1], c![0], d![0]]);
    expect([b![0]! > a![0]!, c![1]! > a![1]!]).toEqual([true, true]);
    for (const text of ["Haut et bas", "peu", "beaucoup", "Gauche et droite", "près", "loin"]) expect(textOf(drawn)).toContain(text);
  });
  test("counts the territories of each cell, and those of none", () => {
    const texts2 = textOf(drawn);
    expect(texts2.split("\n").filter((line) => line === "1")).toHaveLength(2);
    expect(texts2.split("\n").filter((line) => line === "0")).toHaveLength(2);
    expect(texts2).toContain(`${CODES.length - 2} communes hors du tableau : pas de donnée.`);
  });
});
