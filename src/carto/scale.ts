/** How numbers become classes. Intervals are ]a ; b]: a value equal to a bound is in the class below it. */
export type ClassMethod = "seuils" | "quantiles" | "egal" | "ckmeans" | "q6" | "ecart-type" | "manuel";

/** The user's choice of classes: part of the saved document. */
export interface ClassSpec {
  readonly method: ClassMethod;
  /** Number of classes for quantiles, egal, ckmeans (2 to 9). */
  readonly count?: number;
  /** Inner bounds, ascending, for « manuel » and « seuils ». */
  readonly breaks?: readonly number[];
}

export type PaletteId = "cividis" | "ylgnbu" | "orrd" | "divergente";

/** What an analysis declares; `resolveScale` (carto) turns it into a Scale with the data. */
export type ScaleSpec =
  | {
      readonly kind: "classes";
      readonly defaultClasses: ClassSpec;
      /** Named thresholds of the field, offered as « seuils » (10/15/20/30 min; 2,5/4 consultations). */
      readonly presets: readonly { readonly label: string; readonly breaks: readonly number[] }[];
      readonly palette: PaletteId;
      /** true when a high value is good news (density): the palette runs the other way. */
      readonly reversed?: boolean;
    }
  | { readonly kind: "categories"; readonly categories: readonly Category[]; readonly grille?: Grille }
  | { readonly kind: "proportionnel"; readonly maxRadius: number; readonly color: string };

/** Categories that cross two readings: they stand row after row, and their legend is a table one reads by its sides. */
export interface Grille {
  readonly lignes: Axe;
  readonly colonnes: Axe;
}

/** A side of the table: what it measures, and its classes in order (top to bottom, left to right). */
interface Axe {
  readonly titre: string;
  readonly classes: readonly string[];
}

export interface Category {
  readonly value: string;
  readonly label: string;
  readonly color: string;
  /** Never colour alone: every category also has a pattern. */
  readonly pattern: PatternId;
}

export type PatternId = "plein" | "hachures" | "points" | "croix" | "horizontales" | "vide";

/** A resolved scale: the single source of the map's colours and of the legend. */
export type Scale = ClassedScale | CategoryScale | ProportionalScale;

export interface ClassedScale {
  readonly kind: "classes";
  readonly spec: ClassSpec;
  readonly min: number;
  readonly max: number;
  /** n−1 inner bounds, strictly ascending, rounded to what the legend shows. */
  readonly breaks: readonly number[];
  /** Decimals the bounds need to be told apart: the legend shows that many (of the percentage, for a share). */
  readonly digits: number;
  /** n colours, same order as classes. */
  readonly colors: readonly string[];
  readonly noData: string;
}

export interface CategoryScale {
  readonly kind: "categories";
  readonly categories: readonly Category[];
  readonly grille?: Grille;
  readonly noData: string;
}

export interface ProportionalScale {
  readonly kind: "proportionnel";
  readonly max: number;
  /** Pixels at `max`; area is proportional to the value. */
  readonly maxRadius: number;
  readonly color: string;
}
