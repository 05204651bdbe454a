/** Attribute values: numbers are written to a tenth of a unit; undefined leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text and attribute values made safe for XML; characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** An element. Children are XML already: texts go through `escapeXml` (or `text`) first. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? "" : ` ${key}="${typeof value === "number" ? tenth(value) : escapeXml(value)}"`))
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** A number as short as it can be written at a tenth of a unit. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export interface TextStyle {
  readonly size: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  /** Colour of the halo around the letters. */
  readonly halo?: string;
  readonly spacing?: number;
}

/** A line of text. Presentation attributes only: the page's policy refuses style attributes. */
export function textLine(x: number, y: number, content: string, style: TextStyle): string {
  const halo = style.halo === undefined ? {} : { stroke: style.halo, "stroke-width": style.size * 0.26, "stroke-linejoin": "round", "paint-order": "stroke" };
  const attributes = {
    x,
    y,
    "font-size": style.size,
    fill: style.fill,
    "font-weight": style.bold === true ? "600" : undefined,
    "text-anchor": style.anchor === undefined || style.anchor === "start" ? undefined : style.anchor,
    "letter-spacing": style.spacing,
    ...halo,
  };
  return tag("text", attributes, escapeXml(content));
}
