import type { Map as GlMap } from "maplibre-gl";

/** A tile that arrives waits this long for the next ones before the map is drawn again, in ms… */
const QUIET_MS = 90;
/** … but what has come is drawn at least this often, in ms. */
const PATIENCE_MS = 700;

/**
 * Draws once for the tiles that arrive together instead of once for each: with a dozen GeoJSON sources the first
 * screen took some fifteen frames, each of which is a third of a second where WebGL is software. A map that moves,
 * or whose tiles are all there, is drawn at once as before.
 */
export function calmRepaint(map: GlMap): void {
  const repaint = map.triggerRepaint.bind(map);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const draw = (): void => {
    clearTimeout(timer);
    since = null;
    repaint();
  };
  map.triggerRepaint = () => {
    if (map.isMoving() || map.areTilesLoaded()) return draw();
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(draw, Math.max(0, Math.min(QUIET_MS, since + PATIENCE_MS - now)));
  };
  map.once("remove", () => clearTimeout(timer));
}
