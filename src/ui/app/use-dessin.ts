import { EXPORT } from "../../textes/interface";
import { useCommandes, useOutils } from "./context";

/** The map as a document: drawn by code that is fetched when first asked for. */
export function useDessin(): { readonly exporterSvg: () => void; readonly exporterPng: () => void; readonly imprimer: () => void } {
  const { store } = useOutils();
  const { noter } = useCommandes();
  const faire = (action: "exporterSvg" | "exporterPng" | "imprimer") => (): void => {
    void import("../presentation/dessin").then((dessin) => dessin[action](store.getState())).catch(() => noter("erreur", EXPORT.echec));
  };
  return { exporterSvg: faire("exporterSvg"), exporterPng: faire("exporterPng"), imprimer: faire("imprimer") };
}
