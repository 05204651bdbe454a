import { type ComponentType, lazy, Suspense, useEffect } from "react";
import type { EspaceCarte } from "../../analyses/analysis";
import { surLaCarte } from "../../store/espaces";
import type { Espace } from "../../store/state";
import { APP } from "../../textes/interface";
import { ETROIT } from "../controls/use-media";
import s from "./App.module.css";
import { useCommandes, useEtat } from "./context";
import { ErrorBoundary } from "./ErrorBoundary";
import { Explorer } from "./Explorer";
import { Notices } from "./Notices";
import { Rail } from "./Rail";
import { useImpression } from "./use-impression";
import { useRaccourcis } from "./use-raccourcis";
import { useTitre } from "./use-titre";

const Donnees = lazy(() => import("../donnees/Donnees").then((module) => ({ default: module.Donnees })));
const Methode = lazy(() => import("../methode/Methode").then((module) => ({ default: module.Methode })));
const Presenter = lazy(() => import("../presenter/Presenter").then((module) => ({ default: module.Presenter })));
const Rapport = lazy(() => import("../rapport/Rapport").then((module) => ({ default: module.Rapport })));
const Terrain = lazy(() => import("../terrain/Terrain").then((module) => ({ default: module.Terrain })));
const Visite = lazy(() => import("../tour/Visite").then((module) => ({ default: module.Visite })));

/** The spaces that are pages: one line each. */
const PAGES: Readonly<Record<Exclude<Espace, EspaceCarte>, ComponentType>> = { terrain: Terrain, presenter: Presenter, donnees: Donnees, methode: Methode };

/** The frame: rail, spaces, messages, first-visit tour. A throw stays within its own part. */
export function App() {
  useRaccourcis();
  useTitre();
  usePanneauReplie();
  useImpression();
  const espace = useEtat((etat) => etat.session.espace);
  const visite = useEtat((etat) => etat.session.visite);
  const rapport = useEtat((etat) => etat.session.rapport);
  const Page = surLaCarte(espace) ? null : PAGES[espace];
  const ailleurs = Page !== null;
  return (
    <>
      <div className={s["cadre"]} data-ecran inert={rapport !== null}>
        <a className={s["evitement"]} href="#contenu" onClick={allerAuContenu}>
          {APP.allerAuContenu}
        </a>
        <Rail />
        <main className={s["contenu"]} id="contenu" tabIndex={-1}>
          {/* The map stays alive behind the other spaces: coming back is instant. */}
          <Explorer cache={ailleurs} />
          {Page !== null && (
            <div className={s["espace"]} key={espace}>
              <ErrorBoundary>
                <Suspense fallback={<p className={s["attente"]}>{APP.chargement}</p>}><Page /></Suspense>
              </ErrorBoundary>
            </div>
          )}
        </main>
      </div>
      <Notices />
      {rapport !== null && (
        <Suspense>
          <Rapport instant={rapport} />
        </Suspense>
      )}
      {visite !== null && !ailleurs && (
        <Suspense>
          <Visite />
        </Suspense>
      )}
    </>
  );
}

/** The hash belongs to the screen's link: the focus moves, the address stays. */
function allerAuContenu(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById("contenu")?.focus();
}

/** A phone starts on the map, its panel folded to the sentence. */
function usePanneauReplie(): void {
  const { basculer } = useCommandes();
  useEffect(() => {
    if (window.matchMedia?.(ETROIT).matches) basculer("panneau", false);
  }, [basculer]);
}
