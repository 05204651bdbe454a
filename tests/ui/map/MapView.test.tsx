import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MapEvents } from "../../../src/carto/map-model";
import type { MapHandle } from "../../../src/map/create-map";
import { MapView, type MapViewProps } from "../../../src/ui/map/MapView";
import { DESSIN, MODELE, proprietes } from "./exemple";

/** MapLibre cannot start in jsdom: the adapter is replaced, its events are sent by hand. */
const faux = vi.hoisted(() => ({ events: null as MapEvents | null, absent: false, carte: {} as Record<string, ReturnType<typeof vi.fn>> }));
vi.mock("../../../src/map/create-map", () => ({
  createMap: (_: HTMLElement, events: MapEvents) => {
    faux.events = events;
    events.webgl(faux.absent ? "absent" : "ok");
    return faux.absent ? null : (faux.carte as unknown as MapHandle);
  },
}));

function envoyer(dire: (events: MapEvents) => void): void {
  act(() => {
    if (faux.events === null) throw new Error("the map has not been created");
    dire(faux.events);
  });
}

const NO = { kind: "territoire", code: "NO", nom: "Commune NO" } as const;

function monter(plus: Partial<MapViewProps> = {}) {
  const recus = proprietes(plus);
  const { rerender, unmount } = render(<MapView {...recus} />);
  return { recus, unmount, change: (autres: Partial<MapViewProps>) => rerender(<MapView {...recus} {...autres} />) };
}

/** The map's application, focused. */
function focaliser(): HTMLElement {
  const carte = screen.getByRole("application", { name: "Carte : essai" });
  act(() => carte.focus());
  return carte;
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe = vi.fn(); disconnect = vi.fn(); });
  faux.absent = false;
  faux.carte = Object.fromEntries(
    ["update", "show", "fit", "setCamera", "panBy", "zoomBy", "resize", "destroy"].map((nom) => [nom, vi.fn()]),
  );
  // One degree is a thousand pixels, from the upper left corner of the four communes.
  faux.carte["project"] = vi.fn(([lon, lat]: [number, number]) => ({ x: (lon - 1) * 1000, y: (46.1 - lat) * 1000 }));
  faux.carte["unproject"] = vi.fn(() => [1.04, 46.06]);
});
afterEach(() => vi.unstubAllGlobals());

describe("MapView: what goes in", () => {
  it("gives the model to the map", () => {
    monter();
    expect(faux.carte["update"]).toHaveBeenCalledWith(MODELE);
  });

  it("starts on the territory", () => {
    monter();
    expect(faux.carte["fit"]).toHaveBeenCalledExactlyOnceWith([1, 45.9, 1.2, 46.1], expect.anything(), false);
  });

  it("starts on the camera it is given, not on an old order", () => {
    const camera = { lon: 1.2, lat: 45.8, zoom: 11 };
    monter({ camera, cible: { numero: 3, ordre: { kind: "bbox", bbox: [0, 0, 1, 1] } } });
    expect(faux.carte["setCamera"]).toHaveBeenCalledExactlyOnceWith(camera, false);
    expect(faux.carte["fit"]).not.toHaveBeenCalled();
  });

  it("waits for the territory when it starts on nothing", () => {
    const { change } = monter({ bbox: null });
    expect(faux.carte["fit"]).not.toHaveBeenCalled();
    change({ bbox: [1, 45.9, 1.2, 46.1] });
    expect(faux.carte["fit"]).toHaveBeenCalledOnce();
  });

  it("plays an order once, animated", () => {
    const { change } = monter();
    const cible = { numero: 1, ordre: { kind: "point", lon: 1.26, lat: 45.83, zoom: 12 } } as const;
    change({ cible });
    change({ cible, model: { ...MODELE } });
    expect(faux.carte["setCamera"]).toHaveBeenCalledExactlyOnceWith(cible.ordre, true);
  });

  it("does not play an old order again when the territory changes", () => {
    const cible = { numero: 1, ordre: { kind: "point", lon: 1.26, lat: 45.83, zoom: 12 } } as const;
    const { change } = monter({ cible });
    change({ cible, bbox: [0, 44, 1, 45] });
    expect(faux.carte["setCamera"]).toHaveBeenCalledOnce();
  });

  it("takes the map down with itself", () => {
    const { unmount } = monter();
    unmount();
    expect(faux.carte["destroy"]).toHaveBeenCalledOnce();
  });

  it("hands the map over to who wants to capture it", () => {
    const onCarte = vi.fn();
    monter({ onCarte });
    expect(onCarte).toHaveBeenLastCalledWith(faux.carte);
  });
});

describe("MapView: pointer", () => {
  it("names what is under the pointer, with its value and quality", () => {
    const { recus } = monter();
    envoyer((events) => events.hover(NO));
    expect(recus.onHover).toHaveBeenCalledWith(NO);
    expect(screen.getByText("Commune NO").parentElement?.textContent).toBe("Commune NO12,3 mindérivé");
  });

  it("drops the tooltip when the pointer leaves", () => {
    monter();
    envoyer((events) => events.hover(NO));
    envoyer((events) => events.hover(null));
    expect(screen.queryByText("Commune NO")).toBeNull();
  });

  it("zooms with its buttons", async () => {
    monter();
    await userEvent.click(screen.getByRole("button", { name: "Dézoomer" }));
    expect(faux.carte["zoomBy"]).toHaveBeenCalledWith(-1);
  });

  it("goes back to the whole territory", async () => {
    monter({ camera: { lon: 1, lat: 46, zoom: 9 } });
    await userEvent.click(screen.getByRole("button", { name: "Revoir tout le territoire" }));
    expect(faux.carte["fit"]).toHaveBeenCalledWith([1, 45.9, 1.2, 46.1], expect.anything(), true);
  });
});

