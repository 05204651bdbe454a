import { useEffect, useState } from "react";
import type { State } from "../../store/state";
import { useEtat } from "./context";

/** The first drawing waits this long at most for what it will show, in ms. */
const PATIENCE_MS = 1_500;

/** Whether everything the first screen shows has come, or will not come. */
function complet({ datasets, document, results }: State): boolean {
  const couches = document.courant.couches.every((couche) => datasets.couches[couche] !== undefined);
  return datasets.fond !== null && couches && (results.etat === "a-jour" || results.etat === "echec");
}

/**
 * Holds the first drawing until the ground, the layers and the minutes are there: one drawing instead of four,
 * each of which costs several frames. After a moment what has come is drawn, and the rest when it comes.
 */
export function usePremierDessin<T>(scene: T | null): T | null {
  const tout = useEtat(complet);
  const [ouvert, setOuvert] = useState(false);
  if (tout && !ouvert) setOuvert(true);
  const attend = scene !== null && !ouvert;
  useEffect(() => {
    if (!attend) return undefined;
    const minuterie = setTimeout(() => setOuvert(true), PATIENCE_MS);
    return () => clearTimeout(minuterie);
  }, [attend]);
  return ouvert ? scene : null;
}
