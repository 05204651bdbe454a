import { INK } from "../carto/palettes";
import { type Column, type NumberColumn, type Table } from "../domain/table";
import { formatQuantity } from "../textes/format";
import { wrapWithin } from "./svg-map/text-fit";
import { escapeXml, tag, textLine, tenth } from "./svg-map/xml";

/** Told apart by colour-blind readers, and each with its own dashes. */
export const TRAITS = [
  { color: "#1b2a33", dash: undefined },
  { color: "#2166ac", dash: "7 3" },
  { color: "#b2410b", dash: "2 3" },
  { color: "#7d1d5f", dash: "9 3 2 3" },
] as const;

const TAILLE = { width: 340, height: 190 } as const;
const CADRE = { left: 58, right: 12, top: 8, bottom: 34 } as const;
/** Height of a line of the key. */
const CLE = 17;
const GRIS = "#d5d9da";

const estNombre = (column: Column): column is NumberColumn => column.type === "nombre";

/** Steps of an axis, and its two ends on them. */
interface Axe {
  readonly min: number;
  readonly max: number;
  readonly reperes: readonly number[];
}

/** Four to eight round steps (1, 2 or 5 times a power of ten) around two values. */
function graduer(low: number, high: number): Axe {
  const rough = (high - low || Math.abs(high) || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((one) => one * power >= rough) ?? 10);
  const min = Math.floor(low / step) * step;
  const count = Math.max(1, Math.ceil((high - min) / step - 1e-9));
  return { min, max: min + count * step, reperes: Array.from({ length: count + 1 }, (_, i) => min + i * step) };
}

const PARTS: Axe = { min: 0, max: 1, reperes: [0, 0.25, 0.5, 0.75, 1] };

interface Repere {
  readonly abscisse: Axe;
  readonly ordonnee: Axe;
  x(value: number): number;
  y(value: number): number;
}

/** Shares go from 0 to 1; other figures from just under the least of them, which the axis says. */
function repere(abscisse: NumberColumn, ordonnees: readonly NumberColumn[]): Repere {
  const known = ordonnees.flatMap(({ values }) => Array.from(values).filter(Number.isFinite));
  const horizontal = graduer(abscisse.values[0] ?? 0, abscisse.values.at(-1) ?? 1);
  const vertical = ordonnees[0]?.unit === "part" ? PARTS : graduer(Math.min(...known), Math.max(...known));
  const [width, height] = [TAILLE.width - CADRE.left - CADRE.right, TAILLE.height - CADRE.top - CADRE.bottom];
  return {
    abscisse: horizontal,
    ordonnee: vertical,
    x: (value) => CADRE.left + (width * (value - horizontal.min)) / (horizontal.max - horizontal.min),
    y: (value) => CADRE.top + height * (1 - (value - vertical.min) / (vertical.max - vertical.min)),
  };
}

function axes({ label }: NumberColumn, { unit }: NumberColumn, { x, y, abscisse, ordonnee }: Repere): string {
  const texte = (value: number): string => formatQuantity(value, unit === "part" ? "part" : "nombre");
  const rows = ordonnee.reperes.map((at) => tag("path", { d: `M${tenth(x(abscisse.min))} ${tenth(y(at))}H${tenth(x(abscisse.max))}`, stroke: GRIS, "stroke-width": 1 }) + textLine(CADRE.left - 6, y(at) + 3.5, texte(at), { size: 10, fill: INK, anchor: "end" }));
  const columns = abscisse.reperes.map((at) => textLine(x(at), TAILLE.height - CADRE.bottom + 14, formatQuantity(at, "nombre"), { size: 10, fill: INK, anchor: "middle" }));
  return rows.join("") + columns.join("") + textLine(x(abscisse.max), TAILLE.height - 6, label, { size: 10, fill: INK, anchor: "end" });
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
    return tag("path", { d: `M${CADRE.left} ${at}h30`, stroke: trait.color, "stroke-width": 2.2, "stroke-dasharray": trait.dash }) + textLine(CADRE.left + 38, at + 3.5, wrapWithin(column.label, TAILLE.width - CADRE.left - 50, 11, 1)[0] ?? "", { size: 11, fill: INK });
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
