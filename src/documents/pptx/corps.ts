import type PptxGenJS from "pptxgenjs";
import { symbolImage } from "../../carto/symbols";
import { formatNumber } from "../../textes/format";
import { PAGE } from "../../textes/pages";
import { QUALITE_COURTE } from "../../textes/legende";
import type { Materiel } from "../export";
import { mettreEnPage, TABLE } from "../pages/cellules";
import { NOM, partagerPaire } from "../pages/corps/avant-apres";
import { partager } from "../pages/corps/carte";
import type { CorpsParGenre, GenreCorps, Legende, LigneLegende } from "../pages/feuille";
import type { Frame } from "../svg-map/projection";
import { wrapText } from "../svg-map/text-fit";
import { ACCENT, DOUCE, ENCRE, hex, nettoyer, POLICE, pouces, type Slide, taille } from "./mesures";

type Ecrire<G extends GenreCorps> = (slide: Slide, corps: CorpsParGenre[G], frame: Frame, materiel: Materiel, rang: number) => void;

const base = { margin: 0, fontFace: POLICE, color: ENCRE } as const;
const boite = ({ x, y, width, height }: Frame) => ({ x: pouces(x), y: pouces(y), w: pouces(width), h: pouces(height) });
const RIEN = { type: "none" as const };
const SANS_TRAIT: [typeof RIEN, typeof RIEN, typeof RIEN, typeof RIEN] = [RIEN, RIEN, RIEN, RIEN];

const LIGNE = 16;

/** The sample of a line: a filled cell, or a mark in the colour of its symbol where the picture of it is missing. */
function pastille({ echantillon }: LigneLegende, image: boolean): PptxGenJS.TableCell {
  const { forme, couleur, opacite, symbole } = echantillon;
  if (forme === "aplat" || forme === "motif") return { text: "", options: { fill: { color: hex(couleur), transparency: Math.round((1 - opacite) * 100) } } };
  const color = forme === "symbole" ? hex(symbolImage(symbole ?? "site").paths[1]?.fill ?? couleur) : hex(couleur);
  return { text: image ? "" : forme === "trait" ? "- - -" : "●", options: { color, align: "center" } };
}

const nombre = (value: number | null): PptxGenJS.TableCell => ({ text: value === null ? "" : formatNumber(value), options: { align: "right" } });

function legende(slide: Slide, une: Legende, { x, y, width }: Frame, { symboles }: Materiel): number {
  const titre = wrapText(une.titre, width, 11.5, true).length;
  slide.addText(nettoyer(une.titre), { ...base, ...boite({ x, y, width, height: titre * 15 }), fontSize: taille(11.5), bold: true, valign: "top" });
  let top = y + titre * 15 + 2;
  if (une.qualite !== null) {
    slide.addText(`${QUALITE_COURTE[une.qualite]} · ${nettoyer(une.unite)}`, { ...base, ...boite({ x, y: top, width, height: 13 }), fontSize: taille(9), color: DOUCE, valign: "top" });
    top += 15;
  }
  const tete = une.compte === "" ? [] : [["", "", une.compte, une.habitants].map((text): PptxGenJS.TableCell => ({ text: nettoyer(text), options: { fontSize: taille(8), color: DOUCE, align: "right" } }))];
  const rows = une.lignes.map((ligne): PptxGenJS.TableRow => {
    const image = ligne.echantillon.symbole !== null && symboles[ligne.echantillon.symbole] !== undefined;
    return [pastille(ligne, image), { text: ` ${nettoyer(ligne.libelle)}` }, nombre(ligne.compte), nombre(ligne.habitants)];
  });
  const [compte, habitants] = une.compte === "" ? [2, 2] : [44, une.habitants === "" ? 2 : 58];
  slide.addTable([...tete, ...rows], {
    ...base, x: pouces(x), y: pouces(top), w: pouces(width), colW: [24, width - 24 - compte - habitants, compte, habitants].map(pouces),
    rowH: pouces(LIGNE), fontSize: taille(9.8), border: { type: "solid", pt: 1.5, color: "FFFEFB" }, valign: "middle",
  });
  une.lignes.forEach(({ echantillon, libelle }, i) => {
    const data = echantillon.symbole === null ? undefined : symboles[echantillon.symbole];
    if (data !== undefined) slide.addImage({ data, x: pouces(x + 5), y: pouces(top + (tete.length + i) * LIGNE + 1), w: pouces(14), h: pouces(14), altText: nettoyer(libelle) });
  });
  top += (tete.length + rows.length) * LIGNE;
  const notes = une.notes.flatMap((note) => wrapText(note, width, 8)).length;
  if (notes > 0) slide.addText(nettoyer(une.notes.join("\n")), { ...base, ...boite({ x, y: top + 2, width, height: notes * 11 }), fontSize: taille(8), color: DOUCE, valign: "top" });
  return top + notes * 11 + 10;
}

