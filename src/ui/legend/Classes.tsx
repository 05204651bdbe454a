import { lazy, Suspense } from "react";
import { countedIn, legendRows, type LegendRow } from "../../carto/legend";
import { numeroDe } from "../../carto/marks/numero";
import { MARKS } from "../../carto/marks/registry";
import type { ScaledView } from "../../carto/marks/mark";
import type { Scale } from "../../carto/scale";
import { symbolImage, symbolOfGenre } from "../../carto/symbols";
import { countHead, countLabel, unitLabel } from "../../textes/legende";
import { formatNumber } from "../../textes/format";
import { useCommandes, useEtat } from "../app/context";
import { Dessin } from "../controls/Dessin";
import s from "./Legendes.module.css";
import { Pastille } from "./Pastille";
import { texteDe } from "./texte-de";

const Croisement = lazy(async () => ({ default: (await import("./Croisement")).Croisement }));

/** The lines of the legend: a class under the pointer or the focus lights its territories, a click keeps them, in the table too. */
export function Classes({ vue }: { readonly vue: ScaledView }) {
  const { hoverClasse, choisirClasse } = useCommandes();
  const gardee = useEtat(({ session: { classeChoisie } }) => (classeChoisie?.vue === vue.view.id ? classeChoisie.classe : null));
  const compte = countedIn(vue.view);
  const rows = legendRows(vue.view, vue.scale);
  if (vue.scale.kind === "proportionnel") return <Tailles rows={rows} vue={vue} />;
  const { grille } = vue.scale.kind === "categories" ? vue.scale : { grille: undefined };
  if (grille !== undefined)
    return (
      <Suspense>
        <Croisement vue={vue} grille={grille} rows={rows} />
      </Suspense>
    );
  return (
    <>
      <div className={s["entetes"]}>
        <span>{vue.scale.kind === "classes" ? (vue.view.unitText ?? unitLabel(vue.view.unit)) : ""}</span>
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
              onPointerLeave={() => hoverClasse(null)}
              onFocus={() => hoverClasse(row.classIndex)}
              onBlur={() => hoverClasse(null)}
              onClick={() => choisirClasse(gardee === row.classIndex ? null : { vue: vue.view.id, classe: row.classIndex })}
            >
              <Signe row={row} vue={vue} />
              <span>{texteDe(row, vue)}</span>
              <span className={s["compte"]}>{formatNumber(row.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a class looks like on the map. */
function Signe({ row, vue: { view, scale } }: { readonly row: LegendRow; readonly vue: ScaledView }) {
  if (view.mark === "symbol" && scale.kind === "categories") return <Dessin image={symbolImage(symbolOfGenre(scale.categories[row.classIndex]?.value))} taille={20} />;
  if (view.mark === "numero") return <Numero couleur={row.color} texte={numeroDe(view, scale.kind === "categories" ? scale.categories[row.classIndex]?.value : undefined)} />;
  const { opacity, trait = false } = MARKS[view.mark];
  return <Pastille couleur={row.color} motif={row.pattern} opacite={opacity} trait={trait} />;
}

/** A numbered disc, as on the map. */
function Numero({ couleur, texte }: { readonly couleur: string; readonly texte: string }) {
  return (
    <svg width={20} height={20} aria-hidden="true" focusable="false">
      <circle cx={10} cy={10} r={9} fill={couleur} />
      <text x={10} y={14} textAnchor="middle" fontSize={11} fontWeight={700} fill="#ffffff">{texte}</text>
    </svg>
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