describe("MapView: keyboard", () => {
  it("is one stop of the keyboard, explained", () => {
    monter();
    const explication = focaliser().getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(explication)?.textContent).toContain("Entrée : ouvrir la fiche");
  });

  it("moves the map with arrows", async () => {
    monter();
    focaliser();
    await userEvent.keyboard("{ArrowRight}");
    expect(faux.carte["panBy"]).toHaveBeenCalledWith(90, 0);
  });

  it("begins with the territory in the middle, and announces it", async () => {
    const { recus } = monter();
    focaliser();
    await userEvent.keyboard("{Control>}{ArrowRight}{/Control}");
    expect(recus.onHover).toHaveBeenCalledWith(NO);
    expect(screen.getByRole("status").textContent).toBe("Commune NO, 12,3 min");
  });

  it("begins with the territory whose sheet is open", async () => {
    monter({ choisi: "SO" });
    focaliser();
    await userEvent.keyboard("{Control>}{ArrowRight}{/Control}");
    expect(screen.getByRole("status").textContent).toBe("Commune SE, 12,3 min");
  });

  it("says when there is nothing further that way", async () => {
    monter({ choisi: "SO" });
    focaliser();
    await userEvent.keyboard("{Control>}{ArrowDown}{/Control}");
    expect(screen.getByRole("status").textContent).toBe("Pas de territoire dans cette direction.");
  });

  it("opens the sheet with Enter and closes it with Escape", async () => {
    const { recus } = monter({ choisi: "SO" });
    focaliser();
    await userEvent.keyboard("{Enter}{Escape}");
    expect(recus.onSelect).toHaveBeenNthCalledWith(1, expect.objectContaining({ code: "SO" }));
    expect(recus.onSelect).toHaveBeenNthCalledWith(2, null);
  });

  it("walks the sites from the nearest", async () => {
    monter();
    focaliser();
    await userEvent.keyboard("p");
    expect(screen.getByRole("status").textContent).toBe("Site ouest, 12,3 min");
    await userEvent.keyboard("p");
    expect(screen.getByRole("status").textContent).toBe("Site est, 12,3 min");
  });

  it("brings into view what it reaches", async () => {
    monter({ choisi: "SO", marges: { left: 500, right: 0, top: 0, bottom: 0 } });
    focaliser();
    await userEvent.keyboard("{Enter}");
    expect(faux.carte["panBy"]).toHaveBeenCalled();
  });

  it("lights nothing any more once the focus has gone", async () => {
    const { recus } = monter();
    const carte = focaliser();
    await userEvent.keyboard("{Enter}");
    fireEvent.blur(carte);
    expect(recus.onHover).toHaveBeenLastCalledWith(null);
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("forgets a territory that the new level no longer has", async () => {
    const { change } = monter();
    focaliser();
    await userEvent.keyboard("{Enter}");
    change({ model: { ...MODELE, data: {} } });
    expect(screen.queryByText("Commune NO")).toBeNull();
  });
});

describe("MapView: without WebGL", () => {
  beforeEach(() => {
    faux.absent = true;
  });

  it("shows the drawing and says why", () => {
    const { recus } = monter();
    expect(recus.onWebgl).toHaveBeenCalledWith("absent");
    expect(screen.getByText(/WebGL absent/)).toBeTruthy();
    expect(document.querySelectorAll("svg [data-code]")).toHaveLength(4);
  });

  it("answers a click on a territory", () => {
    const { recus } = monter();
    fireEvent.click(document.querySelector('[data-code="NE"]')!);
    expect(recus.onSelect).toHaveBeenCalledWith({ kind: "territoire", code: "NE", nom: "Commune NE" });
  });

  it("answers a click on a site", () => {
    const { recus } = monter();
    fireEvent.click(document.querySelector("[data-id]")!);
    expect(recus.onSelect).toHaveBeenCalledWith({ kind: "point", couche: "msp", id: "est", nom: "Site est" });
  });

  it("goes from territory to territory with plain arrows", async () => {
    monter({ choisi: "NO" });
    focaliser();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.querySelector("[data-survol]")?.getAttribute("data-code")).toBe("SO");
  });

  it("keeps its mark when it is drawn again", async () => {
    const { change } = monter({ choisi: "NO" });
    focaliser();
    await userEvent.keyboard("{ArrowDown}");
    change({ choisi: "NO", dessiner: () => DESSIN.replace("0 0 20 20", "0 0 40 40") });
    expect(document.querySelectorAll('svg[viewBox="0 0 40 40"] [data-survol]')).toHaveLength(1);
  });

  it("has no zoom buttons", () => {
    monter();
    expect(screen.queryByRole("button", { name: "Zoomer" })).toBeNull();
  });

  it("stands in while the context is lost, and leaves when it is back", () => {
    faux.absent = false;
    monter();
    envoyer((events) => events.webgl("perdu"));
    expect(screen.getByText(/a été interrompu/)).toBeTruthy();
    envoyer((events) => events.webgl("ok"));
    expect(screen.queryByText(/a été interrompu/)).toBeNull();
  });
});
