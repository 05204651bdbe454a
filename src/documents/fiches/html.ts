import { type Attributes, escapeXml, tag } from "../svg-map/xml";
import { STYLE } from "./style";

/** An HTML element that is always closed, as HTML wants. Children are HTML already: texts go through `text` first. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  return tag(name, attributes, "", ...children);
}

/** Text made safe for HTML, data being what it may. */
export function text(content: string): string {
  return escapeXml(content);
}

/** A cell of a table's head or of a row's. */
export function th(scope: "col" | "row" | "rowgroup", content: string, attributes: Attributes = {}): string {
  return el("th", { scope, ...attributes }, text(content));
}

/** A whole document: one language, one style, no script, nothing from elsewhere. */
export function htmlDocument(titre: string, classe: string, style: string, ...body: readonly string[]): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Nothing may be fetched nor run from here, whatever the data hold.
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">",
    el("title", {}, text(titre)),
    // Written by us, never from data: no escape that CSS would not read.
    el("style", {}, style),
  ];
  return `<!DOCTYPE html>\n<html lang="fr">\n<head>\n${head.join("\n")}\n</head>\n<body class="${classe}">\n${body.join("\n")}\n</body>\n</html>\n`;
}

/** A sheet, or their index. */
export function page(titre: string, classe: "fiche" | "index", ...body: readonly string[]): string {
  return htmlDocument(titre, classe, STYLE, ...body);
}
