import { diff, type DiffCommand, type DiffOperations, type SourceSpecification, type StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import type { Map as GlMap } from "maplibre-gl";
import type { MapImage, MapModel, Quadrillage } from "../carto/map-model";
import { tilesOf } from "./quadrillage";

/** Symbols and patterns are rasterised at twice their size, for dense screens and for the PNG. */
export const PIXEL_RATIO = 2;

type State = Readonly<Record<string, string | number | boolean>>;
type States = ReadonlyMap<string, State>;

/** One thing to do on the map. A plan is the ordered list that turns what is drawn into what is wanted. */
export type MapCommand =
  | { readonly kind: "image"; readonly id: string; readonly image: MapImage; readonly known: boolean }
  | { readonly kind: "image-retiree"; readonly id: string }
  | { readonly kind: "style"; readonly operation: StyleOperation }
  | { readonly kind: "donnees"; readonly source: string; readonly features: FeatureCollection }
  | { readonly kind: "quadrillage"; readonly source: string; readonly cells: Quadrillage }
  | { readonly kind: "etat"; readonly source: string; readonly code: string; readonly state: State }
  /** Without `key`, the whole state of the feature; without `code`, every state of the source. */
  | { readonly kind: "etat-retire"; readonly source: string; readonly code?: string; readonly key?: string };

const STYLE_OPERATIONS = [
  "addLayer",
  "removeLayer",
  "addSource",
  "removeSource",
  "setPaintProperty",
  "setLayoutProperty",
  "setFilter",
  "setLayerZoomRange",
] as const satisfies readonly DiffOperations[];
type StyleOperationName = (typeof STYLE_OPERATIONS)[number];
type StyleOperation = DiffCommand<StyleOperationName>;

/** What a plan needs of MapLibre's map: a test gives a fake one. */
export type MapPort = Pick<
  GlMap,
  | StyleOperationName
  | "getSource"
  | "addImage"
  | "removeImage"
  | "setFeatureState"
  | "removeFeatureState"
>;

/**
 * The commands that turn `before` into `after`, or null when the style differs in a way that only a
 * whole new style can express (fonts, projection …). Recolouring yields states only: never data.
 *
 * Why not `map.setStyle(style, {diff: true})`: it compares with the serialised map, features included,
 * so it would empty every source, since the features do not stand in the style.
 */
export function planDiff(before: MapModel, after: MapModel): readonly MapCommand[] | null {
  const operations = before.style === after.style ? [] : styleOperations(before.style, after.style);
  if (operations === null) return null;
  const recreated = new Set(operations.flatMap((o) => (o.command === "addSource" ? [o.args[0]] : [])));
  const plan: MapCommand[] = planImages(before.images, after.images);
  for (const operation of operations) plan.push({ kind: "style", operation: withFeatures(operation, after) });
  for (const [source, features] of Object.entries(after.data)) {
    if (!recreated.has(source) && before.data[source] !== features) plan.push({ kind: "donnees", source, features });
  }
  for (const [source, cells] of Object.entries(after.quadrillages)) {
    if (!recreated.has(source) && before.quadrillages[source] !== cells) plan.push({ kind: "quadrillage", source, cells });
  }
  planAllStates(plan, before, after, recreated);
  for (const id of Object.keys(before.images)) {
    if (!(id in after.images)) plan.push({ kind: "image-retiree", id });
  }
  return plan;
}

/** The commands that follow `styleWithFeatures(after)` on a map that has just loaded it: images and states. */
export function planFresh(after: MapModel): readonly MapCommand[] {
  const plan = planImages({}, after.images);
  for (const [source, states] of Object.entries(after.states)) planStates(plan, source, undefined, states);
  return plan;
}

/** The whole style with its features: what a new or restored map loads, so that no source loads twice. */
export function styleWithFeatures(model: MapModel): StyleSpecification {
  const sources = Object.entries(model.style.sources).map(([id, source]) => [id, filled(source, id, model)]);
  return { ...model.style, sources: Object.fromEntries(sources) };
}

function filled(source: SourceSpecification, id: string, { data, quadrillages }: MapModel): SourceSpecification {
  const [features, cells] = [data[id], quadrillages[id]];
  if (source.type === "raster" && cells !== undefined) return { ...source, tiles: [tilesOf(cells)] };
  return source.type === "geojson" && features !== undefined ? { ...source, data: features } : source;
}

function styleOperations(before: StyleSpecification, after: StyleSpecification): readonly StyleOperation[] | null {
  const operations = diff(before, after);
  return operations.every(isStyleOperation) ? operations : null;
}

function isStyleOperation(operation: DiffCommand<DiffOperations>): operation is StyleOperation {
  return STYLE_OPERATIONS.some((name) => name === operation.command);
}

function withFeatures(operation: StyleOperation, after: MapModel): StyleOperation {
  if (operation.command !== "addSource") return operation;
  const [id, source] = operation.args;
  return { command: "addSource", args: [id, filled(source, id, after)] };
}

function planImages(before: MapModel["images"], after: MapModel["images"]): MapCommand[] {
  return Object.entries(after)
    .filter(([id, image]) => before[id] !== image)
    .map(([id, image]) => ({ kind: "image", id, image, known: id in before }));
}

function planAllStates(plan: MapCommand[], before: MapModel, after: MapModel, recreated: ReadonlySet<string>): void {
  for (const [source, states] of Object.entries(after.states)) {
    const known = recreated.has(source) ? undefined : before.states[source];
    if (known !== states) planStates(plan, source, known, states);
  }
  for (const source of Object.keys(before.states)) {
    // States go away with their source.
    const survives = source in after.style.sources && !recreated.has(source);
    if (survives && !(source in after.states)) plan.push({ kind: "etat-retire", source });
  }
}

function planStates(plan: MapCommand[], source: string, before: States | undefined, after: States): void {
  // All at once: MapLibre looks at its tiles again for each feature it is told of.
  if (after.size === 0 && (before?.size ?? 0) > 0) {
    plan.push({ kind: "etat-retire", source });
    return;
  }
  for (const [code, state] of after) {
    const known = before?.get(code);
    if (known === state) continue;
    const changed = Object.entries(state).filter(([key, value]) => known?.[key] !== value);
    if (changed.length > 0) plan.push({ kind: "etat", source, code, state: Object.fromEntries(changed) });
    for (const key of Object.keys(known ?? {})) {
      if (!(key in state)) plan.push({ kind: "etat-retire", source, code, key });
    }
  }
  for (const code of before?.keys() ?? []) {
    if (!after.has(code)) plan.push({ kind: "etat-retire", source, code });
  }
}

/** Turns a description into pixels: a canvas in the browser, a stub in tests. */
export type Rasterise = (image: MapImage) => { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Plays a plan, in order. */
export function applyPlan(map: MapPort, plan: readonly MapCommand[], rasterise: Rasterise): void {
  for (const command of plan) applyCommand(map, command, rasterise);
}

function applyCommand(map: MapPort, command: MapCommand, rasterise: Rasterise): void {
  switch (command.kind) {
    case "image":
      // An image of another size cannot be updated in place.
      if (command.known) map.removeImage(command.id);
      map.addImage(command.id, rasterise(command.image), { pixelRatio: PIXEL_RATIO });
      return;
    case "image-retiree":
      map.removeImage(command.id);
      return;
    case "style":
      applyStyle(map, command.operation);
      return;
    case "donnees":
      sourceWith(map, command.source, "setData").setData(command.features);
      return;
    case "quadrillage":
      sourceWith(map, command.source, "setTiles").setTiles([tilesOf(command.cells)]);
      return;
    case "etat":
      map.setFeatureState({ source: command.source, id: command.code }, command.state);
      return;
    case "etat-retire": {
      const { source, code, key } = command;
      map.removeFeatureState(code === undefined ? { source } : { source, id: code }, key);
    }
  }
}

function applyStyle(map: MapPort, operation: StyleOperation): void {
  // The arguments belong to the operation of that name; TypeScript cannot follow the pairing of a union.
  const call = map[operation.command] as (...args: readonly unknown[]) => unknown;
  call.apply(map, operation.args);
}

interface Setters {
  setData(features: FeatureCollection): unknown;
  setTiles(addresses: string[]): unknown;
}

/** A source that the style has, with what its kind of source can be given. */
function sourceWith<T extends keyof Setters>(map: MapPort, source: string, setter: T): Pick<Setters, T> {
  const found = map.getSource(source);
  if (found === undefined || !(setter in found)) throw new Error(`source « ${source} »: data for a source that the style lacks`);
  return found as unknown as Pick<Setters, T>;
}
