import { useId, useState } from "react";
import type { CSSProperties, PointerEvent, Ref } from "react";
import type { MapTarget } from "../../carto/map-model";
import { CARTE } from "../../textes/carte";
import { BoutonsZoom } from "./BoutonsZoom";
import { Infobulle, type Point } from "./Infobulle";
import s from "./MapView.module.css";
import { SvgFallback } from "./SvgFallback";
import { surfaceDeCarte, surfaceDeDessin } from "./surfaces";
import { useCarte, type OptionsCarte } from "./use-carte";
import { useCurseur, type Curseur, type Decrire } from "./use-curseur";

export interface MapViewProps extends OptionsCarte {
  /** Accessible name, e.g. « Carte : minutes vers la maison de santé la plus proche, Haute-Vienne ». */
  readonly nom: string;
  /** Code of the territory whose sheet is open. */
  readonly choisi: string | null;
  readonly decrire: Decrire;
  /**
   * The same map as an SVG document (from `documents`), asked for only without WebGL; null while there is none.
   * Another function means another drawing: keep its reference while the map stays the same.
   */
  readonly dessiner: () => string | null;
}

/** The map with its tooltip, its zoom buttons and its keyboard; without WebGL, a drawing that answers the same. */
export function MapView(props: MapViewProps) {
  const { nom, model, bbox, marges, choisi, decrire, dessiner, onSelect, onHover, onMove } = props;
  const [racine, setRacine] = useState<HTMLElement | null>(null);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [survol, setSurvol] = useState<MapTarget | null>(null);
  const [pointeur, setPointeur] = useState<Point>({ x: 0, y: 0 });
  const [ancre, setAncre] = useState<Point | null>(null);
  const aide = useId();

  const survoler = (cible: MapTarget | null): void => {
    setSurvol(cible);
    onHover(cible);
  };
  const { carte, etat } = useCarte(surface, {
    ...props,
    onHover: survoler,
    onMove: (camera) => {
      if (curseur.lieu !== null) setAncre(carte?.project(curseur.lieu.place) ?? null);
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
    surface: interactive ? surfaceDeCarte(carte, surface, marges, setAncre) : surfaceDeDessin(racine, bbox, setAncre),
  });
  const suivre = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    setPointeur({ x: clientX - left, y: clientY - top });
  };
  const cible = survol ?? curseur.lieu?.cible ?? null;
  const point = survol === null ? ancre : pointeur;

  return (
    <div ref={setRacine} className={s["racine"]} style={variables(marges)} onPointerMove={suivre}>
      <SurfaceCarte element={setSurface} nom={nom} aide={aide} active={interactive} curseur={curseur} />
      {etat !== "ok" && (
        <SvgFallback nom={nom} aide={aide} etat={etat} dessiner={dessiner} model={model} curseur={curseur} onSelect={onSelect} onHover={survoler} />
      )}
      {interactive && (
        <BoutonsZoom
          zoomer={(niveaux) => carte?.zoomBy(niveaux)}
          recadrer={bbox === null ? null : () => carte?.fit(bbox, marges, true)}
        />
      )}
      {cible !== null && point !== null && <Infobulle description={decrire(cible)} point={point} />}
      <p id={aide} hidden>
        {interactive ? CARTE.aide : CARTE.aideDessin}
      </p>
      <p className={s["annonce"]} role="status">
        {curseur.annonce}
      </p>
    </div>
  );
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
  return (
    // « application » is ARIA's role for a surface that has its own keys; the rules count it among plain elements.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={element}
      className={s["surface"]}
      role="application"
      aria-label={active ? nom : undefined}
      aria-describedby={active ? aide : undefined}
      inert={!active}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={curseur.auClavier}
      onBlur={curseur.quitter}
    />
  );
}

/** What the sheets cover, for the controls that must stay clear of them. */
function variables({ left, right, bottom }: MapViewProps["marges"]): CSSProperties {
  return { "--marge-gauche": `${left}px`, "--marge-droite": `${right}px`, "--marge-bas": `${bottom}px` } as CSSProperties;
}
