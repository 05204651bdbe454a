import { useLayoutEffect, useRef } from "react";
import { BadgeQualite } from "../controls/BadgeQualite";
import s from "./Infobulle.module.css";
import type { Description } from "./use-curseur";

/** Pixels from the container's upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface InfobulleProps {
  readonly description: Description;
  /** `doigt`: a finger touched it, which opens a sheet too. */
  readonly point: Point & { readonly doigt?: boolean };
}

/** Between the pointer and the tooltip, so that it never hides what it names. */
const DISTANCE = 14;

/** Beside the pointer, turned back inwards at the edges of the map. Spoken elsewhere: hidden from screen readers. */
export function Infobulle({ description: { nom, valeur, precision, qualite }, point }: InfobulleProps) {
  const bulle = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bulle.current;
    const cadre = element?.parentElement;
    if (!element || !cadre) return;
    const { offsetWidth, offsetHeight } = element;
    const aGauche = point.x + DISTANCE + offsetWidth > cadre.clientWidth;
    const auDessus = point.y + DISTANCE + offsetHeight > cadre.clientHeight;
    const x = aGauche ? point.x - DISTANCE - offsetWidth : point.x + DISTANCE;
    const y = auDessus ? point.y - DISTANCE - offsetHeight : point.y + DISTANCE;
    element.style.setProperty("--x", `${Math.max(0, x)}px`);
    element.style.setProperty("--y", `${Math.max(0, y)}px`);
  });
  return (
    <div ref={bulle} className={s["bulle"]} data-doigt={point.doigt === true ? "" : undefined} aria-hidden="true">
      <strong className={s["nom"]}>{nom}</strong>
      {valeur !== null && (
        <span className={s["valeur"]}>
          {valeur}
          {qualite !== null && <BadgeQualite qualite={qualite} />}
        </span>
      )}
      {precision !== undefined && <span>{precision}</span>}
    </div>
  );
}
