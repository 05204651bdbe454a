import { aplDe } from "../fragilite/composantes/apl";
import type { Contexte } from "../fragilite/composantes/composante";
import type { Ages } from "./ages";
import type { DepartsParams } from "./description";
import { DEPART, facteur, FIN, type Hypothese, restants } from "./modele";

export const ANNEES: readonly number[] = Array.from({ length: FIN - DEPART + 1 }, (_, t) => DEPART + t);

/** Without supply in 2021 nobody is there to leave: the figure stays 0, whatever its unknown factor. */
export const projected = (value: number, by: number): number => (value === 0 ? 0 : value * by);
export const scaledBy = (values: Float64Array, by: Float64Array): Float64Array => values.map((value, row) => projected(value, by[row] ?? Number.NaN));

/** Share of the supply of the start left in a year, row by row: what one can reach, and the doctors in place. */
export interface Facteurs {
  readonly apl: Float64Array;
  readonly place: Float64Array;
}

export interface Projection {
  readonly apl: Float64Array;
  readonly ages: Ages;
  /** Each year of ANNEES. */
  readonly facteurs: readonly Facteurs[];
}

export function facteursDe(parts: readonly ArrayLike<number>[], ages: Ages, annee: number, hypothese: Hypothese): Float64Array {
  const left = ages.classes.map((classe) => restants(classe, annee, hypothese));
  const annees = Math.max(0, annee - (ages.importes === null ? DEPART : Math.max(DEPART, ages.importes.annee)));
  return Float64Array.from(parts, (one) => facteur(one, left, hypothese, annees));
}

export function project(contexte: Contexte, ages: Ages, hypothese: Hypothese): Projection {
  const facteurs = ANNEES.map((annee): Facteurs => {
    const apl = facteursDe(ages.apl, ages, annee, hypothese);
    return { apl, place: ages.place === ages.apl ? apl : facteursDe(ages.place, ages, annee, hypothese) };
  });
  return { apl: aplDe(contexte, "apl_mg"), ages, facteurs };
}

export function hypotheseDe({ age, etalement, remplacement, arrivees }: Pick<DepartsParams, "age" | "etalement" | "remplacement" | "arrivees">): Hypothese {
  return { age, etalement, remplacement: remplacement / 100, arrivees: arrivees / 100 };
}

/** APL of each row in a year, once doctors have left with these ages: see README.md. */
export function aplProjetee(contexte: Contexte, ages: Ages, params: Pick<DepartsParams, "annee" | "age" | "etalement" | "remplacement" | "arrivees">): Float64Array {
  return scaledBy(aplDe(contexte, "apl_mg"), facteursDe(ages.apl, ages, params.annee, hypotheseDe(params)));
}
