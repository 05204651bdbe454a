import type { Description, Params } from "../../analyses/analysis";
import { reglagesEnMots } from "../../analyses/shared/reglages";
import { cadrerSur } from "../../documents/recrutement/cadre";
import { type FicheRecrutement, ficheRecrutementCorps, ficheRecrutementPage, fichierRecrutement } from "../../documents/recrutement/fiche-recrutement";
import type { Fiche } from "../../domain/fiche";
import type { State } from "../../store/state";
import { sentenceText } from "../../textes/sentences";
import { entreeDe } from "./entree";
import { telecharger } from "./fichiers";
import { imprimerCorps } from "./imprimer-corps";

interface Demande {
  readonly etat: State;
  readonly code: string;
  readonly fiche: Fiche;
  readonly analyse: Description;
  readonly params: Params;
}

/** The recruiting sheet of a commune of the present result. Throws when there is no result. */
function ficheDe({ etat, code, fiche, analyse, params }: Demande): FicheRecrutement {
  const output = etat.results.courant?.output;
  const entree = entreeDe(etat, Date.now(), null);
  if (output === undefined || entree === null) throw new Error("no result to make a sheet of");
  return {
    code,
    table: output.table,
    phrase: sentenceText(output.summary),
    dans: fiche.sousTitre.split(" · ").slice(1),
    reglages: reglagesEnMots(analyse, params),
    carte: cadrerSur(entree, code),
    illustratif: output.sources.some(({ quality }) => quality === "illustratif"),
    date: entree.date,
  };
}

export function telechargerFiche(demande: Demande): void {
  telecharger(fichierRecrutement(demande.code), new Blob([ficheRecrutementPage(ficheDe(demande))], { type: "text/html" }));
}

export function imprimerFiche(demande: Demande): void {
  imprimerCorps(ficheRecrutementCorps(ficheDe(demande)));
}
