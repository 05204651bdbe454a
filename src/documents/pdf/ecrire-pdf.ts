import { PDFDocument } from "pdfkit";
import { toBytes } from "pdfkit/output";
import type { Ecrivain } from "../export";
import type { FormatPage } from "../pages/format-page";
import { pageSvg } from "../pages/page-svg";
import { dessinerSvg, type Toile } from "./dessiner";
import { lireSvg } from "./lire-svg";

/** What is used of a PDFKit document. */
interface Pdf extends Toile {
  registerFont(name: string, source: Uint8Array): void;
  addPage(options: { readonly size: readonly number[]; readonly margin: number }): void;
  end(): void;
  /** The font of the moment: its only way to say which characters it has. */
  readonly ["_font"]: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

/**
 * Writes the pages as a PDF 1.7: vector maps and text, fonts embedded and cut to what is used, links kept. Each page is the
 * SVG that the screen shows, drawn again line by line: same classes, same colours, same figures.
 */
export function ecrirePdf(format: FormatPage): Ecrivain {
  return ({ titre, feuilles, date }, { polices }, avancer) => {
    const info = { Title: titre, Author: "Maillage", Creator: "Maillage", Producer: "PDFKit", CreationDate: new Date(date) };
    const pdf = new PDFDocument({ autoFirstPage: false, lang: "fr-FR", displayTitle: true, pdfVersion: "1.7", font: polices.texte, info }) as Pdf;
    const bytes = toBytes(pdf);
    pdf.registerFont("texte", polices.texte);
    pdf.registerFont("gras", polices.gras);
    pdf.registerFont("signes", polices.signes);
    /** Whether a font has a character. */
    const lire = (nom: string): ((caractere: string) => boolean) => {
      pdf.font(nom, 10);
      const { font } = pdf["_font"];
      return (caractere) => font.hasGlyphForCodePoint(caractere.codePointAt(0) ?? 0);
    };
    const noms = { texte: "texte", gras: "gras", signes: "signes", connait: lire("texte"), aLeSigne: lire("signes") };
    const [largeur, hauteur] = format.points;
    for (const [i, feuille] of feuilles.entries()) {
      pdf.addPage({ size: [largeur, hauteur], margin: 0 });
      pdf.save();
      pdf.scale(largeur / format.largeur);
      dessinerSvg(pdf, lireSvg(pageSvg(feuille, format, { rang: i + 1, total: feuilles.length })), noms);
      pdf.restore();
      avancer(i + 1);
    }
    pdf.end();
    return bytes;
  };
}
