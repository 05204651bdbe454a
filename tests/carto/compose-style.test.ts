import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { composeStyle, type BaseCarte } from "../../src/carto/compose-style";
import { legendRows } from "../../src/carto/legend";
import { MARKS } from "../../src/carto/marks/registry";
import { classColor } from "../../src/carto/resolve-scale";
import { COUCHES } from "../../src/domain/couche";
import { BASE, CODES, MINUTES, pointsCouche, RIEN, SANS_SELECTION, scaled, TABLE, tableOf, TERRITOIRES, texts, viewOf, ZONAGE } from "./fixtures";

const MSP = pointsCouche("msp", "msp", [
  [1.02, 45.85],
  [1.3, 45.85],
]);
const MEDECINS = pointsCouche("medecins", "medecin", [[1.1, 45.85]]);
const TOUTES = COUCHES.map((couche) => (couche === "zonage" ? ZONAGE : pointsCouche(couche, couche, [[1.2, 45.86]])));
const VUE = scaled();
const CERCLES = scaled(viewOf({ id: "cercles", mark: "circle", column: "population", scale: { kind: "proportionnel", maxRadius: 20, color: "#37424d" } }));
const SITES = scaled(
  viewOf({
    id: "sites",
    mark: "symbol",
    column: "genre",
    geometry: { kind: "points" },
    table: tableOf(...TABLE.columns, texts("genre", CODES.map(() => "msp"))),
    scale: { kind: "categories", categories: [{ value: "msp", label: "maison de santé", color: "#7d1d5f", pattern: "plein" }] },
  }),
);

function compose(more: Partial<BaseCarte> = {}) {
  return composeStyle({ ...BASE, ...more }, [VUE, CERCLES, SITES], TOUTES, SANS_SELECTION);
}

describe("style", () => {
  test("is valid with every layer and every mark", () => {
    expect(validateStyleMin(compose().style).map(({ message }) => message)).toEqual([]);
  });
  test("is valid before the basemap is there", () => {
    expect(validateStyleMin(compose({ fond: null }).style).map(({ message }) => message)).toEqual([]);
  });
  test("holds no feature: they come by reference", () => {
    const { style, data } = compose();
    const collections = Object.entries(style.sources).filter(([, { type }]) => type === "geojson");
    for (const [, source] of collections) expect(source).toMatchObject({ data: RIEN });
    expect(data["territoires"]).toBe(TERRITOIRES);
    expect(Object.keys(data).toSorted()).toEqual(collections.map(([id]) => id).toSorted());
  });
  test("every layer has its source, every image its drawing", () => {
    const { style, images } = compose();
    for (const layer of style.layers) if ("source" in layer) expect(style.sources).toHaveProperty([layer.source]);
    const named = JSON.stringify(style.layers).match(/"(site-[a-z-]+[a-z]|motif-[a-z0-9-]+|anneau)"/g) ?? [];
    for (const name of named) expect(images).toHaveProperty([name.slice(1, -1)]);
    expect(named.length).toBeGreaterThan(10);
  });
  test("asks nothing from elsewhere: no glyph server, no sprite, fonts as given", () => {
    const { style } = compose();
    expect(style).not.toHaveProperty("glyphs");
    expect(style).not.toHaveProperty("sprite");
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });
  test("layers are drawn in their own order, whatever the order given", () => {
    const ids = (couches: typeof TOUTES) => composeStyle(BASE, [VUE], couches, SANS_SELECTION).style.layers.map(({ id }) => id);
    expect(ids(TOUTES.toReversed())).toEqual(ids(TOUTES));
  });
  test("data are above the ground, names above the data, symbols above the names, towns on top", () => {
    const ids = compose().style.layers.map(({ id }) => id);
    const rank = ["papier", "bois", "territoires-couleurs", "eau", "routes-primary", "territoires-bords", "noms-communes", "couche-msp", "noms-villes"].map((id) => ids.indexOf(id));
    expect(rank).toEqual(rank.toSorted((a, b) => a - b));
    expect(rank).not.toContain(-1);
  });
  test("each kind of thing that answers the pointer says so", () => {
    const roles = compose().style.layers.flatMap(({ id, metadata }) => (metadata === undefined ? [] : [[id, (metadata as { role: string }).role]]));
    expect(roles).toContainEqual(["territoires-cible", "territoire"]);
    expect(roles).toContainEqual(["couche-msp", "point"]);
    expect(roles).toContainEqual(["couche-msp-grappes", "grappe"]);
  });
  test("illustrative figures are hatched", () => {
    const { style } = composeStyle(BASE, [scaled(viewOf({ quality: "illustratif" }))], [], SANS_SELECTION);
    expect(style.layers.map(({ id }) => id)).toContain("vue-temps-hachures");
  });
  test("zones have each their pattern, and their label", () => {
    const layers = composeStyle(BASE, [], [ZONAGE], SANS_SELECTION).style.layers.map(({ id }) => id);
    expect(layers).toEqual(expect.arrayContaining(["couche-zonage-zip", "couche-zonage-zac", "couche-zonage-hz", "couche-zonage-noms"]));
  });
  test("the first colours bring no layer: no tile is read again for them", () => {
    expect(composeStyle(BASE, [VUE], [], SANS_SELECTION).style).toEqual(composeStyle(BASE, [], [], SANS_SELECTION).style);
  });
  test("outlines over the bare ground are not as light as it is", () => {
    const bords = (nu: boolean): unknown => composeStyle({ ...BASE, nu }, [], [], SANS_SELECTION).style.layers.find(({ id }) => id === "territoires-bords")?.paint;
    expect([bords(false), bords(true)]).toMatchObject([{ "line-color": "#ffffff" }, { "line-color": "#8b949c" }]);
  });
  test("territories that no view colours have no layer of colours", () => {
    expect(composeStyle(BASE, [SITES], [], SANS_SELECTION).style.layers.map(({ id }) => id)).not.toContain("territoires-couleurs");
  });
  test("as it was drawn and looked at", () => {
    expect(composeStyle(BASE, [VUE], [ZONAGE, MEDECINS, MSP], SANS_SELECTION).style).toMatchSnapshot();
  });
  test("the legend as it was looked at", () => {
    expect([VUE, CERCLES, SITES].map(({ view, scale }) => legendRows(view, scale))).toMatchSnapshot();
  });
});

