import type { Notice } from "../../store/state";
import { NOTICES } from "../../textes/interface";
import { insecable } from "../../textes/typographie";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { Icone } from "../controls/Icone";
import { useCommandes, useEtat } from "./context";
import s from "./Notices.module.css";

/** Messages of the application, last one below; each stays until it is dismissed. */
export function Notices() {
  const notices = useEtat((etat) => etat.notices);
  return (
    <section className={s["pile"]} aria-label={NOTICES.region} aria-live="polite" data-ecran>
      {notices.map((notice) => (
        <UneNotice key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function UneNotice({ notice }: { readonly notice: Notice }) {
  const { fermerNotice } = useCommandes();
  const { action } = notice;
  return (
    <div className={`${s["notice"]} ${s[notice.ton]}`} role={notice.ton === "erreur" ? "alert" : undefined}>
      <Icone nom={notice.ton === "info" ? "info" : "alerte"} />
      <p className={s["texte"]}>
        <span className="hors-ecran">{`${NOTICES.ton[notice.ton]} : `}</span>
        {insecable(notice.texte)}
      </p>
      <BoutonIcone icone="fermer" nom={NOTICES.fermer} onClick={() => fermerNotice(notice.id)} />
      {action !== undefined && (
        <Bouton
          ton="principal"
          className={s["action"]}
          onClick={() => {
            fermerNotice(notice.id);
            action.faire();
          }}
        >
          {action.libelle}
        </Bouton>
      )}
    </div>
  );
}
