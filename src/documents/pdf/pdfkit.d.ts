// PDFKit has no types of its own: what is used of a document is in ecrire-pdf.ts.
declare module "pdfkit" {
  export const PDFDocument: new (options: Readonly<Record<string, unknown>>) => object;
}

declare module "pdfkit/output" {
  export function toBytes(document: object): Promise<Uint8Array<ArrayBuffer>>;
}
