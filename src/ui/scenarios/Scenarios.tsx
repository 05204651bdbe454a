import { type MouseEvent, useId } from "react";
import { ID_PRESENT, NOM_MAX, COMMENTAIRE_MAX, type Scenario } from "../../domain/changements";
import { etatsDe } from "../../project/etats";
import { formatHeure, formatJour } from "../../textes/interface";
import { SCENARIOS } from "../../textes/scenarios";
import { useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Medecins } from "./Medecins";
import s from "./Scenarios.module.css";
import { useScenarios } from "./use-scenarios";

/** The states of the document, the one on screen and what is done with it. */
export function Scenarios() {
  const document = useEtat((etat) => etat.document.courant);
  const faire = useScenarios();
  const nom = useId();
  const ouvert = document.scenarios.find(({ id }) => id === document.actif);
  const comparer = (event: MouseEvent<HTMLElement>): void => {
    // The answer stands at the top of the panel.
    event.currentTarget.closest("#panneau > div")?.scrollTo({ top: 0 });
    faire((commandes) => commandes.comparer());
  };
  return (
    <div className={s["bloc"]}>
      <p className={s["note"]}>{SCENARIOS.chapeau}</p>
      <fieldset className={s["etats"]}>
        <legend>{SCENARIOS.etat}</legend>
        {etatsDe(document).map((etat) => (
          <label key={etat.id} className={s["etat"]}>
            <input
              type="radio"
              name={nom}
              checked={etat.id === (document.actif ?? ID_PRESENT)}
              onChange={() => faire((commandes) => commandes.activer(etat.id === ID_PRESENT ? null : etat.id))}
            />
            <span>
              {etat.nom}
              <small>{SCENARIOS.resume(etat)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={s["rang"]}>
        <Bouton icone="zoomer" onClick={() => faire((commandes) => commandes.creer())}>
          {document.actif === null ? SCENARIOS.creer : SCENARIOS.creerCopie}
        </Bouton>
        <Bouton icone="tableau" disabled={document.scenarios.length === 0} onClick={comparer}>
          {SCENARIOS.comparerTous}
        </Bouton>
      </div>
      {document.scenarios.length === 0 && <p className={s["note"]}>{SCENARIOS.rienAComparer}</p>}
      {ouvert !== undefined && <Ouvert key={ouvert.id} scenario={ouvert} />}
      <Medecins />
    </div>
  );
}

/** The scenario on screen: its name, its comment, its date. What is written is taken when the field is left. */
function Ouvert({ scenario: { id, nom, commentaire, modifieLe } }: { readonly scenario: Scenario }) {
  const faire = useScenarios();
  const champ = useId();
  return (
    <div className={s["ouvert"]}>
      <div className={s["champ"]}>
        <label htmlFor={`${champ}-nom`}>{SCENARIOS.nom}</label>
        <input
          id={`${champ}-nom`}
          key={nom}
          maxLength={NOM_MAX}
          defaultValue={nom}
          autoComplete="off"
          onBlur={(event) => faire((commandes) => commandes.nommer(id, event.target.value))}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        />
      </div>
      <div className={s["champ"]}>
        <label htmlFor={`${champ}-texte`}>{SCENARIOS.commentaire}</label>
        <textarea id={`${champ}-texte`} key={commentaire} rows={3} maxLength={COMMENTAIRE_MAX} defaultValue={commentaire} onBlur={(event) => faire((commandes) => commandes.commenter(id, event.target.value))} />
      </div>
      <p className={s["note"]}>{SCENARIOS.date(formatJour(modifieLe), formatHeure(modifieLe))}</p>
      <div className={s["rang"]}>
        <Bouton ton="discret" icone="couches" onClick={() => faire((commandes) => commandes.dupliquer(id))}>
          {SCENARIOS.dupliquer}
        </Bouton>
        <Bouton ton="discret" icone="retirer" onClick={() => faire((commandes) => commandes.supprimer(id))}>
          {SCENARIOS.supprimer}
        </Bouton>
      </div>
    </div>
  );
}
