import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { NOM_MAX } from "../../domain/changements";
import type { SiteAjoute } from "../../domain/genre-site";
import { type RefusNom, refusNom } from "../../domain/nom-site";
import { SITE_AJOUTE } from "../../textes/scenarios";
import { insecable } from "../../textes/typographie";
import { useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { useScenarios } from "../scenarios/use-scenarios";
import s from "./NomSite.module.css";

interface NomSiteProps {
  readonly site: SiteAjoute;
  readonly libelle: string;
  /** The label is heard, not seen: what stands around says it. */
  readonly discret?: boolean;
  /** Takes the keyboard at once, the name ready to be typed over. */
  readonly saisir?: boolean;
  /** The name has been taken, or given up: with it comes a button that takes it. */
  readonly fini?: () => void;
  /** What else can be done with the site. */
  readonly children?: ReactNode;
}

/** What is typed in the field of a name: taken, refused or given up. */
function useNom({ site: { id, nom }, saisir = false, fini }: NomSiteProps) {
  const ajouts = useEtat((etat) => etat.document.courant.selection.ajouts);
  const faire = useScenarios();
  const [refus, setRefus] = useState<RefusNom | null>(null);
  const champ = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!saisir) return;
    champ.current?.focus();
    champ.current?.select();
  }, [saisir]);
  // An undo, or a name that was mended.
  useEffect(() => {
    if (champ.current !== null) champ.current.value = nom;
  }, [nom]);
  const prendre = (texte: string): void => {
    const trouve = refusNom(texte, id, ajouts);
    setRefus(trouve);
    if (trouve !== null) return;
    faire((commandes) => commandes.nommerSite(id, texte));
    fini?.();
  };
  const touche = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, currentTarget } = event;
    if (key === "Enter") prendre(currentTarget.value);
    else if (key === "Escape") {
      currentTarget.value = nom;
      setRefus(null);
      fini?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { champ, refus, prendre, touche, oublier: () => setRefus(null) };
}

/** The name of an added site, taken when the field is left. One that cannot be is said beside it and stays typed; the site keeps its own. */
export function NomSite(props: NomSiteProps) {
  const { site: { nom }, libelle, discret = false, fini, children } = props;
  const { champ, refus, prendre, touche, oublier } = useNom(props);
  const cle = useId();
  return (
    <div className={s["champ"]}>
      <label className={discret ? "hors-ecran" : undefined} htmlFor={cle}>
        {libelle}
      </label>
      <div className={s["rang"]}>
        <input
          ref={champ}
          id={cle}
          maxLength={NOM_MAX}
          defaultValue={nom}
          autoComplete="off"
          aria-invalid={refus !== null}
          aria-describedby={`${cle}-refus`}
          onChange={oublier}
          onBlur={(event) => prendre(event.target.value)}
          onKeyDown={touche}
        />
        {fini !== undefined && (
          <Bouton icone="coche" onClick={() => prendre(champ.current?.value ?? nom)}>
            {SITE_AJOUTE.nomPret}
          </Bouton>
        )}
        {children}
      </div>
      <p id={`${cle}-refus`} className={refus === null ? "hors-ecran" : s["refus"]} role="alert">
        {refus === null ? "" : insecable(SITE_AJOUTE.refus[refus](nom))}
      </p>
    </div>
  );
}
