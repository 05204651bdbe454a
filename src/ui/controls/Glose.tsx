import { useEffect, useId, useRef, useState } from "react";
import type { RefObject } from "react";
import { createPortal } from "react-dom";
import { segmenter, type Terme } from "../../textes/glossaire";
import { insecable } from "../../textes/typographie";
import s from "./Glose.module.css";

/** A text whose acronyms explain themselves where they stand. */
export function Glose({ texte }: { readonly texte: string }) {
  return segmenter(texte).map((morceau, rang) =>
    morceau.terme === null ? insecable(morceau.texte) : <Mot key={`${rang}-${morceau.texte}`} terme={morceau.terme} />,
  );
}

function Mot({ terme }: { readonly terme: Terme }) {
  const [ouvert, setOuvert] = useState(false);
  const bouton = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!ouvert) return undefined;
    const fermer = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return;
      if (event.target === bouton.current && !(event instanceof KeyboardEvent)) return;
      event.stopPropagation();
      setOuvert(false);
    };
    document.addEventListener("pointerdown", fermer);
    document.addEventListener("keydown", fermer, true);
    document.addEventListener("scroll", fermer, true);
    return () => {
      document.removeEventListener("pointerdown", fermer);
      document.removeEventListener("keydown", fermer, true);
      document.removeEventListener("scroll", fermer, true);
    };
  }, [ouvert]);

  return (
    <>
      <button
        ref={bouton}
        type="button"
        className={s["terme"]}
        aria-expanded={ouvert}
        aria-describedby={ouvert ? id : undefined}
        onBlur={() => setOuvert(false)}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOuvert(!ouvert);
        }}
      >
        {terme.sigle}
      </button>
      {ouvert && createPortal(<Bulle id={id} terme={terme} ancre={bouton} />, document.body)}
    </>
  );
}

interface BulleProps {
  readonly id: string;
  readonly terme: Terme;
  readonly ancre: RefObject<HTMLElement | null>;
}

/** Below its word, or above when there is no room. */
function Bulle({ id, terme, ancre }: BulleProps) {
  const bulle = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const boite = bulle.current;
    const mot = ancre.current?.getBoundingClientRect();
    if (boite === null || mot === undefined) return;
    const { offsetWidth, offsetHeight } = boite;
    const dessous = mot.bottom + 6 + offsetHeight < window.innerHeight;
    boite.style.top = `${dessous ? mot.bottom + 6 : mot.top - offsetHeight - 6}px`;
    boite.style.left = `${Math.max(12, Math.min(mot.left, window.innerWidth - offsetWidth - 12))}px`;
  }, [ancre]);
  return (
    <div ref={bulle} id={id} role="tooltip" className={s["bulle"]}>
      <strong>{terme.nom}</strong>
      {terme.definition}
    </div>
  );
}
