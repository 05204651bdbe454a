import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MapEvents, MapTarget } from "../../../src/carto/map-model";
import type { MapHandle } from "../../../src/map/create-map";
import { MapView, type MapViewProps } from "../../../src/ui/map/MapView";
import { proprietes } from "./exemple";

/** MapLibre cannot start in jsdom: the adapter is replaced, its events are sent by hand. */
const faux = vi.hoisted(() => ({ events: null as MapEvents | null, carte: {} as Record<string, ReturnType<typeof vi.fn>> }));
vi.mock("../../../src/map/create-map", () => ({
  createMap: (_: HTMLElement, events: MapEvents) => {
    faux.events = events;
    return faux.carte as unknown as MapHandle;
  },
}));

const NO: MapTarget = { kind: "territoire", code: "NO", nom: "Commune NO" };

function survoler(cible: MapTarget): void {
  act(() => faux.events?.hover(cible));
}

function monter(decrireLieu: MapViewProps["decrireLieu"], decrire: MapViewProps["decrire"] = ({ nom }) => ({ nom, valeur: null, qualite: null })) {
  const props = proprietes({ decrire, decrireLieu, dessiner: () => null });
  const { rerender } = render(<MapView {...props} />);
  return { change: (autre: MapViewProps["decrireLieu"]) => rerender(<MapView {...props} decrireLieu={autre} />) };
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe = vi.fn(); disconnect = vi.fn(); });
  faux.carte = Object.fromEntries(["update", "show", "fit", "panBy", "resize", "destroy"].map((nom) => [nom, vi.fn()]));
  faux.carte["project"] = vi.fn(() => ({ x: 0, y: 0 }));
  faux.carte["unproject"] = vi.fn(() => [1.04, 46.06]);
});
afterEach(() => vi.unstubAllGlobals());

describe("MapView: the pointer over cells", () => {
  const MAILLE = { nom: "Vibrac", valeur: "9,7 min", precision: "7 hab.", qualite: "derive" } as const;
  const surface = (): Element => screen.getByRole("application", { name: "Carte : essai" });

  it("names the cell at its place, with its inhabitants, rather than the territory", () => {
    const decrireLieu = vi.fn(() => MAILLE);
    monter(decrireLieu);
    fireEvent.pointerMove(surface(), { clientX: 40, clientY: 50 });
    survoler(NO);
    expect(faux.carte["unproject"]).toHaveBeenLastCalledWith(expect.objectContaining({ x: 40, y: 50 }));
    expect(decrireLieu).toHaveBeenLastCalledWith([1.04, 46.06]);
    expect(screen.getByText("Vibrac").parentElement?.textContent).toBe("Vibrac9,7 mindérivé7 hab.");
    expect(screen.queryByText("Commune NO")).toBeNull();
  });

  it("names the territory where there is no cell, and a site over one", () => {
    const { change } = monter(() => null);
    fireEvent.pointerMove(surface(), { clientX: 40, clientY: 50 });
    survoler(NO);
    expect(screen.getByText("Commune NO")).toBeTruthy();
    change(() => MAILLE);
    survoler({ kind: "point", couche: "msp", id: "1", nom: "MSP d'Aixe" });
    expect(screen.getByText("MSP d'Aixe")).toBeTruthy();
    expect(screen.queryByText("Vibrac")).toBeNull();
  });

  it("says nothing where the pointer is not on the map", () => {
    monter(() => MAILLE);
    fireEvent.pointerMove(screen.getByRole("button", { name: "Zoomer" }), { clientX: 4, clientY: 5 });
    expect(screen.queryByText("Vibrac")).toBeNull();
    fireEvent.pointerMove(surface(), { clientX: 4, clientY: 5 });
    expect(screen.getByText("Vibrac")).toBeTruthy();
    fireEvent.pointerLeave(surface().parentElement ?? surface());
    expect(screen.queryByText("Vibrac")).toBeNull();
  });

  it("says by keyboard the territory, its figure and what the figure is", () => {
    monter(() => MAILLE, ({ nom }) => ({ nom, valeur: "12,3 min", precision: "Minutes depuis le chef-lieu", qualite: "derive" }));
    act(() => (surface() as HTMLElement).focus());
    fireEvent.keyDown(surface(), { key: "ArrowRight", shiftKey: true });
    expect(screen.getByRole("status").textContent).toBe("Commune NO, 12,3 min, Minutes depuis le chef-lieu");
  });

  it("names what a finger taps until it moves the map", () => {
    monter(() => MAILLE);
    fireEvent.pointerDown(surface(), { pointerType: "touch" });
    fireEvent.pointerLeave(surface().parentElement ?? surface(), { pointerType: "touch" });
    fireEvent.click(surface(), { clientX: 40, clientY: 50 });
    expect(screen.getByText("Vibrac")).toBeTruthy();
    fireEvent.pointerMove(surface(), { pointerType: "touch" });
    expect(screen.queryByText("Vibrac")).toBeNull();
  });
});
