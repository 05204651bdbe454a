import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { DonMoteur } from "../../analyses/analysis";
import { CANDIDATS } from "../../analyses/shared/candidats";
import { MOTEURS } from "../../domain/moteur";
import type { MoteurSession } from "../../store/state";
import { insecable } from "../../textes/typographie";
import { ACCORD, destinataireText, envoiIsochronesText, envoiMinutesText, RESTE } from "../../textes/accord";
import { useAnalyse, useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import s from "./Accord.module.css";

/** Says exactly what would leave, to whom, and what stays of it. Escape, or closing it any other way, sends nothing. */
export function Accord({ demande, quoi }: { readonly demande: NonNullable<MoteurSession["demande"]>; readonly quoi: DonMoteur }) {
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
        {quoi === "minutes" ? <EnvoiMinutes nom={nom} cle={demande.cle !== ""} /> : <EnvoiIsochrones nom={nom} cle={demande.cle !== ""} />}
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

interface EnvoiProps {
  readonly nom: string;
  readonly cle: boolean;
}

/** How many sites there are, those left out not counted; null until they are known. */
function useNombreDeSites(): number | null {
  const sites = useEtat((etat) => etat.document.courant.sites ?? etat.datasets.sites);
  const exclus = useEtat((etat) => etat.document.courant.selection.exclus);
  return sites === null ? null : sites.ids.filter((id) => !exclus.includes(id)).length;
}

function EnvoiMinutes({ nom, cle }: EnvoiProps) {
  const charge = useEtat((etat) => etat.datasets.territoire);
  const sites = useNombreDeSites();
  if (charge === null) return null;
  return <Points textes={envoiMinutesText(nom, charge.territoire.nom, charge.communes.length, sites, CANDIDATS, cle)} />;
}

function EnvoiIsochrones({ nom, cle }: EnvoiProps) {
  const charge = useEtat((etat) => etat.datasets.territoire);
  const { params } = useAnalyse();
  const sites = useNombreDeSites();
  if (charge === null) return null;
  return <Points textes={envoiIsochronesText(nom, charge.territoire.nom, params["site"] !== "", sites, cle)} />;
}

function Points({ textes }: { readonly textes: readonly string[] }) {
  return (
    <ul>
      {textes.map((texte) => (
        <li key={texte}>{insecable(texte)}</li>
      ))}
    </ul>
  );
}
