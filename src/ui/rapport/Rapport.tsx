import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { rapportCorps, rapportHtml } from "../../documents/rapport/rapport";
import { STYLE_RAPPORT } from "../../documents/rapport/style";
import { RAPPORT } from "../../textes/rapport";
import { useAnalyse, useCommandes, useEtat, useOutils } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { telecharger } from "../presentation/fichiers";
import { composerRapport } from "./composer";
import s from "./Rapport.module.css";

/** The report as it will be printed, over the screen, with the files anyone can check it with. @param instant epoch milliseconds, when it was asked for */
export function Rapport({ instant }: { readonly instant: number }) {
  const { store } = useOutils();
  const commandes = useCommandes();
  const { ouvrirRapport } = commandes;
  const fermer = useCallback(() => ouvrirRapport(false), [ouvrirRapport]);
  const { analyse, params } = useAnalyse();
  // What is read is what was on screen when the report was opened.
  const rapport = useMemo(() => composerRapport(store.getState(), analyse, params, instant, location.href), [store, analyse, params, instant]);
  const corps = useMemo(() => (rapport === null ? "" : rapportCorps(rapport)), [rapport]);
  const programme = useEtat((etat) => etat.results.courant?.output.programme !== undefined);
  const titre = useRef<HTMLHeadingElement>(null);
  useImprime(fermer);
  useEffect(() => titre.current?.focus(), []);
  if (rapport === null) return null;
  return (
    <div className={s["voile"]} role="dialog" aria-modal="true" aria-label={RAPPORT.nom}>
      <div className={s["barre"]}>
        <h2 ref={titre} tabIndex={-1}>
          {RAPPORT.nom}
        </h2>
        <Bouton ton="principal" icone="imprimer" onClick={() => window.print()}>
          {RAPPORT.imprimer}
        </Bouton>
        <Bouton icone="exporter" onClick={() => telecharger(`maillage-${analyse.id}-rapport.html`, new Blob([rapportHtml(rapport)], { type: "text/html" }))}>
          {RAPPORT.html}
        </Bouton>
        <Bouton icone="exporter" onClick={commandes.exporterCsv}>
          {RAPPORT.csv}
        </Bouton>
        <Bouton icone="exporter" onClick={commandes.exporterGeoJson}>
          {RAPPORT.geojson}
        </Bouton>
        {programme && (
          <Bouton icone="exporter" title={RAPPORT.lpAide} onClick={commandes.exporterLp}>
            {RAPPORT.lp}
          </Bouton>
        )}
        <BoutonIcone icone="fermer" nom={RAPPORT.fermer} onClick={fermer} />
      </div>
      <Feuilles corps={corps} />
    </div>
  );
}

/** While it is open, the browser prints the report, not the screen; Escape closes it. */
function useImprime(fermer: () => void): void {
  useEffect(() => {
    document.body.dataset["rapport"] = "";
    const auClavier = (event: KeyboardEvent): void => {
      if (event.key === "Escape") fermer();
    };
    addEventListener("keydown", auClavier);
    return () => {
      delete document.body.dataset["rapport"];
      removeEventListener("keydown", auClavier);
    };
  }, [fermer]);
}

/** The pages in a tree of their own: their style is that of the printed file, and touches nothing else. */
function Feuilles({ corps }: { readonly corps: string }) {
  const hote = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = hote;
    if (current === null) return;
    const racine = current.shadowRoot ?? current.attachShadow({ mode: "open" });
    // The page's policy refuses style elements, not sheets made by our own code.
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE_RAPPORT);
    racine.adoptedStyleSheets = [style];
    racine.replaceChildren(...new DOMParser().parseFromString(corps, "text/html").body.childNodes);
  }, [corps]);
  return <div ref={hote} className={s["feuilles"]} />;
}
