import { type KeyboardEvent, useRef } from "react";
import type { Feuille } from "../../documents/pages/feuille";
import type { Page } from "../../presentation/page";
import { PRESENTER } from "../../textes/presenter";
import { BoutonIcone } from "../controls/Bouton";
import { Vignette } from "./Apercu";
import { useCommandesPages, usePages } from "./contexte";
import s from "./ListePages.module.css";
import { useGlisser } from "./use-glisser";

interface LigneProps {
  readonly page: Page;
  readonly feuille: Feuille;
  readonly rang: number;
  readonly total: number;
  readonly auClavier: (event: KeyboardEvent) => void;
  /** What the handle listens to, and where a page in hand would stand beside this one. */
  readonly poignee: ReturnType<ReturnType<typeof useGlisser>["poignee"]>;
  readonly marque: ReturnType<ReturnType<typeof useGlisser>["marque"]>;
}

/** The pages in their order. Up and down go from one to the other; with Alt, they move the page; Delete takes it away. */
export function ListePages({ feuilles }: { readonly feuilles: readonly Feuille[] }) {
  const pages = usePages((state) => state.presentation.pages);
  const choisie = usePages((state) => state.choisie);
  const { choisir, deplacer, supprimer } = useCommandesPages();
  const liste = useRef<HTMLOListElement>(null);
  const { poignee, marque } = useGlisser(liste, deplacer);

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
        return feuille === undefined ? null : <Ligne key={page.id} page={page} feuille={feuille} rang={i + 1} total={pages.length} auClavier={auClavier} poignee={poignee(page.id, i)} marque={marque(i)} />;
      })}
    </ol>
  );
}

function Ligne({ page, feuille, rang, total, auClavier, poignee, marque }: LigneProps) {
  const active = usePages((state) => state.choisie === page.id);
  const etat = usePages((state) => state.etats[page.id] ?? "inconnu");
  const { choisir, deplacer, dupliquer, supprimer } = useCommandesPages();
  const dit = page.capture === null ? "" : PRESENTER.etat[etat];
  return (
    <li className={active ? `${s["ligne"]} ${s["active"]}` : s["ligne"]} data-glisse={marque}>
      {/* For a hand only: the keyboard has Alt and the arrows, and the buttons. */}
      <span className={s["poignee"]} title={PRESENTER.glisser} aria-hidden="true" {...poignee}>
        <svg viewBox="0 0 20 20" width={18} height={18} fill="currentColor">
          <path d="M6 4h3v3H6zM11 4h3v3h-3zM6 8.5h3v3H6zM11 8.5h3v3h-3zM6 13h3v3H6zM11 13h3v3h-3z" />
        </svg>
      </span>
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
