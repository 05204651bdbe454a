import { lazy, Suspense } from "react";
import { APP, TABLEAU } from "../../textes/interface";
import { Bouton } from "../controls/Bouton";
import { Panneau } from "../panels/Panneau";
import { ajouteSurLaCarte, useAnalyse, useCommandes, useEtat } from "./context";
import { ErrorBoundary } from "./ErrorBoundary";
import s from "./Explorer.module.css";
import { TopBar } from "./TopBar";

const Carte = lazy(() => import("./Carte").then((module) => ({ default: module.Carte })));
const FichePanneau = lazy(() => import("../sheet/FichePanneau").then((module) => ({ default: module.FichePanneau })));
const PoserSite = lazy(() => import("../ajouts/PoserSite").then((module) => ({ default: module.PoserSite })));
const Tracer = lazy(() => import("../ajouts/Tracer").then((module) => ({ default: module.Tracer })));
const SansCouleurs = lazy(() => import("./SansCouleurs").then((module) => ({ default: module.SansCouleurs })));
const Tiroir = lazy(() => import("../table/Tiroir").then((module) => ({ default: module.Tiroir })));

/** The map and the sheets laid on it. `cache`: another space is in front. */
export function Explorer({ cache }: { readonly cache: boolean }) {
  const sujet = useEtat((etat) => etat.session.sujet);
  return (
    <div className={cache ? `${s["explorer"]} ${s["cache"]}` : s["explorer"]} inert={cache}>
      <ErrorBoundary>
        <Panneau />
      </ErrorBoundary>
      <div className={s["scene"]}>
        <div className={s["carte"]}>
          <TopBar />
          <ErrorBoundary>
            <Suspense fallback={<p className={s["attente"]}>{APP.chargement}</p>}>
              <div className={s["fond"]}>
                <Carte />
              </div>
            </Suspense>
          </ErrorBoundary>
          <OuvrirTableau />
          <Ajouter />
          <Pourquoi />
          {sujet !== null && (
            <ErrorBoundary key={JSON.stringify(sujet)}>
              <Suspense>
                <FichePanneau />
              </Suspense>
            </ErrorBoundary>
          )}
        </div>
        <TableauOuvert />
      </div>
    </div>
  );
}

function OuvrirTableau() {
  const ouvert = useEtat((etat) => etat.session.tiroirOuvert);
  const { basculer } = useCommandes();
  if (ouvert) return null;
  return (
    <Bouton icone="tableau" className={s["tableau"]} onClick={() => basculer("tiroir", true)}>
      {TABLEAU.titre}
    </Bouton>
  );
}

function TableauOuvert() {
  const ouvert = useEtat((etat) => etat.session.tiroirOuvert);
  const { analyse } = useAnalyse();
  if (!ouvert) return null;
  return (
    <ErrorBoundary>
      <Suspense>
        <Tiroir key={analyse.id} principale={analyse.mainColumn} croissant={analyse.croissant === true} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** A result that draws nothing says why where the reader looks; what a tool asks for on the map comes first. */
function Pourquoi() {
  const nue = useEtat(({ results: { etat, courant }, session: { pose, aNommer, trace } }) => etat === "a-jour" && courant?.output.views.length === 0 && !pose && aNommer === null && trace === null);
  if (!nue) return null;
  return (
    <Suspense>
      <SansCouleurs />
    </Suspense>
  );
}

/** The tools laid on the map: drawing a closed zone, else adding a site where minutes follow it. */
function Ajouter() {
  const { analyse, params } = useAnalyse();
  const carte = useEtat((etat) => etat.session.webgl === "ok" && etat.results.courant !== null);
  const trace = useEtat((etat) => etat.session.trace !== null);
  if (trace && analyse.reseau)
    return (
      <Suspense>
        <Tracer />
      </Suspense>
    );
  if (!ajouteSurLaCarte({ analyse, params }) || !carte) return null;
  return (
    <Suspense>
      <PoserSite />
    </Suspense>
  );
}
