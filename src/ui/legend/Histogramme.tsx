import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { histogram, histogramDomain, type HistogramBar } from "../../carto/histogram";
import { MARKS } from "../../carto/marks/registry";
import { classColor, moveBreak, viewValues } from "../../carto/resolve-scale";
import type { ClassedScale } from "../../carto/scale";
import type { View } from "../../carto/view";
import { formatNumber, formatQuantity } from "../../textes/format";
import { LEGENDE } from "../../textes/interface";
import { circleLabel } from "../../textes/legende";
import { useCommandes, useEtat } from "../app/context";
import s from "./Histogramme.module.css";

/** Drawing units: as wide as the panel's inside, so that one is one pixel on a desktop. */
const LARGEUR = 328;
const HAUTEUR = 56;
const PIED = 20;
const TETE = 12;
const CASES = 41;

type Domaine = readonly [min: number, max: number];

interface HistogrammeProps {
  readonly view: View;
  readonly scale: ClassedScale;
}

/** The distribution coloured as the map; each bound is a slider, dragged or moved with the arrows. */
export function Histogramme({ view, scale }: HistogrammeProps) {
  const svg = useRef<SVGSVGElement>(null);
  // The axis stands still while a bound is held: it would otherwise flee under the pointer.
  const [tenue, setTenue] = useState<{ readonly index: number; readonly domaine: Domaine } | null>(null);
  const { changeClasses } = useCommandes();
  const domaine = tenue?.domaine ?? histogramDomain(scale);
  if (domaine === null) return null;
  const [min, max] = domaine;
  const x = (valeur: number): number => ((valeur - min) / (max - min)) * LARGEUR;
  const deplacer = (index: number, valeur: number): void => {
    const classes = moveBreak(scale, index, Math.min(Math.max(valeur, min), max), view);
    if (classes.breaks?.[index] !== scale.breaks[index]) changeClasses(view.id, classes);
  };
  const suivre = (event: PointerEvent<SVGGElement>): void => {
    const boite = svg.current?.getBoundingClientRect();
    if (tenue === null || boite === undefined || boite.width === 0) return;
    deplacer(tenue.index, min + ((event.clientX - boite.left) / boite.width) * (max - min));
  };
  return (
    <div className={s["cadre"]}>
      <svg ref={svg} className={s["dessin"]} viewBox={`0 ${-TETE} ${LARGEUR} ${HAUTEUR + PIED + TETE}`} role="group" aria-label={LEGENDE.histogramme(view.title)}>
        <Barres view={view} scale={scale} x={x} />
        <line className={s["axe"]} x1={0} x2={LARGEUR} y1={HAUTEUR} y2={HAUTEUR} />
        <text className={s["texte"]} x={0} y={HAUTEUR + PIED - 2}>
          {circleLabel(min, view.unit, scale.digits)}
        </text>
        <text className={s["texte"]} x={LARGEUR} y={HAUTEUR + PIED - 2} textAnchor="end">
          {circleLabel(max, view.unit, scale.digits)}
        </text>
        {scale.breaks.map((borne, index) => (
          <Borne
            // Bounds keep their rank while they move.
            key={`borne-${index + 1}`}
            index={index}
            x={x(borne)}
            scale={scale}
            view={view}
            domaine={domaine}
            tenue={tenue?.index === index}
            deplacer={(valeur) => deplacer(index, valeur)}
            prendre={() => setTenue({ index, domaine })}
            suivre={suivre}
            lacher={() => setTenue(null)}
          />
        ))}
      </svg>
    </div>
  );
}

/** A bin that dwarfs the others is cut and says its count, so that the others can be seen. */
const DEMESURE = 3;

/** Counts that fill the height, and the bin that exceeds it, if one does. */
function echelleHaute(barres: readonly HistogramBar[]): { readonly haut: number; readonly coupee: HistogramBar | null } {
  const sommets = barres.filter((barre, rang) => barres[rang + 1]?.x0 !== barre.x0).toSorted((a, b) => total(b) - total(a));
  const [premiere, seconde] = sommets;
  if (premiere === undefined) return { haut: 1, coupee: null };
  if (seconde === undefined || total(premiere) <= DEMESURE * total(seconde)) return { haut: total(premiere), coupee: null };
  return { haut: total(seconde) * 1.25, coupee: premiere };
}

/** Of a whole bin, at its top piece. */
function total({ base, count }: HistogramBar): number {
  return base + count;
}

