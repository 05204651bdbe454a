import type { Ecrivain } from "./export";
import type { FormatExport } from "./formats";
import { A4, ECRAN } from "./pages/format-page";

/** Loads the writer of a format: each comes with a library of its own, in the worker that writes. */
export const ECRIVAINS: Readonly<Record<FormatExport, () => Promise<Ecrivain>>> = {
  pdf: async () => (await import("./pdf/ecrire-pdf")).ecrirePdf(ECRAN),
  "pdf-a4": async () => (await import("./pdf/ecrire-pdf")).ecrirePdf(A4),
  pptx: async () => (await import("./pptx/ecrire-pptx")).ecrirePptx,
  xlsx: async () => (await import("./xlsx/ecrire-xlsx")).ecrireXlsx,
};
