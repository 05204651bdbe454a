import PptxGenJS from "pptxgenjs";
import { PAGE } from "../../textes/pages";
import type { Ecrivain, Materiel } from "../export";
import type { Feuille } from "../pages/feuille";
import { ECRAN } from "../pages/format-page";
import { MARGE, zonesDe } from "../pages/zones";
import { CORPS_PPTX } from "./corps";
import { mender } from "./mender";
import { ACCENT, DOUCE, ENCRE, nettoyer, PAPIER, POLICE, pouces, type Slide, taille } from "./mesures";

const MODELE = "PAGE";
const MODELE_SECTION = "SECTION";

function titre(y: number, color: string, fontSize: number) {
  const options = { name: "titre", type: "title" as const, x: pouces(MARGE), y: pouces(y), w: pouces(ECRAN.largeur - 2 * MARGE), h: pouces(46), margin: 0, align: "left" as const, valign: "middle" as const, fontFace: POLICE, fontSize, bold: true, color };
  return { placeholder: { options, text: "" } };
}

/** Two masters whose titles are real titles: the outline of the slide show is that of the presentation. */
function modeles(pptx: PptxGenJS): void {
  pptx.defineSlideMaster({ title: MODELE, background: { color: PAPIER }, objects: [titre(24, ENCRE, 20)] });
  pptx.defineSlideMaster({ title: MODELE_SECTION, background: { color: ACCENT }, objects: [titre(196, "FFFFFF", 28)] });
}

function pied(slide: Slide, feuille: Feuille, rang: number, total: number, color: string): void {
  const y = pouces(ECRAN.hauteur - 28);
  const base = { y, h: 0.2, margin: 0, fontFace: POLICE, fontSize: 7, color, valign: "middle" as const };
  const gauche = [PAGE.produit, feuille.date === "" ? "" : PAGE.edition(feuille.date)].filter((texte) => texte !== "").join(" · ");
  slide.addText(gauche, { ...base, x: pouces(MARGE), w: 4 });
  if (feuille.lien !== null) slide.addText([{ text: PAGE.vivant, options: { hyperlink: { url: feuille.lien, tooltip: feuille.lien } } }], { ...base, x: 4, w: 2, align: "center" });
  slide.addText(PAGE.numero(rang, total), { ...base, x: 8, w: 2 - pouces(MARGE), align: "right" });
}

function page(pptx: PptxGenJS, feuille: Feuille, materiel: Materiel, rang: number, total: number): void {
  const section = feuille.corps.genre === "section";
  const slide = pptx.addSlide({ masterName: section ? MODELE_SECTION : MODELE });
  const zones = zonesDe(feuille, ECRAN);
  const large = pouces(ECRAN.largeur - 2 * MARGE);
  slide.addText(nettoyer(feuille.titre), { placeholder: "titre" });
  const [phrase] = zones.phrase.lignes;
  if (phrase !== undefined) {
    slide.addText(nettoyer(feuille.phrase), { x: pouces(MARGE), y: pouces(phrase.y - 14), w: large, h: pouces(zones.phrase.lignes.length * 18 + 6), margin: 0, fontFace: POLICE, fontSize: taille(zones.phrase.taille), color: ENCRE, valign: "top", fit: "shrink" });
  }
  for (const { x, y, largeur, texte } of zones.mentions) {
    slide.addText(nettoyer(texte), { shape: pptx.ShapeType.roundRect, rectRadius: 0.04, x: pouces(x), y: pouces(y - 11), w: pouces(largeur), h: pouces(16), margin: 0, fill: { color: "FBF0D2" }, fontFace: POLICE, fontSize: 7, bold: true, color: "6F4E00", align: "center", valign: "middle" });
  }
  const draw = CORPS_PPTX[feuille.corps.genre] as (slide: Slide, corps: unknown, frame: typeof zones.corps, materiel: Materiel, rang: number) => void;
  draw(slide, feuille.corps, zones.corps, materiel, rang);
  const [premiere] = zones.sources.lignes;
  if (premiere !== undefined) {
    const texte = zones.sources.lignes.map((ligne) => ligne.texte).join(" ");
    slide.addText(nettoyer(texte), { x: pouces(MARGE), y: pouces(premiere.y - 8), w: large, h: pouces(zones.sources.lignes.length * 9.4 + 4), margin: 0, fontFace: POLICE, fontSize: taille(zones.sources.taille), color: section ? "C9DBE0" : DOUCE, valign: "top", fit: "shrink" });
  }
  pied(slide, feuille, rang, total, section ? "C9DBE0" : DOUCE);
  if (feuille.notes !== "") slide.addNotes(nettoyer(feuille.notes));
}

/**
 * Writes the pages as a slide show (PresentationML, 16:9): titles, sentences, legends, tables and charts are native and can be
 * edited; maps are pictures; speaker notes are kept; each page has its sources, its marks and its link.
 */
export const ecrirePptx: Ecrivain = async ({ titre: nom, feuilles }, materiel, avancer) => {
  const pptx = new PptxGenJS();
  pptx.layout = "LAYOUT_16x9";
  pptx.title = nettoyer(nom);
  pptx.author = "Maillage";
  pptx.company = "Maillage";
  pptx.theme = { headFontFace: POLICE, bodyFontFace: POLICE };
  modeles(pptx);
  feuilles.forEach((feuille, i) => {
    page(pptx, feuille, materiel, i + 1, feuilles.length);
    avancer(i + 1);
  });
  return mender(new Uint8Array((await pptx.write({ outputType: "arraybuffer" })) as ArrayBuffer));
};
