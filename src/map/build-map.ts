import { Map as GlMap, ScaleControl, type PaddingOptions } from "maplibre-gl";
import { SCHEMA_FOND } from "../carto/basemap";
import { calmRepaint } from "./calm-repaint";
import { LOCALE } from "./locale";
import { SCHEMA_QUADRILLAGE } from "./quadrillage";

/** [west, south, east, north], degrees, EPSG:4326. */
export type Bbox = readonly [number, number, number, number];
export interface MapCamera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}
/** Pixels of each side that sheets cover: what must be seen is kept out of them. */
export type Margins = Readonly<Required<PaddingOptions>>;

/** Haute-Vienne and its neighbours: what is looked at until the first data come. */
const DEFAULT_BBOX: Bbox = [0.6, 45.4, 1.95, 46.45];
/** The region with a wide rim: nobody gets lost in the void around it. */
const MAX_BOUNDS: [number, number, number, number] = [-14, 38, 14, 52];
const MAX_MARGIN_SHARE = 0.75;

/** An empty map that makes no request but to this origin. Throws without WebGL. */
export function buildMap(container: HTMLElement, camera: MapCamera | null): GlMap {
  const map = new GlMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    ...(camera === null ? { bounds: [...DEFAULT_BBOX] } : { center: [camera.lon, camera.lat], zoom: camera.zoom }),
    minZoom: 5,
    maxZoom: 16,
    maxBounds: MAX_BOUNDS,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // The page's own keys do more: they announce what they reach.
    keyboard: false,
    trackResize: false,
    attributionControl: false,
    // No fade: a label that appears costs one frame instead of several, and nothing moves by itself.
    fadeDuration: 0,
    locale: { ...LOCALE },
    validateStyle: import.meta.env.DEV,
    transformRequest: sameOriginOnly,
  });
  calmRepaint(map);
  map.touchZoomRotate.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), "bottom-left");
  // The keyboard stops once at the map, on the element around it that carries its name.
  const canvas = map.getCanvas();
  canvas.removeAttribute("tabindex");
  canvas.setAttribute("role", "presentation");
  canvas.removeAttribute("aria-label");
  return map;
}

function sameOriginOnly(url: string): { url: string } {
  const { origin, protocol } = new URL(url, document.baseURI);
  const local = protocol === `${SCHEMA_FOND}:` || protocol === `${SCHEMA_QUADRILLAGE}:` || protocol === "blob:" || protocol === "data:" || origin === location.origin;
  if (!local) throw new Error(`the map asked for ${url}: no request leaves this origin`);
  return { url };
}

function share(size: number, total: number): number {
  return total > size * MAX_MARGIN_SHARE ? (size * MAX_MARGIN_SHARE) / total : 1;
}

/** Margins wider than the container leave nothing to fit into: shrinks them to three quarters of it. */
export function clampMargins(margins: Margins, { clientWidth, clientHeight }: HTMLElement): Margins {
  const x = share(clientWidth, margins.left + margins.right);
  const y = share(clientHeight, margins.top + margins.bottom);
  return { left: margins.left * x, right: margins.right * x, top: margins.top * y, bottom: margins.bottom * y };
}
