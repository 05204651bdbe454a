import { INK } from "../carto/palettes";
import { type Column, type NumberColumn, type Table } from "../domain/table";
import { formatNumber, PAS_DE_DONNEE } from "../textes/format";
import { TRAITS } from "./courbes";
import { wrapWithin } from "./svg-map/text-fit";
import { type Attributes, escapeXml, tag, tenth, textLine } from "./svg-map/xml";

type Trait = (typeof TRAITS)[number];

const LARGEUR = 340;
const CENTRE = { x: LARGEUR / 2, y: 122 } as const;
const RAYON = 82;
const BAS = 246;
/** Height of a line of the key, and widest name of an axis. */
const CLE = 18;
const NOM = 92;
const GRIS = "#aab2b6";
const ANNEAUX = [25, 50, 75, 100];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a note from 0 to 100 stands on an axis; the first axis goes up, the others follow clockwise. */
function place(axe: number, count: number, note: number): Point {
  const angle = (2 * Math.PI * axe) / count - Math.PI / 2;
  return { x: CENTRE.x + (RAYON * note * Math.cos(angle)) / 100, y: CENTRE.y + (RAYON * note * Math.sin(angle)) / 100 };
}

/** A mark of its own for each shape: colours need not be told apart. */
const MARQUES: readonly ((at: Point, look: Attributes) => string)[] = [
  ({ x, y }, look) => tag("circle", { cx: x, cy: y, r: 3.6, ...look }),
  ({ x, y }, look) => tag("rect", { x: x - 3.3, y: y - 3.3, width: 6.6, height: 6.6, ...look }),
  ({ x, y }, look) => tag("path", { d: `M${tenth(x)} ${tenth(y - 4.4)}l4.2 7.4h-8.4z`, ...look }),
  ({ x, y }, look) => tag("path", { d: `M${tenth(x)} ${tenth(y - 4.8)}l4.4 4.8l-4.4 4.8l-4.4 -4.8z`, ...look }),
];

const marque = (rang: number, { color }: Trait, at: Point): string => MARQUES[rang % MARQUES.length]!(at, { fill: "#ffffff", stroke: color, "stroke-width": 1.8 });

/** Rings at 25, 50, 75 and 100, the axes and their names. */
function toile(noms: readonly string[]): string {
  const polygone = (note: number): string => `M${noms.map((_, axe) => place(axe, noms.length, note)).map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join("L")}Z`;
  const rings = ANNEAUX.map((note) => tag("path", { d: polygone(note), fill: "none", stroke: GRIS, "stroke-width": note === 100 ? 1.2 : 0.6 }));
  const names = noms.map((nom, axe) => {
    const [end, at] = [place(axe, noms.length, 100), place(axe, noms.length, 110)];
    const side = at.x - CENTRE.x;
    const anchor = Math.abs(side) < 12 ? "middle" : side > 0 ? "start" : "end";
    const lines = wrapWithin(nom, anchor === "middle" ? 2 * NOM : NOM, 10, 2);
    const top = at.y < CENTRE.y - 12 && anchor === "middle" ? at.y - 12 * (lines.length - 1) : at.y + (anchor === "middle" ? 9 : 3.5 - 6 * (lines.length - 1));
    return tag("path", { d: `M${CENTRE.x} ${CENTRE.y}L${tenth(end.x)} ${tenth(end.y)}`, stroke: GRIS, "stroke-width": 0.6 }) + lines.map((line, i) => textLine(at.x, top + 12 * i, line, { size: 10, fill: INK, anchor })).join("");
  });
  return rings.join("") + names.join("");
}

/** The shape of one column: its known notes joined in the order of the axes; what is not known breaks it. */
function forme({ values }: NumberColumn, rang: number, trait: Trait): string {
  const known = (axe: number): boolean => !Number.isNaN(values[axe % values.length] ?? Number.NaN);
  const at = (axe: number): Point => place(axe, values.length, values[axe % values.length]!);
  const segments = Array.from(values.keys()).filter((axe) => known(axe) && known(axe + 1)).map((axe) => `M${tenth(at(axe).x)} ${tenth(at(axe).y)}L${tenth(at(axe + 1).x)} ${tenth(at(axe + 1).y)}`);
  const marks = Array.from(values.keys()).filter(known).map((axe) => marque(rang, trait, at(axe)));
  return tag("path", { d: segments.join(""), fill: "none", stroke: trait.color, "stroke-width": 2, "stroke-dasharray": trait.dash, "stroke-linecap": "round" }) + marks.join("");
}

const estNombre = (column: Column): column is NumberColumn => column.type === "nombre";

/**
 * Notes from 0 to 100 as shapes on axes: one axis a row of the table, named by its first column, one shape a column of numbers
 * after it, four at most. An SVG image whose title reads every note; the table of the same notes stands beside it.
 * @param id of its title, unique in the page
 */
export function radarSvg(titre: string, table: Table, id: string): string {
  const noms = Array.from({ length: table.length }, (_, row) => String(table.columns[0]?.values[row] ?? ""));
  const formes = table.columns.filter(estNombre).slice(0, TRAITS.length);
  if (noms.length < 3 || formes.length === 0) return "";
  const keys = formes.map(({ label }, i) => {
    const [y, trait] = [BAS + i * CLE, TRAITS[i]!];
    const line = tag("path", { d: `M70 ${y}h44`, stroke: trait.color, "stroke-width": 2, "stroke-dasharray": trait.dash });
    return line + marque(i, trait, { x: 92, y }) + textLine(124, y + 3.5, wrapWithin(label, LARGEUR - 130, 11, 1)[0] ?? "", { size: 11, fill: INK });
  });
  const lu = formes.map(({ label, values }) => `${label} : ${noms.map((nom, axe) => `${nom} ${Number.isNaN(values[axe]) ? PAS_DE_DONNEE : formatNumber(values[axe]!, 0)}`).join(", ")}`);
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${LARGEUR} ${BAS - 6 + CLE * formes.length}`, role: "img", "aria-labelledby": id, "font-family": "'Noto Sans', 'Segoe UI', system-ui, sans-serif" };
  return tag("svg", attributes, tag("title", { id }, escapeXml(`${titre}. ${lu.join(" ; ")}`)), toile(noms), ...formes.map((column, i) => forme(column, i, TRAITS[i]!)), ...keys);
}
