import { describe, expect, it } from "vitest";
import { hitBoxes, pickNearest, roleLayers, targetKey, targetOf, type Candidate } from "../../src/map/hit";
import { MODEL } from "./model";

const candidate = (key: string, x: number, y: number, symbol = true): Candidate<string> => ({ key, at: { x, y }, symbol, value: key });

describe("hitBoxes", () => {
  it("gives a finger at least 40 pixels, after what is really under it", () => {
    const widths = hitBoxes({ x: 100, y: 50 }, "touch").map(([[west], [east]]) => east - west);
    expect(widths).toEqual([12, 44]);
  });

  it("is centred on the pointer", () => {
    const [[[west, north], [east, south]] = [[0, 0], [0, 0]]] = hitBoxes({ x: 100, y: 50 }, "mouse");
    expect([(west + east) / 2, (north + south) / 2]).toEqual([100, 50]);
  });
});

describe("pickNearest", () => {
  it("finds nothing among none", () => {
    expect(pickNearest([], { x: 0, y: 0 }, null)).toBeNull();
  });

  it("takes the nearest", () => {
    expect(pickNearest([candidate("loin", 10, 0), candidate("pres", 4, 0)], { x: 0, y: 0 }, null)?.key).toBe("pres");
  });

  it("takes a symbol rather than the circle below it", () => {
    expect(pickNearest([candidate("cercle", 1, 0, false), candidate("symbole", 5, 0)], { x: 0, y: 0 }, null)?.key).toBe("symbole");
  });

  it("takes the next one when clicking again on symbols at the same place", () => {
    const pile = [candidate("c", 5, 5), candidate("a", 5, 5), candidate("b", 5, 6)];
    const seen: (string | null)[] = [];
    for (let i = 0, last: string | null = null; i < 4; i += 1) {
      last = pickNearest(pile, { x: 5, y: 5 }, last)?.key ?? null;
      seen.push(last);
    }
    expect(seen).toEqual(["c", "a", "b", "c"]);
  });

  it("does not leave the nearest for one that stands apart", () => {
    const two = [candidate("a", 0, 0), candidate("b", 15, 0)];
    expect(pickNearest(two, { x: 1, y: 0 }, "a")?.key).toBe("a");
  });
});

describe("roles", () => {
  it("sorts the layers that answer the pointer", () => {
    const style = {
      ...MODEL.style,
      layers: [...MODEL.style.layers, { id: "fond", type: "background" as const }, { id: "g", type: "circle" as const, source: "msp", metadata: { role: "grappe" } }],
    };
    expect(roleLayers(style)).toEqual({ territoires: ["communes-aplat"], points: ["msp-symbole", "g"] });
  });

  it("reads a territory", () => {
    expect(targetOf({ role: "territoire" }, { code: "87011", nom: "Bellac" })).toEqual({ kind: "territoire", code: "87011", nom: "Bellac" });
  });

  it("reads a point with its layer", () => {
    expect(targetOf({ role: "point", couche: "msp" }, { id: "870000001", nom: "MSP de Bellac" })).toEqual({
      kind: "point",
      couche: "msp",
      id: "870000001",
      nom: "MSP de Bellac",
    });
  });

  it("finds nothing in a feature without code", () => {
    expect(targetOf({ role: "territoire" }, { nom: "lac" })).toBeNull();
  });

  it("tells targets apart across layers", () => {
    const ids = ["msp", "ehpad"].map((couche) => targetKey({ kind: "point", couche, id: "1", nom: "" }));
    expect(new Set(ids).size).toBe(2);
  });
});
