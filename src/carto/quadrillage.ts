import { type Column, findColumn, numberValues, type Table } from "../domain/table";
import { moveOnGrid } from "../geo/lambert-grid";
import type { Quadrillage } from "./map-model";
import { DIMMED_OPACITY } from "./marks/fill";
import { CELL_OPACITY } from "./marks/maille";
import type { ScaledView } from "./marks/mark";
import { classColor, classCount, rowClasses } from "./resolve-scale";
import type { Scale } from "./scale";
import type { CellulesQuadrillage, View } from "./view";

/** Opacity of a class that fades, once the layer's own opacity is taken off. */
const DIMMED = Math.round((255 * DIMMED_OPACITY) / CELL_OPACITY);

interface KnownClasses {
  readonly scale: Scale;
  readonly classes: Uint8Array;
}
const known = new WeakMap<View, KnownClasses>();

/** Class of each cell of the grid: 0 where there is none, 1 « pas de donnée », then the classes of the scale. */
function classGrid(view: View, scale: Scale, { largeur, hauteur, place }: CellulesQuadrillage): Uint8Array {
  const found = known.get(view);
  if (found?.scale === scale) return found.classes;
  const ranks = rowClasses(view, scale);
  const classes = new Uint8Array(largeur * hauteur);
  for (let row = 0; row < ranks.length; row += 1) classes[place[row]!] = ranks[row]! + 2;
  known.set(view, { scale, classes });
  return classes;
}

/** Colours in the order of `classGrid`; a class of the legend under the pointer fades the others. */
function palette(scale: Scale, classe: number | null): Uint8Array {
  const colors = new Uint8Array(4 * (classCount(scale) + 2));
  for (let index = -1; index < classCount(scale); index += 1) {
    const rgb = Number.parseInt(classColor(scale, index).slice(1), 16);
    colors.set([rgb >> 16, (rgb >> 8) & 255, rgb & 255, classe === null || classe === index ? 255 : DIMMED], 4 * (index + 2));
  }
  return colors;
}

/** The cells of a view as the map paints them; null for a view of something else. */
export function coloredCells({ view, scale }: ScaledView, classe: number | null): Quadrillage | null {
  const { geometry } = view;
  if (geometry.kind !== "quadrillage") return null;
  const { ouest, sud, cote, largeur, hauteur } = geometry;
  return { ouest, sud, cote, largeur, hauteur, classes: classGrid(view, scale, geometry), couleurs: palette(scale, classe) };
}

const gathered = new WeakMap<View, View>();

/**
 * A view that a drawing of shapes can hold: the cells of a large grid gathered in its larger squares, with the mean of their
 * inhabitants and the same classes; any other view as it is.
 */
export function enCarres(scaled: ScaledView): ScaledView {
  const { geometry } = scaled.view;
  if (geometry.kind !== "quadrillage") return scaled;
  const view = gathered.get(scaled.view) ?? gather(scaled.view, geometry);
  gathered.set(scaled.view, view);
  return { view, scale: scaled.scale };
}

function gather(view: View, geometry: CellulesQuadrillage): View {
  const { cote, titre } = geometry.carres;
  const table = gatherRows(view, geometry);
  return { ...view, title: titre, table, mark: "maille", geometry: { kind: "mailles", cote, cle: `${view.id}/${cote}/${geometry.ouest}/${geometry.sud}/${table.length}` } };
}

function gatherRows(view: View, { ouest, sud, cote, largeur, hauteur, place, communes, carres }: CellulesQuadrillage): Table {
  const side = carres.cote / cote;
  const across = Math.ceil(largeur / side);
  const ranks = new Int32Array(across * Math.ceil(hauteur / side)).fill(-1);
  const [habitants, values] = [numberValues(view.table, "habitants"), numberValues(view.table, view.column)];
  const [lon, lat] = [numberValues(view.table, "lon"), numberValues(view.table, "lat")];
  const codes: string[] = [];
  const centres: [lon: number, lat: number][] = [];
  // The name of a square is that of the cell where it has the most inhabitants.
  const premiere: number[] = [];
  const [people, knownPeople, sums] = [new Float64Array(place.length), new Float64Array(place.length), new Float64Array(place.length)];
  place.forEach((cell, row) => {
    const [i, j] = [cell % largeur, Math.floor(cell / largeur)];
    const [left, bottom] = [Math.floor(i / side), Math.floor(j / side)];
    let rank = ranks[bottom * across + left]!;
    if (rank === -1) {
      rank = codes.length;
      ranks[bottom * across + left] = rank;
      premiere.push(row);
      codes.push(`${ouest + left * carres.cote}-${sud + bottom * carres.cote}`);
      // From the centre of this cell to that of the square.
      centres.push(moveOnGrid(lon[row]!, lat[row]!, ((left + 0.5) * side - i - 0.5) * cote, ((bottom + 0.5) * side - j - 0.5) * cote));
    }
    people[rank]! += habitants[row]!;
    if (habitants[row]! > habitants[premiere[rank]!]!) premiere[rank] = row;
    if (Number.isNaN(values[row])) return;
    knownPeople[rank]! += habitants[row]!;
    sums[rank]! += habitants[row]! * values[row]!;
  });
  const means = Float64Array.from(codes, (_, rank) => (knownPeople[rank]! > 0 ? sums[rank]! / knownPeople[rank]! : Number.NaN));
  const like = (name: string, column: Float64Array): Column => ({ ...findColumn(view.table, name)!, type: "nombre", values: column }) as Column;
  return {
    id: "mailles",
    length: codes.length,
    columns: [
      { name: "code", label: "Coin inférieur gauche (Lambert-93)", type: "texte", values: codes },
      { name: "nom", label: "Commune", type: "texte", values: premiere.map((row) => communes.noms[communes.rang[row]!] ?? null) },
      like("habitants", people.slice(0, codes.length)),
      like(view.column, means),
      like("lon", Float64Array.from(centres, ([x]) => x)),
      like("lat", Float64Array.from(centres, ([, y]) => y)),
    ],
  };
}
