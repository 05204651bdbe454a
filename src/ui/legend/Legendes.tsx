import type { ScaledView } from "../../carto/marks/mark";
import { LEGENDE } from "../../textes/interface";
import { useCommandes, useEtat } from "../app/context";
import { vuesAuChoix, vuesDe, vuesMontrees } from "../app/vues";
import { BadgeQualite } from "../controls/BadgeQualite";
import { Liste } from "../controls/Champs";
import { Classes } from "./Classes";
import { Histogramme } from "./Histogramme";
import s from "./Legendes.module.css";
import { ReglagesClasses } from "./ReglagesClasses";

/** One legend a view on the map, from the very scale that colours it. */
export function Legendes() {
  const choix = vuesAuChoix(useEtat(vuesDe));
  const montrees = useEtat(vuesMontrees);
  return (
    <div>
      {montrees.map((vue) => (
        <Legende key={vue.view.id} vue={vue} choix={choix.includes(vue) ? choix : []} />
      ))}
    </div>
  );
}

interface LegendeProps {
  readonly vue: ScaledView;
  /** The views that could be in its place. */
  readonly choix: readonly ScaledView[];
}

function Legende({ vue, choix }: LegendeProps) {
  const { view, scale } = vue;
  const { choisirVue } = useCommandes();
  return (
    <div className={s["vue"]} role="group" aria-label={view.title}>
      <div className={s["titre"]}>
        {choix.length > 1 ? (
          <Liste discret libelle={LEGENDE.vue} valeur={view.id} changer={choisirVue} options={choix.map((une) => ({ value: une.view.id, label: une.view.title }))} />
        ) : (
          <h3>{view.title}</h3>
        )}
        <BadgeQualite qualite={view.quality} />
      </div>
      {scale.kind === "classes" && <Histogramme view={view} scale={scale} />}
      <Classes vue={vue} />
      {scale.kind === "classes" && <ReglagesClasses view={view} scale={scale} />}
    </div>
  );
}
