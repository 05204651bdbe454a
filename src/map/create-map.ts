import { addProtocol, AttributionControl, prewarm, setWorkerUrl, type Map as GlMap } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { SOURCE_FOND } from "../carto/basemap";
import type { MapEvents, MapModel } from "../carto/map-model";
import type { LngLat } from "../domain/units";
import { buildMap, clampMargins, type Bbox, type MapCamera, type Margins } from "./build-map";
import { captureMap } from "./capture";
import { cameraOf, listen, SILENT } from "./events";
import { serveFond } from "./fond";
import { holdPaint, type FirstImage } from "./hold-paint";
import { roleLayers, type RoleLayers, type ScreenPoint } from "./hit";
import { rasterise } from "./images";
import { paintedTile, SCHEMA_QUADRILLAGE } from "./quadrillage";
import { applyPlan, planDiff, planFresh, styleWithFeatures } from "./reconcile";

setWorkerUrl(workerUrl);
// Its worker takes a while to start: it does so while React draws the place of the map.
prewarm();

/** The only door to the map. Everything the map has to say goes through MapEvents. */
export interface MapHandle {
  /** Draws a model: only what differs from the last one is touched. */
  update(model: MapModel): void;
  /** Lets the map be painted: until then it reads what it is given, so that its first image is whole. */
  show(): void;
  fit(bbox: Bbox, margins: Margins, animate: boolean): void;
  setCamera(camera: MapCamera, animate: boolean): void;
  camera(): MapCamera;
  /** Pixels, rightwards and downwards. */
  panBy(dx: number, dy: number): void;
  zoomBy(levels: number): void;
  /** Pixels from the container's upper left corner. */
  project(place: LngLat): ScreenPoint;
  /** The place drawn at a point of the container. */
  unproject(point: ScreenPoint): LngLat;
  /** Calls `listener` whenever places are drawn elsewhere than before; returns what stops it. */
  onView(listener: () => void): () => void;
  /** To call when the container changes size. */
  resize(): void;
  /** Data URL of a PNG of what is drawn. */
  capture(): Promise<string>;
  destroy(): void;
}

/** Interface motion stays under 200 ms; MapLibre drops it for who prefers reduced motion. */
const MOVE_MS = 180;
/** A context lost for longer than this, in ms, is not coming back by itself: the map is built again. */
const RESTORE_MS = 2_000;
/** A lone commune must not fill the screen. */
const FIT_MAX_ZOOM = 12.5;

/** Null when the browser has no WebGL: `events.webgl` has then been told « absent ». */
export function createMap(container: HTMLElement, events: MapEvents): MapHandle | null {
  const screen = new MapScreen(container, events);
  return screen.open() ? screen : null;
}

/** Holds the MapLibre map, which is replaced when its context is lost for good. */
class MapScreen implements MapHandle {
  private readonly container: HTMLElement;
  private readonly events: MapEvents;
  private gl: GlMap | null = null;
  private stopListening: () => void = () => undefined;
  private stopFond: () => void = () => undefined;
  private attribution: AttributionControl | null = null;
  private wanted: MapModel | null = null;
  /** What the map shows; null until a style is loaded. */
  private applied: MapModel | null = null;
  private layers: RoleLayers = { territoires: [], points: [] };
  /** Grows with every full load: the answer to an older one is ignored. */
  private load = 0;
  private usable = true;
  private rebuild: ReturnType<typeof setTimeout> | undefined;
  private first: FirstImage | null = null;
  private shown = false;
  private lastCamera: MapCamera | null = null;
  private readonly viewers = new Set<() => void>();

  constructor(container: HTMLElement, events: MapEvents) {
    this.container = container;
    this.events = events;
  }

  open(): boolean {
    try {
      this.gl = buildMap(this.container, this.lastCamera);
    } catch {
      // MapLibre throws GPUInitializationError: no WebGL2 here.
      this.events.webgl("absent");
      return false;
    }
    const map = this.gl;
    this.stopFond = serveFond(this.events.fond, () => {
      if (map.getSource(SOURCE_FOND) !== undefined) map.refreshTiles(SOURCE_FOND);
    });
    addProtocol(SCHEMA_QUADRILLAGE, paintedTile);
    this.first = holdPaint(map);
    if (this.shown) this.first.show();
    this.usable = true;
    this.stopListening = listen(map, this.events, () => this.layers);
    map.on("movestart", markBusy);
    map.on("move", () => this.tellViewers());
    map.on("resize", () => this.tellViewers());
    map.on("idle", () => this.onIdle());
    map.on("webglcontextlost", () => this.onLost());
    map.on("webglcontextrestored", () => this.onRestored());
    this.events.webgl("ok");
    return true;
  }

