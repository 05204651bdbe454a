import { countedIn, legendRows } from "../../carto/legend";
import { INK } from "../../carto/palettes";
import type { ScaledView } from "../../carto/marks/mark";
import type { Provenance } from "../../domain/provenance";
import { cellAt, type Column, sharedCell, type Table } from "../../domain/table";
import { formatQuantity } from "../../textes/format";
import { countLabel, legendLabel, QUALITE_COURTE, sourceText } from "../../textes/legende";
import { RAPPORT } from "../../textes/rapport";
import { courbesSvg } from "../courbes";
import { el, htmlDocument, text, th } from "../fiches/html";
import type { SvgMapInput } from "../svg-map/input";
import { svgMapAlone } from "../svg-map/svg-map";
import { tag } from "../svg-map/xml";
import { FEUILLE_RAPPORT, STYLE_RAPPORT } from "./style";

export interface TableauRapport {
  readonly titre: string;
  readonly table: Table;
  /** « lignes »: as the table is, the first column heading each row. « fiches »: each row of the table is a column, read down. « citations »: each row is a line of text. */
  readonly sens: "lignes" | "fiches" | "citations";
}

/** What a report says. Everything in it is on the screen it is made from. */
export interface Rapport {
  readonly titre: string;
  readonly question: string;
  /** The result in one sentence. */
  readonly phrase: string;
  readonly details: readonly string[];
  /** Day of edition, in words. */
  readonly date: string;
  readonly reglages: readonly { readonly nom: string; readonly valeur: string }[];
  /** Two to four maps, the first being the state before; each has the view that colours it first. */
  readonly cartes: readonly SvgMapInput[];
  readonly tableaux: readonly TableauRapport[];
  readonly courbes: readonly { readonly titre: string; readonly table: Table }[];
  readonly limites: readonly string[];
  readonly sources: readonly Provenance[];
  /** Address that reopens the screen; null when there is none. */
  readonly lien: string | null;
}

/** Drawing units of one map, half the width of a page: high when there are two, lower when there are more. */
const DEUX_CARTES = { width: 355, height: 340 } as const;
const QUATRE_CARTES = { width: 355, height: 232 } as const;

/** Limits told before the rest is only counted: the report has two pages. */
const LIMITES_MAX = 7;
/** Rows of a table printed before the rest is only counted. */
const LIGNES_MAX = 10;

function carte(input: SvgMapInput, rang: number, cartes: readonly SvgMapInput[]): string {
  // Two drawings of one page must not share the names of their patterns.
  const svg = svgMapAlone(input, cartes.length > 2 ? QUATRE_CARTES : DEUX_CARTES, `carte${rang}`);
  return el("figure", {}, el("figcaption", {}, text(input.views[0]?.view.title ?? input.titre)), svg);
}

/** The classes of the maps, which are the same on all of them. */
function legende({ view, scale }: ScaledView): string {
  const rows = legendRows(view, scale).map((row) => {
    const box = tag("svg", { viewBox: "0 0 20 13", "aria-hidden": "true" }, tag("rect", { width: 20, height: 13, rx: 2, fill: row.color, stroke: INK, "stroke-opacity": "0.25" }));
    const label = legendLabel(row, view.unit, scale.kind === "classes" ? scale.digits : view.digits);
    return el("li", {}, box, el("span", {}, text(label)));
  });
  return el("ul", { class: "legende", "aria-label": RAPPORT.legende }, ...rows) + el("p", { class: "petit" }, text(RAPPORT.legendeNote(countLabel(view.table.length, countedIn(view)))));
}

function cellule(column: Column, row: number): string {
  const value = sharedCell(column, row);
  if (typeof value === "number" && column.type === "nombre") return formatQuantity(value, column.unit === "habitants" ? "nombre" : column.unit, column.digits);
  if (typeof value === "boolean") return value ? RAPPORT.oui : RAPPORT.non;
  return value === null ? RAPPORT.rien : String(value);
}

const defile = (titre: string, table: string): string => el("div", { class: "defile", tabindex: "0", role: "region", "aria-label": titre }, table);

function enFiches({ titre, table }: TableauRapport): string {
  const [noms, ...figures] = table.columns;
  if (noms === undefined) return "";
  const rows = Array.from({ length: table.length }, (_, row) => row);
  const head = el("tr", {}, th("col", RAPPORT.mesure), ...rows.map((row) => th("col", String(cellAt(noms, row) ?? ""))));
  const body = figures.map((column) => el("tr", {}, th("row", column.label), ...rows.map((row) => el("td", {}, text(cellule(column, row))))));
  return defile(titre, el("table", {}, el("caption", {}, text(titre)), el("thead", {}, head), el("tbody", {}, ...body)));
}

