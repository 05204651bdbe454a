import type { Bbox, Margins } from "../../map/build-map";
import type { MapHandle } from "../../map/create-map";
import type { Point } from "./Infobulle";
import type { Surface } from "./use-curseur";

/** Pixels kept between what the keyboard reaches and the edge of what can be seen. */
const BORD = 32;

/** The map, as the keyboard drives it. `ancrer` is told where the reached place is drawn. */
export function surfaceDeCarte(
  carte: MapHandle | null,
  element: HTMLElement | null,
  marges: Margins,
  ancrer: (point: Point | null) => void,
): Surface {
  const libre = (): { gauche: number; haut: number; droite: number; bas: number } => ({
    gauche: marges.left,
    haut: marges.top,
    droite: (element?.clientWidth ?? 0) - marges.right,
    bas: (element?.clientHeight ?? 0) - marges.bottom,
  });
  const milieu = (): Point => {
    const { gauche, haut, droite, bas } = libre();
    return { x: (gauche + droite) / 2, y: (haut + bas) / 2 };
  };
  return {
    centre: () => carte?.unproject(milieu()) ?? null,
    camera: {
      deplacer: (dx, dy) => carte?.panBy(dx, dy),
      zoomer: (niveaux) => carte?.zoomBy(niveaux),
    },
    montrer: ({ place }) => {
      if (carte === null) return;
      const point = carte.project(place);
      const { gauche, haut, droite, bas } = libre();
      const visible = point.x > gauche + BORD && point.x < droite - BORD && point.y > haut + BORD && point.y < bas - BORD;
      if (!visible) carte.panBy(point.x - milieu().x, point.y - milieu().y);
      ancrer(point);
    },
  };
}

/** The drawing that stands in for the map: all of it is in view, and it marks itself what is reached. */
export function surfaceDeDessin(bbox: Bbox | null): Surface {
  return {
    centre: () => (bbox === null ? null : [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2]),
    montrer: () => undefined,
  };
}
