import type { GeoJSONSource, MapGeoJSONFeature, MapLayerMouseEvent, Map as GlMap } from "maplibre-gl";
import type { MapEvents, MapTarget } from "../carto/map-model";
import { hitBoxes, pickNearest, roleOf, targetKey, targetOf, type Candidate, type PointerKind, type RoleLayers, type ScreenPoint } from "./hit";

/** Put on movements the user has no part in (a resized window): they are not told. */
export const SILENT = { silencieux: true };

/** How long the map takes to zoom into a cluster, in ms. None for who prefers reduced motion: MapLibre sees to it. */
const ZOOM_MS = 180;

/** Where a cluster opens when its source changed meanwhile: two zoom levels in. */
const DEFAULT_OPENING = 2;

/**
 * Listens to pointer and camera. `layers` is asked at each event: the style changes under the listeners.
 * Points come before territories, and are found by a box around the pointer, 44 pixels wide under a finger.
 * Returns what stops listening.
 */
export function listen(map: GlMap, events: MapEvents, layers: () => RoleLayers): () => void {
  const container = map.getCanvasContainer();
  let pointer: PointerKind = "mouse";
  let hovered: string | null = null;
  let selected: string | null = null;
  let frame = 0;

  const hover = (target: MapTarget | null): void => {
    const key = targetKey(target);
    if (key === hovered) return;
    hovered = key;
    events.hover(target);
  };
  const onPointer = (event: PointerEvent): void => {
    pointer = event.pointerType === "mouse" ? "mouse" : "touch";
  };
  const onMouseMove = (event: MapLayerMouseEvent): void => {
    // A tap sends a mouse move too, but a finger does not hover.
    if (pointer === "touch" || map.isMoving()) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const hit = findHit(map, layers(), event.point, "mouse", null);
      map.getCanvas().style.cursor = hit === null ? "" : "pointer";
      hover(hit?.target ?? null);
    });
  };
  const onMouseOut = (): void => {
    cancelAnimationFrame(frame);
    hover(null);
  };
  const onClick = (event: MapLayerMouseEvent): void => {
    if (events.click?.([event.lngLat.lng, event.lngLat.lat]) === true) return;
    const hit = findHit(map, layers(), event.point, pointer, selected);
    if (hit?.cluster !== undefined) {
      void openCluster(map, hit.cluster);
      return;
    }
    selected = targetKey(hit?.target ?? null);
    events.select(hit?.target ?? null);
  };
  const onMoveEnd = (event: object): void => {
    if (!("silencieux" in event)) events.move(cameraOf(map));
  };

  container.addEventListener("pointerdown", onPointer, true);
  container.addEventListener("pointermove", onPointer, true);
  const subscriptions = [
    map.on("mousemove", onMouseMove),
    map.on("mouseout", onMouseOut),
    map.on("click", onClick),
    map.on("moveend", onMoveEnd),
  ];
  return () => {
    cancelAnimationFrame(frame);
    container.removeEventListener("pointerdown", onPointer, true);
    container.removeEventListener("pointermove", onPointer, true);
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}

/** Where the map looks: degrees (EPSG:4326) and MapLibre's zoom. */
export function cameraOf(map: GlMap): { lon: number; lat: number; zoom: number } {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

interface Hit {
  readonly target: MapTarget | null;
  readonly cluster?: MapGeoJSONFeature;
}

function findHit(map: GlMap, layers: RoleLayers, at: ScreenPoint, pointer: PointerKind, previous: string | null): Hit | null {
  for (const box of hitBoxes(at, pointer)) {
    const near = query(map, box, layers.points).flatMap((feature) => asCandidate(map, feature));
    const point = pickNearest(near, at, previous);
    if (point !== null) return point.value;
  }
  for (const feature of query(map, [at.x, at.y], layers.territoires)) {
    const target = targetOf(roleOf(feature.layer), feature.properties);
    if (target !== null) return { target };
  }
  return null;
}

function query(map: GlMap, where: [number, number] | [[number, number], [number, number]], layers: readonly string[]): MapGeoJSONFeature[] {
  // The style may be between two states: a layer that is not there yet is an error for MapLibre.
  const present = layers.filter((id) => map.getLayer(id) !== undefined);
  return present.length === 0 ? [] : map.queryRenderedFeatures(where, { layers: present });
}

function asCandidate(map: GlMap, feature: MapGeoJSONFeature): Candidate<Hit>[] {
  if (feature.geometry.type !== "Point") return [];
  const [lon = Number.NaN, lat = Number.NaN] = feature.geometry.coordinates;
  const at = map.project([lon, lat]);
  const symbol = feature.layer.type === "symbol";
  const cluster: unknown = feature.properties["cluster_id"];
  if (cluster !== undefined) return [{ at, key: `grappe/${String(cluster)}`, symbol, value: { target: null, cluster: feature } }];
  const target = targetOf(roleOf(feature.layer), feature.properties);
  return target === null ? [] : [{ at, key: targetKey(target) ?? "", symbol, value: { target } }];
}

async function openCluster(map: GlMap, feature: MapGeoJSONFeature): Promise<void> {
  if (feature.geometry.type !== "Point") return;
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  const source = map.getSource<GeoJSONSource>(feature.source);
  const zoom = await source
    ?.getClusterExpansionZoom(Number(feature.properties["cluster_id"]))
    .catch(() => map.getZoom() + DEFAULT_OPENING);
  map.easeTo({ center: [lon, lat], zoom: Math.min(zoom ?? 0, map.getMaxZoom()), duration: ZOOM_MS });
}
