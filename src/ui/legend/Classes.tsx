import { useState } from "react";
import { countedIn, legendRows, type LegendRow } from "../../carto/legend";
import { MARKS } from "../../carto/marks/registry";
import type { ScaledView } from "../../carto/marks/mark";
import type { Scale } from "../../carto/scale";
import { circleLabel, countHead, countLabel, legendLabel, unitLabel } from "../../textes/legende";
import { formatNumber } from "../../textes/format";
import { useCommandes } from "../app/context";
import s from "./Legendes.module.css";
import { Pastille } from "./Pastille";

function texteDe(row: LegendRow, { view, scale }: ScaledView): string {
  if (scale.kind === "proportionnel") return circleLabel(row.to, view.unit, view.digits);
  return legendLabel(row, view.unit, scale.kind === "classes" ? scale.digits : view.digits);
}

/** The lines of the legend: a class under the pointer or the focus lights its territories, a click keeps it lit. */
export function Classes({ vue }: { readonly vue: ScaledView }) {
  const { hoverClasse } = useCommandes();
  const [gardee, setGardee] = useState<number | null>(null);
  const compte = countedIn(vue.view);
  const rows = legendRows(vue.view, vue.scale);
  if (vue.scale.kind === "proportionnel") return <Tailles rows={rows} vue={vue} />;
  const garder = (classe: number): void => {
    const suite = gardee === classe ? null : classe;
    setGardee(suite);
    hoverClasse(suite);
  };
  return (
    <>
      <div className={s["entetes"]}>
        <span>{vue.scale.kind === "classes" ? unitLabel(vue.view.unit) : ""}</span>
        <span>{countHead(compte)}</span>
      </div>
      <ul className={s["liste"]}>
        {rows.map((row) => (
          <li key={row.classIndex}>
            <button
              type="button"
              className={s["classe"]}
              aria-pressed={gardee === row.classIndex}
              aria-label={`${texteDe(row, vue)}, ${countLabel(row.count, compte)}`}
              onPointerEnter={() => hoverClasse(row.classIndex)}
              onPointerLeave={() => hoverClasse(gardee)}
              onFocus={() => hoverClasse(row.classIndex)}
              onBlur={() => hoverClasse(gardee)}
              onClick={() => garder(row.classIndex)}
            >
              <Pastille couleur={row.color} motif={row.pattern} opacite={MARKS[vue.view.mark].opacity} />
              <span>{texteDe(row, vue)}</span>
              <span className={s["compte"]}>{formatNumber(row.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Proportional circles, side by side on one line. */
function Tailles({ rows, vue }: { readonly rows: readonly LegendRow[]; readonly vue: ScaledView }) {
  const scale: Scale = vue.scale;
  return (
    <ul className={s["tailles"]}>
      {rows.map((row) => (
        <li key={`${row.classIndex}-${row.to ?? ""}`}>
          {row.radius === null ? <Pastille couleur={row.color} motif={row.pattern} /> : <Rond rayon={row.radius} couleur={scale.kind === "proportionnel" ? scale.color : row.color} />}
          <span>{texteDe(row, vue)}</span>
        </li>
      ))}
    </ul>
  );
}

function Rond({ rayon, couleur }: { readonly rayon: number; readonly couleur: string }) {
  const cote = rayon * 2 + 2;
  return (
    <svg width={cote} height={cote} aria-hidden="true" focusable="false">
      <circle cx={rayon + 1} cy={rayon + 1} r={rayon} fill={couleur} fillOpacity={0.55} stroke="#ffffff" />
    </svg>
  );
}
