import { useId, useState } from "react";
import type { FormEvent } from "react";
import { type ActionPlan, epciDe, MESURES, type Plan } from "../../domain/plan";
import { dernierEtat, type EntreeSuivi, ETATS_SUIVI } from "../../domain/suivi-plan";
import { NON_INDIQUE, placeText } from "../../textes/ateliers";
import { entreeText, PLAN } from "../../textes/plan";
import { useCommandes, useEtat, useOutils } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Glose } from "../controls/Glose";
import p from "./Plan.module.css";
import s from "./Terrain.module.css";

const AUCUNE: readonly EntreeSuivi[] = [];

/** One action: who, by when, where; and what was noted of it. */
export function PlanAction({ action, plan }: { readonly action: ActionPlan; readonly plan: Plan }) {
  const historique = useEtat((etat) => etat.session.suivi?.[action.id]) ?? AUCUNE;
  const objectif = plan.objectifs.find(({ id }) => id === action.objectif)?.intitule ?? "";
  const derniere = historique.at(-1);
  return (
    <article className={p["action"]} aria-label={action.intitule}>
      <p className={p["objectif"]}>
        <Glose texte={objectif} />
      </p>
      <h3>
        <Glose texte={action.intitule} />
      </h3>
      <p className={s["note"]}>
        <Glose texte={`${PLAN.pilotes} : ${action.pilotes.join(", ")}. ${PLAN.calendrier} : ${action.calendrier ?? NON_INDIQUE}. ${PLAN.demarrage} : ${action.demarrage ?? NON_INDIQUE}.`} />{" "}
        <small>{placeText(action.lignes)}</small>
      </p>
      {action.note !== null && <p className={s["note"]}>{action.note}</p>}
      {derniere !== undefined && <p className={p["dernier"]}>{entreeText(derniere)}</p>}
      <details>
        <summary>{PLAN.modifier}</summary>
        <Formulaire key={historique.length} action={action} derniere={derniere} />
        <p className={s["note"]}>
          <Glose texte={`${PLAN.partenaires} : ${action.partenaires.join(", ") || NON_INDIQUE}.`} />
        </p>
        <Liens action={action} />
        <Historique action={action} historique={historique} />
      </details>
    </article>
  );
}

function Formulaire({ action, derniere }: { readonly action: ActionPlan; readonly derniere: EntreeSuivi | undefined }) {
  const { noterAction } = useCommandes();
  const [etat, setEtat] = useState(derniere?.etat ?? ETATS_SUIVI[0]);
  const [date, setDate] = useState(derniere?.date ?? "");
  const [commentaire, setCommentaire] = useState(derniere?.commentaire ?? "");
  const id = useId();
  const noter = (event: FormEvent): void => {
    event.preventDefault();
    void noterAction(action.id, etat, date === "" ? null : date, commentaire);
  };
  return (
    <form className={p["formulaire"]} onSubmit={noter}>
      <label htmlFor={`${id}-etat`}>{PLAN.etat}</label>
      <select id={`${id}-etat`} value={etat} onChange={({ target }) => setEtat(ETATS_SUIVI.find((un) => un === target.value) ?? ETATS_SUIVI[0])}>
        {ETATS_SUIVI.map((un) => (
          <option key={un}>{un}</option>
        ))}
      </select>
      <label htmlFor={`${id}-date`}>{PLAN.date}</label>
      <input id={`${id}-date`} type="date" value={date} onChange={({ target }) => setDate(target.value)} />
      <label htmlFor={`${id}-commentaire`}>{PLAN.commentaire}</label>
      <textarea id={`${id}-commentaire`} rows={3} maxLength={4000} value={commentaire} onChange={({ target }) => setCommentaire(target.value)} />
      <button type="submit" className={p["enregistrer"]}>
        {PLAN.enregistrer}
      </button>
    </form>
  );
}

/** The analysis that measures what the action aims at, and the territories it names. */
function Liens({ action }: { readonly action: ActionPlan }) {
  const { analyses } = useOutils();
  const { ouvrirEspace, changeAnalyse, changeTerritoire, select } = useCommandes();
  const analyse = analyses.find(({ id }) => id === MESURES[action.id]);
  const voir = (code: string): void => {
    ouvrirEspace("explorer");
    changeTerritoire(code);
    select({ genre: "territoire", niveau: "epci", code });
  };
  return (
    <>
      {analyse !== undefined && (
        <>
          <Bouton
            ton="discret"
            icone="explorer"
            onClick={() => {
              ouvrirEspace(analyse.espace);
              changeAnalyse(analyse.id);
            }}
          >
            {PLAN.mesure(analyse.label)}
          </Bouton>
          <p className={s["note"]}>{PLAN.mesureAide}</p>
        </>
      )}
      {epciDe(action).map((code) => (
        <Bouton key={code} ton="discret" icone="lieu" onClick={() => voir(code)}>
          {PLAN.territoire}
        </Bouton>
      ))}
    </>
  );
}

function Historique({ action, historique }: { readonly action: ActionPlan; readonly historique: readonly EntreeSuivi[] }) {
  const { retirerNote } = useCommandes();
  const suivi = useEtat((etat) => etat.session.suivi) ?? {};
  if (historique.length === 0) return null;
  return (
    <>
      <h4>{PLAN.historique}</h4>
      <ol className={p["historique"]}>
        {historique.map((entree) => (
          <li key={entree.le}>{entreeText(entree)}</li>
        ))}
      </ol>
      <Bouton ton="discret" icone="annuler" onClick={() => void retirerNote(action.id)} aria-label={`${PLAN.retirer} (${dernierEtat(suivi, action.id)})`}>
        {PLAN.retirer}
      </Bouton>
    </>
  );
}
