import { EXPORT } from "../../textes/interface";
import { useCommandes, useOutils } from "./context";

interface Dessin {
  readonly exporterSvg: () => void;
  readonly exporterPng: () => void;
  readonly imprimer: () => void;
}

/** The map as a document: drawn by code that is fetched when first asked for. */
export function useDessin(): Dessin {
  const { store } = useOutils();
  const { noter } = useCommandes();
  const rater = (): void => noter("erreur", EXPORT.echec);
  const exporter = (action: "exporterSvg" | "exporterPng") => (): void => {
    void import("../presentation/dessin").then((dessin) => dessin[action](store.getState())).catch(rater);
  };
  const imprimer = (): void => {
    void import("../presentation/impression")
      .then(({ installerImpression }) => {
        installerImpression(store);
        window.print();
      })
      .catch(rater);
  };
  return { exporterSvg: exporter("exporterSvg"), exporterPng: exporter("exporterPng"), imprimer };
}
