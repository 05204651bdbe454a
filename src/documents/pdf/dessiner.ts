import type { Element } from "./lire-svg";

/** What of a PDFKit document a drawing needs. Lengths are those of the current transform. */
export interface Toile {
  save(): unknown;
  restore(): unknown;
  translate(x: number, y: number): unknown;
  scale(x: number, y?: number): unknown;
  path(d: string): unknown;
  rect(x: number, y: number, width: number, height: number): unknown;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): unknown;
  circle(x: number, y: number, radius: number): unknown;
  clip(rule?: "even-odd" | "non-zero"): unknown;
  fill(rule: "even-odd" | "non-zero"): unknown;
  stroke(): unknown;
  fillColor(color: string): unknown;
  strokeColor(color: string): unknown;
  fillOpacity(opacity: number): unknown;
  strokeOpacity(opacity: number): unknown;
  lineWidth(width: number): unknown;
  lineCap(cap: string): unknown;
  lineJoin(join: string): unknown;
  dash(length: number, options?: { space: number }): unknown;
  undash(): unknown;
  font(name: string, size: number): unknown;
  widthOfString(text: string): number;
  text(text: string, x: number, y: number, options: Readonly<Record<string, unknown>>): unknown;
  link(x: number, y: number, width: number, height: number, url: string): unknown;
}

/** Names of the fonts as they are registered in the document. */
export interface Polices {
  readonly texte: string;
  readonly gras: string;
  /** The font of the signs that the other two have not. */
  readonly signes: string;
  /** Whether the fonts of the text have a character. */
  connait(caractere: string): boolean;
  aLeSigne(caractere: string): boolean;
}

type Attributs = Readonly<Record<string, string>>;

interface Etat {
  readonly toile: Toile;
  readonly polices: Polices;
  /** Elements by id, of the innermost drawing that has them. */
  readonly definitions: ReadonlyMap<string, Element>;
  /** Presentation attributes of the parents. */
  readonly herites: Attributs;
  readonly lien: string | null;
}

