import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { CANDIDATS } from "../../analyses/shared/candidats";
import { MOTEURS } from "../../domain/moteur";
import type { MoteurSession } from "../../store/state";
import { insecable } from "../../textes/typographie";
import { ACCORD, destinataireText, envoiText, RESTE } from "../../textes/accord";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import s from "./Accord.module.css";

/** Says exactly what would leave, to whom, and what stays of it. Escape, or closing it any other way, sends nothing. */
export function Accord({ demande }: { readonly demande: NonNullable<MoteurSession["demande"]> }) {
  const { repondreAccord } = useCommandes();
  const dialogue = useRef<HTMLDialogElement>(null);
  const oui = useRef(false);
  useEffect(() => dialogue.current?.showModal(), []);
  // Closing, rather than vanishing, gives the focus back to where it was.
  const fermer = (reponse: boolean): void => {
    oui.current = reponse;
    dialogue.current?.close();
  };
  const { nom } = MOTEURS[demande.id];
  return (
    <dialog ref={dialogue} className={s["accord"]} aria-labelledby="accord-titre" onClose={() => repondreAccord(oui.current)}>
      <h2 id="accord-titre">{ACCORD.titre(nom)}</h2>
      <Partie titre={ACCORD.quoi}>
        <Envoi nom={nom} cle={demande.cle !== ""} />
      </Partie>
      <Partie titre={ACCORD.qui}>
        <p>{insecable(destinataireText(demande))}</p>
      </Partie>
      <Partie titre={ACCORD.duree}>
        {RESTE.map((texte) => (
          <p key={texte}>{insecable(texte)}</p>
        ))}
      </Partie>
      <div className={s["actions"]}>
        <Bouton onClick={() => fermer(false)}>{ACCORD.refuser}</Bouton>
        <Bouton ton="principal" onClick={() => fermer(true)}>
          {ACCORD.accepter}
        </Bouton>
      </div>
    </dialog>
  );
}

function Partie({ titre, children }: { readonly titre: string; readonly children: ReactNode }) {
  return (
    <section className={s["partie"]}>
      <h3>{titre}</h3>
      {children}
    </section>
  );
}

function Envoi({ nom, cle }: { readonly nom: string; readonly cle: boolean }) {
  const charge = useEtat((etat) => etat.datasets.territoire);
  const sites = useEtat((etat) => etat.document.courant.sites ?? etat.datasets.sites);
  const exclus = useEtat((etat) => etat.document.courant.selection.exclus);
  if (charge === null) return null;
  const compte = sites === null ? null : sites.ids.filter((id) => !exclus.includes(id)).length;
  return (
    <ul>
      {envoiText(nom, charge.territoire.nom, charge.communes.length, compte, CANDIDATS, cle).map((texte) => (
        <li key={texte}>{insecable(texte)}</li>
      ))}
    </ul>
  );
}
