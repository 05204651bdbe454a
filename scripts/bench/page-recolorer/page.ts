// Recolours every commune in two ways on one map: feature state (as the application does) and setData.
import type { FeatureCollection } from "geojson";
import { type ExpressionSpecification, type GeoJSONSource, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

/** What the bench calls. `turn` chooses the colours: each way gives the same ones for the same turn. */
export interface Banc {
  featureState(turn: number): Promise<number>;
  setData(turn: number): Promise<number>;
  /** What is on the screen, as a data address. */
  image(): string;
}

const COLOURS = ["#f1eef6", "#bdc9e1", "#74a9cf", "#2b8cbe", "#045a8d"] as const;
const classOf = (row: number, turn: number): number => (row * 7 + turn * 3) % COLOURS.length;
const colourBy = (value: ExpressionSpecification): ExpressionSpecification => ["match", value, 1, COLOURS[1], 2, COLOURS[2], 3, COLOURS[3], 4, COLOURS[4], COLOURS[0]];

setWorkerUrl(workerUrl);
const communes = (await (await fetch("./communes.json")).json()) as FeatureCollection;
const coloured = (turn: number): FeatureCollection => ({
  ...communes,
  features: communes.features.map((f, row) => ({ ...f, properties: { code: f.properties?.["code"] as string, classe: classOf(row, turn) } })),
});
const codes = communes.features.map((f) => f.properties?.["code"] as string);

const map = new MapLibre({
  container: "carte",
  style: {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      etat: { type: "geojson", data: communes, promoteId: "code" },
      donnee: { type: "geojson", data: coloured(0), promoteId: "code" },
    },
    layers: [
      { id: "etat", type: "fill", source: "etat", paint: { "fill-color": colourBy(["coalesce", ["feature-state", "classe"], 0]), "fill-antialias": false } },
      { id: "donnee", type: "fill", source: "donnee", paint: { "fill-color": colourBy(["get", "classe"]), "fill-antialias": false } },
    ],
  },
  bounds: [-1.8, 42.7, 2.7, 47.2],
});

async function drawn(): Promise<void> {
  const idle = map.once("idle");
  map.triggerRepaint();
  await idle;
}

/** Only the layer under test is drawn. */
async function show(layer: "etat" | "donnee"): Promise<void> {
  map.setLayoutProperty("etat", "visibility", layer === "etat" ? "visible" : "none");
  map.setLayoutProperty("donnee", "visibility", layer === "donnee" ? "visible" : "none");
  await drawn();
}

async function timed(change: () => void): Promise<number> {
  const start = performance.now();
  change();
  await drawn();
  return performance.now() - start;
}

const banc: Banc = {
  async featureState(turn) {
    await show("etat");
    return timed(() => {
      codes.forEach((id, row) => map.setFeatureState({ source: "etat", id }, { classe: classOf(row, turn) }));
    });
  },
  async setData(turn) {
    await show("donnee");
    return timed(() => {
      void map.getSource<GeoJSONSource>("donnee")?.setData(coloured(turn));
    });
  },
  image() {
    map.redraw();
    return map.getCanvas().toDataURL();
  },
};

await map.once("idle");
Object.assign(window, { banc });
document.documentElement.dataset["carte"] = "prete";
