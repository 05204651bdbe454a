import type { FeatureCollection } from "geojson";
import type { Output } from "../analyses/analysis";
import type { ScaledView } from "../carto/marks/mark";
import { MARKS } from "../carto/marks/registry";
import { niveauDessine } from "../carto/niveau-dessine";
import { enCarres } from "../carto/quadrillage";
import { resolveScale } from "../carto/resolve-scale";
import type { View } from "../carto/view";
import { vueDesSites } from "../carto/vue-des-sites";
import type { CoucheChargee, FondCarte, TerritoireEntier } from "../domain/chargement";
import { COUCHES } from "../domain/couche";
import { type Column, findColumn } from "../domain/table";
import type { SvgMapInput } from "../documents/svg-map/input";
import type { EcranPage } from "./page";

/** What has been loaded to draw a screen again. */
export interface Charge {
  readonly territoire: TerritoireEntier;
  readonly fond: FondCarte | null;
  readonly couches: readonly CoucheChargee[];
  readonly output: Output;
}

/** A view as it may leave the browser: what is about too few persons is not told by its colour either. */
function partagee(view: View): View {
  const column = findColumn(view.table, view.column);
  const { secret } = column ?? {};
  if (column === undefined || column.type === "booleen" || secret === undefined || secret.every((mark) => mark === 0)) return view;
  const shown: Column = column.type === "nombre" ? { ...column, values: column.values.map((value, row) => (secret[row] === 0 ? value : Number.NaN)) } : { ...column, values: column.values.map((value, row) => (secret[row] === 0 ? value : null)) };
  return { ...view, table: { ...view.table, columns: view.table.columns.map((one) => (one === column ? shown : one)) } };
}

/** The colouring chosen (the first one by default), and every view that is not a colouring: what the map shows. */
function montrees(output: Output, { document, vue }: EcranPage): readonly ScaledView[] {
  const vues = output.views.map(partagee).map((view): ScaledView => ({ view, scale: resolveScale(view, document.classes[`${document.analyse}/${view.id}`]) }));
  const choix = vues.filter(({ view }) => MARKS[view.mark].surface);
  const active = choix.find(({ view }) => view.id === vue) ?? choix[0];
  return vues.filter((one) => !MARKS[one.view.mark].surface || one === active).map(enCarres);
}

/** The outlines of a level that is not there any more: the perimeters of a table that was taken away. */
const VIDE: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * What a page draws of a screen: the map as the screen had it, at its place and with its classes.
 * @param titre of the page
 * @param date of edition, in words
 */
export function entreeDe(charge: Charge, ecran: EcranPage, titre: string, phrase: string, date: string): SvgMapInput {
  const { territoire, fond, output } = charge;
  const { document, cadre, sujet } = ecran;
  const vues = montrees(output, ecran);
  const niveau = niveauDessine(vues, document.niveau);
  const sites = vueDesSites(document.sites, document.selection);
  return {
    titre,
    phrase,
    niveau,
    territoires: territoire.contours[niveau] ?? VIDE,
    communes: territoire.communes,
    fond,
    views: sites === null ? vues : [...vues, { view: sites, scale: resolveScale(sites) }],
    couches: COUCHES.flatMap((id) => (document.couches.includes(id) ? charge.couches.filter(({ couche }) => couche === id) : [])),
    sources: output.sources,
    bbox: cadre ?? territoire.bbox,
    date,
    choisi: sujet?.genre === "territoire" && sujet.niveau === niveau ? sujet.code : null,
    polices: null,
  };
}
