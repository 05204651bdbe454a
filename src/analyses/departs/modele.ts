/** Vintage of the APL: the year the projection starts from. */
export const DEPART = 2021;
export const FIN = 2035;
/** Year of the imported ages, where their table does not tell. */
export const ANNEE_SUPPOSEE = 2026;
/** Last year that is over: later ones are still to come. */
export const DERNIERE_ECOULEE = 2025;
/** Said after a year that is over, the first one aside: it is that of the data. */
export const ecoulee = (annee: number): string => (annee <= DERNIERE_ECOULEE && annee > DEPART ? " (année écoulée)" : "");

/** Doctors of some ages (both ends included, evenly spread) as they were in a year. */
export interface Classe {
  readonly de: number;
  readonly a: number;
  readonly annee: number;
}

/** Ages of each class of the APL in its year: 62 or less, 63 to 65, over 65. */
export const CLASSES_APL: readonly Classe[] = [
  { de: 35, a: 62, annee: DEPART },
  { de: 63, a: 65, annee: DEPART },
  { de: 66, a: 72, annee: DEPART },
];

export interface Hypothese {
  /** Mean age of departure. */
  readonly age: number;
  /** Years either side of it over which departures spread evenly. */
  readonly etalement: number;
  /** Departures replaced, 0 to 1 (or more). */
  readonly remplacement: number;
  /** Doctors who come besides, a year, as a share of the supply of the start. */
  readonly arrivees: number;
}

/** Share of doctors who still work at an age, when departures spread evenly over age ± etalement. */
function encoreLa(x: number, { age, etalement }: Hypothese): number {
  if (etalement === 0) return x < age ? 1 : 0;
  return Math.min(1, Math.max(0, (age + etalement - x) / (2 * etalement)));
}

/** Share of a class of age still at work in a year, replacements not counted; all of it until the year it was known in. */
export function restants({ de, a, annee }: Classe, when: number, hypothese: Hypothese): number {
  if (when <= annee) return 1;
  let sum = 0;
  for (let age = de; age <= a; age += 1) {
    const now = encoreLa(age, hypothese);
    // Who works past the last age of departure leaves within the year.
    sum += now === 0 ? 0 : encoreLa(age + when - annee, hypothese) / now;
  }
  return sum / (a - de + 1);
}

/** Shares of the supply by class of age, from the APL of all, of 65 or less and of 62 or less. NaN where there is no supply. */
export function partsParAge(apl: number, apl65: number, apl62: number): readonly [number, number, number] {
  return [apl62 / apl, (apl65 - apl62) / apl, (apl - apl65) / apl];
}

/**
 * What is left of a supply, as a share of it: departures, those replaced, and arrivals over some years.
 * @param parts share of the supply of each class, NaN where there is none; @param left share of each class still at work
 */
export function facteur(parts: ArrayLike<number>, left: ArrayLike<number>, { remplacement, arrivees }: Pick<Hypothese, "remplacement" | "arrivees">, annees: number): number {
  let still = 0;
  for (let k = 0; k < left.length; k += 1) still += (parts[k] ?? Number.NaN) * (left[k] ?? Number.NaN);
  return still + (1 - still) * remplacement + arrivees * annees;
}