describe("states", () => {
  const selection = (more: object) => composeStyle(BASE, [VUE], [MSP], { ...SANS_SELECTION, ...more }).states;

  test("the colour of each territory is that of its legend row", () => {
    const states = selection({})["territoires"];
    const rows = legendRows(VUE.view, VUE.scale);
    for (const row of rows) {
      const colored = CODES.filter((code) => states?.get(code)?.["couleur"] === row.color);
      expect(colored).toHaveLength(row.count);
    }
  });
  test("circles carry their radius on their own source", () => {
    const { states } = composeStyle(BASE, [VUE, CERCLES], [], SANS_SELECTION);
    expect(states["vue-cercles"]?.get("87006")).toEqual({ couleur: "#37424d", rayon: 20 });
    expect(states["territoires"]?.get("87006")).toEqual({ couleur: classColor(VUE.scale, 1) });
  });
  test("the class under the pointer stays, the others fade", () => {
    const states = selection({ classeSurvolee: 1 })["territoires"];
    expect(CODES.filter((code) => states?.get(code)?.["estompe"] === true)).toEqual(CODES.filter((_, i) => ![12.5, 15].includes(MINUTES[i] ?? 0)));
  });
  test("the selected site is marked on its layer, if it is shown", () => {
    expect(selection({ sujet: { genre: "etablissement", couche: "msp", id: "msp-0" } })["couche-msp"]?.get("msp-0")).toEqual({ choisi: true });
    expect(selection({ sujet: { genre: "etablissement", couche: "smur", id: "s" } })).not.toHaveProperty("couche-smur");
  });
});

