import { legendRows } from "../../carto/legend";
import { MARKS } from "../../carto/marks/registry";
import type { ScaledView } from "../../carto/marks/mark";
import { NO_DATA } from "../../carto/palettes";
import { symbolOfGenre, symbolsOfCouche } from "../../carto/symbols";
import { ORIGINE_COUCHE } from "../../domain/couche";
import { findColumn, numberValues, type Table, textValues } from "../../domain/table";
import { coucheCount } from "../../textes/couches";
import { celluleImprimee, RECRUTER } from "../../textes/fiche-recrutement";
import { formatNumber } from "../../textes/format";
import { countLabel, legendLabel, QUALITE_COURTE, sourceText } from "../../textes/legende";
import { el, page, text, th } from "../fiches/html";
import { allSources } from "../svg-map/furniture";
import type { SvgMapInput } from "../svg-map/input";
import { svgMapAlone, symbolBeside } from "../svg-map/svg-map";
import { tag } from "../svg-map/xml";
import { CARTE } from "./cadre";

/** Everything a recruiting sheet says. */
export interface FicheRecrutement {
  readonly code: string;
  /** The result of « recrutement »: one row a commune. */
  readonly table: Table;
  /** Its sentence. */
  readonly phrase: string;
  /** The places that hold the commune, from near to far. */
  readonly dans: readonly string[];
  /** Settings in words: « Communes fragiles : ZIP et ZAC ». */
  readonly reglages: readonly string[];
  /** The surroundings, the view of the gains among its views. */
  readonly carte: SvgMapInput;
  /** Whether a figure comes from a demonstration set. */
  readonly illustratif: boolean;
  /** Day of edition, in words; null leaves it out. */
  readonly date: string | null;
}

/** Columns of the table of figures, in their order; those that the result has not are left out. */
const CHIFFRES = ["habitants", "habitants_gagnes", "habitants_gagnes_suite", "medecins", "msp", "msu", "minutes", "zone", "fragile", "score_fragilite", "apl_2021", "apl_projetee"] as const;
/** Rows of a list before the rest is only counted: the sheet is one page. */
const LISTE_MAX = 10;

const rowOf = ({ table, code }: FicheRecrutement): number => textValues(table, "code").indexOf(code);

function bandeau({ illustratif }: FicheRecrutement): string {
  return illustratif ? el("p", { class: "illustratif", role: "note" }, el("strong", {}, text(RECRUTER.illustratif))) : "";
}

function swatch(color: string): string {
  return tag("svg", { viewBox: "0 0 20 14", "aria-hidden": "true" }, tag("rect", { width: 20, height: 14, rx: 2, fill: color, stroke: "#1b2a33", "stroke-opacity": "0.35" }));
}