  update(model: MapModel): void {
    this.wanted = model;
    this.reconcile();
  }

  show(): void {
    this.shown = true;
    this.first?.show();
  }

  fit(bbox: Bbox, margins: Margins, animate: boolean): void {
    const padding = clampMargins(margins, this.container);
    this.map().fitBounds([...bbox], { padding, maxZoom: FIT_MAX_ZOOM, duration: animate ? MOVE_MS : 0 });
  }

  setCamera({ lon, lat, zoom }: MapCamera, animate: boolean): void {
    this.map().easeTo({ center: [lon, lat], zoom, duration: animate ? MOVE_MS : 0 });
  }

  camera(): MapCamera {
    return cameraOf(this.map());
  }

  panBy(dx: number, dy: number): void {
    this.map().panBy([dx, dy], { duration: MOVE_MS });
  }

  zoomBy(levels: number): void {
    const map = this.map();
    map.zoomTo(map.getZoom() + levels, { duration: MOVE_MS });
  }

  project(place: LngLat): ScreenPoint {
    const { x, y } = this.map().project([...place]);
    return { x, y };
  }

  unproject({ x, y }: ScreenPoint): LngLat {
    const { lng, lat } = this.map().unproject([x, y]);
    return [lng, lat];
  }

  onView(listener: () => void): () => void {
    this.viewers.add(listener);
    return () => void this.viewers.delete(listener);
  }

  resize(): void {
    this.map().resize(SILENT);
  }

  capture(): Promise<string> {
    this.first?.release();
    return captureMap(this.map());
  }

  destroy(): void {
    clearTimeout(this.rebuild);
    this.close();
    markBusy();
  }

  private tellViewers(): void {
    for (const viewer of this.viewers) viewer();
  }

  private map(): GlMap {
    if (this.gl === null) throw new Error("the map has been destroyed");
    return this.gl;
  }

  private close(): void {
    this.stopListening();
    this.stopFond();
    this.gl?.remove();
    this.gl = null;
    this.first = null;
    this.attribution = null;
    this.applied = null;
    this.load += 1;
  }

  private reconcile(): void {
    const { wanted, applied } = this;
    if (wanted === null || wanted === applied || !this.usable) return;
    markBusy();
    if (applied === null) {
      this.loadWhole(wanted);
      return;
    }
    const plan = planDiff(applied, wanted);
    if (plan === null) {
      this.loadWhole(wanted);
      return;
    }
    applyPlan(this.map(), plan, rasterise);
    this.settle(wanted);
  }

  /** Loads the whole style, then images and states; models that come meanwhile wait for it. */
  private loadWhole(model: MapModel): void {
    const map = this.map();
    this.usable = false;
    this.applied = null;
    this.load += 1;
    const load = this.load;
    map.setStyle(styleWithFeatures(model), { diff: false, validate: import.meta.env.DEV });
    map.once("style.load", () => {
      if (load !== this.load) return;
      this.usable = true;
      applyPlan(map, planFresh(model), rasterise);
      this.settle(model);
      this.reconcile();
    });
  }

  private settle(model: MapModel): void {
    if (this.applied?.style !== model.style) this.layers = roleLayers(model.style);
    if (this.attribution === null || this.applied?.attributions !== model.attributions) this.attribute(model.attributions);
    this.applied = model;
    // An idle map has nothing to draw, hence nothing to say: ask for the frame whose end is « idle ».
    this.map().triggerRepaint();
  }

  private attribute(attributions: readonly string[]): void {
    const map = this.map();
    if (this.attribution !== null) map.removeControl(this.attribution);
    this.attribution = new AttributionControl({ compact: true, customAttribution: [...attributions] });
    map.addControl(this.attribution, "bottom-right");
  }

  private onIdle(): void {
    if (this.applied === null || this.applied !== this.wanted || this.first?.ready() === false) return;
    document.documentElement.dataset["carte"] = "prete";
    this.events.idle();
  }

  private onLost(): void {
    this.lastCamera = cameraOf(this.map());
    this.usable = false;
    this.applied = null;
    this.load += 1;
    markBusy();
    this.events.webgl("perdu");
    this.rebuild = setTimeout(() => {
      this.close();
      if (this.open()) this.reconcile();
    }, RESTORE_MS);
  }

  private onRestored(): void {
    clearTimeout(this.rebuild);
    this.usable = true;
    this.events.webgl("ok");
    this.reconcile();
  }
}

/** Tests wait for `data-carte="prete"` on the root element; it is not there while something is being drawn. */
function markBusy(): void {
  delete document.documentElement.dataset["carte"];
}
