import { QUOI } from "../../textes/interface";
import { useAnalyse, useCommandes, useOutils } from "../app/context";
import { Liste } from "../controls/Champs";
import { FormulaireParams } from "./FormulaireParams";
import { Moteur } from "./Moteur";
import s from "./Panneau.module.css";

/** The question asked, and its parameters. */
export function Quoi() {
  const { analyses } = useOutils();
  const { changeAnalyse, changeParams } = useCommandes();
  const { analyse, params } = useAnalyse();
  return (
    <div className={s["quoi"]}>
      <Liste
        libelle={QUOI.analyse}
        valeur={analyse.id}
        options={analyses.filter(({ espace }) => espace === analyse.espace).map(({ id, label }) => ({ value: id, label }))}
        changer={changeAnalyse}
        aide={analyse.question}
      />
      <FormulaireParams champs={analyse.fields} valeurs={params} changer={changeParams} />
      {analyse.moteurs !== false && <Moteur quoi={analyse.moteurs} />}
    </div>
  );
}
