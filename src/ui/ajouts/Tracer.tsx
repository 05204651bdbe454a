import { useEffect } from "react";
import { TRACE } from "../../textes/vitesses";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import s from "./Tracer.module.css";

/** What a zone is drawn with, over the map: how many corners, and the way to close it, go back or give up. */
export function Tracer() {
  const sommets = useEtat((etat) => etat.session.trace?.length ?? 0);
  const { tracer, retirerSommet, fermerTrace } = useCommandes();
  useEffect(() => {
    const renoncer = (event: KeyboardEvent): void => {
      if (event.key === "Escape") tracer(false);
    };
    addEventListener("keydown", renoncer);
    return () => removeEventListener("keydown", renoncer);
  }, [tracer]);
  return (
    <section className={s["barre"]} aria-label={TRACE.titre}>
      <p role="status">{TRACE.consigne(sommets)}</p>
      <div className={s["boutons"]}>
        <Bouton ton="principal" disabled={sommets < 3} onClick={fermerTrace}>
          {TRACE.fermer}
        </Bouton>
        <Bouton icone="annuler" disabled={sommets === 0} onClick={retirerSommet}>
          {TRACE.reculer}
        </Bouton>
        <Bouton icone="fermer" onClick={() => tracer(false)}>
          {TRACE.renoncer}
        </Bouton>
      </div>
    </section>
  );
}
