import { describe, expect, it } from "vitest";
import type { MapImage, MapModel, Quadrillage } from "../../src/carto/map-model";
import { tilesOf } from "../../src/map/quadrillage";
import { applyPlan, planDiff, planFresh, styleWithFeatures } from "../../src/map/reconcile";
import { fakeMap } from "./fake-map";
import { COMMUNES, features, MODEL, MSP } from "./model";

const IMAGE: MapImage = { size: 8, paths: [{ d: "M0 0H8", stroke: "#000000" }] };
const rasterise = () => ({ width: 16, height: 16, data: new Uint8ClampedArray(16 * 16 * 4) });

/** Plays the difference on a fake map and gives its calls. */
function play(before: MapModel, after: MapModel): ReturnType<typeof fakeMap> {
  const fake = fakeMap();
  const plan = planDiff(before, after);
  if (plan === null) throw new Error("a whole new style");
  applyPlan(fake.map, plan, rasterise);
  return fake;
}

function withStates(communes: MapModel["states"][string]): MapModel {
  return { ...MODEL, states: { communes } };
}

/** 500 territories of one colour. */
function painted(couleur: string): MapModel["states"][string] {
  return new Map(Array.from({ length: 500 }, (_, i) => [String(i), { couleur }]));
}

describe("planDiff: states", () => {
  it("does nothing for the same model", () => {
    expect(planDiff(MODEL, MODEL)).toEqual([]);
  });

  it("recolours by feature state, without one setData", () => {
    const { names } = play(withStates(painted("#000000")), withStates(painted("#ffffff")));
    expect(names()).toEqual(Array.from({ length: 500 }, () => "setFeatureState"));
  });

  it("sets only the keys that changed, of the codes that changed", () => {
    const before = withStates(new Map([["a", { couleur: "#111111", rayon: 3 }], ["b", { couleur: "#222222" }]]));
    const after = withStates(new Map([["a", { couleur: "#333333", rayon: 3 }], ["b", { couleur: "#222222" }]]));
    expect(play(before, after).calls).toEqual([["setFeatureState", { source: "communes", id: "a" }, { couleur: "#333333" }]]);
  });

  it("removes a key that is gone", () => {
    const before = withStates(new Map([["a", { couleur: "#111111", choisi: true }]]));
    const after = withStates(new Map([["a", { couleur: "#111111" }]]));
    expect(play(before, after).calls).toEqual([["removeFeatureState", { source: "communes", id: "a" }, "choisi"]]);
  });

  it("removes the whole state of a code that is gone", () => {
    const b = { couleur: "#222222" };
    const before = withStates(new Map([["a", { couleur: "#111111" }], ["b", b]]));
    expect(play(before, withStates(new Map([["b", b]]))).calls).toEqual([["removeFeatureState", { source: "communes", id: "a" }, undefined]]);
  });

  it("removes at once the states of codes that are all gone", () => {
    const before = withStates(new Map([["a", { couleur: "#111111" }], ["b", { couleur: "#222222" }]]));
    expect(play(before, withStates(new Map())).calls).toEqual([["removeFeatureState", { source: "communes" }, undefined]]);
  });

  it("removes every state of a source that has none any more", () => {
    expect(play(MODEL, { ...MODEL, states: {} }).calls).toEqual([["removeFeatureState", { source: "communes" }, undefined]]);
  });
});

describe("planDiff: data", () => {
  it("sets the data of the source whose reference changed, and of no other", () => {
    const communes = features("87154");
    expect(play(MODEL, { ...MODEL, data: { ...MODEL.data, communes } }).calls).toEqual([["setData", "communes", communes]]);
  });

  it("keeps the states when only the data change: MapLibre keeps them by code", () => {
    expect(play(MODEL, { ...MODEL, data: { ...MODEL.data, communes: features("87154") } }).names()).not.toContain("setFeatureState");
  });

  it("throws on data for a source that the style lacks", () => {
    const fake = fakeMap();
    const lost = { ...fake.map, getSource: () => undefined };
    expect(() => applyPlan(lost, [{ kind: "donnees", source: "x", features: features("1") }], rasterise)).toThrow("« x »");
  });
});

