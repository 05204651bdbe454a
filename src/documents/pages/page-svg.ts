import { INK } from "../../carto/palettes";
import { PAGE } from "../../textes/pages";
import { SOFT_INK } from "../svg-map/furniture";
import type { Frame } from "../svg-map/projection";
import { escapeXml, tag, textLine } from "../svg-map/xml";
import { corpsAvantApres } from "./corps/avant-apres";
import { corpsCarte } from "./corps/carte";
import { corpsGraphique } from "./corps/graphique";
import { corpsChiffres, corpsFiche, corpsSection, corpsTexte, corpsVide } from "./corps/simples";
import { corpsTableau } from "./corps/tableau";
import type { CorpsParGenre, Feuille, GenreCorps } from "./feuille";
import type { FormatPage } from "./format-page";
import { MARGE, type Zones, zonesDe } from "./zones";

const CORPS: { readonly [G in GenreCorps]: (corps: CorpsParGenre[G], frame: Frame) => string } = {
  carte: corpsCarte,
  "avant-apres": corpsAvantApres,
  tableau: corpsTableau,
  graphique: corpsGraphique,
  chiffres: corpsChiffres,
  fiche: corpsFiche,
  texte: corpsTexte,
  section: corpsSection,
  vide: corpsVide,
};

/** Where a page stands among the others: from 1. */
export interface Rang {
  readonly rang: number;
  readonly total: number;
}

interface Encres {
  readonly fond: string;
  readonly encre: string;
  readonly douce: string;
}
const CLAIR: Encres = { fond: "#fffefb", encre: INK, douce: SOFT_INK };
const SOMBRE: Encres = { fond: "#17414f", encre: "#ffffff", douce: "#c9dbe0" };

function mention({ x, y, largeur, texte }: Zones["mentions"][number]): string {
  return tag("rect", { x, y: y - 10.5, width: largeur, height: 15, rx: 4, fill: "#fbf0d2" }) + textLine(x + 8, y, texte, { size: 9, bold: true, fill: "#6f4e00" });
}

function pied(feuille: Feuille, { rang, total }: Rang, y: number, largeur: number, { douce }: Encres): string {
  const gauche = [PAGE.produit, feuille.date === "" ? "" : PAGE.edition(feuille.date)].filter((texte) => texte !== "").join(" · ");
  const lien = feuille.lien === null ? "" : tag("a", { href: feuille.lien, target: "_blank" }, textLine(largeur / 2, y, PAGE.vivant, { size: 8.6, anchor: "middle", fill: "#245a6b" }));
  return textLine(MARGE, y, gauche, { size: 8.6, fill: douce }) + lien + textLine(largeur - MARGE, y, PAGE.numero(rang, total), { size: 8.6, anchor: "end", fill: douce });
}

/** In words, for who does not see the page. */
function decrire({ phrase, mentions }: Feuille): string {
  return [phrase, ...mentions].filter((texte) => texte !== "").join(" · ");
}

/**
 * A page as a complete SVG document, the same on the screen, in the PDF and on paper. Presentation attributes only, no
 * script, no font, no picture. The identifiers of a drawn map are its own: two pages of one document must not be two
 * maps at once, unless each is a document of its own.
 */
export function pageSvg(feuille: Feuille, format: FormatPage, rang: Rang): string {
  const { largeur, hauteur } = format;
  const section = feuille.corps.genre === "section";
  const encres = section ? SOMBRE : CLAIR;
  const zones = zonesDe(feuille, format);
  // A section has nothing above its body: its title comes down to the middle of the page.
  const descente = section ? hauteur * 0.3 : 0;
  const draw = CORPS[feuille.corps.genre] as (corps: unknown, frame: Frame) => string;
  const frame = section ? { ...zones.corps, y: zones.corps.y + descente, height: zones.corps.height - descente } : zones.corps;
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${largeur} ${hauteur}`, width: largeur, height: hauteur, role: "group", "aria-label": feuille.titre, "font-family": "'Noto Sans', 'Segoe UI', system-ui, sans-serif" };
  return tag(
    "svg",
    attributes,
    tag("desc", {}, escapeXml(decrire(feuille))),
    tag("rect", { width: largeur, height: hauteur, fill: encres.fond }),
    ...zones.titre.lignes.map(({ x, y, texte }) => textLine(x, y + descente, texte, { size: zones.titre.taille, bold: true, fill: encres.encre })),
    ...zones.phrase.lignes.map(({ x, y, texte }) => textLine(x, y, texte, { size: zones.phrase.taille, fill: encres.encre })),
    ...zones.mentions.map(mention),
    draw(feuille.corps, frame),
    ...zones.sources.lignes.map(({ x, y, texte }) => textLine(x, y, texte, { size: zones.sources.taille, fill: encres.douce })),
    pied(feuille, rang, zones.pied, largeur, encres),
  );
}
