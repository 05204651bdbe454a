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

/** The drawing that stands in for the map: elements with `data-code`, or `data-couche` and `data-id`. */
export function surfaceDeDessin(
  element: HTMLElement | null,
  bbox: Bbox | null,
  ancrer: (point: Point | null) => void,
): Surface {
  return {
    centre: () => (bbox === null ? null : [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2]),
    montrer: ({ cible }) => {
      if (element === null) return;
      const dessins = [...element.querySelectorAll<SVGElement>("[data-code], [data-id]")];
      const dessin = dessins.find(({ dataset }) =>
        cible.kind === "territoire" ? dataset["code"] === cible.code : dataset["id"] === cible.id && dataset["couche"] === cible.couche,
      );
      for (const autre of dessins) delete autre.dataset["survol"];
      if (dessin === undefined) {
        ancrer(null);
        return;
      }
      dessin.dataset["survol"] = "";
      const { left, top, width, height } = dessin.getBoundingClientRect();
      const origine = element.getBoundingClientRect();
      ancrer({ x: left + width / 2 - origine.left, y: top + height / 2 - origine.top });
    },
  };
}
