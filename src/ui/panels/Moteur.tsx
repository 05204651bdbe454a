import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { DonMoteur } from "../../analyses/analysis";
import { hoteDe, MOTEURS, MOTEURS_ID, type DemandeMoteur, type MoteurId } from "../../domain/moteur";
import { MOTEUR_TEXTE } from "../../textes/moteurs";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Liste, Saisie } from "../controls/Champs";
import s from "./Moteur.module.css";

const Accord = lazy(() => import("./Accord").then((module) => ({ default: module.Accord })));

const LOCAL = "maillage";
const OPTIONS = [{ value: LOCAL, label: MOTEUR_TEXTE.maillage }, ...MOTEURS_ID.map((id) => ({ value: id, label: MOTEURS[id].label }))];

/** What computes the minutes: this browser, or an outside engine once the user has agreed. Isochrones of an engine are drawn over ours. */
export function Moteur({ quoi }: { readonly quoi: DonMoteur }) {
  const { choix, demande, accordes } = useEtat((etat) => etat.session.moteur);
  const { choisirMoteur } = useCommandes();
  const accorde = choix === null ? undefined : accordes[choix];
  return (
    <div className={s["moteur"]}>
      <Liste
        libelle={MOTEUR_TEXTE.moteur}
        valeur={choix ?? LOCAL}
        options={OPTIONS}
        aide={choix === null ? undefined : MOTEUR_TEXTE.aide}
        changer={(valeur) => choisirMoteur(MOTEURS_ID.find((id) => id === valeur) ?? null)}
      />
      {choix !== null && quoi === "isochrones" && !MOTEURS[choix].isochrones ? (
        <p className={s["note"]}>{MOTEUR_TEXTE.sansIsochrones(MOTEURS[choix].nom)}</p>
      ) : (
        <>
          {choix !== null && accorde === undefined && <Demande key={choix} id={choix} quoi={quoi} />}
          {accorde !== undefined && <Accorde demande={accorde} quoi={quoi} />}
        </>
      )}
      {demande !== null && (
        <Suspense>
          <Accord demande={demande} quoi={quoi} />
        </Suspense>
      )}
    </div>
  );
}

function Demande({ id, quoi }: { readonly id: MoteurId; readonly quoi: DonMoteur }) {
  const { nom, libre, cle: avecCle, adresse: exemple } = MOTEURS[id];
  const [adresse, setAdresse] = useState(exemple);
  const [cle, setCle] = useState("");
  const { demanderAccord } = useCommandes();
  return (
    <form
      className={s["demande"]}
      onSubmit={(event) => {
        event.preventDefault();
        demanderAccord(id, adresse, cle);
      }}
    >
      {libre && <Saisie libelle={MOTEUR_TEXTE.adresse} valeur={adresse} changer={setAdresse} genre="url" />}
      {avecCle && <Saisie libelle={MOTEUR_TEXTE.cle(nom)} valeur={cle} changer={setCle} genre="secret" aide={MOTEUR_TEXTE.cleAide} />}
      <Bouton type="submit">{MOTEUR_TEXTE[quoi].demander(nom)}</Bouton>
      <p className={s["note"]}>{MOTEUR_TEXTE[quoi].enAttente}</p>
    </form>
  );
}

function Accorde({ demande: { id, adresse }, quoi }: { readonly demande: DemandeMoteur; readonly quoi: DonMoteur }) {
  const { retirerAccord } = useCommandes();
  const retirer = useRef<HTMLButtonElement>(null);
  // The button that opened the dialog is gone with its form: the focus comes here rather than nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) retirer.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={s["accorde"]}>
      <p>{MOTEUR_TEXTE[quoi].accorde(MOTEURS[id].nom, hoteDe(adresse))}</p>
      <Bouton ref={retirer} ton="discret" onClick={() => retirerAccord(id)}>
        {MOTEUR_TEXTE.retirer}
      </Bouton>
    </div>
  );
}
