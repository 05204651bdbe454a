import type PptxGenJS from "pptxgenjs";

export type Slide = ReturnType<PptxGenJS["addSlide"]>;

export const POLICE = "Noto Sans";
export const ENCRE = "23262B";
export const DOUCE = "55616A";
export const ACCENT = "17414F";
export const PAPIER = "FFFEFB";

/** Drawing units to inches: 960 units are the ten inches of a slide. */
export const pouces = (units: number): number => Math.round((units / 96) * 1000) / 1000;

/** Drawing units to points of a letter. */
export const taille = (units: number): number => Math.round(units * 0.75 * 10) / 10;

/** « #1f5fa6 » as PresentationML writes it. */
export const hex = (color: string): string => color.replace("#", "").toUpperCase();

/** What XML 1.0 forbids is dropped: one such character, and no program opens the file. */
export function nettoyer(texte: string): string {
  return texte.replaceAll(/[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu, "");
}
