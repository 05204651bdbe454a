import { type PointerEvent, type RefObject, useState } from "react";

/** A page in hand: where it was, and where it would stand. */
interface EnMain {
  readonly id: string;
  readonly de: number;
  readonly vers: number;
}

/** How near an end of the list the pointer makes it scroll, in pixels, and by how much. */
const BORD = 36;

/** How many of the other lines the pointer has passed. The list is a column, or a row on a phone. */
function rangSous(liste: HTMLElement, de: number, { clientX, clientY }: PointerEvent): number {
  const enLigne = getComputedStyle(liste).flexDirection === "row";
  const autres = [...liste.children].filter((_, rang) => rang !== de).map((ligne) => ligne.getBoundingClientRect());
  return autres.filter((boite) => (enLigne ? boite.left + boite.width / 2 < clientX : boite.top + boite.height / 2 < clientY)).length;
}

const pas = (at: number, debut: number, fin: number): number => (at < debut + BORD ? -BORD / 2 : at > fin - BORD ? BORD / 2 : 0);

function defiler(liste: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const { left, right, top, bottom } = liste.getBoundingClientRect();
  liste.scrollBy(pas(clientX, left, right), pas(clientY, top, bottom));
}

/**
 * Pages moved by a hand, mouse, pen or finger: the handle of a line takes it, and the drop moves the page. Nothing changes while it
 * is held, and dropped where it was, it stays.
 */
export function useGlisser(liste: RefObject<HTMLElement | null>, deplacer: (id: string, de: number) => void) {
  const [main, setMain] = useState<EnMain | null>(null);
  const poignee = (id: string, de: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setMain({ id, de, vers: de });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (main === null || liste.current === null) return;
      defiler(liste.current, event);
      setMain({ ...main, vers: rangSous(liste.current, de, event) });
    },
    // Where the hand let go, from its own event: the last move may not be drawn yet on a busy machine.
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (main === null || liste.current === null) return;
      const vers = rangSous(liste.current, main.de, event);
      if (vers !== main.de) deplacer(main.id, vers - main.de);
      setMain(null);
    },
    onPointerCancel: () => setMain(null),
  });
  /** Where the page in hand would stand beside a line: nothing for most of them. */
  const marque = (rang: number): "tenue" | "avant" | "apres" | undefined => {
    if (main === null) return undefined;
    if (rang === main.de) return "tenue";
    if (main.vers === main.de || rang !== main.vers) return undefined;
    return main.vers < main.de ? "avant" : "apres";
  };
  return { poignee, marque };
}
