import type { Outils } from "../app/context";

const y = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const latitude = (value: number): number => ((2 * Math.atan(Math.exp(value)) - Math.PI / 2) * 180) / Math.PI;

/** Degrees that the map shows, read from its camera and its size on the screen; null without a camera. Web Mercator, 512-pixel tiles. */
function cadreDe({ store }: Outils): readonly [number, number, number, number] | null {
  const { camera } = store.getState().session;
  const place = document.querySelector("canvas.maplibregl-canvas")?.getBoundingClientRect();
  if (camera === null || place === undefined || place.width === 0) return null;
  const monde = 512 * 2 ** camera.zoom;
  const [dx, dy] = [((place.width / 2) * 360) / monde, ((place.height / 2) * 2 * Math.PI) / monde];
  return [camera.lon - dx, latitude(y(camera.lat) - dy), camera.lon + dx, latitude(y(camera.lat) + dy)];
}

/** Adds the screen to the presentation, as the map shows it. */
export async function ajouterEcran(outils: Outils): Promise<void> {
  const { commandes } = await outils.commands.presenter();
  await commandes.ajouterEcran(cadreDe(outils));
}
