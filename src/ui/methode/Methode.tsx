import type { ReactNode } from "react";
import { CALAGE } from "../../textes/calage";
import { GLOSSAIRE } from "../../textes/glossaire";
import { METHODE } from "../../textes/interface";
import { LICENCES, LIMITES, REPERES } from "../../textes/methode";
import page from "../app/page.module.css";
import { Calage } from "./Calage";
import { Markdown } from "./Markdown";
import s from "./Methode.module.css";
import { NOTES } from "./notes";

interface Partie {
  readonly id: string;
  readonly titre: string;
  readonly contenu: ReactNode;
}

const PARTIES: readonly Partie[] = [
  ...NOTES.map(({ id, titre, texte }) => ({ id: `methode-${id}`, titre, contenu: <Markdown source={texte} /> })),
  { id: "methode-metric", titre: CALAGE.titre, contenu: <Calage /> },
  { id: "methode-limites", titre: METHODE.limites, contenu: <Definitions termes={LIMITES.map(({ titre, texte }) => [titre, texte])} /> },
  { id: "methode-reperes", titre: METHODE.reperes, contenu: <Reperes /> },
  {
    id: "methode-glossaire",
    titre: METHODE.glossaire,
    contenu: <Definitions termes={GLOSSAIRE.map(({ sigle, nom, definition }) => [sigle, `${nom}. ${definition}`])} />,
  },
  { id: "methode-licences", titre: METHODE.licences, contenu: <Definitions termes={LICENCES.map(({ nom, texte }) => [nom, texte])} /> },
];

/** The Méthode space: how each figure is made, with which definitions, within which limits. */
export function Methode() {
  return (
    <div className={page["page"]}>
      <div className={page["dedans"]}>
        <h1 className={page["titre"]}>{METHODE.titre}</h1>
        <p className={page["chapeau"]}>{METHODE.chapeau}</p>
        <div className={s["colonnes"]}>
          <nav className={s["sommaire"]} aria-label={METHODE.sommaire}>
            <ul>
              {PARTIES.map(({ id, titre }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    // The hash belongs to the screen's link: the page scrolls, the address stays.
                    onClick={(event) => {
                      event.preventDefault();
                      const section = document.getElementById(id);
                      section?.scrollIntoView();
                      section?.focus({ preventScroll: true });
                    }}
                  >
                    {titre}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            {PARTIES.map(({ id, titre, contenu }) => (
              <section key={id} id={id} className={s["section"]} tabIndex={-1} aria-label={titre}>
                <h2>{titre}</h2>
                {contenu}
              </section>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function Definitions({ termes }: { readonly termes: readonly (readonly [nom: string, texte: string])[] }) {
  return (
    <dl className={s["termes"]}>
      {termes.map(([nom, texte]) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>{texte}</dd>
        </div>
      ))}
    </dl>
  );
}

function Reperes() {
  return (
    <ul className={s["reperes"]}>
      {REPERES.map(({ figure, valeur, source, recalcule }) => (
        <li key={figure}>
          <strong>{figure}</strong>
          <span className={recalcule ? `${s["statut"]} ${s["sur"]}` : s["statut"]}>{recalcule ? METHODE.recalculee : METHODE.citee}</span>
          <span>{valeur}</span>
          <small>{source}</small>
        </li>
      ))}
    </ul>
  );
}
