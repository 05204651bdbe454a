import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Feuille } from "../../documents/pages/feuille";
import { PRESENTER } from "../../textes/presenter";
import { BoutonIcone } from "../controls/Bouton";
import { Apercu } from "./Apercu";
import s from "./Projection.module.css";
import { VuePresentateur } from "./VuePresentateur";

interface ProjectionProps {
  readonly feuilles: readonly Feuille[];
  /** Rank of the first page shown, from 0. */
  readonly depart: number;
  /** The presenter's window; null when there is none. */
  readonly fenetre: Window | null;
  readonly quitter: () => void;
}

type Ordre = "suivante" | "precedente" | "premiere" | "derniere" | "quitter" | "ecran";

/** The keyboard's and the clicker's keys. */
const TOUCHES: Readonly<Record<string, Ordre>> = {
  ArrowRight: "suivante", ArrowDown: "suivante", PageDown: "suivante", " ": "suivante", Enter: "suivante",
  ArrowLeft: "precedente", ArrowUp: "precedente", PageUp: "precedente", Backspace: "precedente",
  Home: "premiere", End: "derniere", Escape: "quitter", f: "ecran", F: "ecran",
};

/** Asked for by a click, refused or not: without it, the page fills the window. */
function pleinEcran(element: HTMLElement | null): void {
  if (document.fullscreenElement === null) void element?.requestFullscreen?.().catch(() => undefined);
  else void document.exitFullscreen().catch(() => undefined);
}

/** The keys of both windows. */
function useTouches(fenetre: Window | null, obeir: (ordre: Ordre) => void): void {
  useEffect(() => {
    const entendre = (event: KeyboardEvent): void => {
      const ordre = event.key === " " && event.shiftKey ? "precedente" : TOUCHES[event.key];
      // Space and Enter on a button are the button's.
      const bouton = (event.key === " " || event.key === "Enter") && (event.target as Element | null)?.closest?.("button, a") != null;
      if (ordre === undefined || bouton || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      obeir(ordre);
    };
    const fenetres = [window, ...(fenetre === null ? [] : [fenetre])];
    for (const une of fenetres) une.addEventListener("keydown", entendre, true);
    return () => {
      for (const une of fenetres) une.removeEventListener("keydown", entendre, true);
    };
  }, [fenetre, obeir]);
}

/** A click on the page goes on, as a clicker does; the keyboard has its own keys. */
function useClic(page: RefObject<HTMLDivElement | null>, obeir: (ordre: Ordre) => void): void {
  useEffect(() => {
    const element = page.current;
    const cliquer = (event: Event): void => {
      if ((event.target as Element).closest("a") === null) obeir("suivante");
    };
    element?.addEventListener("click", cliquer);
    return () => element?.removeEventListener("click", cliquer);
  }, [page, obeir]);
}

/** Full screen: one page at a time, by keyboard, clicker, click or finger. */
export function Projection({ feuilles, depart, fenetre, quitter }: ProjectionProps) {
  const [at, setAt] = useState(depart);
  const scene = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const dernier = feuilles.length - 1;
  const partir = useCallback(() => {
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    fenetre?.close();
    quitter();
  }, [fenetre, quitter]);
  const obeir = useCallback(
    (ordre: Ordre): void => {
      const ordres: Readonly<Record<Ordre, () => void>> = {
        suivante: () => setAt((ici) => Math.min(ici + 1, dernier)),
        precedente: () => setAt((ici) => Math.max(ici - 1, 0)),
        premiere: () => setAt(0),
        derniere: () => setAt(dernier),
        quitter: partir,
        ecran: () => pleinEcran(scene.current),
      };
      ordres[ordre]();
    },
    [dernier, partir],
  );
  useTouches(fenetre, obeir);
  useClic(page, obeir);
  useSortie(scene, fenetre === null, partir);
  const feuille = feuilles[Math.min(at, dernier)];
  if (feuille === undefined) return null;
  const rang = { rang: at + 1, total: feuilles.length };
  return (
    <>
      {createPortal(
        <div ref={scene} className={s["scene"]} role="dialog" aria-modal="true" aria-label={PRESENTER.diaporama} tabIndex={-1}>
          <div ref={page} className={s["page"]}>
            <Apercu feuille={feuille} rang={rang} />
          </div>
          <Commandes obeir={obeir} debut={at === 0} fin={at === dernier}>
            {PRESENTER.position(rang.rang, rang.total)}
          </Commandes>
        </div>,
        document.body,
      )}
      {fenetre !== null && <VuePresentateur fenetre={fenetre} feuilles={feuilles} at={at} obeir={obeir} fermee={quitter} />}
    </>
  );
}

interface CommandesProps {
  readonly obeir: (ordre: Ordre) => void;
  readonly debut: boolean;
  readonly fin: boolean;
  readonly children: ReactNode;
}

function Commandes({ obeir, debut, fin, children }: CommandesProps) {
  return (
    <div className={s["commandes"]}>
      <BoutonIcone icone="gauche" nom={PRESENTER.precedente} disabled={debut} onClick={() => obeir("precedente")} />
      <span aria-live="polite">{children}</span>
      <BoutonIcone icone="droite" nom={PRESENTER.suivante} disabled={fin} onClick={() => obeir("suivante")} />
      <BoutonIcone icone="recadrer" nom={PRESENTER.pleinEcran} raccourci="F" onClick={() => obeir("ecran")} />
      <BoutonIcone icone="fermer" nom={PRESENTER.quitter} raccourci="Échap" onClick={() => obeir("quitter")} />
    </div>
  );
}

/** The focus comes in and goes back; leaving full screen (the browser takes Escape for itself) leaves the presentation. */
function useSortie(scene: RefObject<HTMLDivElement | null>, entrer: boolean, partir: () => void): void {
  const sortir = useRef(partir);
  useEffect(() => {
    sortir.current = partir;
  }, [partir]);
  useEffect(() => {
    const avant = document.activeElement;
    scene.current?.focus();
    if (entrer) pleinEcran(scene.current);
    let plein = false;
    const change = (): void => {
      if (document.fullscreenElement !== null) plein = true;
      else if (plein) sortir.current();
    };
    document.addEventListener("fullscreenchange", change);
    return () => {
      document.removeEventListener("fullscreenchange", change);
      if (avant instanceof HTMLElement) avant.focus();
    };
  }, [scene, entrer]);
}
