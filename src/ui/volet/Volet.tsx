import { type CSSProperties, useLayoutEffect, useMemo, useState } from "react";
import { composeStyle } from "../../carto/compose-style";
import type { ScaledView } from "../../carto/marks/mark";
import type { MapHandle } from "../../map/create-map";
import type { State } from "../../store/state";
import { VOLET } from "../../textes/scenarios";
import { useCommandes, useEtat } from "../app/context";
import { sceneDe } from "../app/scene";
import { vuesAuChoix, vuesDe, vuesMontrees } from "../app/vues";
import { useCarte } from "../map/use-carte";
import s from "./Volet.module.css";

/** The view of the first state that the result compares. */
function vueAvant(etat: State): ScaledView | undefined {
  const id = etat.results.courant?.output.coteACote?.[0];
  return vuesDe(etat).find(({ view }) => view.id === id);
}

const vueApres = (etat: State): ScaledView | undefined => vuesAuChoix(vuesMontrees(etat))[0];

const RIEN = { sujet: null, survol: null, classeSurvolee: null };
const SANS_MARGE = { top: 0, right: 0, bottom: 0, left: 0 };
const rien = (): void => undefined;

/** The state before, drawn over the left of the map as far as a handle that the hand or the arrows move; it follows the map's camera. */
export function Volet({ carte }: { readonly carte: MapHandle }) {
  const { tuilesDuFond } = useCommandes();
  const scene = useEtat(sceneDe);
  const avant = useEtat(vueAvant);
  const apres = useEtat(vueApres);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [part, setPart] = useState(50);
  const model = useMemo(() => (scene === null || avant === undefined ? null : composeStyle(scene.base, [avant], scene.couches, RIEN)), [scene, avant]);
  const { carte: seconde } = useCarte(surface, { model, montrer: true, camera: carte.camera(), bbox: null, cible: null, marges: SANS_MARGE, onSelect: rien, onHover: rien, onMove: rien, onWebgl: rien, onFond: tuilesDuFond });
  useLayoutEffect(() => {
    if (seconde === null) return undefined;
    const suivre = (): void => seconde.setCamera(carte.camera(), false);
    suivre();
    return carte.onView(suivre);
  }, [carte, seconde]);
  if (avant === undefined) return null;
  return (
    <div className={s["volet"]} style={{ "--part": part / 100 } as CSSProperties}>
      <div className={s["avant"]} inert>
        <div ref={setSurface} className={s["surface"]} />
      </div>
      <p className={`${s["nom"]} ${s["gauche"]}`}>{avant.view.title}</p>
      <p className={`${s["nom"]} ${s["droite"]}`}>{apres?.view.title}</p>
      <div className={s["trait"]} />
      <input type="range" className={s["poignee"]} min={0} max={100} value={part} aria-label={VOLET.poignee} aria-valuetext={VOLET.valeur(part)} onChange={(event) => setPart(event.target.valueAsNumber)} />
    </div>
  );
}
