import { type KeyboardEvent, useRef } from "react";
import type { Feuille } from "../../documents/pages/feuille";
import type { Page } from "../../presentation/page";
import { PRESENTER } from "../../textes/presenter";
import { BoutonIcone } from "../controls/Bouton";
import { Vignette } from "./Apercu";
import { useCommandesPages, usePages } from "./contexte";
import s from "./ListePages.module.css";

interface LigneProps {
  readonly page: Page;
  readonly feuille: Feuille;
  readonly rang: number;
  readonly total: number;
  readonly auClavier: (event: KeyboardEvent) => void;
}

/** The pages in their order. Up and down go from one to the other; with Alt, they move the page; Delete takes it away. */
export function ListePages({ feuilles }: { readonly feuilles: readonly Feuille[] }) {
  const pages = usePages((state) => state.presentation.pages);
  const choisie = usePages((state) => state.choisie);
  const { choisir, deplacer, supprimer } = useCommandesPages();
  const liste = useRef<HTMLOListElement>(null);

  const auClavier = (event: KeyboardEvent): void => {
    const at = pages.findIndex(({ id }) => id === choisie);
    const pas = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const vers = { Home: pages[0], End: pages.at(-1) }[event.key] ?? (pas === undefined ? undefined : pages[at + pas]);
    if (choisie === null || (pas === undefined && vers === undefined && event.key !== "Delete")) return;
    event.preventDefault();
    // The keyboard's focus goes with the page, wherever the keys send it.
    requestAnimationFrame(() => liste.current?.querySelector<HTMLButtonElement>('[aria-current="true"]')?.focus());
    if (event.key === "Delete") supprimer(choisie);
    else if (event.altKey && pas !== undefined) deplacer(choisie, pas);
    else if (vers !== undefined) choisir(vers.id);
  };
  return (
    <ol ref={liste} className={s["liste"]} aria-label={PRESENTER.pages}>
      {pages.map((page, i) => {
        const feuille = feuilles[i];
        return feuille === undefined ? null : <Ligne key={page.id} page={page} feuille={feuille} rang={i + 1} total={pages.length} auClavier={auClavier} />;
      })}
    </ol>
  );
}

function Ligne({ page, feuille, rang, total, auClavier }: LigneProps) {
  const active = usePages((state) => state.choisie === page.id);
  const etat = usePages((state) => state.etats[page.id] ?? "inconnu");
  const { choisir, deplacer, dupliquer, supprimer } = useCommandesPages();
  const dit = page.capture === null ? "" : PRESENTER.etat[etat];
  return (
    <li className={active ? `${s["ligne"]} ${s["active"]}` : s["ligne"]}>
      <button type="button" className={s["page"]} aria-current={active} aria-label={PRESENTER.page(rang, page.titre)} tabIndex={active ? 0 : -1} onKeyDown={auClavier} onClick={() => choisir(page.id)}>
        <span className={s["cadre"]}>
          <Vignette feuille={feuille} rang={{ rang, total }} />
        </span>
        <span className={s["mots"]}>
          <span className={s["rang"]}>{rang}</span>
          <span className={s["titre"]}>{page.titre}</span>
          {dit !== "" && (
            <span className={s["etat"]} data-etat={etat}>
              {dit}
            </span>
          )}
        </span>
      </button>
      {active && (
        <span className={s["actions"]}>
          <BoutonIcone icone="monter" nom={PRESENTER.monter} raccourci="Alt+↑" disabled={rang === 1} onClick={() => deplacer(page.id, -1)} />
          <BoutonIcone icone="descendre" nom={PRESENTER.descendre} raccourci="Alt+↓" disabled={rang === total} onClick={() => deplacer(page.id, 1)} />
          <BoutonIcone icone="dupliquer" nom={PRESENTER.dupliquer} onClick={() => dupliquer(page.id)} />
          <BoutonIcone icone="retirer" nom={PRESENTER.supprimer} raccourci="Suppr" onClick={() => supprimer(page.id)} />
        </span>
      )}
    </li>
  );
}
