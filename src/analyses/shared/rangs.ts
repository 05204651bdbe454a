/** What names a candidate in parameters: a commune, or one of the places in it by its rank, « 87002_3 ». */
export interface Vise {
  readonly commune: string;
  /** null for the commune itself. */
  readonly rang: number | null;
}

const VISE = /^(\d[\dAB]\d{3})(?:_([1-9]\d{0,5}))?$/;

/** Reads « 87002 » or « 87002_3 »; null for anything else. */
export function lireVise(code: string): Vise | null {
  const [, commune, rang] = VISE.exec(code) ?? [];
  return commune === undefined ? null : { commune, rang: rang === undefined ? null : Number(rang) };
}

/** « Ambazac », « Ambazac n° 3 »; what is not known is written as it is. @param nomDe name of a commune by its code */
export function nomVise(code: string, nomDe: (commune: string) => string | undefined): string {
  const vise = lireVise(code);
  const nom = vise === null ? undefined : nomDe(vise.commune);
  if (vise === null || nom === undefined) return code;
  return vise.rang === null ? nom : `${nom} n° ${vise.rang}`;
}
