import { INK } from "../../../carto/palettes";
import { SOFT_INK } from "../../svg-map/furniture";
import type { Frame } from "../../svg-map/projection";
import { wrapWithin } from "../../svg-map/text-fit";
import { tag, textLine } from "../../svg-map/xml";
import { mettreEnPage, TABLE } from "../cellules";
import type { CorpsParGenre } from "../feuille";

/** The first rows of a table, and how many there are. */
export function corpsTableau({ tableau }: CorpsParGenre["tableau"], { x, y, width, height }: Frame): string {
  const { entetes, largeurs, rangs, note } = mettreEnPage(tableau, width, height);
  const debuts = largeurs.map((_, i) => x + largeurs.slice(0, i).reduce((sum, each) => sum + each, 0));
  const ecrire = (texte: string, i: number, top: number, bold: boolean, size: number): string => {
    const [debut = x, taille = 0] = [debuts[i], largeurs[i]];
    const nombre = entetes[i]?.nombre === true;
    return textLine(nombre ? debut + taille - TABLE.espace / 2 : debut + 4, top, texte, { size, bold, fill: INK, anchor: nombre ? "end" : "start" });
  };
  const tetes = entetes.flatMap(({ libelle }, i) => wrapWithin(libelle, (largeurs[i] ?? 0) - TABLE.espace / 2, 8.8, 2).map((ligne, rang) => ecrire(ligne, i, y + 11 + rang * 11, true, 8.8)));
  let top = y + TABLE.tete;
  const lignes = rangs.flatMap(({ cellules, hauteur }, r) => {
    const haut = top;
    top += hauteur;
    const fond = r % 2 === 1 ? "" : tag("rect", { x, y: haut, width, height: hauteur, fill: "#f1eee5" });
    return [fond, ...cellules.flatMap((lines, i) => lines.map((line, l) => ecrire(line, i, haut + 12.8 + l * TABLE.interligne, i === 0, TABLE.texte)))];
  });
  const trait = tag("path", { d: `M${x} ${y + TABLE.tete - 1}H${x + width}`, stroke: "#17414f", "stroke-width": 1.4 });
  return tetes.join("") + trait + lignes.join("") + textLine(x, top + 13, note, { size: 9, fill: SOFT_INK });
}
