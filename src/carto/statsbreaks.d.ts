// statsbreaks 1.0.7 ships no types: only what classify.ts calls is declared.
declare module "statsbreaks" {
  export interface BreaksOptions {
    readonly method: "quantile" | "equal" | "q6";
    readonly nb?: number;
    /** null: bounds are not rounded. */
    readonly precision: null;
    /** false: the extreme values are left out, only inner bounds come back. */
    readonly minmax: false;
  }
  /** Throws when there are fewer values than classes. */
  export function breaks(data: readonly number[], options: BreaksOptions): number[];
}
