import { useEffect, useEffectEvent, useRef } from "react";
import type { RefObject } from "react";
import type { Camera } from "../../store/state";
import { useCommandes, useEtat } from "./context";

/** A drawer being dragged makes one new frame, in ms after its last move. */
const CALME_MS = 120;

interface Recadrage {
  /** The element that the map fills. */
  readonly cadre: RefObject<HTMLDivElement | null>;
  /** To be told of each camera of the map. */
  readonly noterCamera: (camera: Camera) => void;
}

/**
 * While the reader has not moved the map since the territory was framed, opening, closing or resizing a sheet
 * frames it again in what is left of the screen.
 */
export function useRecadrage(): Recadrage {
  const { commanderCamera } = useCommandes();
  const bbox = useEtat((etat) => etat.datasets.territoire?.bbox ?? null);
  const couverte = useEtat(({ session }) => session.sujet !== null || session.visite !== null);
  /** Number of the order that framed the territory; null when the last one went to a place. */
  const ordre = useEtat(({ session }) => (session.cible?.ordre.kind === "point" ? null : (session.cible?.numero ?? 0)));
  const cadrage = useRef<{ readonly ordre: number; readonly camera: Camera } | null>(null);
  const libre = useRef(false);
  const recadrer = useEffectEvent(() => {
    if (!libre.current && ordre !== null && cadrage.current?.ordre === ordre && bbox !== null) commanderCamera({ kind: "bbox", bbox });
  });
  const cadre = useTaille(() => recadrer());
  const dejaCouverte = useRef(couverte);
  useEffect(() => {
    if (dejaCouverte.current === couverte) return;
    dejaCouverte.current = couverte;
    recadrer();
  }, [couverte]);
  const noterCamera = (camera: Camera): void => {
    if (ordre === null) libre.current = true;
    else if (cadrage.current?.ordre === ordre) libre.current = !memeCamera(cadrage.current.camera, camera);
    else {
      cadrage.current = { ordre, camera };
      libre.current = false;
    }
  };
  return { cadre, noterCamera };
}

/** Calls back when the size of an element has changed, once it is quiet. */
function useTaille(changee: () => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const prevenir = useEffectEvent(changee);
  useEffect(() => {
    if (element.current === null) return undefined;
    let minuterie: ReturnType<typeof setTimeout> | undefined;
    let premiere = true;
    const observateur = new ResizeObserver(() => {
      clearTimeout(minuterie);
      if (!premiere) minuterie = setTimeout(() => prevenir(), CALME_MS);
      premiere = false;
    });
    observateur.observe(element.current);
    return () => {
      observateur.disconnect();
      clearTimeout(minuterie);
    };
  }, []);
  return element;
}

function memeCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.zoom - b.zoom) < 0.01 && Math.hypot(a.lon - b.lon, a.lat - b.lat) < 0.002;
}
