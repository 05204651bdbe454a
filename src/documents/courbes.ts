import { INK } from "../carto/palettes";
import { type Column, type NumberColumn, type Table } from "../domain/table";
import { formatQuantity } from "../textes/format";
import { escapeXml, tag, textLine, tenth } from "./svg-map/xml";

/** Told apart by colour-blind readers, and each with its own dashes. */
const TRAITS = [
  { color: "#1b2a33", dash: undefined },
  { color: "#2166ac", dash: "7 3" },
  { color: "#b2410b", dash: "2 3" },
  { color: "#7d1d5f", dash: "9 3 2 3" },
] as const;

const TAILLE = { width: 330, height: 190 } as const;
const CADRE = { left: 38, right: 10, top: 8, bottom: 34 } as const;
/** Height of a line of the key. */
const CLE = 17;
const GRIS = "#d5d9da";

const estNombre = (column: Column): column is NumberColumn => column.type === "nombre";

interface Repere {
  x(value: number): number;
  y(value: number): number;
}

/** Curves need a scale: the first column from 0 to its last value, the others from 0 to 1 for shares, to their greatest value otherwise. */
function repere(abscisse: NumberColumn, ordonnees: readonly NumberColumn[]): Repere & { readonly xMax: number; readonly yMax: number } {
  const xMax = abscisse.values.at(-1) ?? 1;
  const most = ordonnees.reduce((max, { values }) => values.reduce((top, value) => (value > top ? value : top), max), 0);
  const yMax = ordonnees[0]?.unit === "part" ? 1 : most || 1;
  const [width, height] = [TAILLE.width - CADRE.left - CADRE.right, TAILLE.height - CADRE.top - CADRE.bottom];
  return { xMax, yMax, x: (value) => CADRE.left + (width * value) / xMax, y: (value) => CADRE.top + height * (1 - value / yMax) };
}

function axes(abscisse: NumberColumn, ordonnee: NumberColumn, { x, y, xMax, yMax }: ReturnType<typeof repere>): string {
  const parts = [0, 0.25, 0.5, 0.75, 1];
  const rows = parts.map((part) => tag("path", { d: `M${tenth(x(0))} ${tenth(y(part * yMax))}H${tenth(x(xMax))}`, stroke: GRIS, "stroke-width": 1 }) + textLine(CADRE.left - 5, y(part * yMax) + 3.5, formatQuantity(part * yMax, ordonnee.unit), { size: 10, fill: INK, anchor: "end" }));
  const columns = parts.map((part) => textLine(x(part * xMax), TAILLE.height - CADRE.bottom + 14, formatQuantity(part * xMax, "nombre"), { size: 10, fill: INK, anchor: "middle" }));
  return rows.join("") + columns.join("") + textLine(x(xMax), TAILLE.height - 6, abscisse.label, { size: 10, fill: INK, anchor: "end" });
}

/** The line of one column; « pas de donnée » breaks it. */
function courbe(abscisse: NumberColumn, { values }: NumberColumn, { x, y }: Repere): string {
  let pen = "M";
  const parts = Array.from(values, (value, i) => {
    if (Number.isNaN(value)) {
      pen = "M";
      return "";
    }
    const point = `${pen}${tenth(x(abscisse.values[i] ?? 0))} ${tenth(y(value))}`;
    pen = "L";
    return point;
  });
  return parts.join("");
}

/**
 * Curves of the columns of a table over its first one, with their key: an SVG image whose text says what it shows; the table
 * of the same figures stands elsewhere. Four curves at most are told apart. @param id of its title, unique in the page
 */
export function courbesSvg(titre: string, table: Table, id: string): string {
  const [abscisse, ...ordonnees] = table.columns.filter(estNombre);
  const [premiere] = ordonnees;
  if (abscisse === undefined || premiere === undefined) return "";
  const cadre = repere(abscisse, ordonnees);
  const lines = ordonnees.map((column, i) => ({ column, trait: TRAITS[i % TRAITS.length]! }));
  const drawn = lines.map(({ column, trait }) => tag("path", { d: courbe(abscisse, column, cadre), fill: "none", stroke: trait.color, "stroke-width": 2.2, "stroke-dasharray": trait.dash, "stroke-linejoin": "round" }));
  const keys = lines.map(({ column, trait }, i) => {
    const at = TAILLE.height + 10 + i * CLE;
    return tag("path", { d: `M${CADRE.left} ${at}h30`, stroke: trait.color, "stroke-width": 2.2, "stroke-dasharray": trait.dash }) + textLine(CADRE.left + 38, at + 3.5, column.label, { size: 11, fill: INK });
  });
  const height = TAILLE.height + 6 + CLE * lines.length;
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${TAILLE.width} ${height}`, role: "img", "aria-labelledby": id, "font-family": "'Noto Sans', 'Segoe UI', system-ui, sans-serif" };
  return tag("svg", attributes, tag("title", { id }, escapeXml(`${titre} : ${lectures(abscisse, ordonnees)}`)), axes(abscisse, premiere, cadre), ...drawn, ...keys);
}

/** What the curves say at the middle of the axis, in words. */
function lectures(abscisse: NumberColumn, ordonnees: readonly NumberColumn[]): string {
  const middle = Math.floor(abscisse.values.length / 4);
  const at = formatQuantity(abscisse.values[middle] ?? Number.NaN, abscisse.unit);
  return ordonnees.map(({ label, values, unit, digits }) => `${label}, ${formatQuantity(values[middle] ?? Number.NaN, unit, digits)} à ${at}`).join(" ; ");
}
