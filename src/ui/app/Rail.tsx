import { espacesOuverts, surLaCarte } from "../../store/espaces";
import type { Espace } from "../../store/state";
import { APP } from "../../textes/interface";
import { Icone } from "../controls/Icone";
import { Marque } from "./Marque";
import { useCommandes, useEtat, useOutils } from "./context";
import s from "./Rail.module.css";

const NOM: Record<Espace, string> = { explorer: APP.explorer, fragilites: APP.fragilites, implanter: APP.implanter, stages: APP.stages, terrain: APP.terrain, presenter: APP.presenter, donnees: APP.donnees, methode: APP.methode };

/** On a phone the bar holds more names than it shows. */
const montrer = (courant: HTMLElement | null): void => courant?.scrollIntoView?.({ block: "nearest", inline: "nearest" });

/** The spaces that work, on the left; a bottom bar on phones. */
export function Rail() {
  const espace = useEtat((etat) => etat.session.espace);
  const { analyses } = useOutils();
  const { ouvrirEspace, visite } = useCommandes();
  return (
    <nav className={s["rail"]} aria-label={APP.espaces}>
      <span className={s["marque"]}>
        <Marque taille={36} />
      </span>
      <ul className={s["espaces"]}>
        {espacesOuverts(analyses).map((un) => (
          <li key={un}>
            <button type="button" className={s["espace"]} ref={un === espace ? montrer : undefined} aria-current={un === espace ? "page" : undefined} onClick={() => ouvrirEspace(un)}>
              <Icone nom={un} taille={22} />
              <span className={s["nom"]}>{NOM[un]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={s["bas"]}>
        <button
          type="button"
          className={s["espace"]}
          onClick={() => {
            if (!surLaCarte(espace)) ouvrirEspace("explorer");
            visite(0);
          }}
        >
          <Icone nom="aide" taille={22} />
          <span className={s["nom"]}>{APP.guide}</span>
        </button>
      </div>
    </nav>
  );
}
