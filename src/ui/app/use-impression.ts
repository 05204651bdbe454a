import { useEffect } from "react";
import { useCommandes, useEtat, useOutils } from "./context";

/** The drawing code comes this long after the first screen is drawn, in ms: it never competes with it. */
const REPIT_MS = 1_000;

const dessinee = (): boolean => {
  const { carte, minutes } = document.documentElement.dataset;
  return carte === "prete" && minutes === "pretes";
};

/** Calls back once the map is drawn with its minutes (tests and offline copy watch the same marks). Returns the way to give up. */
function quandDessinee(action: () => void): () => void {
  if (dessinee()) {
    action();
    return () => undefined;
  }
  const observer = new MutationObserver(() => {
    if (!dessinee()) return;
    observer.disconnect();
    action();
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-carte", "data-minutes"] });
  return () => observer.disconnect();
}

/** Makes « Imprimer » of the browser itself give the A4 page. */
export function useImpression(): void {
  const { store } = useOutils();
  const { chargerFond } = useCommandes();
  const territoire = useEtat((etat) => etat.datasets.territoire?.territoire);
  const pret = useEtat((etat) => etat.results.courant !== null);
  useEffect(() => {
    if (!pret) return undefined;
    let minuterie: ReturnType<typeof setTimeout> | undefined;
    const renoncer = quandDessinee(() => {
      minuterie = setTimeout(() => {
        if (territoire !== undefined) void chargerFond();
        // Offline before it was ever fetched: the screen prints as it is.
        import("../presentation/impression").then(({ installerImpression }) => installerImpression(store)).catch(() => undefined);
      }, REPIT_MS);
    });
    return () => {
      renoncer();
      clearTimeout(minuterie);
    };
  }, [pret, store, territoire, chargerFond]);
}
