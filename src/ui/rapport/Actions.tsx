import type { ModeVolet } from "../../store/state";
import { RAPPORT } from "../../textes/rapport";
import { SCENARIOS, VOLET } from "../../textes/scenarios";
import { useAnalyse, useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { ETROIT, useMedia } from "../controls/use-media";
import { useScenarios } from "../scenarios/use-scenarios";
import s from "./Actions.module.css";

const MODES = ["volet", "deux-cartes"] as const;

/** What can be made of a result that compares a before and an after: a scenario, a report. */
export function Actions() {
  const { analyse } = useAnalyse();
  const { basculer, ouvrirRapport, ouvrirVolet } = useCommandes();
  const etroit = useMedia(ETROIT);
  const volet = useEtat((etat) => etat.session.volet);
  const compares = useEtat((etat) => etat.session.webgl === "ok" && (etat.results.courant?.output.coteACote?.length ?? 0) > 1);
  const faire = useScenarios();
  const pret = useEtat((etat) => etat.results.etat === "a-jour" && etat.datasets.territoire !== null);
  const montrer = (mode: ModeVolet | null): void => {
    ouvrirVolet(mode);
    // On a phone the panel lies on the map that was asked for.
    if (mode !== null && etroit) basculer("panneau", false);
  };
  return (
    <div className={s["rang"]}>
      {analyse.choixDeSites === true && (
        <Bouton icone="zoomer" disabled={!pret} onClick={() => faire((commandes) => commandes.enregistrerChoix())}>
          {SCENARIOS.enFaire}
        </Bouton>
      )}
      {compares && (
        <>
          {MODES.map((mode) => (
            <Bouton key={mode} icone={mode === "volet" ? "couches" : "explorer"} aria-pressed={volet === mode} onClick={() => montrer(volet === mode ? null : mode)}>
              {VOLET.ouvrir[mode]}
            </Bouton>
          ))}
        </>
      )}
      <Bouton icone="imprimer" disabled={!pret} onClick={() => ouvrirRapport(true)}>
        {RAPPORT.ouvrir}
      </Bouton>
    </div>
  );
}
