import { useEffect } from "react";
import { useEtat, useOutils } from "./context";

/** The drawing code comes once the first screen has had the network for itself this long, in ms. */
const REPIT_MS = 2_500;

/** Makes « Imprimer » of the browser itself give the A4 page. */
export function useImpression(): void {
  const { store } = useOutils();
  const pret = useEtat((etat) => etat.results.courant !== null);
  useEffect(() => {
    if (!pret) return undefined;
    const minuterie = setTimeout(() => {
      // Offline before it was ever fetched: the screen prints as it is.
      import("../presentation/impression").then(({ installerImpression }) => installerImpression(store)).catch(() => undefined);
    }, REPIT_MS);
    return () => clearTimeout(minuterie);
  }, [pret, store]);
}
