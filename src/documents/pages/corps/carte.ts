import { INK } from "../../../carto/palettes";
import { formatNumber } from "../../../textes/format";
import { badge, SOFT_INK } from "../../svg-map/furniture";
import type { Frame } from "../../svg-map/projection";
import { wrapText, wrapWithin } from "../../svg-map/text-fit";
import { tag, textLine } from "../../svg-map/xml";
import { dessinerEchantillon, LARGEUR_ECHANTILLON } from "../echantillon";
import type { CorpsParGenre, Dessin, Legende } from "../feuille";

/** Least room for the legend beside the map. */
export const LEGENDE = 276;
export const ECART = 22;
const TITRE = 11.5;
const TEXTE = 9.8;
const LIGNE = 17.5;

/** The largest frame of the drawing's proportions on the left, and what is left for the legend. */
export function partager({ largeur, hauteur }: Dessin, frame: Frame): { readonly carte: Frame; readonly legende: Frame } {
  const echelle = Math.min((frame.width - LEGENDE - ECART) / largeur, frame.height / hauteur);
  const carte = { x: frame.x, y: frame.y, width: largeur * echelle, height: hauteur * echelle };
  const x = carte.x + carte.width + ECART;
  return { carte, legende: { x, y: frame.y, width: frame.x + frame.width - x, height: frame.height } };
}

/** The drawing's own root, put in its place, framed. @param prefixe of its identifiers, where the page has another drawing */
export function poser({ svg, largeur, hauteur }: Dessin, { x, y, width, height }: Frame, prefixe = ""): string {
  const dedans = svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
  const own = prefixe === "" ? dedans : dedans.replaceAll(/( id="|url\(#|href="#)/g, `$1${prefixe}`);
  return tag("svg", { x, y, width, height, viewBox: `0 0 ${largeur} ${hauteur}` }, own) + tag("rect", { x, y, width, height, fill: "none", stroke: SOFT_INK, "stroke-width": "0.8" });
}

interface Bloc {
  readonly svg: string;
  readonly height: number;
}

function tete(legende: Legende, x: number, y: number, width: number): Bloc {
  const titre = wrapText(legende.titre, width, TITRE, true);
  const parts = titre.map((line, i) => textLine(x, y + TITRE + i * 14, line, { size: TITRE, bold: true, fill: INK }));
  const bas = y + TITRE + Math.max(0, titre.length - 1) * 14 + 14;
  if (legende.qualite === null) return { svg: parts.join(""), height: bas - 10 - y };
  const mark = badge(x, bas, legende.qualite, 8);
  return { svg: parts.join("") + mark.svg + textLine(x + mark.width + 7, bas, legende.unite, { size: 9, fill: SOFT_INK }), height: bas + 4 - y };
}

/** Where the two columns of figures end. */
function colonnes(legende: Legende, x: number, width: number): { readonly compte: number; readonly habitants: number } {
  return { compte: legende.habitants === "" ? x + width : x + width - 58, habitants: x + width };
}

const droite = (texte: string, vers: number, top: number, fill: string, size: number = TEXTE): string => (texte === "" ? "" : textLine(vers, top, texte, { size, anchor: "end", fill }));

function lignes(legende: Legende, x: number, y: number, width: number): Bloc {
  const at = colonnes(legende, x, width);
  const heads = droite(legende.compte, at.compte, y + 8, SOFT_INK, 8) + droite(legende.habitants, at.habitants, y + 8, SOFT_INK, 8);
  const top = legende.compte === "" ? y : y + 13;
  const rows = legende.lignes.map(({ echantillon, libelle, compte, habitants }, i) => {
    const ici = top + i * LIGNE;
    const place = (compte === null ? x + width : at.compte - 34) - (x + LARGEUR_ECHANTILLON + 8);
    const [mots = ""] = wrapWithin(libelle, place, TEXTE, 1);
    return (
      dessinerEchantillon(echantillon, x, ici) +
      textLine(x + LARGEUR_ECHANTILLON + 8, ici + 10.5, mots, { size: TEXTE, fill: INK }) +
      droite(compte === null ? "" : formatNumber(compte), at.compte, ici + 10.5, INK) +
      droite(habitants === null ? "" : formatNumber(habitants), at.habitants, ici + 10.5, SOFT_INK)
    );
  });
  return { svg: heads + rows.join(""), height: top - y + legende.lignes.length * LIGNE };
}

function notes(legende: Legende, x: number, y: number, width: number): Bloc {
  const textes = legende.notes.flatMap((note) => wrapText(note, width, 8));
  return { svg: textes.map((line, i) => textLine(x, y + 8 + i * 10.4, line, { size: 8, fill: SOFT_INK })).join(""), height: textes.length * 10.4 };
}

function bloc(une: Legende, x: number, y: number, width: number): Bloc {
  const haut = tete(une, x, y, width);
  const rows = lignes(une, x, y + haut.height + 4, width);
  const dits = notes(une, x, y + haut.height + 4 + rows.height, width);
  return { svg: tag("g", {}, haut.svg, rows.svg, dits.svg), height: haut.height + 4 + rows.height + dits.height + 12 };
}

/** Legends one under the other. */
export function corpsLegendes(legendes: readonly Legende[], cote: Frame): string {
  const width = Math.min(cote.width, 330);
  let y = cote.y;
  const dessinees = legendes.map((une) => {
    const drawn = bloc(une, cote.x, y, width);
    y += drawn.height;
    return drawn.svg;
  });
  const reduite = Math.min(1, cote.height / Math.max(1, y - cote.y));
  // A legend too long for the page is drawn smaller rather than cut.
  const boite = { x: cote.x, y: cote.y, width: cote.width, height: cote.height, viewBox: `${cote.x} ${cote.y} ${cote.width / reduite} ${cote.height / reduite}` };
  return tag("svg", boite, ...dessinees);
}

/** The map with its legend beside it. */
export function corpsCarte({ dessin, legendes }: CorpsParGenre["carte"], frame: Frame): string {
  const { carte, legende } = partager(dessin, frame);
  return poser(dessin, carte) + corpsLegendes(legendes, legende);
}
