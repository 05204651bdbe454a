import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Feuille } from "../../documents/pages/feuille";
import { formatDuree, PRESENTER } from "../../textes/presenter";
import { formatHeure } from "../../textes/interface";
import { Bouton } from "../controls/Bouton";
import { Apercu } from "./Apercu";
import s from "./VuePresentateur.module.css";

interface VueProps {
  readonly fenetre: Window;
  readonly feuilles: readonly Feuille[];
  readonly at: number;
  readonly obeir: (ordre: "suivante" | "precedente" | "quitter") => void;
  /** The window was closed by hand. */
  readonly fermee: () => void;
}

const SECONDE = 1000;

/** What only the presenter sees, in a second window: this page, the next one, the notes, the time. */
export function VuePresentateur({ fenetre, feuilles, at, obeir, fermee }: VueProps) {
  useEffect(() => {
    // A window closed by hand tells nobody: it is looked at.
    const veille = setInterval(() => fenetre.closed && fermee(), SECONDE / 2);
    return () => clearInterval(veille);
  }, [fenetre, fermee]);
  const [ici, suivante] = [feuilles[at], feuilles[at + 1]];
  if (ici === undefined) return null;
  const total = feuilles.length;
  return createPortal(
    <main className={s["vue"]}>
      <section className={s["ici"]} aria-label={PRESENTER.position(at + 1, total)}>
        <Apercu feuille={ici} rang={{ rang: at + 1, total }} />
      </section>
      <aside className={s["cote"]}>
        <Horloge />
        <h2>{PRESENTER.aSuivre}</h2>
        {suivante === undefined ? (
          <p className={s["fin"]}>{PRESENTER.fin}</p>
        ) : (
          <div className={s["suivante"]}>
            <Apercu feuille={suivante} rang={{ rang: at + 2, total }} />
          </div>
        )}
        <div className={s["boutons"]}>
          <Bouton icone="gauche" disabled={at === 0} onClick={() => obeir("precedente")}>
            {PRESENTER.precedente}
          </Bouton>
          <Bouton ton="principal" icone="droite" disabled={suivante === undefined} onClick={() => obeir("suivante")}>
            {PRESENTER.suivante}
          </Bouton>
        </div>
        <p aria-live="polite">{PRESENTER.position(at + 1, total)}</p>
      </aside>
      <section className={s["notes"]} aria-label={PRESENTER.notes}>
        <h2>{PRESENTER.notes}</h2>
        <p>{ici.notes === "" ? PRESENTER.sansNotes : ici.notes}</p>
      </section>
    </main>,
    fenetre.document.body,
  );
}

/** The time it is, and the time since the presentation began. */
function Horloge() {
  const [debut] = useState(() => Date.now());
  const [maintenant, setMaintenant] = useState(debut);
  useEffect(() => {
    const tic = setInterval(() => setMaintenant(Date.now()), SECONDE);
    return () => clearInterval(tic);
  }, []);
  return (
    <dl className={s["horloge"]}>
      <div>
        <dt>{PRESENTER.heure}</dt>
        <dd>{formatHeure(maintenant)}</dd>
      </div>
      <div>
        <dt>{PRESENTER.ecoule}</dt>
        <dd>{formatDuree(maintenant - debut)}</dd>
      </div>
    </dl>
  );
}
