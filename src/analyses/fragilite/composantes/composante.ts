import type { GenreSite } from "../../../domain/genre-site";
import type { ResourceName } from "../../../domain/ressource";
import type { Unit } from "../../../domain/units";
import type { Inputs } from "../../analysis";
import type { Territoires } from "../../shared/acces";

/** What a component is read from. */
export interface Contexte {
  readonly inputs: Inputs;
  readonly lieux: Territoires;
  /** Minutes of each chef-lieu of the territory, order of `groupes.communes`, by kind of site; those of the kinds asked for. */
  readonly minutes: ReadonlyMap<GenreSite, Float64Array>;
}

/** One documented ingredient of the score. One object each: nothing else knows which is which. */
export interface Composante {
  /** Name of its column, and of its weight after « poids_ ». */
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly digits: number;
  /** By bounds: 0 at `favorable`, 100 at `fragile`. Which of the two is higher says which way is fragile. */
  readonly bornes: { readonly favorable: number; readonly fragile: number };
  readonly ressources: readonly ResourceName[];
  /** Kind of site it is minutes to; null for none. */
  readonly genre: GenreSite | null;
  /** One value a row of the result; NaN is « pas de donnée ». */
  lire(contexte: Contexte): Float64Array;
}
