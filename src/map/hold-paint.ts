import type { Map as GlMap } from "maplibre-gl";

/** What is ready is painted after this long, in ms, whatever more is expected… */
const PATIENCE_MS = 1_000;
/** … and what was asked to be shown after this long, even if not all of it is ready. */
const WHOLE_MS = 3_000;

/** The first image of a map, kept back until it is whole. */
export interface FirstImage {
  /** Everything the first image shows has been given: it is painted as soon as it is ready. */
  show(): void;
  /**
   * The map is idle: all it was given is there and in its place. False when nothing is painted yet: then this idle
   * does not count, another one follows the image.
   */
  ready(): boolean;
  /** Paints at once, and from now on. */
  release(): void;
}

/**
 * Keeps a new map from painting. Its frames go on, since they are what asks for tiles and places labels, but send
 * nothing to GL: where it is software, each painted frame blocks the page for 50 ms when empty and a third of a
 * second when full, and MapLibre paints twice whatever brings new labels.
 */
export function holdPaint(map: GlMap): FirstImage {
  const { painter } = map;
  const paint = painter.render;
  let held = true;
  let shown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  painter.render = () => undefined;

  const release = (): void => {
    clearTimeout(timer);
    if (!held) return;
    held = false;
    painter.render = paint;
    map.triggerRepaint();
  };
  const releaseIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(release, ms);
  };
  map.once("remove", () => clearTimeout(timer));
  return {
    release,
    show() {
      if (!held || shown) return;
      shown = true;
      releaseIn(WHOLE_MS);
      // An idle map says so only at the end of a frame.
      map.triggerRepaint();
    },
    ready() {
      if (!held) return true;
      if (shown) release();
      else releaseIn(PATIENCE_MS);
      return false;
    },
  };
}
