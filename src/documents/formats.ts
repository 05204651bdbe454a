/** The files a presentation is exported as, in the order of the menu. */
export const FORMATS_EXPORT = ["pdf", "pdf-a4", "pptx", "xlsx"] as const;
export type FormatExport = (typeof FORMATS_EXPORT)[number];

export interface Format {
  readonly suffixe: string;
  readonly type: string;
  /** Whether its writer wants the fonts, or the maps as pixels. */
  readonly polices: boolean;
  readonly images: boolean;
}

const PDF = { type: "application/pdf", polices: true, images: false } as const;
const OFFICE = "application/vnd.openxmlformats-officedocument";

/** One line a format; its writer has its own in `ecrivains.ts`. */
export const FORMATS: Readonly<Record<FormatExport, Format>> = {
  pdf: { ...PDF, suffixe: ".pdf" },
  "pdf-a4": { ...PDF, suffixe: "-a4.pdf" },
  pptx: { suffixe: ".pptx", type: `${OFFICE}.presentationml.presentation`, polices: false, images: true },
  xlsx: { suffixe: ".xlsx", type: `${OFFICE}.spreadsheetml.sheet`, polices: false, images: false },
};