describe("what is lit", () => {
  const lit = (more: object) =>
    (composeStyle(BASE, [VUE], [], { ...SANS_SELECTION, ...more }).data["selection"] as FeatureCollection).features.map(({ properties, geometry }) => ({
      etat: properties?.["etat"],
      rank: TERRITOIRES.features.findIndex((feature) => feature.geometry === geometry),
    }));
  const bellac = { genre: "territoire", niveau: "commune", code: "87002" };

  test("nothing at first", () => {
    expect(lit({})).toEqual([]);
  });
  test("the outline under the pointer, then the selected one above it", () => {
    expect(lit({ sujet: bellac, survol: "87001" })).toEqual([
      { etat: "survol", rank: 0 },
      { etat: "choisi", rank: 1 },
    ]);
  });
  test("the selected outline once when the pointer is on it", () => {
    expect(lit({ sujet: bellac, survol: "87002" })).toEqual([{ etat: "choisi", rank: 1 }]);
  });
  test("no territory of another level", () => {
    expect(lit({ sujet: { ...bellac, niveau: "epci" } })).toEqual([]);
  });
});

describe("the ground", () => {
  test("is one source of tiles cut ahead, which the page is asked for", () => {
    const { data, style } = composeStyle(BASE, [], [], SANS_SELECTION);
    expect(style.sources["fond"]).toEqual({ type: "vector", tiles: ["fond://donnees/fond-87.{z}.bin.gz?v=essai&tuile={x}/{y}"], minzoom: 5, maxzoom: 12 });
    expect(data["fond"]).toBeUndefined();
  });
  test("is asked for each nature that the tiles hold", () => {
    const { style } = composeStyle(BASE, [], [], SANS_SELECTION);
    const asked = new Set(style.layers.flatMap((layer) => ("source-layer" in layer ? [layer["source-layer"]] : [])));
    expect([...asked].toSorted()).toEqual(["bois", "departement", "eau", "nom-departement", "riviere", "route"]);
  });
  test("is left out where there is none", () => {
    const { style } = composeStyle({ ...BASE, fond: null }, [], [], SANS_SELECTION);
    expect(style.layers.some((layer) => "source" in layer && layer.source === "fond")).toBe(false);
  });
});

describe("what has not changed keeps its reference", () => {
  test("same arguments in new arrays", () => {
    const first = composeStyle(BASE, [VUE], [MSP], SANS_SELECTION);
    const again = composeStyle({ ...BASE }, [{ ...VUE }], [MSP], { ...SANS_SELECTION });
    expect(again.style).toBe(first.style);
    expect(again.states).toBe(first.states);
    expect(again.images).toBe(first.images);
    expect(again.attributions).toBe(first.attributions);
  });
  test("hovering changes the outline that is lit and nothing else", () => {
    const first = composeStyle(BASE, [VUE], [MSP], SANS_SELECTION);
    const hovered = composeStyle(BASE, [VUE], [MSP], { ...SANS_SELECTION, survol: "87003" });
    expect(hovered.style).toBe(first.style);
    expect(hovered.states).toBe(first.states);
    expect(Object.keys(hovered.data).filter((source) => hovered.data[source] !== first.data[source])).toEqual(["selection"]);
  });
  test("other classes change colours, never data", () => {
    const before = composeStyle(BASE, [VUE], [MSP], SANS_SELECTION);
    const after = composeStyle(BASE, [scaled(VUE.view, { method: "egal", count: 3 })], [MSP], SANS_SELECTION);
    expect(after.style).toEqual(before.style);
    for (const [source, features] of Object.entries(after.data)) expect(features).toBe(before.data[source]);
    expect(after.states["territoires"]).not.toEqual(before.states["territoires"]);
  });
});

test("attributions name each source once, OpenStreetMap as its licence asks", () => {
  expect(composeStyle(BASE, [VUE], [MSP, MEDECINS], SANS_SELECTION).attributions).toEqual(["INSEE, 2023", "© les contributeurs d'OpenStreetMap, ODbL"]);
});

test("the registry holds every mark under its own name", () => {
  expect(Object.entries(MARKS).every(([id, mark]) => mark.id === id)).toBe(true);
});

test("views of points are drawn from their own table", () => {
  const data = composeStyle(BASE, [SITES], [], SANS_SELECTION).data["vue-sites"] as FeatureCollection;
  expect(data.features.map(({ properties }) => properties?.["genre"])).toEqual(CODES.map(() => "msp"));
});
