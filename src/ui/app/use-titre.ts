import { useEffect } from "react";
import { surLaCarte } from "../../store/espaces";
import { APP } from "../../textes/interface";
import { useAnalyse, useEtat } from "./context";

/** The window's title says what is on the screen. */
export function useTitre(): void {
  const espace = useEtat((etat) => etat.session.espace);
  const territoire = useEtat((etat) => etat.datasets.territoire?.territoire.nom ?? "");
  const { analyse } = useAnalyse();
  const lieu = surLaCarte(espace) ? [analyse.label, territoire] : [APP[espace]];
  const titre = [...lieu, APP.nom].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = titre;
  }, [titre]);
}