function toutes(slide: Slide, legendes: readonly Legende[], frame: Frame, materiel: Materiel): void {
  let { y } = frame;
  for (const une of legendes) y = legende(slide, une, { ...frame, y, width: Math.min(frame.width, 330) }, materiel);
}

const carte: Ecrire<"carte"> = (slide, { dessin, legendes }, frame, materiel, rang) => {
  const place = partager(dessin, frame);
  const data = materiel.images[rang - 1]?.[0];
  if (data !== undefined) slide.addImage({ data, ...boite(place.carte), altText: nettoyer(legendes[0]?.titre ?? "") });
  toutes(slide, legendes, place.legende, materiel);
};

const avantApres: Ecrire<"avant-apres"> = (slide, corps, frame, materiel, rang) => {
  const place = partagerPaire(corps, frame);
  corps.cotes.forEach(({ titre }, i) => {
    const ici = place.cartes[i];
    const data = materiel.images[rang - 1]?.[i];
    if (ici === undefined) return;
    slide.addText(nettoyer(titre), { ...base, ...boite({ ...ici, y: ici.y - NOM, height: NOM }), fontSize: taille(12), bold: true, valign: "middle", fit: "shrink" });
    if (data !== undefined) slide.addImage({ data, ...boite(ici), altText: nettoyer(titre) });
  });
  toutes(slide, corps.legendes, place.legende, materiel);
};

const tableau: Ecrire<"tableau"> = (slide, corps, { x, y, width, height }) => {
  const { entetes, largeurs, rangs, note } = mettreEnPage(corps.tableau, width, height);
  const align = (i: number) => (entetes[i]?.nombre === true ? ("right" as const) : ("left" as const));
  const head = entetes.map(({ libelle }, i): PptxGenJS.TableCell => ({ text: nettoyer(libelle), options: { bold: true, fontSize: taille(8.8), align: align(i), valign: "bottom", border: [RIEN, RIEN, { type: "solid", pt: 1, color: ACCENT }, RIEN] } }));
  const rows = rangs.map(({ cellules }, r) => cellules.map((lines, i): PptxGenJS.TableCell => ({ text: nettoyer(lines.join(" ")), options: { align: align(i), bold: i === 0, border: SANS_TRAIT, ...(r % 2 === 0 ? { fill: { color: "F1EEE5" } } : {}) } })));
  slide.addTable([head, ...rows], { ...base, margin: [0, 0.06, 0, 0.06], x: pouces(x), y: pouces(y), w: pouces(width), colW: largeurs.map(pouces), rowH: [pouces(TABLE.tete), ...rangs.map(({ hauteur }) => pouces(hauteur))], fontSize: taille(TABLE.texte), valign: "middle" });
  slide.addText(nettoyer(note), { ...base, ...boite({ x, y: y + TABLE.tete + 2 + rangs.reduce((sum, { hauteur }) => sum + hauteur, 0), width, height: 14 }), fontSize: taille(9), color: DOUCE });
};

const graphique: Ecrire<"graphique"> = (slide, { graphique: { titre, unite, barres, decimales } }, frame) => {
  // The axis runs upwards: the first bar is the last one written.
  const ordre = barres.toReversed();
  const format = decimales === 0 ? "# ##0" : `# ##0.${"0".repeat(decimales)}`;
  slide.addChart("bar", [{ name: nettoyer(unite), labels: ordre.map(({ libelle }) => nettoyer(libelle)), values: ordre.map(({ valeur }) => valeur) }], {
    ...boite(frame), barDir: "bar", barGapWidthPct: 40, chartColors: ordre.map(({ couleur }) => hex(couleur)), showLegend: false,
    showTitle: true, title: nettoyer([titre, unite].filter((said) => said !== "").join(" : ")), titleFontFace: POLICE, titleFontSize: 12, titleColor: ENCRE,
    showValue: true, dataLabelFormatCode: format, dataLabelFontFace: POLICE, dataLabelFontSize: 10, dataLabelColor: ENCRE,
    catAxisLabelFontFace: POLICE, catAxisLabelFontSize: 10, valAxisHidden: true, valAxisMinVal: 0, valGridLine: { style: "none" },
  });
};

