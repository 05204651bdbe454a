import { aplDe } from "../fragilite/composantes/apl";
import type { Contexte } from "../fragilite/composantes/composante";
import type { DepartsParams } from "./description";
import { DEPART, facteur, FIN, type Hypothese, partsParAge, restants } from "./modele";

export const ANNEES: readonly number[] = Array.from({ length: FIN - DEPART + 1 }, (_, t) => DEPART + t);

type Parts = readonly [number, number, number];

/** Without supply in 2021 nobody is there to leave: the figure stays 0, whatever its unknown factor. */
export const projected = (value: number, by: number): number => (value === 0 ? 0 : value * by);
export const scaledBy = (values: Float64Array, by: Float64Array): Float64Array => values.map((value, row) => projected(value, by[row] ?? Number.NaN));

export interface Projection {
  readonly apl: Float64Array;
  readonly parts: readonly Parts[];
  /** Share of the supply of 2021 left each year of ANNEES, row by row. */
  readonly facteurs: readonly Float64Array[];
}

export function project(contexte: Contexte, hypothese: Hypothese): Projection {
  const [apl, apl65, apl62] = ["apl_mg", "apl_mg_65", "apl_mg_62"].map((column) => aplDe(contexte, column));
  const all = apl ?? new Float64Array();
  const parts = Array.from(all, (value, row) => partsParAge(value, apl65?.[row] ?? Number.NaN, apl62?.[row] ?? Number.NaN));
  const facteurs = ANNEES.map((annee) => {
    const left = restants(annee - DEPART, hypothese);
    return Float64Array.from(parts, (one) => facteur(one, left, hypothese.remplacement));
  });
  return { apl: all, parts, facteurs };
}

/** APL of each row in a year, once the doctors of that age have left: see README.md. */
export function aplProjetee(contexte: Contexte, { annee, age, etalement, remplacement }: Pick<DepartsParams, "annee" | "age" | "etalement" | "remplacement">): Float64Array {
  const { apl, facteurs } = project(contexte, { age, etalement, remplacement: remplacement / 100 });
  return scaledBy(apl, facteurs[annee - DEPART] ?? new Float64Array());
}
