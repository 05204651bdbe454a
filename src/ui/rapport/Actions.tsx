import { RAPPORT } from "../../textes/rapport";
import { SCENARIOS } from "../../textes/scenarios";
import { useAnalyse, useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { useScenarios } from "../scenarios/use-scenarios";
import s from "./Actions.module.css";

/** What can be made of a result that compares a before and an after: a scenario, a report. */
export function Actions() {
  const { analyse } = useAnalyse();
  const { ouvrirRapport } = useCommandes();
  const faire = useScenarios();
  const pret = useEtat((etat) => etat.results.etat === "a-jour" && etat.datasets.territoire !== null);
  return (
    <div className={s["rang"]}>
      {analyse.choixDeSites === true && (
        <Bouton icone="zoomer" disabled={!pret} onClick={() => faire((commandes) => commandes.enregistrerChoix())}>
          {SCENARIOS.enFaire}
        </Bouton>
      )}
      <Bouton icone="imprimer" disabled={!pret} onClick={() => ouvrirRapport(true)}>
        {RAPPORT.ouvrir}
      </Bouton>
    </div>
  );
}
