import { describe, expect, it } from "vitest";
import { lireTouche, type Touche } from "../../../src/ui/map/touches";

function touche(key: string, avec: Partial<Touche> = {}): Touche {
  return { key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...avec };
}

describe("lireTouche", () => {
  it("moves the map with a plain arrow", () => {
    expect(lireTouche(touche("ArrowLeft"), true)).toMatchObject({ genre: "deplacer", dy: 0 });
  });

  it.each(["ctrlKey", "shiftKey"] as const)("goes to the neighbour with %s and an arrow", (modificateur) => {
    expect(lireTouche(touche("ArrowLeft", { [modificateur]: true }), true)).toEqual({ genre: "voisin", direction: "ouest" });
  });

  it("goes to the neighbour with a plain arrow on a drawing, which does not move", () => {
    expect(lireTouche(touche("ArrowUp"), false)).toEqual({ genre: "voisin", direction: "nord" });
  });

  it("leaves Alt and an arrow to the browser", () => {
    expect(lireTouche(touche("ArrowLeft", { altKey: true }), true)).toBeNull();
  });

  it("leaves the browser its own zoom", () => {
    expect(lireTouche(touche("+", { ctrlKey: true }), true)).toBeNull();
  });

  it("does not zoom a drawing", () => {
    expect(lireTouche(touche("+"), false)).toBeNull();
  });

  it("walks the sites backwards with a capital P", () => {
    expect(lireTouche(touche("P", { shiftKey: true }), true)).toEqual({ genre: "site", sens: -1 });
  });

  it("leaves Tab alone: the keyboard can always go on", () => {
    expect(lireTouche(touche("Tab"), true)).toBeNull();
  });
});
