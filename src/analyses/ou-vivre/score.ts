import { byBounds, composite, indicatorsOf } from "../../geo/composite";
import { CRITERES, type IdCritere, nomPoids, type Poids } from "./criteres";
import type { OuVivreParams } from "./description";
import type { Mesures } from "./mesures";

/** A criterion that weighs something, with its note in each commune. */
interface Critere {
  readonly id: IdCritere;
  readonly label: string;
  readonly poids: number;
  /** 0 to 100; NaN where it is not known. */
  readonly notes: Float64Array;
}

export interface Notes {
  readonly criteres: readonly Critere[];
  /** Notes of every criterion, those that weigh nothing too: the profile of a commune does not hang on who reads it. */
  readonly profils: readonly { readonly label: string; readonly notes: Float64Array }[];
  /** 0 to 100, on what is known. */
  readonly scores: Float64Array;
  /** What each criterion brings: they add up to the score. */
  readonly contributions: readonly Float64Array[];
}

/** Mean of the minutes to several kinds; NaN when one of them is not known. */
function moyenne(lists: readonly (Float64Array | undefined)[], count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => lists.reduce((sum, values) => sum + (values?.[i] ?? Number.NaN), 0) / lists.length);
}

/** The figure that each criterion notes. */
function chiffresDe(mesures: Mesures, params: OuVivreParams): Readonly<Record<IdCritere, Float64Array>> {
  const { genres, minutes, densite, proches } = mesures;
  const none = (): Float64Array => new Float64Array(minutes.length).fill(Number.NaN);
  return {
    proximite: minutes,
    formation: genres.get("stage") ?? none(),
    compter: densite,
    equipe: moyenne([genres.get("medecin"), genres.get("pharmacie"), genres.get("laboratoire")], minutes.length),
    vie: params.services.length === 0 ? none() : proches.map((count) => count / params.services.length),
    secours: genres.get("urgences") ?? none(),
    logement: genres.get("hebergement") ?? none(),
  };
}

/** Weighted mean of the known notes, and what each criterion brings to it. */
export function noter(mesures: Mesures, params: OuVivreParams, poids: Poids): Notes {
  const chiffres = chiffresDe(mesures, params);
  const profils = CRITERES.map(({ id, label, bon, mauvais }): Critere => ({ id, label, poids: poids[nomPoids(id)], notes: byBounds(chiffres[id], mauvais, bon) }));
  const criteres = profils.filter((one) => one.poids > 0);
  const { scores, known } = composite(indicatorsOf(criteres.map(({ notes }) => notes), mesures.minutes.length), criteres.map((one) => one.poids));
  const whole = criteres.reduce((sum, one) => sum + one.poids, 0);
  return { criteres, profils, scores, contributions: criteres.map((one) => one.notes.map((note, i) => (one.poids * note) / (whole * (known[i] ?? Number.NaN)))) };
}
