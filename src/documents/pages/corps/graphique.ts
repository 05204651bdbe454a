import { INK } from "../../../carto/palettes";
import { formatNumber } from "../../../textes/format";
import { SOFT_INK } from "../../svg-map/furniture";
import type { Frame } from "../../svg-map/projection";
import { textWidth, wrapText, wrapWithin } from "../../svg-map/text-fit";
import { tag, textLine } from "../../svg-map/xml";
import type { CorpsParGenre } from "../feuille";

const LIBELLE = 12;

/** What a bar is, on one or two lines before it. */
function etiquette(libelle: string, x: number, milieu: number, width: number, pas: number): string {
  const lignes = wrapWithin(libelle, width, LIBELLE, pas >= 26 ? 2 : 1);
  return lignes.map((ligne, i) => textLine(x, milieu + 4 + (i - (lignes.length - 1) / 2) * 13, ligne, { size: LIBELLE, anchor: "end", fill: INK })).join("");
}

/** Bars from the left, their figure at their end. */
export function corpsGraphique({ graphique }: CorpsParGenre["graphique"], { x, y, width, height }: Frame): string {
  const { titre, unite, barres, decimales } = graphique;
  const dits = wrapText(titre, width, 14, true);
  const tete = [
    ...dits.map((ligne, i) => textLine(x, y + 14 + i * 18, ligne, { size: 14, bold: true, fill: INK })),
    textLine(x, y + 14 + dits.length * 18, unite, { size: 10.5, fill: SOFT_INK }),
  ];
  const haut = y + 26 + tete.length * 16;
  const pas = Math.min(44, (y + height - haut) / Math.max(1, barres.length));
  const colonne = Math.min(width * 0.38, Math.max(80, ...barres.map(({ libelle }) => textWidth(libelle, LIBELLE) * 1.06)) + 14);
  const chiffres = Math.max(40, ...barres.map(({ valeur }) => textWidth(formatNumber(valeur, decimales), LIBELLE, true))) + 16;
  const max = Math.max(Number.MIN_VALUE, ...barres.map(({ valeur }) => valeur));
  const longueur = width - colonne - chiffres;
  const drawn = barres.map(({ libelle, valeur, couleur }, i) => {
    const top = haut + i * pas;
    const milieu = top + pas / 2;
    const barre = Math.max(0.5, (Math.max(0, valeur) / max) * longueur);
    return (
      etiquette(libelle, x + colonne - 10, milieu, colonne - 10, pas) +
      tag("rect", { x: x + colonne, y: top + pas * 0.14, width: barre, height: pas * 0.72, fill: couleur, stroke: INK, "stroke-opacity": "0.3", "stroke-width": "0.6" }) +
      textLine(x + colonne + barre + 7, milieu + 4, formatNumber(valeur, decimales), { size: LIBELLE, bold: true, fill: INK })
    );
  });
  const axe = tag("path", { d: `M${x + colonne} ${haut}V${haut + pas * barres.length}`, stroke: INK, "stroke-width": "0.8" });
  return tete.join("") + drawn.join("") + axe;
}
