import { useEffect, useId, useLayoutEffect, useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { SiteAjoute } from "../../domain/genre-site";
import type { MapHandle } from "../../map/create-map";
import { AJOUTS } from "../../textes/vitesses";
import { useCommandes, useEtat } from "../app/context";
import { Icone } from "../controls/Icone";
import s from "./Epingles.module.css";

/** Pixels that an arrow moves a site by, and with Shift. */
const PAS = 6;
const GRAND_PAS = 40;
/** A site moved by keyboard is dropped after this quiet moment, in ms. */
const CALME_MS = 800;

const FLECHES: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The sites added on the map: buttons over it, that a hand or the arrows move. */
export function Epingles({ carte }: { readonly carte: MapHandle }) {
  const { ajouts, exclus } = useEtat((etat) => etat.document.courant.selection);
  const aide = useId();
  return (
    <div className={s["calque"]}>
      {ajouts
        .filter(({ id }) => !exclus.includes(id))
        .map((site) => (
          <Epingle key={site.id} site={site} carte={carte} aide={aide} />
        ))}
      <p id={aide} hidden>
        {AJOUTS.aide}
      </p>
    </div>
  );
}

interface EpingleProps {
  readonly site: SiteAjoute;
  readonly carte: MapHandle;
  readonly aide: string;
}

function Epingle({ site, carte, aide }: EpingleProps) {
  const main = useEtat((etat) => (etat.session.main?.id === site.id ? etat.session.main : null));
  const commandes = useCommandes();
  const { lon, lat } = main ?? site;
  const bouton = usePlace(carte, lon, lat);
  const clavier = useClavier(site, carte, main ?? site);

  const auPointeur = (event: PointerEvent<HTMLButtonElement>): void => {
    const { left = 0, top = 0 } = bouton.current?.parentElement?.getBoundingClientRect() ?? {};
    const [x, y] = carte.unproject({ x: event.clientX - left, y: event.clientY - top });
    commandes.glisserSite(site.id, x, y);
  };
  return (
    <button
      ref={bouton}
      type="button"
      className={main === null ? s["epingle"] : `${s["epingle"]} ${s["tenue"]}`}
      aria-label={AJOUTS.epingle(site.nom)}
      aria-roledescription={AJOUTS.role}
      aria-describedby={aide}
      title={site.nom}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        commandes.saisirSite(site.id);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && auPointeur(event)}
      onPointerUp={() => commandes.deposerSite(site.id)}
      onPointerCancel={() => commandes.lacherSite()}
      onKeyDown={clavier.touche}
      onBlur={clavier.poser}
      onDoubleClick={() => commandes.demanderNom(site.id)}
    >
      <Icone nom="site" taille={20} />
      <span className={s["nom"]}>{site.nom}</span>
    </button>
  );
}

/** Keeps the button where its place is drawn, without rendering again as the map moves. */
function usePlace(carte: MapHandle, lon: number, lat: number) {
  const bouton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const placer = (): void => {
      const { x, y } = carte.project([lon, lat]);
      bouton.current?.style.setProperty("transform", `translate(${x}px, ${y}px)`);
    };
    placer();
    return carte.onView(placer);
  }, [carte, lon, lat]);
  return bouton;
}

/** Arrows move, a quiet moment drops. */
function useClavier({ id }: SiteAjoute, carte: MapHandle, { lon, lat }: { readonly lon: number; readonly lat: number }) {
  const commandes = useCommandes();
  const attente = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(attente.current), []);
  const poser = (): void => {
    clearTimeout(attente.current);
    commandes.deposerSite(id);
  };
  const touche = (event: KeyboardEvent): void => {
    const fleche = FLECHES[event.key];
    if (fleche !== undefined) {
      const pas = event.shiftKey ? GRAND_PAS : PAS;
      const { x, y } = carte.project([lon, lat]);
      const [versLon, versLat] = carte.unproject({ x: x + fleche[0] * pas, y: y + fleche[1] * pas });
      commandes.saisirSite(id);
      commandes.glisserSite(id, versLon, versLat);
      clearTimeout(attente.current);
      attente.current = setTimeout(poser, CALME_MS);
    } else if (event.key === "Enter") poser();
    else if (event.key === "F2") commandes.demanderNom(id);
    else if (event.key === "Delete" || event.key === "Backspace") commandes.retirerSite(id);
    else if (event.key === "Escape") {
      clearTimeout(attente.current);
      commandes.lacherSite();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { touche, poser };
}
