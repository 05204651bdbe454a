import { useEffect, useState } from "react";
import type { State } from "../../store/state";
import { useEtat } from "./context";

/** The map is given what has come after this long, in ms, without what is missing. */
const PATIENCE_MS = 1_500;

/** Whether the layers have come: what the map can read while the minutes are computed. */
function couchesVenues({ datasets, document }: State): boolean {
  return document.courant.couches.every((couche) => datasets.couches[couche] !== undefined);
}

/** Whether the minutes have come, or will not come. */
function resultatVenu({ results }: State): boolean {
  return results.etat === "a-jour" || results.etat === "echec";
}

interface PremierDessin<T> {
  /** null until it is worth reading. */
  readonly scene: T | null;
  /** Whether all that the first image shows has come. */
  readonly montrer: boolean;
}

/**
 * One first image instead of four, each of which costs several frames: the map reads the ground and the layers, all
 * at once, while the minutes are computed, and is painted when they come (or after a moment: see `MapHandle.show`).
 */
export function usePremierDessin<T>(scene: T | null): PremierDessin<T> {
  const couches = useEtat(couchesVenues);
  const resultat = useEtat(resultatVenu);
  const [lu, setLu] = useState(false);
  if (couches && !lu) setLu(true);
  const attend = scene !== null && !lu;
  useEffect(() => {
    if (!attend) return undefined;
    const minuterie = setTimeout(() => setLu(true), PATIENCE_MS);
    return () => clearTimeout(minuterie);
  }, [attend]);
  return { scene: lu ? scene : null, montrer: lu && resultat };
}
