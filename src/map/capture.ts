import type { Map as GlMap } from "maplibre-gl";

/**
 * The map as drawn, as the data URL of a PNG at the screen's density; without attributions nor scale bar, which
 * documents add themselves. Waits until everything asked for is drawn. The redraw and the reading share one
 * task: the drawing buffer is not preserved, a later reading would give a blank image.
 */
export async function captureMap(map: GlMap): Promise<string> {
  await new Promise<void>((resolve) => {
    map.once("idle", () => resolve());
    map.triggerRepaint();
  });
  map.redraw();
  return map.getCanvas().toDataURL("image/png");
}