/** The classes of the view that colours the map. */
function legende({ carte }: FicheRecrutement, nom: string): string {
  const vue: ScaledView | undefined = carte.views.find(({ view }) => MARKS[view.mark].surface);
  const contour = tag("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, tag("path", { d: "M4 5L20 4L21 18L9 21Z", fill: "none", stroke: "#1b2a33", "stroke-width": 2.4 }));
  const rows = vue === undefined ? [] : legendRows(vue.view, vue.scale).map((row) => el("li", {}, swatch(row.classIndex < 0 ? NO_DATA : row.color), el("span", {}, text(`${legendLabel(row, vue.view.unit, vue.scale.kind === "classes" ? vue.scale.digits : vue.view.digits)} : ${countLabel(row.count, "commune")}`))));
  const points = carte.couches.filter(({ couche, count }) => count > 0 && ORIGINE_COUCHE[couche].kind === "points");
  const symbols = points.map(({ couche, count }) => el("li", {}, symbolBeside(symbolsOfCouche(couche)[0] ?? symbolOfGenre(couche)), el("span", {}, text(coucheCount(couche, count)))));
  return el("h2", {}, text(RECRUTER.legende)) + (vue === undefined ? "" : el("p", { class: "petit" }, text(vue.view.title))) + el("ul", { class: "legende" }, el("li", {}, contour, el("span", {}, text(RECRUTER.contour(nom)))), ...symbols, ...rows);
}

function chiffres(fiche: FicheRecrutement, row: number): string {
  const columns = CHIFFRES.flatMap((name) => findColumn(fiche.table, name) ?? []);
  const rows = columns.map((column) => el("tr", {}, th("row", column.label), el("td", { class: "n ici" }, text(celluleImprimee(column, row)))));
  const head = el("tr", {}, th("col", RECRUTER.chiffre), th("col", RECRUTER.valeur, { class: "n" }));
  const secret = columns.some((column) => column.secret !== undefined) ? el("p", { class: "petit" }, text(RECRUTER.secret)) : "";
  return el("table", {}, el("caption", {}, text(RECRUTER.chiffres)), el("thead", {}, head), el("tbody", {}, ...rows)) + secret;
}

/** Fragile communes that come near with this recruit, the most peopled first. */
function rapproches({ table }: FicheRecrutement, rang: number): string {
  const [by, people, noms] = [numberValues(table, "rapprochee_par"), numberValues(table, "habitants"), textValues(table, "nom")];
  const rows = Array.from(by.keys()).filter((row) => by[row] === rang).toSorted((a, b) => (people[b] ?? 0) - (people[a] ?? 0));
  const said = rows.slice(0, LISTE_MAX).map((row) => `${noms[row] ?? ""} (${formatNumber(people[row] ?? Number.NaN)})`);
  const rest = rows.slice(LISTE_MAX);
  const more = rest.length === 0 ? [] : [RECRUTER.autres(rest.length, rest.reduce((sum, row) => sum + (people[row] ?? 0), 0))];
  return el("section", {}, el("h2", {}, text(RECRUTER.rapproches)), el("p", {}, text(rows.length === 0 ? RECRUTER.aucune : `${[...said, ...more].join(", ")}.`)));
}

/** « Recruit here, then here… », this commune marked. */
function suite({ table, code }: FicheRecrutement): string {
  const [rangs, gains] = [numberValues(table, "rang"), numberValues(table, "habitants_gagnes_suite")];
  const [codes, noms] = [textValues(table, "code"), textValues(table, "nom")];
  const chosen = Array.from(rangs.keys()).filter((row) => !Number.isNaN(rangs[row])).toSorted((a, b) => (rangs[a] ?? 0) - (rangs[b] ?? 0));
  if (chosen.length === 0) return "";
  const head = el("tr", {}, th("col", RECRUTER.ordre), th("col", RECRUTER.commune), th("col", RECRUTER.gain, { class: "n" }));
  const line = (row: number): string => {
    const here = codes[row] === code ? "ici" : "";
    return el("tr", {}, el("td", { class: here }, text(formatNumber(rangs[row] ?? Number.NaN))), el("td", { class: here }, text(noms[row] ?? "")), el("td", { class: `n ${here}` }, text(formatNumber(gains[row] ?? Number.NaN))));
  };
  return el("table", {}, el("caption", {}, text(RECRUTER.suite)), el("thead", {}, head), el("tbody", {}, ...chosen.filter((row, i) => i < LISTE_MAX || codes[row] === code).map(line)));
}

function sources({ carte }: FicheRecrutement): string {
  const rows = allSources(carte).map((source) => el("li", {}, el("span", { class: `qualite ${source.quality}` }, text(QUALITE_COURTE[source.quality])), text(` ${sourceText(source)}`)));
  return el("section", {}, el("h2", {}, text(RECRUTER.sources)), el("ul", { class: "sources" }, ...rows));
}

/** Name of the commune of a sheet. Throws when it is not in the table. */
function nomDe(fiche: FicheRecrutement): string {
  const nom = textValues(fiche.table, "nom")[rowOf(fiche)];
  if (nom === undefined || nom === null) throw new Error(`no row for the commune ${fiche.code}`);
  return nom;
}

/** What stands in the body of the sheet: HTML, without a style of its own. Figures about so few persons of an imported list are masked. */
export function ficheRecrutementCorps(fiche: FicheRecrutement): string {
  const [row, nom] = [rowOf(fiche), nomDe(fiche)];
  const rang = numberValues(fiche.table, "rang")[row] ?? Number.NaN;
  const total = numberValues(fiche.table, "rang").filter((value) => !Number.isNaN(value)).length;
  const place = Number.isNaN(rang) ? RECRUTER.horsSuite : RECRUTER.rang(rang, total);
  const raison = textValues(fiche.table, "raison")[row] ?? "";
  const head = el("header", {}, el("div", {}, el("h1", {}, text(RECRUTER.titre(nom))), el("p", {}, text([place, ...fiche.dans].join(" · ")))));
  const main = el(
    "main",
    {},
    bandeau(fiche),
    el("section", {}, el("h2", {}, text(RECRUTER.pourquoi)), el("p", {}, text(raison)), el("p", { class: "petit" }, text(`${RECRUTER.ensemble} : ${fiche.phrase}`))),
    el("div", { class: "haut" }, el("figure", {}, svgMapAlone(fiche.carte, CARTE)), el("div", { class: "cote" }, legende(fiche, nom))),
    Number.isNaN(rang) ? "" : rapproches(fiche, rang),
    el("div", { class: "haut" }, el("div", {}, chiffres(fiche, row)), el("div", {}, suite(fiche))),
    el("section", {}, el("h2", {}, text(RECRUTER.reglages)), el("p", { class: "petit" }, text(`${fiche.reglages.join(" ; ")}. ${RECRUTER.limites}`))),
    sources(fiche),
    fiche.date === null ? "" : el("p", { class: "petit" }, text(RECRUTER.edition(fiche.date))),
  );
  return `${head}\n${main}`;
}

/** The recruiting sheet of a commune: a whole HTML document, one A4 page when printed, no script, nothing fetched. */
export function ficheRecrutementPage(fiche: FicheRecrutement): string {
  return page(RECRUTER.onglet(nomDe(fiche), fiche.code), "fiche", ficheRecrutementCorps(fiche));
}

/** The file of a sheet. */
export function fichierRecrutement(code: string): string {
  return `recrutement-${code}.html`;
}
