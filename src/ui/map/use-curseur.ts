import { useMemo, useRef, useState } from "react";
import type { HTMLAttributes, KeyboardEvent } from "react";
import type { MapModel, MapTarget } from "../../carto/map-model";
import type { Quality } from "../../domain/provenance";
import type { LngLat } from "../../domain/units";
import { CARTE } from "../../textes/carte";
import { lieuxDe, parDistance, voisin, type Lieu, type Lieux } from "./lieux";
import { lireTouche, type Geste } from "./touches";

/** What is said of a territory or of a site, in the tooltip and aloud. */
export interface Description {
  readonly nom: string;
  /** Worded with its unit: « 12,3 min », « pas de donnée »; null when there is no figure to give. */
  readonly valeur: string | null;
  /** A second figure, worded too. */
  readonly precision?: string;
  readonly qualite: Quality | null;
}
export type Decrire = (cible: MapTarget) => Description;

/** What the keyboard drives: the map, or the drawing that stands in for it. */
export interface Surface {
  /** Where to start from when nothing is reached yet. */
  centre(): LngLat | null;
  /** Absent on a drawing, which neither moves nor zooms. */
  readonly camera?: { deplacer(dx: number, dy: number): void; zoomer(niveaux: number): void };
  /** Brings what is reached into view, and shows it. */
  montrer(lieu: Lieu): void;
}

interface OptionsCurseur {
  readonly model: Pick<MapModel, "style" | "data"> | null;
  readonly surface: Surface;
  /** Code of the territory whose sheet is open: the keyboard starts there. */
  readonly choisi: string | null;
  readonly decrire: Decrire;
  onSelect(cible: MapTarget | null): void;
  onHover(cible: MapTarget | null): void;
  readonly onAjouter?: ((place: LngLat) => void) | undefined;
}

export interface Curseur {
  /** What the keyboard has reached. */
  readonly lieu: Lieu | null;
  /** To say in a live region. */
  readonly annonce: string;
  auClavier(event: KeyboardEvent<HTMLElement>): void;
  /** When the focus or the pointer goes elsewhere. */
  quitter(): void;
}

const AUCUN: Lieux = { territoires: [], points: [] };

/** From territory to territory and from site to site by keyboard, announced. */
export function useCurseur({ model, surface, choisi, decrire, onSelect, onHover, onAjouter }: OptionsCurseur): Curseur {
  // States change at every move of the pointer; places only with the style or the data.
  const { style, data } = model ?? {};
  const lieux = useMemo(() => (style === undefined || data === undefined ? AUCUN : lieuxDe({ style, data })), [style, data]);
  const [atteint, setLieu] = useState<Lieu | null>(null);
  const lieu = retrouver(lieux, atteint);
  const [annonce, setAnnonce] = useState("");
  const tournee = useRef<Tournee | null>(null);

  const aller = (vers: Lieu | null, sinon: string): void => {
    if (vers === null) {
      setAnnonce(sinon);
      return;
    }
    setLieu(vers);
    surface.montrer(vers);
    onHover(vers.cible);
    const { nom, valeur, precision } = decrire(vers.cible);
    setAnnonce(CARTE.annonce(nom, valeur, precision));
  };
  const depart = lieu ?? choisiDans(lieux, choisi);
  const plusProche = (): Lieu | null => {
    const centre = surface.centre();
    return centre === null ? null : (parDistance(lieux.territoires, centre)[0] ?? null);
  };
  const quitter = (): void => {
    if (lieu === null) return;
    setLieu(null);
    setAnnonce("");
    onHover(null);
  };

  const GESTES: { readonly [G in Geste["genre"]]: (geste: Extract<Geste, { genre: G }>) => void } = {
    deplacer: ({ dx, dy }) => surface.camera?.deplacer(dx, dy),
    zoomer: ({ niveaux }) => surface.camera?.zoomer(niveaux),
    voisin: ({ direction }) =>
      aller(depart === null ? plusProche() : voisin(lieux.territoires, depart.place, direction), CARTE.pasDeVoisin),
    site: ({ sens }) => {
      tournee.current = suivre(tournee.current, lieux.points, depart?.place ?? surface.centre(), sens);
      aller(tournee.current?.lieu ?? null, CARTE.pasDeSite);
    },
    choisir: () => {
      const ici = depart ?? plusProche();
      if (ici === null) return;
      aller(ici, "");
      onSelect(ici.cible);
    },
    ajouter: () => auPlace(depart?.place ?? surface.centre(), onAjouter),
    quitter: () => {
      quitter();
      onSelect(null);
    },
  };
  const auClavier = (event: KeyboardEvent<HTMLElement>): void => {
    // The controls inside (sources) keep their own keys.
    if (event.target !== event.currentTarget) return;
    const geste = lireTouche(event, surface.camera !== undefined);
    if (geste === null) return;
    event.preventDefault();
    if (geste.genre === "voisin" || geste.genre === "quitter") tournee.current = null;
    (GESTES[geste.genre] as (geste: Geste) => void)(geste);
  };
  return { lieu, annonce, auClavier, quitter };
}

function choisiDans({ territoires }: Lieux, code: string | null): Lieu | null {
  return territoires.find(({ cible }) => cible.kind === "territoire" && cible.code === code) ?? null;
}

function auPlace(place: LngLat | null, faire: OptionsCurseur["onAjouter"]): void {
  if (place !== null) faire?.(place);
}

/**
 * What makes an element the keyboard's surface: « application » is ARIA's role for what has its own keys.
 * `aide` is the id of the element that explains them.
 */
export function application(nom: string, aide: string, { auClavier, quitter }: Curseur): HTMLAttributes<HTMLElement> {
  return { role: "application", "aria-label": nom, "aria-describedby": aide, tabIndex: 0, onKeyDown: auClavier, onBlur: quitter };
}

/** The same place in the model as it is now: another level or another territory no longer has it. */
function retrouver({ territoires, points }: Lieux, lieu: Lieu | null): Lieu | null {
  if (lieu === null) return null;
  const { cible } = lieu;
  const parmi = cible.kind === "territoire" ? territoires : points;
  return parmi.find((autre) => memeCible(autre.cible, cible)) ?? null;
}

function memeCible(a: MapTarget, b: MapTarget): boolean {
  if (a.kind === "territoire") return b.kind === "territoire" && a.code === b.code;
  return b.kind === "point" && a.couche === b.couche && a.id === b.id;
}

/** A walk through the sites, from the nearest to the farthest of where it began. */
interface Tournee {
  readonly points: readonly Lieu[];
  readonly ordre: readonly Lieu[];
  readonly rang: number;
  readonly lieu: Lieu | null;
}

function suivre(avant: Tournee | null, points: readonly Lieu[], de: LngLat | null, sens: 1 | -1): Tournee | null {
  if (de === null || points.length === 0) return null;
  const suite = avant?.points === points ? avant : { points, ordre: parDistance(points, de), rang: sens === 1 ? -1 : 0 };
  const rang = (suite.rang + sens + points.length) % points.length;
  return { points, ordre: suite.ordre, rang, lieu: suite.ordre[rang] ?? null };
}
