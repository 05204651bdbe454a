import type { GenreSite } from "../../../domain/genre-site";
import type { ResourceName } from "../../../domain/ressource";
import type { Unit } from "../../../domain/units";
import type { Issue } from "../../../domain/issue";
import type { Inputs } from "../../analysis";
import type { Territoires } from "../../shared/acces";

/** What a component is read from. */
export interface Contexte {
  readonly inputs: Inputs;
  readonly lieux: Territoires;
  /** Minutes of each chef-lieu of the territory, order of `groupes.communes`, by kind of site; those of the kinds asked for. */
  readonly minutes: ReadonlyMap<GenreSite, Float64Array>;
}

/** A component as a table of the user's tells it, where one has been imported. */
export interface Importee {
  readonly label: string;
  readonly valeurs: Float64Array;
  /** Persons that the value of each row rests on; 0 where it rests on published data. */
  readonly personnes: Float64Array;
  /** Year of the table. */
  readonly annee: number;
  readonly issues: readonly Issue[];
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
  /** The same after a table of the user's; null when it has not been imported. */
  lireImport?(contexte: Contexte): Importee | null;
}
