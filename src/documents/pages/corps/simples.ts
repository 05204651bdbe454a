import { INK } from "../../../carto/palettes";
import { PAGE } from "../../../textes/pages";
import { SOFT_INK } from "../../svg-map/furniture";
import type { Frame } from "../../svg-map/projection";
import { textWidth, wrapText, wrapWithin } from "../../svg-map/text-fit";
import { tag, textLine } from "../../svg-map/xml";
import type { CorpsParGenre } from "../feuille";

const ACCENT = "#17414f";

/** Up to four figures, each as large as its room lets it. */
export function corpsChiffres({ chiffres }: CorpsParGenre["chiffres"], { x, y, width, height }: Frame): string {
  const shown = chiffres.slice(0, 4);
  const colonnes = shown.length > 2 ? 2 : Math.max(1, shown.length);
  const rangs = Math.max(1, Math.ceil(shown.length / colonnes));
  const [large, haute] = [width / colonnes, height / rangs];
  return shown
    .map(({ valeur, libelle }, i) => {
      const left = x + (i % colonnes) * large;
      const top = y + Math.floor(i / colonnes) * haute;
      const taille = Math.min(84, haute * 0.42, (large - 30) / Math.max(0.01, textWidth(valeur, 1, true) * 1.06));
      const lignes = wrapWithin(libelle, large - 30, 15, 3);
      const base = top + haute / 2 + taille * 0.2;
      return tag(
        "g",
        {},
        tag("rect", { x: left, y: base - taille * 0.86, width: 4, height: taille * 0.98 + lignes.length * 20, fill: "#245a6b" }),
        textLine(left + 18, base, valeur, { size: taille, bold: true, fill: ACCENT }),
        ...lignes.map((ligne, l) => textLine(left + 18, base + 24 + l * 20, ligne, { size: 15, fill: INK })),
      );
    })
    .join("");
}

const hauteurDe = (lignes: number): number => 24 + lignes * 16 + 8;

/** Groups of a sheet in two columns, as long as there is room. */
export function corpsFiche({ fiche }: CorpsParGenre["fiche"], { x, y, width, height }: Frame): string {
  const ecart = 34;
  const colonne = (width - ecart) / 2;
  let [left, top] = [x, y];
  const parts: string[] = [];
  for (const { titre, lignes } of fiche.groupes) {
    const place = Math.floor((y + height - top - 24) / 16);
    if (top > y && hauteurDe(lignes.length) > y + height - top) {
      if (left > x) break;
      [left, top] = [x + colonne + ecart, y];
    }
    const shown = lignes.slice(0, Math.max(place, Math.floor((height - 24) / 16)));
    parts.push(textLine(left, top + 14, titre, { size: 12.5, bold: true, fill: ACCENT }), tag("path", { d: `M${left} ${top + 19}h${colonne}`, stroke: "#ddd8cb", "stroke-width": 1 }));
    shown.forEach(({ libelle, valeur }, i) => {
      const base = top + 34 + i * 16;
      const mots = wrapWithin(valeur ?? PAGE.sansDonnee, colonne * 0.5, 10.6, 1)[0] ?? "";
      parts.push(textLine(left, base, wrapWithin(libelle, colonne * 0.5, 10.6, 1)[0] ?? "", { size: 10.6, fill: INK }), textLine(left + colonne, base, mots, { size: 10.6, bold: true, anchor: "end", fill: INK }));
    });
    top += hauteurDe(shown.length);
  }
  return parts.join("");
}

/** Paragraphs as large as the page lets them. */
export function corpsTexte({ paragraphes }: CorpsParGenre["texte"], { x, y, width, height }: Frame): string {
  const taille = [19, 17, 15, 13, 11.5].find((size) => hauteurTexte(paragraphes, width, size) <= height) ?? 10;
  let base = y + taille;
  const parts: string[] = [];
  for (const paragraphe of paragraphes) {
    const item = /^[-•] /.test(paragraphe);
    const retrait = item ? 22 : 0;
    if (item) parts.push(tag("circle", { cx: x + 8, cy: base - taille * 0.32, r: taille * 0.16, fill: "#245a6b" }));
    for (const ligne of wrapText(item ? paragraphe.slice(2) : paragraphe, width - retrait, taille)) {
      parts.push(textLine(x + retrait, base, ligne, { size: taille, fill: INK }));
      base += taille * 1.42;
    }
    base += taille * 0.5;
  }
  return parts.join("");
}

function hauteurTexte(paragraphes: readonly string[], width: number, taille: number): number {
  return paragraphes.reduce((sum, paragraphe) => sum + wrapText(paragraphe, width - (/^[-•] /.test(paragraphe) ? 22 : 0), taille).length * taille * 1.42 + taille * 0.5, 0);
}

/** The page's own title says it all: only its second line is drawn here. */
export function corpsSection({ sousTitre }: CorpsParGenre["section"], { x, y, width, height }: Frame): string {
  return wrapWithin(sousTitre, width * 0.8, 20, 5).map((ligne, i) => textLine(x, y + height * 0.18 + i * 28, ligne, { size: 20, fill: "#e2edef" })).join("");
}

export function corpsVide({ raison }: CorpsParGenre["vide"], { x, y, width, height }: Frame): string {
  const lignes = wrapText(raison, width - 80, 15);
  return tag("rect", { x, y, width, height, rx: 6, fill: "#f1eee5" }) + lignes.map((ligne, i) => textLine(x + width / 2, y + height / 2 + i * 21, ligne, { size: 15, anchor: "middle", fill: SOFT_INK })).join("");
}
