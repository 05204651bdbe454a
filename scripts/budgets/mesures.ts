import { gzipSync } from "node:zlib";

/** One line of the report: measured against allowed, both in the same unit. */
export interface Mesure {
  readonly nom: string;
  readonly mesure: number;
  readonly permis: number;
  readonly unite: "ko" | "Mo" | "fois" | "fichiers";
  /** What the figure is made of, when it helps to mend it. */
  readonly detail?: readonly string[];
}

/** Bytes on the wire: what is already compressed travels as it is. */
export function transferSize(name: string, bytes: Uint8Array): number {
  return /\.(gz|woff2|png|jpg|webp)$/.test(name) ? bytes.length : gzipSync(bytes).length;
}

/** Middle value of an odd number of figures. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("median of nothing");
  return middle;
}

export function isKept(mesure: Mesure): boolean {
  // NaN (nothing measured) is never a success.
  return mesure.mesure <= mesure.permis;
}

const format = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

/** « ✓ premier écran : 812,4 ko (950 permis) », then the detail when the budget is broken. */
export function report(mesure: Mesure): string {
  const mark = isKept(mesure) ? "✓" : "✗";
  const line = `${mark} ${mesure.nom} : ${format.format(mesure.mesure)} ${mesure.unite} (${format.format(mesure.permis)} permis)`;
  return isKept(mesure) ? line : [line, ...(mesure.detail ?? []).map((each) => `    ${each}`)].join("\n");
}
