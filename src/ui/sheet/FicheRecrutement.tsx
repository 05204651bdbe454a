import type { Fiche } from "../../domain/fiche";
import { RECRUTER } from "../../textes/fiche-recrutement";
import { useAnalyse, useCommandes, useEtat, useOutils } from "../app/context";
import { Bouton } from "../controls/Bouton";
import type { imprimerFiche } from "../presentation/fiche-recrutement";

type Faire = typeof imprimerFiche;

/** On a commune of a recruiting result: its sheet, to print or to keep. */
export function FicheRecrutement({ code, fiche }: { readonly code: string; readonly fiche: Fiche }) {
  const { store } = useOutils();
  const { analyse, params } = useAnalyse();
  const { noter, chargerFond } = useCommandes();
  const pret = useEtat(({ results }) => results.etat === "a-jour" && results.courant?.output.table.id === "recrutement");
  const faire = (choisir: (module: { readonly imprimerFiche: Faire; readonly telechargerFiche: Faire }) => Faire): void => {
    Promise.all([import("../presentation/fiche-recrutement"), chargerFond()])
      .then(([module]) => choisir(module)({ etat: store.getState(), code, fiche, analyse, params }))
      .catch(() => noter("erreur", RECRUTER.echec));
  };
  return (
    <>
      <Bouton ton="discret" icone="imprimer" disabled={!pret} onClick={() => faire((module) => module.imprimerFiche)}>
        {RECRUTER.imprimer}
      </Bouton>
      <Bouton ton="discret" icone="exporter" disabled={!pret} onClick={() => faire((module) => module.telechargerFiche)}>
        {RECRUTER.telecharger}
      </Bouton>
    </>
  );
}
