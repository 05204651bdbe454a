import type { Description } from "../analyses/analysis";
import { countedIn, legendRows } from "../carto/legend";
import type { ScaledView } from "../carto/marks/mark";
import { MARKS } from "../carto/marks/registry";
import type { Fiche } from "../domain/fiche";
import { findColumn, sharedCell, type Table } from "../domain/table";
import type { Entete, Graphique, Tableau } from "../documents/pages/feuille";
import { allSources } from "../documents/svg-map/furniture";
import { svgMapAlone } from "../documents/svg-map/svg-map";
import { chiffresDe } from "../textes/chiffres";
import { CARTE_DESSINEE, countHead, legendLabel, unitLabel } from "../textes/legende";
import { sentenceText } from "../textes/sentences";
import { formatJour } from "../textes/interface";
import { type Charge, entreeDe } from "./entree";
import { legendesDe } from "./legendes";
import type { Capture, EcranPage } from "./page";
import { paireDe } from "./paire";

/** Size of the drawn map, in drawing units: the room it has beside its legend. */
export const DESSIN = { width: 590, height: 372 } as const;

/** What a result is made of. */
export type Donnees = Pick<Capture, "cle" | "listes">;

/** A screen that has been computed, ready to be kept. */
export interface EcranLu {
  readonly charge: Charge;
  readonly ecran: EcranPage;
  readonly description: Description;
  readonly donnees: Donnees;
  readonly fiche: Fiche | null;
  readonly lien: string;
  /** Epoch milliseconds. */
  readonly date: number;
}

/** « Temps d'accès · Haute-Vienne »: what a page is called until the user names it. */
export function titreDe({ label }: Description, territoire: string): string {
  return [label, territoire].filter(Boolean).join(" · ");
}

/** Names and figures on the shapes of a map are the screen's: a kept picture leaves it without them. */
function sansEtiquettes(svg: string): string {
  return svg.replaceAll(/(<path[^>]*) data-code="[^"]*"/g, "$1").replaceAll(/<title>.*?<\/title>/gs, "");
}

/** Columns a reader looks at first: the name, the analysis's own, then the others in their order; codes last. */
function colonnesDe({ columns }: Table, principale: string): readonly Table["columns"][number][] {
  const rang = (name: string): number => (name === "nom" ? 0 : name === principale ? 1 : name === "code" || name === "partiel" ? 3 : 2);
  return columns.toSorted((a, b) => rang(a.name) - rang(b.name));
}

/** Rows in the order they are read: what the analysis is about first; rows without it last. */
function rangsDe(table: Table, { mainColumn, croissant }: Description): readonly number[] {
  const rows = Array.from({ length: table.length }, (_, row) => row);
  const column = findColumn(table, mainColumn);
  if (column?.type !== "nombre") return rows;
  const sign = croissant === true ? 1 : -1;
  const key = (row: number): number => {
    const value = column.values[row] ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value;
  };
  return rows.toSorted((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
}

/** A table as it may leave the browser. */
function tableauDe(table: Table, description: Description): Tableau {
  const columns = colonnesDe(table, description.mainColumn);
  const entetes = columns.map((column): Entete => {
    const nombre = column.type === "nombre";
    return { libelle: column.label, nombre, decimales: nombre && column.unit !== "annee" ? column.digits : null, part: nombre && column.unit === "part", vide: column.vide ?? null };
  });
  return { entetes, lignes: rangsDe(table, description).map((row) => columns.map((column) => sharedCell(column, row))) };
}

/** How many inhabitants, or how many territories, each class of the first coloured view holds. */
function graphiqueDe(views: readonly ScaledView[]): Graphique | null {
  const scaled = views.find(({ view }) => MARKS[view.mark].surface && view.title !== "") ?? views.find(({ view }) => view.title !== "");
  if (scaled === undefined || scaled.scale.kind === "proportionnel") return null;
  const { view, scale } = scaled;
  const rows = legendRows(view, scale);
  const habitants = rows.some((row) => row.habitants !== null);
  const digits = scale.kind === "classes" ? scale.digits : view.digits;
  return {
    titre: `${view.title} (${view.unitText ?? unitLabel(view.unit)})`,
    unite: habitants ? CARTE_DESSINEE.habitants : countHead(countedIn(view)),
    decimales: 0,
    barres: rows.map((row) => ({ libelle: legendLabel(row, view.unit, digits), valeur: (habitants ? row.habitants : row.count) ?? 0, couleur: row.color })),
  };
}

/** Everything a page may show of a screen, as plain data that may leave the browser. */
export function capturer({ charge, ecran, description, donnees, fiche, lien, date }: EcranLu): Capture {
  const { output, territoire } = charge;
  const titre = titreDe(description, territoire.territoire.nom);
  const phrase = sentenceText(output.summary);
  const entree = entreeDe(charge, ecran, titre, phrase, formatJour(date));
  const sources = allSources(entree);
  return {
    date,
    ...donnees,
    territoire: territoire.territoire,
    titre,
    phrase,
    dessin: { svg: sansEtiquettes(svgMapAlone(entree, DESSIN)), largeur: DESSIN.width, hauteur: DESSIN.height },
    legendes: legendesDe(entree.views, entree.couches),
    paire: paireDe(charge, ecran, sansEtiquettes),
    tableau: tableauDe(output.table, description),
    graphique: graphiqueDe(entree.views),
    chiffres: chiffresDe(description.id, output.facts),
    fiche,
    sources,
    illustratif: sources.some(({ quality }) => quality === "illustratif"),
    estimation: output.origine?.kind === "estimation" || description.id === "apl",
    lien,
  };
}
