import { legendRows } from "../../carto/legend";
import type { ScaledView } from "../../carto/marks/mark";
import { MARKS } from "../../carto/marks/registry";
import { legendLabel } from "../../textes/legende";
import { formatNumber, formatQuantity } from "../../textes/format";
import { useEtat } from "../app/context";
import { vuesMontrees } from "../app/vues";
import s from "./LegendeBreve.module.css";

/** The colours of the map in one line, for the folded panel of a phone. The whole legend stands below it, unfolded. */
export function LegendeBreve() {
  const vue = useEtat(vuesMontrees).find(({ view }) => MARKS[view.mark].surface);
  if (vue === undefined) return null;
  return (
    <div className={s["breve"]} aria-hidden="true">
      <p className={s["titre"]}>{vue.view.title}</p>
      <ul className={s["classes"]}>
        {legendRows(vue.view, vue.scale)
          .filter((row) => row.classIndex >= 0)
          .map((row) => (
            <li key={row.classIndex}>
              <svg className={s["couleur"]}>
                <rect width="100%" height="100%" fill={row.color} fillOpacity={MARKS[vue.view.mark].opacity} />
              </svg>
              <span>{row.label === null ? borne(vue, row.to) : legendLabel(row, vue.view.unit, vue.view.digits)}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** The upper bound of a class, under its right edge; nothing for the last one, which is open. */
function borne({ view, scale }: ScaledView, to: number | null): string {
  if (to === null || scale.kind !== "classes") return "";
  return view.unit === "part" ? formatQuantity(to, "part", scale.digits) : formatNumber(to, scale.digits);
}
