import plan from "../../seeds/plan-attractivite-87.json";

/** What is used of the plan; `scripts/seeds/schema.ts` says what the whole file is, and a test holds it to it. */
export interface PlanSeme {
  readonly axes: readonly { readonly id: string; readonly intitule: string }[];
  readonly objectifs: readonly { readonly id: string; readonly axe: string; readonly intitule: string }[];
  readonly actions: readonly {
    readonly axe: string;
    readonly objectif: string;
    readonly intitule: string;
    readonly pilotes: readonly string[];
    readonly calendrier: string | null;
    readonly etat: string;
  }[];
  readonly indicateurs: readonly { readonly id: string; readonly valeur: number; readonly territoire: string; readonly date: string | null }[];
}

/** The facts of the plan: fetched with the first presentation that needs them. */
export const PLAN_SEME: PlanSeme = plan;
