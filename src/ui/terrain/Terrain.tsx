import { lazy, Suspense, useId, useRef } from "react";
import type { ComponentType, KeyboardEvent } from "react";
import { ONGLETS_TERRAIN as ONGLETS, type OngletTerrain } from "../../store/onglets";
import { TERRAIN } from "../../textes/terrain";
import { useCommandes, useEtat } from "../app/context";
import page from "../app/page.module.css";
import { Ateliers } from "./Ateliers";
import s from "./Terrain.module.css";

const Plan = lazy(() => import("./Plan").then((module) => ({ default: module.Plan })));
const Pacte = lazy(() => import("./Pacte").then((module) => ({ default: module.Pacte })));
const Etude = lazy(() => import("./Etude").then((module) => ({ default: module.Etude })));

const CONTENU: Readonly<Record<OngletTerrain, ComponentType>> = { ateliers: Ateliers, plan: Plan, pacte: Pacte, etude: Etude };

const PAS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The Terrain space: what the founding documents say, one tab each. */
export function Terrain() {
  const choisi = useEtat((etat) => etat.session.onglet);
  const { ouvrirOnglet } = useCommandes();
  const ouvert = ONGLETS.find((onglet) => onglet === choisi) ?? "ateliers";
  // The link of the first tab does not name it.
  const ouvrir = (onglet: OngletTerrain): void => ouvrirOnglet(onglet === ONGLETS[0] ? "" : onglet);
  const boutons = useRef(new Map<OngletTerrain, HTMLButtonElement>());
  const id = useId();
  const auClavier = (event: KeyboardEvent): void => {
    const rang = ONGLETS.indexOf(ouvert);
    const bout = event.key === "Home" ? 0 : event.key === "End" ? ONGLETS.length - 1 : undefined;
    const suivant = ONGLETS[bout ?? (rang + (PAS[event.key] ?? 0) + ONGLETS.length) % ONGLETS.length];
    if (suivant === undefined || suivant === ouvert) return;
    event.preventDefault();
    ouvrir(suivant);
    boutons.current.get(suivant)?.focus();
  };
  const Contenu = CONTENU[ouvert];
  return (
    <div className={page["page"]}>
      <div className={page["dedans"]}>
        <h1 className={page["titre"]}>{TERRAIN.titre}</h1>
        <p className={page["chapeau"]}>{TERRAIN.chapeau}</p>
        <div role="tablist" aria-label={TERRAIN.titre} className={s["onglets"]} onKeyDown={auClavier} tabIndex={-1}>
          {ONGLETS.map((onglet) => (
            <button
              key={onglet}
              ref={(bouton) => void (bouton !== null && boutons.current.set(onglet, bouton))}
              type="button"
              role="tab"
              id={`${id}-${onglet}`}
              aria-selected={onglet === ouvert}
              aria-controls={`${id}-contenu`}
              tabIndex={onglet === ouvert ? 0 : -1}
              onClick={() => ouvrir(onglet)}
            >
              {TERRAIN.onglets[onglet]}
            </button>
          ))}
        </div>
        <div role="tabpanel" id={`${id}-contenu`} aria-labelledby={`${id}-${ouvert}`}>
          <Suspense fallback={<p role="status">{TERRAIN.chargement}</p>}>
            <Contenu />
          </Suspense>
        </div>
      </div>
    </div>
  );
}
