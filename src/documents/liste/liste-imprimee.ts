import type { Provenance } from "../../domain/provenance";
import { type Column, findColumn, type Table, textValues } from "../../domain/table";
import { celluleImprimee } from "../../textes/fiche-recrutement";
import { QUALITE_COURTE, sourceText } from "../../textes/legende";
import { LISTE_IMPRIMEE } from "../../textes/liste-imprimee";
import { el, text, th } from "../fiches/html";
import { radarSvg } from "../radar";

/** Everything the printed list says. */
export interface ListeImprimee {
  readonly territoire: string;
  /** The sentence of the result it was made in. */
  readonly phrase: string;
  /** Columns `nom`, `code`, `note`, then figures: one row a commune, in the reader's order. */
  readonly liste: Table;
  /** The profiles that the screen compares; null when there are none. */
  readonly profils: { readonly titre: string; readonly table: Table } | null;
  /** Settings in words. */
  readonly reglages: readonly string[];
  readonly sources: readonly Provenance[];
  /** Day of edition, in words. */
  readonly date: string;
}

/** Figures printed for each commune; those that the list has not are left out. With two anchors, `minutes` is the farther of both. */
const CHIFFRES = ["score", "minutes_point_1", "minutes_point_2", "minutes", "zone", "minutes_stage", "minutes_medecin", "minutes_pharmacie", "minutes_urgences", "minutes_hebergement", "densite", "services_proches"] as const;

/** The head of a column says what is counted for how many: only minutes keep their unit. */
const bare = (column: Column): Column => (column.type === "nombre" && column.unit !== "minutes" ? { ...column, unit: "nombre" } : column);

function ligne(liste: Table, row: number, columns: readonly Column[]): string {
  const [noms, codes, notes] = [textValues(liste, "nom"), textValues(liste, "code"), textValues(liste, "note")];
  const figures = columns.map((column) => el("td", column.type === "nombre" ? { class: "n" } : {}, text(celluleImprimee(bare(column), row))));
  const head = el("tr", { class: "retenue" }, th("row", `${row + 1}. ${noms[row] ?? ""} (${codes[row] ?? ""})`), ...figures);
  // Room to write by hand where nothing was typed.
  return head + el("tr", {}, el("td", { class: "mot", colspan: columns.length + 1 }, text(`${LISTE_IMPRIMEE.note}${notes[row] ?? ""}`)));
}

function tableau(liste: Table): string {
  const columns = CHIFFRES.flatMap((name) => findColumn(liste, name) ?? []);
  const head = el("tr", {}, th("col", LISTE_IMPRIMEE.commune), ...columns.map(({ label, type }) => th("col", label, type === "nombre" ? { class: "n" } : {})));
  return el("table", { class: "profil" }, el("caption", {}, text(LISTE_IMPRIMEE.tableau)), el("thead", {}, head), el("tbody", {}, ...Array.from({ length: liste.length }, (_, row) => ligne(liste, row, columns))));
}

function profils({ profils: compared }: ListeImprimee): string {
  if (compared === null) return "";
  const [criteres, ...notes] = compared.table.columns;
  if (criteres === undefined) return "";
  const head = el("tr", {}, th("col", criteres.label), ...notes.map(({ label }) => th("col", label, { class: "n" })));
  const rows = Array.from({ length: compared.table.length }, (_, row) => el("tr", {}, th("row", celluleImprimee(criteres, row)), ...notes.map((column) => el("td", { class: "n" }, text(celluleImprimee(column, row))))));
  const table = el("table", {}, el("caption", {}, text(compared.titre)), el("thead", {}, head), el("tbody", {}, ...rows));
  return el("section", { class: "profils" }, el("div", {}, radarSvg(compared.titre, compared.table, "profils-imprimes")), el("div", {}, table));
}

/** On top of the sheets' style: what only this page has. */
export const STYLE_LISTE = `
.mot { padding: 1px 3px 6px; border-bottom: 1px solid #8b949a; color: #17414f; font-style: italic; overflow-wrap: anywhere; }
.retenue th, .retenue td { border-bottom: 0; padding-top: 4px; font-weight: 600; }
.profils { display: grid; grid-template-columns: 240px minmax(0, 1fr); gap: 16px; align-items: center; margin-top: 8px; break-inside: avoid; }
.profils svg { display: block; width: 100%; height: auto; }
.profils thead th { white-space: normal; }
`;

/** What stands in the body of the printed list: HTML, no script, nothing fetched; one A4 page. */
export function listeImprimee(liste: ListeImprimee): string {
  const illustratif = liste.sources.some(({ quality }) => quality === "illustratif");
  const head = el("header", {}, el("div", {}, el("h1", {}, text(LISTE_IMPRIMEE.titre)), el("p", {}, text(LISTE_IMPRIMEE.territoire(liste.territoire, liste.liste.length)))));
  const sources = liste.sources.map((source) => el("li", {}, el("span", { class: `qualite ${source.quality}` }, text(QUALITE_COURTE[source.quality])), text(` ${sourceText(source)}`)));
  const main = el(
    "main",
    {},
    illustratif ? el("p", { class: "illustratif", role: "note" }, el("strong", {}, text(LISTE_IMPRIMEE.illustratif))) : "",
    tableau(liste.liste),
    profils(liste),
    el("section", {}, el("h2", {}, text(LISTE_IMPRIMEE.reglages)), el("p", { class: "petit" }, text(`${liste.reglages.join(" ; ")}.`)), el("p", { class: "petit" }, text(`${LISTE_IMPRIMEE.ensemble} : ${liste.phrase} ${LISTE_IMPRIMEE.limites}`))),
    el("section", {}, el("h2", {}, text(LISTE_IMPRIMEE.sources)), el("ul", { class: "sources" }, ...sources)),
    el("p", { class: "petit" }, text(LISTE_IMPRIMEE.edition(liste.date))),
  );
  return `${head}\n${main}`;
}