function Barres({ view, scale, x }: HistogrammeProps & { readonly x: (valeur: number) => number }) {
  const survolee = useEtat((etat) => etat.session.classeSurvolee);
  const barres = useMemo(() => histogram(viewValues(view) as Float64Array, scale, CASES), [view, scale]);
  const { haut, coupee } = useMemo(() => echelleHaute(barres), [barres]);
  const y = (compte: number): number => (Math.min(compte, haut) / haut) * HAUTEUR;
  const rectangles = barres.map((barre) => (
    <rect
      key={`${barre.x0}/${barre.classIndex}`}
      className={survolee !== null && survolee !== barre.classIndex ? s["estompe"] : undefined}
      x={x(barre.x0) + 0.5}
      width={Math.max(x(barre.x1) - x(barre.x0) - 1, 1)}
      y={HAUTEUR - Math.max(y(total(barre)), 1.5)}
      height={Math.max(y(total(barre)) - y(barre.base), 1.5)}
      fill={classColor(scale, barre.classIndex)}
      fillOpacity={MARKS[view.mark].opacity}
      stroke="#1f2b33"
      strokeOpacity={0.28}
      strokeWidth={0.5}
    />
  ));
  if (coupee === null) return rectangles;
  const droite = x(coupee.x1) > LARGEUR / 2;
  return (
    <>
      {rectangles}
      <text className={s["texte"]} x={droite ? x(coupee.x0) - 3 : x(coupee.x1) + 3} y={8} textAnchor={droite ? "end" : "start"}>
        {formatNumber(total(coupee))}
      </text>
      <path className={s["coupe"]} d={`M${x(coupee.x0) - 2} 7l${x(coupee.x1) - x(coupee.x0) + 4} -4m0 4l${x(coupee.x0) - x(coupee.x1) - 4} 4`} />
    </>
  );
}

interface BorneProps extends HistogrammeProps {
  readonly index: number;
  readonly x: number;
  readonly domaine: Domaine;
  readonly tenue: boolean;
  readonly deplacer: (valeur: number) => void;
  readonly prendre: () => void;
  readonly suivre: (event: PointerEvent<SVGGElement>) => void;
  readonly lacher: () => void;
}

/** Where a key sends a bound; null for the keys that are not its own. */
function cible(touche: string, valeur: number, pas: number, [min, max]: Domaine): number | null {
  const grand = Math.max(pas, (max - min) / 20);
  switch (touche) {
    case "ArrowRight":
    case "ArrowUp":
      return valeur + pas;
    case "ArrowLeft":
    case "ArrowDown":
      return valeur - pas;
    case "PageUp":
      return valeur + grand;
    case "PageDown":
      return valeur - grand;
    case "Home":
      return min;
    case "End":
      return max;
    default:
      return null;
  }
}

function Borne({ index, x, scale, view, domaine, tenue, deplacer, prendre, suivre, lacher }: BorneProps) {
  const valeur = scale.breaks[index] ?? 0;
  const texte = formatQuantity(valeur, view.unit, scale.digits);
  const pas = 10 ** -(scale.digits + (view.unit === "part" ? 2 : 0));
  const auClavier = (event: KeyboardEvent): void => {
    const vers = cible(event.key, valeur, pas, domaine);
    if (vers === null) return;
    event.preventDefault();
    deplacer(vers);
  };
  return (
    <g
      className={`${s["borne"]} ${tenue ? s["tenue"] : ""}`}
      role="slider"
      tabIndex={0}
      aria-label={`${LEGENDE.borne(index + 1)} (${view.title})`}
      aria-valuemin={scale.breaks[index - 1] ?? domaine[0]}
      aria-valuemax={scale.breaks[index + 1] ?? domaine[1]}
      aria-valuenow={valeur}
      aria-valuetext={texte}
      onKeyDown={auClavier}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        prendre();
      }}
      onPointerMove={suivre}
      onPointerUp={lacher}
      onPointerCancel={lacher}
    >
      <rect x={x - 10} y={-TETE} width={20} height={HAUTEUR + PIED + TETE} fill="transparent" />
      <line className={s["tige"]} x1={x} x2={x} y1={0} y2={HAUTEUR} />
      <circle className={s["bouton"]} cx={x} cy={HAUTEUR} r={5} />
      <text className={s["valeur"]} x={Math.min(Math.max(x, 18), LARGEUR - 18)} y={-2} textAnchor="middle">
        {texte}
      </text>
    </g>
  );
}
