// The yardstick of the time budget: a page with MapLibre and nothing to show, built like the site.
import { Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

setWorkerUrl(workerUrl);
const map = new MapLibre({
  container: "carte",
  style: {
    version: 8,
    sources: { point: { type: "geojson", data: { type: "Point", coordinates: [1.26, 45.83] } } },
    layers: [
      { id: "fond", type: "background", paint: { "background-color": "#f7f5ef" } },
      { id: "point", type: "circle", source: "point" },
    ],
  },
  center: [1.26, 45.83],
  zoom: 8,
});
void map.once("idle").then(() => {
  document.documentElement.dataset["carte"] = "prete";
  // It has no minutes to show: usable as soon as it is drawn.
  document.documentElement.dataset["minutes"] = "pretes";
});
