import type { FaitsFiche } from "../../domain/fiche";
import { celluleText, IMPRIME, minutesText, NOMMER, zonageText } from "../../textes/fiches-imprimees";
import { plural } from "../../textes/format";
import { fichierDe, type NiveauFiche } from "./fiche-imprimee";
import { el, page, text, th } from "./html";
import { cellule } from "./tableaux";

/** One line of the index. */
export interface LigneIndex {
  readonly code: string;
  readonly faits: FaitsFiche;
  /** What it is listed under: the EPCI of a commune, the département of a group. */
  readonly sous: string;
}

export interface Sommaire {
  readonly territoire: string;
  readonly niveau: NiveauFiche;
  readonly lignes: readonly LigneIndex[];
}

const ORDRE = new Intl.Collator("fr-FR", { numeric: true });

function row({ code, faits }: LigneIndex, niveau: NiveauFiche): string {
  const name = el("th", { scope: "row" }, el("a", { href: fichierDe(code) }, text(faits.nom)));
  const zone = el("td", {}, text(zonageText(faits)));
  const minutes = faits.faits.find(({ cle }) => cle === "minutes-msp")?.valeur;
  const last = niveau === "commune" ? cellule(minutesText(typeof minutes === "number" ? minutes : null), "n") : cellule(celluleText(faits, "communes"), "n");
  return el("tr", {}, name, cellule(celluleText(faits, "population"), "n"), zone, last);
}

function group(nom: string, lignes: readonly LigneIndex[], niveau: NiveauFiche): string {
  const heads = el("tr", {}, th("col", "Nom"), th("col", IMPRIME.population, { class: "n" }), th("col", IMPRIME.zonage), th("col", niveau === "commune" ? IMPRIME.msp : IMPRIME.communes, { class: "n" }));
  const rows = lignes.toSorted((a, b) => ORDRE.compare(a.faits.nom, b.faits.nom)).map((ligne) => row(ligne, niveau));
  const table = el("table", {}, el("caption", {}, text(`${nom} (${plural(lignes.length, ...NOMMER[niveau])})`)), el("thead", {}, heads), el("tbody", {}, ...rows));
  return el("div", { class: "defile", tabindex: "0", role: "region", "aria-label": nom }, table);
}

/** The page that lists the sheets, grouped, with what one chooses them by. */
export function indexPage({ territoire, niveau, lignes }: Sommaire): string {
  const groups = [...new Set(lignes.map(({ sous }) => sous))].toSorted((a, b) => ORDRE.compare(a, b));
  const tables = groups.map((nom) => group(nom, lignes.filter(({ sous }) => sous === nom), niveau));
  const title = IMPRIME.index(territoire);
  return page(title, "index", el("header", {}, el("h1", {}, text(title))), el("main", {}, el("p", {}, text(IMPRIME.indexChapeau(plural(lignes.length, ...NOMMER[niveau])))), ...tables));
}
