import { useRef, useState } from "react";
import type { Trouvaille } from "../../domain/chargement";
import { useCommandes } from "../app/context";

/** Keys typed faster than this make one question. */
const PAUSE_MS = 90;

export interface EtatRecherche {
  readonly texte: string;
  /** null until the first answer to the present text. */
  readonly resultats: readonly Trouvaille[] | null;
  readonly rang: number;
  readonly ouverte: boolean;
}

const FERMEE: EtatRecherche = { texte: "", resultats: null, rang: 0, ouverte: false };

/** The state of the search box; answers that come back late are dropped. */
export function useRecherche() {
  const { chercher, choisirTrouvaille } = useCommandes();
  const [etat, setEtat] = useState(FERMEE);
  const question = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ecrire = (texte: string): void => {
    question.current += 1;
    const numero = question.current;
    clearTimeout(pause.current);
    setEtat((avant) => ({ texte, resultats: texte.trim() === "" ? null : avant.resultats, rang: 0, ouverte: texte.trim() !== "" }));
    if (texte.trim() === "") return;
    pause.current = setTimeout(() => {
      void chercher(texte).then((resultats) => {
        if (numero === question.current) setEtat((avant) => ({ ...avant, resultats }));
      });
    }, PAUSE_MS);
  };
  const choisir = (trouvaille: Trouvaille | undefined): void => {
    if (trouvaille === undefined) return;
    question.current += 1;
    clearTimeout(pause.current);
    setEtat({ ...FERMEE, texte: trouvaille.nom });
    choisirTrouvaille(trouvaille);
  };
  const aller = (pas: number): void => {
    setEtat((avant) => {
      const nombre = avant.resultats?.length ?? 0;
      return nombre === 0 ? avant : { ...avant, ouverte: true, rang: (avant.rang + pas + nombre) % nombre };
    });
  };
  const fermer = (): void => setEtat((avant) => (avant.ouverte ? { ...avant, ouverte: false } : FERMEE));
  const quitter = (): void => setEtat((avant) => ({ ...avant, ouverte: false }));
  const viser = (rang: number): void => setEtat((avant) => ({ ...avant, rang }));
  return { etat, ecrire, choisir, aller, fermer, quitter, viser };
}
