import { MODELES } from "../../presentation/modeles/registre";
import { MODELE } from "../../textes/modeles";
import { PRESENTER } from "../../textes/presenter";
import { useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { useCommandesPages, usePages } from "./contexte";
import s from "./Modeles.module.css";

/** Presentations computed at once for the territory of the map. */
export function Modeles() {
  const territoire = useEtat((etat) => etat.datasets.territoire?.territoire ?? null);
  const modele = usePages((state) => state.modele);
  const { fabriquer, arreterModele } = useCommandesPages();
  if (territoire === null) return null;
  return (
    <section className={s["modeles"]} aria-label={PRESENTER.modeles}>
      <h2 className={s["titre"]}>{PRESENTER.modeles}</h2>
      <p className={s["pour"]}>{PRESENTER.modelesPour(territoire.nom)}</p>
      {modele === null ? (
        <ul className={s["liste"]}>
          {MODELES.filter((un) => un.pour(territoire)).map(({ id }) => (
            <li key={id}>
              <button type="button" className={s["carte"]} onClick={() => void fabriquer(id)}>
                <strong>{MODELE[id]?.titre}</strong>
                <span>{MODELE[id]?.resume}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <div className={s["progres"]} role="status">
          <span>{PRESENTER.modeleEnCours(modele.fait, modele.total)}</span>
          <progress max={Math.max(1, modele.total)} value={modele.fait} aria-label={PRESENTER.modeles} />
          <Bouton icone="fermer" onClick={arreterModele}>
            {PRESENTER.arreter}
          </Bouton>
        </div>
      )}
    </section>
  );
}
