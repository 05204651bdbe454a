import type { Dossier, Materiel } from "../../documents/export";
import type { FormatExport } from "../../documents/formats";

export interface ToExporter {
  readonly format: FormatExport;
  readonly dossier: Dossier;
  readonly materiel: Materiel;
}

export type FromExporter =
  | { readonly type: "page"; readonly pages: number }
  | { readonly type: "fin"; readonly octets: Uint8Array<ArrayBuffer> }
  | { readonly type: "panne"; readonly message: string };