const chiffres: Ecrire<"chiffres"> = (slide, corps, { x, y, width, height }) => {
  const shown = corps.chiffres.slice(0, 4);
  const colonnes = shown.length > 2 ? 2 : Math.max(1, shown.length);
  const [large, haute] = [width / colonnes, height / Math.max(1, Math.ceil(shown.length / colonnes))];
  shown.forEach(({ valeur, libelle }, i) => {
    const frame = { x: x + (i % colonnes) * large, y: y + Math.floor(i / colonnes) * haute, width: large - 16, height: haute };
    const text = [
      { text: nettoyer(valeur), options: { fontSize: colonnes === 1 ? 60 : 40, bold: true, color: ACCENT, breakLine: true } },
      { text: nettoyer(libelle), options: { fontSize: taille(15), color: ENCRE } },
    ];
    slide.addText(text, { ...base, ...boite(frame), valign: "middle", fit: "shrink" });
  });
};

const fiche: Ecrire<"fiche"> = (slide, { fiche: { groupes } }, { x, y, width, height }) => {
  const ecart = 34;
  const colonne = (width - ecart) / 2;
  let [left, top] = [x, y];
  for (const { titre, lignes } of groupes) {
    if (top > y && top + 20 + lignes.length * 15 > y + height) {
      if (left > x) return;
      [left, top] = [x + colonne + ecart, y];
    }
    const shown = lignes.slice(0, Math.max(1, Math.floor((y + height - top - 20) / 15)));
    const head: PptxGenJS.TableRow = [{ text: nettoyer(titre), options: { bold: true, color: ACCENT, colspan: 2 } }];
    const rows = shown.map(({ libelle, valeur }): PptxGenJS.TableRow => [{ text: nettoyer(libelle) }, { text: nettoyer(valeur ?? PAGE.sansDonnee), options: { bold: true, align: "right" } }]);
    slide.addTable([head, ...rows], { ...base, x: pouces(left), y: pouces(top), w: pouces(colonne), colW: [pouces(colonne * 0.55), pouces(colonne * 0.45)], rowH: pouces(15), fontSize: taille(10), border: { type: "solid", pt: 0.25, color: "DDD8CB" }, valign: "middle" });
    top += (shown.length + 1) * 15 + 12;
  }
};

const texte: Ecrire<"texte"> = (slide, { paragraphes }, frame) => {
  const lignes = paragraphes.map((paragraphe, i) => {
    const item = /^[-•] /.test(paragraphe);
    return { text: nettoyer(item ? paragraphe.slice(2) : paragraphe), options: { bullet: item ? { indent: 14 } : false, breakLine: i < paragraphes.length - 1, paraSpaceAfter: 6 } };
  });
  if (lignes.length > 0) slide.addText(lignes, { ...base, ...boite(frame), fontSize: 14, valign: "top", fit: "shrink" });
};

const section: Ecrire<"section"> = (slide, { sousTitre }, { x, width }) => {
  if (sousTitre !== "") slide.addText(nettoyer(sousTitre), { ...base, ...boite({ x, y: 256, width, height: 90 }), fontSize: 16, color: "E2EDEF", valign: "top" });
};

const vide: Ecrire<"vide"> = (slide, { raison }, frame) => {
  slide.addText(nettoyer(raison), { ...base, ...boite(frame), fontSize: 12, color: DOUCE, align: "center", valign: "middle", fill: { color: "F1EEE5" } });
};

/** One line a kind of body. */
export const CORPS_PPTX: { readonly [G in GenreCorps]: Ecrire<G> } = { carte, "avant-apres": avantApres, tableau, graphique, chiffres, fiche, texte, section, vide };