function enLignes({ titre, table }: TableauRapport): string {
  const [noms, ...figures] = table.columns;
  if (noms === undefined) return "";
  const shown = Array.from({ length: Math.min(table.length, LIGNES_MAX) }, (_, row) => row);
  const head = el("tr", {}, ...table.columns.map(({ label }) => th("col", label)));
  const body = shown.map((row) => el("tr", {}, th("row", cellule(noms, row)), ...figures.map((column) => el("td", {}, text(cellule(column, row))))));
  const rest = table.length > shown.length ? el("p", { class: "petit" }, text(RAPPORT.autresLignes(table.length - shown.length))) : "";
  return defile(titre, el("table", {}, el("caption", {}, text(titre)), el("thead", {}, head), el("tbody", {}, ...body))) + rest;
}

/** What is said, then by whom and where: what is not said is left out. */
function enCitations({ titre, table }: TableauRapport): string {
  const said = (row: number): string => table.columns.filter((column) => cellAt(column, row) !== null).map((column) => cellule(column, row)).join(" · ");
  return el("h2", {}, text(titre)) + el("ul", { class: "petit citations" }, ...Array.from({ length: table.length }, (_, row) => el("li", {}, text(said(row)))));
}

const SENS: Readonly<Record<TableauRapport["sens"], (tableau: TableauRapport) => string>> = { lignes: enLignes, fiches: enFiches, citations: enCitations };

function liste(items: readonly string[]): string {
  return items.length === 0 ? "" : el("ul", {}, ...items.map((item) => el("li", {}, text(item))));
}

function sources({ sources: all }: Rapport): string {
  const rows = all.map((source) => el("li", {}, el("span", { class: `qualite ${source.quality}` }, text(QUALITE_COURTE[source.quality])), text(` ${sourceText(source)}`)));
  return el("h2", {}, text(RAPPORT.sources)) + el("ul", { class: "sources" }, ...rows);
}

function premierePage(rapport: Rapport): string {
  const { titre, question, phrase, details, date, reglages, cartes } = rapport;
  const [first] = cartes;
  const head = el("header", {}, el("h1", {}, text(titre)), el("p", { class: "question" }, text(`${question} ${RAPPORT.edite(date)}`)));
  const rules = reglages.map(({ nom, valeur }) => el("div", {}, el("dt", {}, text(nom)), el("dd", {}, text(valeur))));
  return el(
    "section",
    { class: "page", "aria-label": RAPPORT.page(1) },
    head,
    el("p", { class: "reponse" }, text(phrase)),
    liste(details),
    cartes.length === 0 ? "" : el("div", { class: "cartes" }, ...cartes.map(carte)),
    first?.views[0] === undefined ? "" : legende(first.views[0]),
    el("h2", {}, text(RAPPORT.regles)),
    el("dl", { class: "regles" }, ...rules),
  );
}

function secondePage(rapport: Rapport): string {
  const { tableaux, courbes, limites, lien } = rapport;
  const drawn = courbes.map(({ titre, table }, i) => el("figure", { class: "courbe" }, el("figcaption", {}, text(titre)), courbesSvg(titre, table, `courbe${i}`)));
  const told = limites.length > LIMITES_MAX ? [...limites.slice(0, LIMITES_MAX), RAPPORT.autresLimites(limites.length - LIMITES_MAX)] : limites;
  return el(
    "section",
    { class: "page", "aria-label": RAPPORT.page(2) },
    ...tableaux.map((tableau) => SENS[tableau.sens](tableau)),
    ...drawn,
    el("h2", {}, text(RAPPORT.limites)),
    liste([...told, ...RAPPORT.toujours]),
    sources(rapport),
    el("p", { class: "petit" }, text(lien === null ? RAPPORT.produit : RAPPORT.rouvrir(lien))),
  );
}

/** The two pages, for a page that has the style already. HTML; every text in it is escaped. */
export function rapportCorps(rapport: Rapport): string {
  return el("article", { class: "rapport", lang: "fr" }, premierePage(rapport), secondePage(rapport));
}

/** A whole document: two A4 pages, no script, nothing fetched. */
export function rapportHtml(rapport: Rapport): string {
  return htmlDocument(rapport.titre, "", FEUILLE_RAPPORT + STYLE_RAPPORT, rapportCorps(rapport));
}
