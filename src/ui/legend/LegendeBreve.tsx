import { legendRows } from "../../carto/legend";
import type { ScaledView } from "../../carto/marks/mark";
import type { Grille } from "../../carto/scale";
import { MARKS } from "../../carto/marks/registry";
import { CROISEMENT } from "../../textes/croisement";
import { legendLabel } from "../../textes/legende";
import { formatNumber, formatQuantity } from "../../textes/format";
import { useEtat } from "../app/context";
import { vuesMontrees } from "../app/vues";
import s from "./LegendeBreve.module.css";

/** The colours of the map in one line, and those of the outlines over them, for the folded panel of a phone. The whole legend stands below, unfolded. */
export function LegendeBreve() {
  const vues = useEtat(vuesMontrees).filter(({ view }) => MARKS[view.mark].surface || MARKS[view.mark].trait === true);
  return vues.map((vue) => <Breve key={vue.view.id} vue={vue} />);
}

function Breve({ vue }: { readonly vue: ScaledView }) {
  const categories = vue.scale.kind === "categories";
  const grille = vue.scale.kind === "categories" ? vue.scale.grille : undefined;
  if (grille !== undefined) return <Tableau vue={vue} grille={grille} />;
  return (
    <div className={s["breve"]} aria-hidden="true">
      <p className={s["titre"]}>{vue.view.title}</p>
      <ul className={categories ? `${s["classes"]} ${s["noms"]}` : s["classes"]}>
        {legendRows(vue.view, vue.scale)
          .filter((row) => row.classIndex >= 0)
          .map((row) => (
            <li key={row.classIndex}>
              <svg className={MARKS[vue.view.mark].trait === true ? s["trait"] : s["couleur"]}>
                <rect width="100%" height="100%" fill={row.color} fillOpacity={MARKS[vue.view.mark].opacity} />
              </svg>
              <span>{row.label === null ? borne(vue, row.to) : legendLabel(row, vue.view.unit, vue.view.digits)}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** A legend that crosses two readings, as small as its colours. */
function Tableau({ vue: { view, scale }, grille: { lignes, colonnes } }: { readonly vue: ScaledView; readonly grille: Grille }) {
  const largeur = colonnes.classes.length;
  return (
    <div className={s["breve"]} aria-hidden="true">
      <p className={s["titre"]}>{view.title}</p>
      <div className={s["croisee"]}>
        <span>{CROISEMENT.deHautEnBas(lignes.titre, lignes.classes)}</span>
        <svg viewBox={`0 0 ${largeur * 14} ${lignes.classes.length * 14}`}>
          {legendRows(view, scale)
            .filter(({ classIndex }) => classIndex >= 0)
            .map(({ classIndex, color }) => (
              <rect key={classIndex} x={(classIndex % largeur) * 14} y={Math.floor(classIndex / largeur) * 14} width={13} height={13} fill={color} />
            ))}
        </svg>
        <span>{CROISEMENT.deGaucheADroite(colonnes.titre, colonnes.classes)}</span>
      </div>
    </div>
  );
}

/** The upper bound of a class, under its right edge; nothing for the last one, which is open. */
function borne({ view, scale }: ScaledView, to: number | null): string {
  if (to === null || scale.kind !== "classes") return "";
  return view.unit === "part" ? formatQuantity(to, "part", scale.digits) : formatNumber(to, scale.digits);
}
