import { useId } from "react";
import type { Annexe } from "../../analyses/analysis";
import { radarSvg } from "../../documents/radar";
import { Svg } from "../controls/Svg";
import s from "./Annexes.module.css";
import { Lignes } from "./Fiches";

/** Notes as shapes, and under them the table of the same notes. */
export function Radar({ annexe }: { readonly annexe: Annexe }) {
  const id = useId();
  return (
    <div className={s["radar"]}>
      <div className={s["figure"]}>
        <Svg texte={radarSvg(annexe.titre, annexe.table, id)} />
      </div>
      <Lignes annexe={annexe} />
    </div>
  );
}
