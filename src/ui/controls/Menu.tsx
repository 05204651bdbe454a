import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { BoutonIcone } from "./Bouton";
import { Icone, type NomIcone } from "./Icone";
import s from "./Menu.module.css";

export interface ChoixMenu {
  readonly id: string;
  readonly icone: NomIcone;
  readonly nom: string;
  readonly aide?: string;
  readonly inactif?: boolean;
  readonly faire: () => void;
}

/** Focus to the item above or below (or first, last), skipping the disabled ones. */
function deplacer(menu: HTMLElement, touche: string): void {
  const choix = [...menu.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const ici = choix.indexOf(document.activeElement as HTMLButtonElement);
  const vers = { ArrowDown: ici + 1, ArrowUp: ici - 1, Home: 0, End: -1 }[touche];
  if (vers !== undefined) choix.at(vers % choix.length)?.focus();
}

/** Closes when the pointer or the focus goes elsewhere. */
function useDehors(ancre: RefObject<HTMLElement | null>, ouvert: boolean, fermer: () => void): void {
  useEffect(() => {
    if (!ouvert) return undefined;
    const dehors = (event: Event): void => {
      if (!ancre.current?.contains(event.target as Node)) fermer();
    };
    document.addEventListener("pointerdown", dehors);
    document.addEventListener("focusin", dehors);
    return () => {
      document.removeEventListener("pointerdown", dehors);
      document.removeEventListener("focusin", dehors);
    };
  }, [ancre, ouvert, fermer]);
}

interface MenuProps {
  readonly icone: NomIcone;
  readonly nom: string;
  readonly choix: readonly ChoixMenu[];
}

/** A button and its list of actions: arrows move, Escape closes and gives the focus back. */
export function Menu({ icone, nom, choix }: MenuProps) {
  const [ouvert, setOuvert] = useState(false);
  const ancre = useRef<HTMLDivElement>(null);
  const bouton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const cacher = useCallback(() => setOuvert(false), []);
  useDehors(ancre, ouvert, cacher);

  const fermer = (): void => {
    cacher();
    bouton.current?.focus();
  };
  return (
    <div className={s["ancre"]} ref={ancre}>
      <BoutonIcone
        ref={bouton}
        icone={icone}
        nom={nom}
        aria-haspopup="menu"
        aria-expanded={ouvert}
        aria-controls={ouvert ? id : undefined}
        onClick={() => setOuvert(!ouvert)}
      />
      {ouvert && <ListeActions id={id} nom={nom} choix={choix} fermer={fermer} />}
    </div>
  );
}

interface ListeActionsProps extends Omit<MenuProps, "icone"> {
  readonly id: string;
  readonly fermer: () => void;
}

function ListeActions({ id, nom, choix, fermer }: ListeActionsProps) {
  const liste = useRef<HTMLDivElement>(null);
  useEffect(() => liste.current?.querySelector<HTMLButtonElement>("button:not(:disabled)")?.focus(), []);

  const auClavier = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape") {
      event.stopPropagation();
      fermer();
    } else if (["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) {
      event.preventDefault();
      deplacer(event.currentTarget, event.key);
    }
  };
  const lancer = (un: ChoixMenu): void => {
    fermer();
    un.faire();
  };
  return (
    <div role="menu" id={id} tabIndex={-1} aria-label={nom} className={s["liste"]} ref={liste} onKeyDown={auClavier}>
      {choix.map((un) => (
        <button key={un.id} type="button" role="menuitem" className={s["choix"]} disabled={un.inactif} onClick={() => lancer(un)}>
          <Icone nom={un.icone} />
          <span>{un.nom}</span>
          {un.aide && <small>{un.aide}</small>}
        </button>
      ))}
    </div>
  );
}
