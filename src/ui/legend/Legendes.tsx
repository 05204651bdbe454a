import type { ScaledView } from "../../carto/marks/mark";
import { BadgeQualite } from "../controls/BadgeQualite";
import { useVuesResolues } from "../app/vues";
import { Classes } from "./Classes";
import { Histogramme } from "./Histogramme";
import s from "./Legendes.module.css";
import { ReglagesClasses } from "./ReglagesClasses";

/** One legend a view, from the very scale that colours the map. */
export function Legendes() {
  const vues = useVuesResolues();
  return (
    <div>
      {vues.map((vue) => (
        <Legende key={vue.view.id} vue={vue} />
      ))}
    </div>
  );
}

function Legende({ vue }: { readonly vue: ScaledView }) {
  const { view, scale } = vue;
  return (
    <div className={s["vue"]} role="group" aria-label={view.title}>
      <div className={s["titre"]}>
        <h3>{view.title}</h3>
        <BadgeQualite qualite={view.quality} />
      </div>
      {scale.kind === "classes" && <Histogramme view={view} scale={scale} />}
      <Classes vue={vue} />
      {scale.kind === "classes" && <ReglagesClasses view={view} scale={scale} />}
    </div>
  );
}
