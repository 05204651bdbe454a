import { useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { PORTES, VISITE, type PorteId } from "../../textes/visite";
import { insecable } from "../../textes/typographie";
import { useCommandes, useEtat, useOutils } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { ouvrirPorte } from "./portes";
import s from "./Visite.module.css";

/** What each step puts in sight: the element with this `data-visite`. */
const MONTRE = [null, "resultat", "outils"] as const;
const ETAPES = MONTRE.length;

/** The first-visit card: it never blocks the screen behind it, and Escape or « Passer » ends it for good. */
export function Visite() {
  const etape = useEtat((etat) => etat.session.visite);
  if (etape === null) return null;
  return <Carte key={etape} etape={Math.min(Math.max(etape, 0), ETAPES - 1)} />;
}

function Carte({ etape }: { readonly etape: number }) {
  const { visite } = useCommandes();
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => titre.current?.focus({ preventScroll: true }), []);
  useMontrer(MONTRE[etape] ?? null);
  const auClavier = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    visite(null);
  };
  return (
    // Escape closes from anywhere inside: the handler listens to what bubbles.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={etape > 0 ? `${s["carte"]} ${s["haute"]}` : s["carte"]} role="dialog" aria-label={VISITE.nom} tabIndex={-1} onKeyDown={auClavier}>
      <p className={s["etape"]}>{VISITE.etape(etape + 1, ETAPES)}</p>
      <h2 ref={titre} tabIndex={-1}>
        {[VISITE.portes, VISITE.lire, VISITE.aller][etape]}
      </h2>
      {etape === 0 ? <Portes /> : <p>{etape === 1 ? VISITE.lireTexte : VISITE.allerTexte}</p>}
      <Actions etape={etape} />
    </div>
  );
}

/** Rings the part of the screen that the step is about. */
function useMontrer(nom: string | null): void {
  useEffect(() => {
    const element = nom === null ? null : document.querySelector<HTMLElement>(`[data-visite="${nom}"]`);
    if (element === null) return undefined;
    element.dataset["enVue"] = "";
    return () => {
      delete element.dataset["enVue"];
    };
  }, [nom]);
}

function Portes(): ReactNode {
  const { store, commands } = useOutils();
  const ouvrir = (id: PorteId): void => {
    ouvrirPorte(id, store.getState(), commands);
    commands.visite(1);
  };
  return (
    <>
      <p>{VISITE.portesAide}</p>
      <ul className={s["portes"]}>
        {(Object.keys(PORTES) as PorteId[]).map((id) => (
          <li key={id}>
            <button type="button" className={s["porte"]} onClick={() => ouvrir(id)}>
              <strong>{PORTES[id].qui}</strong>
              <span>{insecable(PORTES[id].question)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Actions({ etape }: { readonly etape: number }) {
  const { visite } = useCommandes();
  const derniere = etape === ETAPES - 1;
  return (
    <div className={s["actions"]}>
      {etape > 0 && (
        <Bouton icone="gauche" ton="discret" onClick={() => visite(etape - 1)}>
          {VISITE.precedent}
        </Bouton>
      )}
      {!derniere && (
        <Bouton ton="discret" className={s["loin"]} onClick={() => visite(null)}>
          {VISITE.passer}
        </Bouton>
      )}
      <Bouton ton="principal" className={derniere ? s["loin"] : undefined} onClick={() => visite(derniere ? null : etape + 1)}>
        {derniere ? VISITE.terminer : etape === 0 ? VISITE.continuer : VISITE.suivant}
      </Bouton>
    </div>
  );
}
