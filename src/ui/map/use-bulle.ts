import { useState } from "react";
import type { MapTarget } from "../../carto/map-model";
import type { Point } from "./Infobulle";

export interface Bulle {
  /** The element that the tooltip is placed in. */
  readonly racine: (element: HTMLElement | null) => void;
  /** What is under the pointer: it comes before what the keyboard has reached. */
  readonly survol: MapTarget | null;
  /** Where the tooltip points; null when what it names is not drawn. */
  readonly point: Point | null;
  survoler(cible: MapTarget | null): void;
  suivre(pointeur: { readonly clientX: number; readonly clientY: number }): void;
  /** Where the keyboard's place is drawn, from the upper left corner of the map. */
  ancrer(point: Point | null): void;
  /** The same, from the upper left corner of the window. */
  ancrerFenetre(point: Point | null): void;
}

/** Where the tooltip is: after the pointer, or on the place that the keyboard has reached. */
export function useBulle(): Bulle {
  const [element, racine] = useState<HTMLElement | null>(null);
  const [survol, survoler] = useState<MapTarget | null>(null);
  const [pointeur, setPointeur] = useState<Point>({ x: 0, y: 0 });
  const [ancre, ancrer] = useState<Point | null>(null);
  const ici = (x: number, y: number): Point => {
    const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: x - left, y: y - top };
  };
  return {
    racine,
    survol,
    survoler,
    point: survol === null ? ancre : pointeur,
    suivre: ({ clientX, clientY }) => setPointeur(ici(clientX, clientY)),
    ancrer,
    ancrerFenetre: (point) => ancrer(point && ici(point.x, point.y)),
  };
}
