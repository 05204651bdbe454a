/** An element of a drawing of ours. Text is that of its only text child, entities decoded. */
export interface Element {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
  readonly enfants: readonly Element[];
  readonly texte: string;
}

const ENTITES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoder(texte: string): string {
  return texte.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith("#")) return String.fromCodePoint(name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
    return ENTITES[name] ?? whole;
  });
}

function attributsDe(source: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) found[name] = decoder(value);
  return found;
}

interface Ouvert {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
  readonly enfants: Element[];
  texte: string;
}

/**
 * The tree of an SVG text that `documents/` wrote: elements, attributes between double quotes, text; no comment, no CDATA, no
 * doctype. A worker has no parser of its own. Throws on what is not closed.
 */
export function lireSvg(svg: string): Element {
  const pile: Ouvert[] = [{ nom: "", attributs: {}, enfants: [], texte: "" }];
  const fermer = (): void => {
    const done = pile.pop();
    const parent = pile.at(-1);
    if (done === undefined || parent === undefined) throw new Error("SVG: an element is closed that was not opened");
    parent.enfants.push(done);
  };
  for (const [, fin, nom, attributs, seul, texte] of svg.matchAll(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    const ici = pile.at(-1);
    if (ici === undefined) break;
    if (texte !== undefined) ici.texte += decoder(texte);
    else if (fin === "/") fermer();
    else {
      pile.push({ nom: nom ?? "", attributs: attributsDe(attributs ?? ""), enfants: [], texte: "" });
      if (seul === "/") fermer();
    }
  }
  const [racine] = pile[0]?.enfants ?? [];
  if (pile.length !== 1 || racine === undefined) throw new Error("SVG: an element is not closed");
  return racine;
}
