import { type CSSProperties, type PointerEvent, useLayoutEffect, useMemo, useState } from "react";
import { composeStyle } from "../../carto/compose-style";
import { cotesDe } from "../../carto/cotes";
import type { ScaledView } from "../../carto/marks/mark";
import { memoLast } from "../../carto/memo";
import type { MapHandle } from "../../map/create-map";
import type { LngLat } from "../../domain/units";
import type { ModeVolet, State } from "../../store/state";
import { VOLET } from "../../textes/scenarios";
import { useCommandes, useEtat } from "../app/context";
import { sceneDe, vuesDuCote } from "../app/scene";
import { vuesAuChoix, vuesDe, vuesMontrees } from "../app/vues";
import { useCarte } from "../map/use-carte";
import { Nom } from "./Nom";
import s from "./Volet.module.css";

/** What stands on the left; nothing when the result does not compare two states. */
const aGauche = memoLast(
  (etat: State) => [vuesMontrees(etat), vuesDe(etat), etat.session.avant, etat.session.vue, etat.results.courant, etat.document.courant.sites, etat.document.courant.selection],
  (etat): readonly ScaledView[] => {
    const [avant] = cotesDe(etat.results.courant?.output.coteACote ?? [], etat.session) ?? [];
    return avant === undefined ? [] : vuesDuCote(etat, avant);
  },
);

const vueApres = (etat: State): ScaledView | undefined => vuesAuChoix(vuesMontrees(etat))[0];

const RIEN = { sujet: null, survol: null, classeSurvolee: null };
const SANS_MARGE = { top: 0, right: 0, bottom: 0, left: 0 };
const rien = (): void => undefined;

interface Cartes {
  readonly carte: MapHandle;
  readonly seconde: MapHandle | null;
}

/** The second map covers the first one as far as the handle: both show the same place at the same point. */
function useDessus({ carte, seconde }: Cartes): void {
  useLayoutEffect(() => {
    if (seconde === null) return undefined;
    const suivre = (): void => seconde.setCamera(carte.camera(), false);
    suivre();
    return carte.onView(suivre);
  }, [carte, seconde]);
}

/** Levels of zoom that make room for two maps where there was one. */
const RECUL = 0.7;

/** What the middle of the right half of the first map shows, the second one, over its left half, shows in its middle. */
function useACote({ carte, seconde }: Cartes, surface: HTMLElement | null): void {
  useLayoutEffect(() => {
    // Both maps together: the second one has another width already when what it made room for goes.
    const cadre = surface?.closest("[data-volet]");
    if (seconde === null || cadre === null || cadre === undefined) return undefined;
    const a = (part: number): LngLat => carte.unproject({ x: part * cadre.clientWidth, y: cadre.clientHeight / 2 });
    const suivre = (): void => {
      const [lon, lat] = a(0.75);
      seconde.setCamera({ ...carte.camera(), lon, lat }, false);
    };
    const aller = ([lon, lat]: LngLat, zoom: number): void => carte.setCamera({ lon, lat, zoom }, false);
    const { lon, lat, zoom } = carte.camera();
    aller([lon, lat], zoom - RECUL);
    // The middle of the screen goes to that of the right half, and back when the second map goes.
    aller(a(0.25), zoom - RECUL);
    suivre();
    const arreter = carte.onView(suivre);
    return () => {
      arreter();
      aller(a(0.75), carte.camera().zoom + RECUL);
    };
  }, [carte, seconde, surface]);
}

/** The left half is looked at, and moved as the right one: the hand on it moves both. */
function Prise({ carte }: { readonly carte: MapHandle }) {
  const [depuis, setDepuis] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const glisser = ({ clientX: x, clientY: y, currentTarget }: PointerEvent<HTMLElement>): void => {
    if (depuis === null) return;
    const [lon, lat] = carte.unproject({ x: currentTarget.clientWidth - (x - depuis.x), y: currentTarget.clientHeight / 2 - (y - depuis.y) });
    carte.setCamera({ ...carte.camera(), lon, lat }, false);
    setDepuis({ x, y });
  };
  return (
    <div
      className={s["prise"]}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDepuis({ x: event.clientX, y: event.clientY });
      }}
      onPointerMove={glisser}
      onPointerUp={() => setDepuis(null)}
      onPointerCancel={() => setDepuis(null)}
      onWheel={({ deltaY }) => carte.zoomBy(deltaY < 0 ? 0.5 : -0.5)}
    />
  );
}

/** The state before, beside the one after: over the left of the map as far as a handle that the hand or the arrows move, or a map of its own. It follows the map's camera. */
export function Volet({ carte, mode }: { readonly carte: MapHandle; readonly mode: ModeVolet }) {
  const { tuilesDuFond } = useCommandes();
  const scene = useEtat(sceneDe);
  const vues = useEtat(aGauche);
  const apres = useEtat(vueApres);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [part, setPart] = useState(50);
  const avant = vuesAuChoix(vues)[0];
  const model = useMemo(() => (scene === null || avant === undefined ? null : composeStyle(scene.base, vues, scene.couches, RIEN)), [scene, vues, avant]);
  // No camera of its own: it would come back to it after the first map has moved to make room.
  const { carte: seconde } = useCarte(surface, { model, montrer: true, camera: null, bbox: null, cible: null, marges: SANS_MARGE, onSelect: rien, onHover: rien, onMove: rien, onWebgl: rien, onFond: tuilesDuFond });
  const cote = mode === "deux-cartes";
  useDessus({ carte, seconde: cote ? null : seconde });
  useACote({ carte, seconde: cote ? seconde : null }, surface);
  if (avant === undefined) return null;
  return (
    <div data-volet className={cote ? `${s["volet"]} ${s["deux"]}` : s["volet"]} style={{ "--part": cote ? 0.5 : part / 100 } as CSSProperties}>
      <div className={s["avant"]} inert>
        <div ref={setSurface} className={s["surface"]} />
      </div>
      {cote && <Prise carte={carte} />}
      <Nom cote="gauche" vue={avant} />
      <Nom cote="droite" vue={apres} />
      <div className={s["trait"]} />
      {!cote && <input type="range" className={s["poignee"]} min={0} max={100} value={part} aria-label={VOLET.poignee} aria-valuetext={VOLET.valeur(part)} onChange={(event) => setPart(event.target.valueAsNumber)} />}
    </div>
  );
}
