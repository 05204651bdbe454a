import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { MapEvents, MapModel, MapTarget } from "../../carto/map-model";
import { createMap, type MapHandle } from "../../map/create-map";
import type { Bbox, Margins } from "../../map/build-map";
import type { TuilesFond } from "../../domain/tuiles-fond";
import type { LngLat } from "../../domain/units";
import type { Camera, State } from "../../store/state";

export type EtatWebgl = State["session"]["webgl"];

export interface OptionsCarte {
  /** null until there is something to draw. */
  readonly model: MapModel | null;
  /** false while more is expected before the first image: the map reads what it has. */
  readonly montrer: boolean;
  /** Where to start from; read once. Without it the map starts on `bbox`. */
  readonly camera: Camera | null;
  /** The territory, in degrees: first view, and that of « Revoir tout le territoire ». */
  readonly bbox: Bbox | null;
  /** The last order given to the map: played when its `numero` changes. */
  readonly cible: State["session"]["cible"];
  /** Pixels that the sheets laid on the map cover. */
  readonly marges: Margins;
  /** A click on the map, before what it selects; true when it is taken. */
  onClic?(place: LngLat): boolean;
  onSelect(cible: MapTarget | null): void;
  onHover(cible: MapTarget | null): void;
  onMove(camera: Camera): void;
  onWebgl(etat: EtatWebgl): void;
  onFond(archive: string): Promise<TuilesFond | null>;
  /** The map's handle (to capture it), null when there is none. */
  onCarte?(carte: MapHandle | null): void;
}

export interface Carte {
  /** null until the surface is mounted, and without WebGL. */
  readonly carte: MapHandle | null;
  readonly etat: EtatWebgl;
}

/** Keeps a MapLibre map in `surface`: the model, the orders and the size go in, events come out. */
export function useCarte(surface: HTMLElement | null, options: OptionsCarte): Carte {
  const { model, montrer, bbox, cible } = options;
  const [carte, setCarte] = useState<MapHandle | null>(null);
  const [etat, setEtat] = useState<EtatWebgl>("ok");

  const tenir = useEffectEvent((ouverte: MapHandle | null) => {
    setCarte(ouverte);
    options.onCarte?.(ouverte);
  });
  const onWebgl = useEffectEvent((suivant: EtatWebgl) => {
    if (suivant === "absent") tenir(null);
    setEtat(suivant);
    options.onWebgl(suivant);
  });
  const onClic = useEffectEvent((place: LngLat) => options.onClic?.(place) ?? false);
  const onSelect = useEffectEvent((target: MapTarget | null) => options.onSelect(target));
  const onHover = useEffectEvent((target: MapTarget | null) => options.onHover(target));
  const onMove = useEffectEvent((vue: Camera) => options.onMove(vue));
  const onFond = useEffectEvent((archive: string) => options.onFond(archive));
  useEffect(() => {
    if (surface === null) return undefined;
    const events: MapEvents = { hover: onHover, click: onClic, select: onSelect, move: onMove, idle: () => undefined, webgl: onWebgl, fond: onFond };
    const ouverte = createMap(surface, events);
    // The handle exists only once the map does, in the page: no earlier moment to derive it from.
    // oxlint-disable-next-line react/set-state-in-effect
    tenir(ouverte);
    return () => {
      ouverte?.destroy();
      tenir(null);
    };
  }, [surface]);

  useEffect(() => {
    if (carte === null || surface === null) return undefined;
    const taille = new ResizeObserver(() => carte.resize());
    taille.observe(surface);
    return () => taille.disconnect();
  }, [carte, surface]);
  useEffect(() => {
    if (model !== null) carte?.update(model);
  }, [carte, model]);
  // After the model: what is shown is the one that came with the order.
  useEffect(() => {
    if (montrer) carte?.show();
  }, [carte, montrer]);
  usePlacement(carte, bbox, cible, options);
  return { carte, etat };
}

/** First view, then orders. An order that stands when the map opens on a given camera is an old one. */
function usePlacement(
  carte: MapHandle | null,
  bbox: Bbox | null,
  cible: OptionsCarte["cible"],
  { camera, marges }: Pick<OptionsCarte, "camera" | "marges">,
): void {
  /** The map that has been placed, and the last order it was given. */
  const place = useRef<{ readonly carte: MapHandle; readonly numero: number | null } | null>(null);
  const placer = useEffectEvent((map: MapHandle, vers: Bbox | null, ordre: OptionsCarte["cible"]) => {
    const placee = place.current?.carte === map ? place.current : null;
    if (placee === null && camera !== null) map.setCamera(camera, false);
    else if (ordre !== null && placee?.numero !== ordre.numero) obeir(map, ordre.ordre, marges, placee !== null);
    else if (placee === null && vers !== null) map.fit(vers, marges, false);
    else return;
    place.current = { carte: map, numero: ordre?.numero ?? null };
  });
  useEffect(() => {
    if (carte !== null) placer(carte, bbox, cible);
  }, [carte, bbox, cible]);
}

type Ordre = NonNullable<State["session"]["cible"]>["ordre"];

function obeir(map: MapHandle, ordre: Ordre, marges: Margins, animer: boolean): void {
  if (ordre.kind === "bbox") map.fit(ordre.bbox, marges, animer);
  else map.setCamera(ordre, animer);
}
