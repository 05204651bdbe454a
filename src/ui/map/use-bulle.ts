import { useRef, useState } from "react";
import type { MouseEvent, PointerEvent } from "react";
import type { MapTarget } from "../../carto/map-model";
import type { Point } from "./Infobulle";

export interface Bulle {
  /** The element that the tooltip is placed in. */
  readonly racine: (element: HTMLElement | null) => void;
  /** What is under the pointer: it comes before what the keyboard has reached. */
  readonly survol: MapTarget | null;
  /** Where the tooltip points; null when what it names is not drawn. */
  readonly point: Point | null;
  /** Where the mouse is on the map, or where a finger touched it last; null when neither is on it. */
  readonly vise: (Point & { readonly doigt: boolean }) | null;
  survoler(cible: MapTarget | null): void;
  /** To put on that element. */
  readonly ecoutes: {
    onPointerMove(event: PointerEvent): void;
    onPointerLeave(): void;
    onPointerDown(event: PointerEvent): void;
    onClick(event: MouseEvent): void;
  };
  /** Where the keyboard's place is drawn, from the upper left corner of the map. */
  ancrer(point: Point | null): void;
  /** The same, from the upper left corner of the window. */
  ancrerFenetre(point: Point | null): void;
}

/**
 * Where the tooltip is: after the pointer, or on the place that the keyboard has reached.
 * @param surface where the map is drawn: what lies over it is not the map
 */
export function useBulle(surface: HTMLElement | null): Bulle {
  const [element, racine] = useState<HTMLElement | null>(null);
  const [survol, survoler] = useState<MapTarget | null>(null);
  const [pointeur, setPointeur] = useState<Point>({ x: 0, y: 0 });
  const [surCarte, setSurCarte] = useState<"souris" | "doigt" | null>(null);
  const [ancre, ancrer] = useState<Point | null>(null);
  const doigt = useRef(false);
  const ici = (x: number, y: number): Point => {
    const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: x - left, y: y - top };
  };
  const viser = ({ clientX, clientY, target }: MouseEvent): void => {
    const dessus = target instanceof Node && surface?.contains(target) === true;
    setPointeur(ici(clientX, clientY));
    setSurCarte(dessus ? (doigt.current ? "doigt" : "souris") : null);
  };
  return {
    racine,
    survol,
    survoler,
    vise: surCarte === null ? null : { ...pointeur, doigt: surCarte === "doigt" },
    point: survol === null ? ancre : pointeur,
    ecoutes: {
      // A finger that moves moves the map: it points at nothing until it taps.
      onPointerMove: (event) => {
        doigt.current = event.pointerType === "touch";
        if (doigt.current) setSurCarte(null);
        else viser(event);
      },
      onPointerLeave: () => setSurCarte(null),
      onPointerDown: ({ pointerType }) => (doigt.current = pointerType === "touch"),
      onClick: (event) => {
        if (doigt.current) viser(event);
      },
    },
    ancrer,
    ancrerFenetre: (point) => ancrer(point && ici(point.x, point.y)),
  };
}
