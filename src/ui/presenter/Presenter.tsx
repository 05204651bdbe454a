import { useEffect, useState } from "react";
import type { Presenter as AtelierPresenter } from "../../store/presenter/commands";
import { APP } from "../../textes/interface";
import { PRESENTER } from "../../textes/presenter";
import { useCommandes } from "../app/context";
import { Barre } from "./Barre";
import { PresenterContext, useCommandesPages, usePages } from "./contexte";
import { EditeurPage } from "./EditeurPage";
import { ListePages } from "./ListePages";
import { Modeles } from "./Modeles";
import { Projection } from "./Projection";
import s from "./Presenter.module.css";
import { useFeuilles } from "./use-feuilles";

/** The Présenter space: pages on the left, the one being worked on beside them. */
export function Presenter() {
  const { presenter, noter } = useCommandes();
  const [atelier, setAtelier] = useState<AtelierPresenter | null>(null);
  useEffect(() => {
    let utile = true;
    presenter().then(
      (found) => utile && setAtelier(found),
      () => noter("erreur", APP.presenterRate),
    );
    return () => {
      utile = false;
    };
  }, [presenter, noter]);
  if (atelier === null) return <p className={s["attente"]} role="status">{APP.chargement}</p>;
  return (
    <PresenterContext value={atelier}>
      <Atelier />
    </PresenterContext>
  );
}

function Atelier() {
  const feuilles = useFeuilles();
  const pages = usePages((state) => state.presentation.pages);
  const choisie = usePages((state) => state.choisie);
  const { verifier, annuler, retablir } = useCommandesPages();
  const [depart, setDepart] = useState<{ readonly rang: number; readonly fenetre: Window | null } | null>(null);
  useEffect(() => void verifier(), [verifier]);

  useAnnulation(annuler, retablir);
  const at = Math.max(0, pages.findIndex(({ id }) => id === choisie));
  const [page, feuille] = [pages[at], feuilles[at]];
  const lancer = (fenetre: Window | null): void => setDepart({ rang: at, fenetre });
  return (
    <div className={s["atelier"]}>
      <Barre lancer={lancer} />
      {page === undefined || feuille === undefined ? (
        <Vide />
      ) : (
        <div className={s["corps"]}>
          <ListePages feuilles={feuilles} />
          <div key={page.id} className={s["page"]}>
            <EditeurPage page={page} feuille={feuille} rang={at + 1} total={pages.length} />
            <Modeles />
          </div>
        </div>
      )}
      {depart !== null && feuilles.length > 0 && <Projection feuilles={feuilles} depart={depart.rang} fenetre={depart.fenetre} quitter={() => setDepart(null)} />}
    </div>
  );
}

/** In this space undo is that of the pages, whatever the map did before; a text field keeps its own. */
function useAnnulation(annuler: () => void, retablir: () => void): void {
  useEffect(() => {
    const entendre = (event: KeyboardEvent): void => {
      const touche = event.key.toLowerCase();
      const champ = event.target instanceof Element && event.target.closest("input, textarea") !== null;
      if (champ || !(event.ctrlKey || event.metaKey) || (touche !== "z" && touche !== "y")) return;
      event.preventDefault();
      event.stopPropagation();
      if (touche === "y" || event.shiftKey) retablir();
      else annuler();
    };
    // Before the shortcuts of the whole page.
    window.addEventListener("keydown", entendre, true);
    return () => window.removeEventListener("keydown", entendre, true);
  }, [annuler, retablir]);
}

/** What this space is for, and a presentation made at once. */
function Vide() {
  return (
    <div className={s["vide"]}>
      <h2>{PRESENTER.videTitre}</h2>
      <p>{PRESENTER.videAide}</p>
      <Modeles />
    </div>
  );
}
