import type { Description, Params } from "../../analyses/analysis";
import { reglagesEnMots } from "../../analyses/shared/reglages";
import { cadrerSur } from "../../documents/recrutement/cadre";
import { type FicheRecrutement, ficheRecrutementCorps, ficheRecrutementPage, fichierRecrutement } from "../../documents/recrutement/fiche-recrutement";
import { STYLE } from "../../documents/fiches/style";
import type { Fiche } from "../../domain/fiche";
import type { State } from "../../store/state";
import { sentenceText } from "../../textes/sentences";
import { entreeDe } from "./entree";
import { telecharger } from "./fichiers";
import s from "./impression.module.css";

/** The page is printed to its edges: the sheet brings its own margins. */
const MARGES = "@media print { :host { padding: 8mm 11mm; } }";

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

/**
 * Prints the sheet in the place of the screen. In a shadow tree: its style is its own, and a constructed sheet is what the page's
 * policy allows.
 */
export function imprimerFiche(demande: Demande): void {
  const hote = Object.assign(document.createElement("div"), { className: s["feuille"] ?? "" });
  const ombre = hote.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(`${STYLE.replaceAll(/\bbody\b/g, ":host")}${MARGES}`);
  ombre.adoptedStyleSheets = [style];
  ombre.append(...new DOMParser().parseFromString(ficheRecrutementCorps(ficheDe(demande)), "text/html").body.childNodes);
  document.body.append(hote);
  document.body.dataset["impression"] = "";
  window.addEventListener(
    "afterprint",
    () => {
      hote.remove();
      delete document.body.dataset["impression"];
    },
    { once: true },
  );
  window.print();
}