const HERITES = ["fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "opacity"] as const;

function heriter(parents: Attributs, own: Attributs): Attributs {
  const kept: Record<string, string> = {};
  for (const name of HERITES) {
    const value = own[name] ?? parents[name];
    if (value !== undefined) kept[name] = value;
  }
  // Opacities of nested groups multiply.
  if (own["opacity"] !== undefined && parents["opacity"] !== undefined) kept["opacity"] = String(Number(own["opacity"]) * Number(parents["opacity"]));
  return kept;
}

const nombre = (value: string | undefined, otherwise: number): number => (value === undefined ? otherwise : Number(value));

function reference(value: string | undefined): string | null {
  return /^url\(#(.+)\)$/.exec(value ?? "")?.[1] ?? null;
}

/** What stands for a character that the fonts have not. */
const REMPLACEMENTS: Readonly<Record<string, string>> = { "\u202F": "\u00A0", "\u2011": "-", "⅔": "2/3", "⅓": "1/3" };

function ecrivable(texte: string, polices: Polices): string {
  return [...texte].map((c) => (polices.connait(c) || (c.trim() !== "" && polices.aLeSigne(c)) ? c : [...(REMPLACEMENTS[c] ?? "?")].filter((r) => polices.connait(r)).join(""))).join("");
}

type Tracer = (toile: Toile) => void;

/** Paints a shape as its attributes say: colour, pattern, outline. The path is traced anew for each. */
function peindre(etat: Etat, attributs: Attributs, tracer: Tracer): void {
  const { toile } = etat;
  const style = heriter(etat.herites, attributs);
  const opacite = nombre(style["opacity"], 1);
  const fond = style["fill"] ?? "#000000";
  const motif = reference(fond);
  const regle = style["fill-rule"] === "evenodd" ? "even-odd" : "non-zero";
  const opaciteFond = nombre(style["fill-opacity"], 1) * opacite;
  if (motif !== null) remplirMotif(etat, motif, opaciteFond, tracer);
  else if (fond !== "none" && opaciteFond > 0) {
    toile.fillColor(fond);
    toile.fillOpacity(opaciteFond);
    tracer(toile);
    toile.fill(regle);
  }
  const trait = style["stroke"] ?? "none";
  const largeur = nombre(style["stroke-width"], 1);
  if (trait === "none" || !(largeur > 0)) return;
  toile.strokeColor(trait);
  toile.strokeOpacity(nombre(style["stroke-opacity"], 1) * opacite);
  toile.lineWidth(largeur);
  toile.lineJoin(style["stroke-linejoin"] ?? "miter");
  toile.lineCap(style["stroke-linecap"] ?? "butt");
  const [tiret, vide] = (style["stroke-dasharray"] ?? "").split(/[ ,]+/).map(Number);
  if (tiret !== undefined && tiret > 0) toile.dash(tiret, { space: vide ?? tiret });
  tracer(toile);
  toile.stroke();
  toile.undash();
}

/** Bounds of absolute and relative « M L l z » path data, of a rectangle or a circle: where tiles of a pattern are needed. */
function bornes(d: string): readonly [number, number, number, number] | null {
  let [x, y] = [0, 0];
  let box: [number, number, number, number] | null = null;
  for (const [, command = "", rest = ""] of d.matchAll(/([MLlHhVvZz])([^MLlHhVvZz]*)/g)) {
    const values = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    for (let i = 0; i + 1 < values.length; i += 2) {
      [x, y] = command === "l" ? [x + (values[i] ?? 0), y + (values[i + 1] ?? 0)] : [values[i] ?? 0, values[i + 1] ?? 0];
      box = box === null ? [x, y, x, y] : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  return box;
}

/** A pattern: its tiles, cut to the shape. */
function remplirMotif(etat: Etat, id: string, opacite: number, tracer: Tracer): void {
  const { toile, definitions } = etat;
  const motif = definitions.get(id);
  if (motif === undefined) return;
  let box: readonly [number, number, number, number] | null = null;
  // The shape says where it is by being traced on a canvas that only listens.
  tracer({ path: (d: string) => void (box = bornes(d)), rect: (x: number, y: number, w: number, h: number) => void (box = [x, y, x + w, y + h]), roundedRect: (x: number, y: number, w: number, h: number) => void (box = [x, y, x + w, y + h]) } as unknown as Toile);
  if (box === null) return;
  const [x0, y0, x1, y1] = box as readonly [number, number, number, number];
  const cote = nombre(motif.attributs["width"], 8);
  const tuiles = motif.enfants.filter(({ nom }) => nom === "path");
  toile.save();
  tracer(toile);
  toile.clip("non-zero");
  for (const { attributs } of tuiles) {
    let d = "";
    for (let x = Math.floor(x0 / cote) * cote; x < x1; x += cote) for (let y = Math.floor(y0 / cote) * cote; y < y1; y += cote) d += deplacer(attributs["d"] ?? "", x, y);
    peindre({ ...etat, herites: { opacity: String(opacite) } }, { ...attributs, d }, (on) => on.path(d));
  }
  toile.restore();
}

/** Absolute « M L H V A Z » path data moved by (dx, dy). */
function deplacer(d: string, dx: number, dy: number): string {
  return d.replaceAll(/([MLHVAZ])([^MLHVAZ]*)/g, (_, command: string, rest: string) => {
    const values = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const moved = values.map((value, i) => {
      if (command === "H") return value + dx;
      if (command === "V") return value + dy;
      if (command === "A") return i % 7 < 5 ? value : value + (i % 7 === 5 ? dx : dy);
      return value + (i % 2 === 0 ? dx : dy);
    });
    return `${command}${moved.join(" ")}`;
  });
}

/** A text cut where the font changes. */
function morceaux(texte: string, police: string, polices: Polices): readonly { readonly police: string; readonly texte: string }[] {
  const found: { police: string; texte: string }[] = [];
  for (const caractere of texte) {
    const ici = polices.connait(caractere) ? police : polices.signes;
    const last = found.at(-1);
    if (last?.police === ici) last.texte += caractere;
    else found.push({ police: ici, texte: caractere });
  }
  return found;
}

/** A line of text on its baseline, its halo under it. */
function ecrire(etat: Etat, { attributs, texte }: Element): void {
  const { toile, polices } = etat;
  const taille = nombre(attributs["font-size"], 10);
  const mots = ecrivable(texte, polices);
  if (mots.trim() === "") return;
  const espace = nombre(attributs["letter-spacing"], 0);
  const parts = morceaux(mots, attributs["font-weight"] === "600" ? polices.gras : polices.texte, polices).map(({ police, texte: part }) => {
    toile.font(police, taille);
    return { police, part, large: toile.widthOfString(part) + espace * part.length };
  });
  const large = parts.reduce((sum, one) => sum + one.large, 0);
  const ancre = { end: large, middle: large / 2 }[attributs["text-anchor"] ?? ""] ?? 0;
  const x = nombre(attributs["x"], 0) - ancre;
  const base = nombre(attributs["y"], 0);
  const options = { lineBreak: false, characterSpacing: espace, baseline: "alphabetic" };
  const poserMots = (how: Readonly<Record<string, unknown>>): void => {
    let at = x;
    for (const { police, part, large: width } of parts) {
      toile.font(police, taille);
      toile.text(part, at, base, how);
      at += width;
    }
  };
  const halo = attributs["stroke"];
  if (halo !== undefined && halo !== "none") {
    toile.strokeColor(halo);
    toile.strokeOpacity(1);
    toile.lineWidth(nombre(attributs["stroke-width"], 1));
    toile.lineJoin("round");
    poserMots({ ...options, stroke: true, fill: false });
  }
  toile.fillColor(attributs["fill"] ?? "#000000");
  toile.fillOpacity(nombre(attributs["fill-opacity"], 1));
  poserMots({ ...options, fill: true, stroke: false });
  if (etat.lien !== null) toile.link(x, base - taille, large, taille * 1.3, etat.lien);
}

/** Translations and scales, which is all that `documents/` writes. */
function transformer(toile: Toile, transform: string | undefined): void {
  for (const [, nom, rest = ""] of (transform ?? "").matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [a = 0, b] = rest.split(/[ ,]+/).map(Number);
    if (nom === "translate") toile.translate(a, b ?? 0);
    else toile.scale(a, b ?? a);
  }
}

/** Draws the children of a group, cut to what it says. */
function groupe(etat: Etat, element: Element): void {
  const { toile, definitions } = etat;
  const { attributs } = element;
  toile.save();
  transformer(toile, attributs["transform"]);
  const coupe = definitions.get(reference(attributs["clip-path"]) ?? "")?.enfants[0];
  if (coupe !== undefined) {
    const { x, y, width, height } = coupe.attributs;
    toile.rect(nombre(x, 0), nombre(y, 0), nombre(width, 0), nombre(height, 0));
    toile.clip();
  }
  const herites = heriter(etat.herites, attributs);
  for (const enfant of element.enfants) dessinerElement({ ...etat, herites }, enfant);
  toile.restore();
}

function toutes(element: Element, into: Map<string, Element>): ReadonlyMap<string, Element> {
  const { id } = element.attributs;
  if (id !== undefined) into.set(id, element);
  for (const enfant of element.enfants) if (enfant.nom !== "svg") toutes(enfant, into);
  return into;
}

/** A drawing within the drawing: its own frame, its own identifiers. */
function cadre(etat: Etat, element: Element): void {
  const { toile } = etat;
  const { x, y, width, height, viewBox } = element.attributs;
  const [vx = 0, vy = 0, vw = 1, vh = 1] = (viewBox ?? `0 0 ${width} ${height}`).split(" ").map(Number);
  const [w, h] = [nombre(width, vw), nombre(height, vh)];
  const scale = Math.min(w / vw, h / vh);
  toile.save();
  toile.translate(nombre(x, 0) + (w - vw * scale) / 2, nombre(y, 0) + (h - vh * scale) / 2);
  toile.scale(scale);
  toile.translate(-vx, -vy);
  toile.rect(vx, vy, vw, vh);
  toile.clip();
  const definitions = toutes({ ...element, attributs: {} }, new Map(etat.definitions));
  for (const enfant of element.enfants) dessinerElement({ ...etat, definitions, herites: heriter(etat.herites, element.attributs) }, enfant);
  toile.restore();
}

function utiliser(etat: Etat, { attributs }: Element): void {
  const target = etat.definitions.get((attributs["href"] ?? "").slice(1));
  if (target !== undefined) groupe(etat, { ...target, nom: "g", attributs: { ...target.attributs, ...attributs } });
}

/** One line an element; what is not here draws nothing (titles, descriptions, definitions). */
const ELEMENTS: Readonly<Record<string, (etat: Etat, element: Element) => void>> = {
  svg: cadre,
  g: groupe,
  use: utiliser,
  a: (etat, element) => groupe({ ...etat, lien: element.attributs["href"] ?? null }, element),
  path: (etat, { attributs }) => peindre(etat, attributs, (toile) => toile.path(attributs["d"] ?? "")),
  rect: (etat, { attributs: { x, y, width, height, rx, ...style } }) =>
    peindre(etat, style, (toile) => {
      const box = [nombre(x, 0), nombre(y, 0), nombre(width, 0), nombre(height, 0)] as const;
      if (nombre(rx, 0) > 0) toile.roundedRect(...box, nombre(rx, 0));
      else toile.rect(...box);
    }),
  circle: (etat, { attributs: { cx, cy, r, ...style } }) => peindre(etat, style, (toile) => toile.circle(nombre(cx, 0), nombre(cy, 0), nombre(r, 0))),
  text: ecrire,
};

function dessinerElement(etat: Etat, element: Element): void {
  ELEMENTS[element.nom]?.(etat, element);
}

/** Draws an SVG document of ours, as vectors, at the top left of the current transform: one unit of the drawing is one of the canvas. */
export function dessinerSvg(toile: Toile, racine: Element, polices: Polices): void {
  cadre({ toile, polices, definitions: new Map(), herites: {}, lien: null }, racine);
}