describe("planDiff: cells", () => {
  const cells = (): Quadrillage => ({ ouest: 0, sud: 0, cote: 500, largeur: 1, hauteur: 1, classes: Uint8Array.of(1), couleurs: new Uint8Array(8) });
  const withCells = (quadrillage: Quadrillage): MapModel => ({
    ...MODEL,
    style: { ...MODEL.style, sources: { ...MODEL.style.sources, mailles: { type: "raster", tiles: [], tileSize: 256 } } },
    quadrillages: { mailles: quadrillage },
  });

  it("adds their source with the address of their tiles", () => {
    const { calls } = play(MODEL, withCells(cells()));
    expect(calls).toEqual([["addSource", "mailles", { type: "raster", tiles: [expect.stringMatching(/^quadrillage:\/\/\d+\/\{z\}\/\{x\}\/\{y\}$/)], tileSize: 256 }]]);
  });

  it("asks for the tiles of other cells at another address, and for none of the same cells", () => {
    const [one, other] = [cells(), cells()];
    const before = withCells(one);
    const { calls } = play(before, { ...before, quadrillages: { mailles: other } });
    expect(calls).toEqual([["setTiles", "mailles", [expect.not.stringMatching(tilesOf(one))]]]);
    expect(play(before, { ...before, quadrillages: { mailles: one } }).calls).toEqual([]);
  });
});

describe("planDiff: style", () => {
  it("adds a source with its features in one call, then its layer, then its states", () => {
    const after: MapModel = {
      ...MODEL,
      style: {
        ...MODEL.style,
        sources: { ...MODEL.style.sources, ehpad: { type: "geojson", data: MODEL.data["msp"]!, promoteId: "id" } },
        layers: [COMMUNES, MSP, { id: "ehpad", type: "circle", source: "ehpad" }],
      },
      data: { ...MODEL.data, ehpad: features("e1") },
      states: { ...MODEL.states, ehpad: new Map([["e1", { choisi: true }]]) },
    };
    const { calls, names } = play(MODEL, after);
    expect(names()).toEqual(["addSource", "addLayer", "setFeatureState"]);
    expect(calls[0]?.[2]).toMatchObject({ data: after.data["ehpad"] });
  });

  it("fills and colours again a source that has to be made anew", () => {
    const after: MapModel = {
      ...MODEL,
      style: {
        ...MODEL.style,
        sources: { ...MODEL.style.sources, communes: { type: "geojson", data: MODEL.data["msp"]!, promoteId: "nom" } },
      },
    };
    const { calls, names } = play(MODEL, after);
    expect(names()).toEqual(["removeLayer", "removeSource", "addSource", "addLayer", "setFeatureState", "setFeatureState"]);
    expect(calls[2]?.[2]).toMatchObject({ promoteId: "nom", data: MODEL.data["communes"] });
  });

  it("says nothing of the states of a source that is removed", () => {
    const { communes: _, ...sources } = MODEL.style.sources;
    const after = { ...MODEL, style: { ...MODEL.style, sources, layers: [MSP] }, states: {} };
    expect(play(MODEL, after).names()).toEqual(["removeLayer", "removeSource"]);
  });

  it("changes a paint property in place", () => {
    const repainted = { ...COMMUNES, paint: { "fill-color": "#ff0000" } } as typeof COMMUNES;
    const after = { ...MODEL, style: { ...MODEL.style, layers: [repainted, MSP] } };
    expect(play(MODEL, after).calls).toEqual([["setPaintProperty", "communes-aplat", "fill-color", "#ff0000"]]);
  });

  it("asks for a whole new style when fonts change", () => {
    const after = { ...MODEL, style: { ...MODEL.style, "font-faces": { Noto: "./noto.woff2" } } } as MapModel;
    expect(planDiff(MODEL, after)).toBeNull();
  });
});

describe("images", () => {
  it("come before the layers that use them, and go last", () => {
    const before = { ...MODEL, images: { croix: IMAGE } };
    const layers = [COMMUNES, MSP, { ...MSP, id: "autre" }];
    const { names } = play(before, { ...MODEL, images: { hachures: IMAGE }, style: { ...MODEL.style, layers } });
    expect(names()).toEqual(["addImage", "addLayer", "removeImage"]);
  });

  it("are replaced when their description changed", () => {
    const { names } = play({ ...MODEL, images: { croix: IMAGE } }, { ...MODEL, images: { croix: { ...IMAGE, size: 12 } } });
    expect(names()).toEqual(["removeImage", "addImage"]);
  });
});

describe("a fresh map", () => {
  it("loads every source with its features", () => {
    expect(styleWithFeatures(MODEL).sources["communes"]).toEqual({ type: "geojson", promoteId: "code", data: MODEL.data["communes"] });
  });

  it("then takes images and every state", () => {
    const fake = fakeMap();
    applyPlan(fake.map, planFresh({ ...MODEL, images: { croix: IMAGE } }), rasterise);
    expect(fake.names()).toEqual(["addImage", "setFeatureState", "setFeatureState"]);
  });
});
