import { useId, useState } from "react";
import type { ComponentProps, CSSProperties, ReactNode, Ref } from "react";
import type { MapTarget } from "../../carto/map-model";
import type { LngLat } from "../../domain/units";
import type { MapHandle } from "../../map/create-map";
import { CARTE } from "../../textes/carte";
import { BoutonsZoom } from "./BoutonsZoom";
import { Infobulle } from "./Infobulle";
import s from "./MapView.module.css";
import { SvgFallback } from "./SvgFallback";
import { surfaceDeCarte, surfaceDeDessin } from "./surfaces";
import { useBulle, type Bulle } from "./use-bulle";
import { useCarte, type OptionsCarte } from "./use-carte";
import { application, useCurseur, type Curseur, type Decrire, type Description } from "./use-curseur";

export interface MapViewProps extends OptionsCarte {
  /** Accessible name, e.g. « Carte : minutes vers la maison de santé la plus proche, Haute-Vienne ». */
  readonly nom: string;
  /** Code of the territory whose sheet is open. */
  readonly choisi: string | null;
  readonly decrire: Decrire;
  /** What is drawn at a place without being a territory or a site (a cell); absent when nothing is. */
  readonly decrireLieu?: ((place: LngLat) => Description | null) | undefined;
  /**
   * The same map as an SVG document (from `documents`), asked for only without WebGL; null while there is none.
   * Another function means another drawing: keep its reference while the map stays the same.
   */
  readonly dessiner: () => string | null;
  /** What stands on the map as elements of the page, which it places by the handle. */
  readonly calque?: ((carte: MapHandle) => ReactNode) | undefined;
  /** The key that adds a site where the keyboard is; absent where there is nothing to add. */
  readonly onAjouter?: ((place: LngLat) => void) | undefined;
}

/** The map with its tooltip, its zoom buttons and its keyboard; without WebGL, a drawing that answers the same. */
export function MapView(props: MapViewProps) {
  const { nom, model, bbox, marges, choisi, decrire, dessiner, onSelect, onHover, onMove, onAjouter } = props;
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const { racine, ecoutes, ...bulle } = useBulle(surface);
  const aide = useId();

  const survoler = (cible: MapTarget | null): void => {
    bulle.survoler(cible);
    onHover(cible);
  };
  const { carte, etat } = useCarte(surface, {
    ...props,
    onHover: survoler,
    onMove: (camera) => {
      if (curseur.lieu !== null) bulle.ancrer(carte?.project(curseur.lieu.place) ?? null);
      onMove(camera);
    },
  });
  const interactive = etat === "ok";
  const curseur = useCurseur({
    model,
    choisi,
    decrire,
    onSelect,
    onHover,
    onAjouter,
    surface: interactive ? surfaceDeCarte(carte, surface, marges, bulle.ancrer) : surfaceDeDessin(bbox),
  });
  const dite = dire(bulle, carte, curseur, props);

  return (
    <div ref={racine} className={s["racine"]} style={variables(marges)} {...ecoutes}>
      <SurfaceCarte element={setSurface} nom={nom} aide={aide} active={interactive} curseur={curseur} />
      {etat !== "ok" && (
        <SvgFallback
          nom={nom}
          aide={aide}
          etat={etat}
          dessiner={dessiner}
          model={model}
          curseur={curseur}
          onSelect={onSelect}
          onHover={survoler}
          ancrer={bulle.ancrerFenetre}
        />
      )}
      {interactive && carte !== null && props.calque?.(carte)}
      {interactive && <BoutonsZoom zoomer={(niveaux) => carte?.zoomBy(niveaux)} recadrer={bbox === null ? null : () => carte?.fit(bbox, marges, true)} />}
      {dite !== null && <Infobulle {...dite} />}
      <p id={aide} hidden>
        {interactive ? CARTE.aide : CARTE.aideDessin}
      </p>
      <p className={s["annonce"]} role="status">
        {curseur.annonce}
      </p>
    </div>
  );
}

/** What the tooltip says, and where: a site under the pointer, else the cell, else the territory, else what the keyboard has reached. */
function dire({ survol, vise, point }: Pick<Bulle, "survol" | "vise" | "point">, carte: MapHandle | null, curseur: Curseur, { decrire, decrireLieu }: MapViewProps): ComponentProps<typeof Infobulle> | null {
  const lue = vise === null || carte === null || survol?.kind === "point" ? null : (decrireLieu?.(carte.unproject(vise)) ?? null);
  if (lue !== null && vise !== null) return { description: lue, point: vise };
  const cible = survol ?? curseur.lieu?.cible ?? null;
  return cible === null || point === null ? null : { description: decrire(cible), point };
}

interface SurfaceCarteProps {
  readonly element: Ref<HTMLDivElement>;
  readonly nom: string;
  readonly aide: string;
  /** false while a drawing stands in: the surface stays, for the context that may come back. */
  readonly active: boolean;
  readonly curseur: Curseur;
}

/** Where MapLibre draws. One stop of the keyboard, which announces what it reaches. */
function SurfaceCarte({ element, nom, aide, active, curseur }: SurfaceCarteProps) {
  const role = active ? application(nom, aide, curseur) : { inert: true };
  return <div ref={element} className={s["surface"]} {...role} />;
}

/** What the sheets cover, for the controls that must stay clear of them. */
function variables({ left, right, top, bottom }: MapViewProps["marges"]): CSSProperties {
  return {
    "--marge-haut": `${top}px`,
    "--marge-gauche": `${left}px`,
    "--marge-droite": `${right}px`,
    "--marge-bas": `${bottom}px`,
  } as CSSProperties;
}
