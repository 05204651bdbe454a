import { useEffect, useId, useRef } from "react";
import type { KeyboardEvent, RefObject } from "react";
import type { Trouvaille } from "../../domain/chargement";
import { RECHERCHE } from "../../textes/interface";
import { Icone, type NomIcone } from "../controls/Icone";
import s from "./Recherche.module.css";
import { useRecherche } from "./use-recherche";

const ICONE: Record<Trouvaille["genre"], NomIcone> = {
  commune: "commune",
  epci: "couches",
  departement: "explorer",
  etablissement: "site",
  lieu: "lieu",
};

/** « / » from anywhere but a text field. */
function useRaccourci(champ: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const entendre = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      const ecrit = target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || ecrit) return;
      event.preventDefault();
      champ.current?.focus();
    };
    document.addEventListener("keydown", entendre);
    return () => document.removeEventListener("keydown", entendre);
  }, [champ]);
}

/** One box for communes, établissements, EPCI and places (ARIA combobox with a list). */
export function Recherche() {
  const { etat, ecrire, choisir, aller, fermer, quitter, viser } = useRecherche();
  const champ = useRef<HTMLInputElement>(null);
  const id = useId();
  useRaccourci(champ);
  const { texte, resultats, rang, ouverte } = etat;
  const visible = ouverte && resultats !== null;

  const auClavier = (event: KeyboardEvent): void => {
    const gestes: Readonly<Record<string, () => void>> = {
      ArrowDown: () => aller(1),
      ArrowUp: () => aller(-1),
      Enter: () => choisir(resultats?.[rang]),
      Escape: fermer,
    };
    const geste = gestes[event.key];
    if (geste === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    geste();
  };

  return (
    <div role="search" className={s["recherche"]}>
      <div className={s["boite"]}>
        <Icone nom="chercher" />
        <input
          ref={champ}
          role="combobox"
          aria-label={RECHERCHE.libelle}
          aria-expanded={visible}
          aria-controls={`${id}-liste`}
          aria-autocomplete="list"
          aria-activedescendant={visible && resultats.length > 0 ? `${id}-${rang}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={RECHERCHE.invite}
          value={texte}
          onChange={(event) => ecrire(event.target.value)}
          onKeyDown={auClavier}
          onBlur={quitter}
        />
        <kbd className={s["touche"]} aria-hidden="true">
          /
        </kbd>
      </div>
      <p className="hors-ecran" role="status">
        {visible ? RECHERCHE.resultats(resultats.length) : ""}
      </p>
      {visible && <Resultats id={id} resultats={resultats} rang={rang} viser={viser} choisir={choisir} />}
    </div>
  );
}

interface ResultatsProps {
  readonly id: string;
  readonly resultats: readonly Trouvaille[];
  readonly rang: number;
  readonly viser: (rang: number) => void;
  readonly choisir: (trouvaille: Trouvaille) => void;
}

function Resultats({ id, resultats, rang, viser, choisir }: ResultatsProps) {
  const liste = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // jsdom draws nothing, hence scrolls nothing.
    liste.current?.children[rang]?.scrollIntoView?.({ block: "nearest" });
  }, [rang]);
  if (resultats.length === 0) return <p className={`${s["liste"]} ${s["vide"]}`}>{RECHERCHE.vide}</p>;
  return (
    <div ref={liste} className={s["liste"]} role="listbox" id={`${id}-liste`} aria-label={RECHERCHE.libelle}>
      {resultats.map((trouvaille, i) => (
        <div
          key={`${trouvaille.genre}-${trouvaille.couche ?? ""}-${trouvaille.code}-${trouvaille.nom}`}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === rang}
          className={s["choix"]}
          onPointerMove={() => viser(i)}
          // Before the blur of the box, which would close the list under the pointer.
          onPointerDown={(event) => {
            event.preventDefault();
            choisir(trouvaille);
          }}
        >
          <Icone nom={ICONE[trouvaille.genre]} />
          <span>{trouvaille.nom}</span>
          <small>{trouvaille.detail}</small>
        </div>
      ))}
    </div>
  );
}
