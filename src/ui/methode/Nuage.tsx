import type { CalageCharge } from "../../domain/calage";
import { CALAGE } from "../../textes/calage";
import s from "./Calage.module.css";

const COTE = 400;
const GAUCHE = 44;
const HAUT = 10;
const BAS = 42;
const PAS = 10;
const TOLERANCE = 5;

/** The end of both axes: the first ten above every minute. */
function fin(valeurs: readonly number[]): number {
  return valeurs.reduce((max, valeur) => Math.max(max, Math.ceil(valeur / PAS) * PAS), PAS);
}

/** Our minutes against METRIC's: one path of dots, whatever their number. */
export function Nuage({ metric, ecarte }: Pick<CalageCharge, "metric" | "ecarte">) {
  const max = fin([...metric, ...ecarte]);
  const x = (minutes: number): number => GAUCHE + (minutes / max) * COTE;
  const y = (minutes: number): number => HAUT + COTE - (minutes / max) * COTE;
  const place = (a: number, b: number): string => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`;
  const points = metric.map((minutes, i) => `M${place(minutes, ecarte[i] ?? Number.NaN)}h0`).join("");
  const graduations = Array.from({ length: max / PAS + 1 }, (_, i) => i * PAS);
  return (
    <svg viewBox={`0 0 ${GAUCHE + COTE + HAUT} ${HAUT + COTE + BAS}`} role="img" aria-label={CALAGE.nuage.description(metric.length)} className={s["dessin"]}>
      {graduations.map((minutes) => (
        <g key={minutes}>
          <path d={`M${place(minutes, 0)}V${HAUT}M${place(0, minutes)}H${GAUCHE + COTE}`} className={s["grille"]} />
          <text x={x(minutes)} y={HAUT + COTE + 16} textAnchor="middle" className={s["graduation"]}>
            {minutes}
          </text>
          <text x={GAUCHE - 6} y={y(minutes) + 4} textAnchor="end" className={s["graduation"]}>
            {minutes}
          </text>
        </g>
      ))}
      <path d={`M${place(0, 0)}L${place(max, max)}`} className={s["egalite"]} />
      <path d={`M${place(0, TOLERANCE)}L${place(max - TOLERANCE, max)}M${place(TOLERANCE, 0)}L${place(max, max - TOLERANCE)}`} className={s["tolerance"]} />
      <path d={points} className={s["points"]} />
      <text x={GAUCHE + COTE / 2} y={HAUT + COTE + 36} textAnchor="middle" className={s["axe"]}>
        {CALAGE.nuage.x}
      </text>
      <text transform={`translate(12 ${HAUT + COTE / 2}) rotate(-90)`} textAnchor="middle" className={s["axe"]}>
        {CALAGE.nuage.y}
      </text>
    </svg>
  );
}
