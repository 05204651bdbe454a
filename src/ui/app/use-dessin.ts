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
  const { noter, chargerFond } = useCommandes();
  const rater = (): void => noter("erreur", EXPORT.echec);
  const exporter = (action: "exporterSvg" | "exporterPng") => (): void => {
    void Promise.all([import("../presentation/dessin"), chargerFond()]).then(([dessin]) => dessin[action](store.getState())).catch(rater);
  };
  const imprimer = (): void => {
    void Promise.all([import("../presentation/impression"), chargerFond()])
      .then(([{ installerImpression }]) => {
        installerImpression(store);
        window.print();
      })
      .catch(rater);
  };
  return { exporterSvg: exporter("exporterSvg"), exporterPng: exporter("exporterPng"), imprimer };
}
