import type { OrigineMinutes } from "./origine-minutes";

/** Why a commune is suggested: its score, being elsewhere and made of other things, being elsewhere, or coming next. */
export type RaisonSuggestion = "score" | "autre-profil" | "ailleurs" | "suivante";

/** The one-sentence results of the space « Stages »: see `SentenceParams`. */
export interface PhrasesStages {
  /** Communes that remain after the filters of a student, and those to look at first. */
  "ou-vivre": {
    readonly territoire: string;
    readonly ancres: readonly string[];
    readonly communes: number;
    readonly restants: number;
    readonly filtres: number;
    readonly suggestions: readonly string[];
    /** Filters to give up when nothing remains, and communes that would then remain. */
    readonly relacher: { readonly noms: readonly string[]; readonly restants: number } | null;
    readonly origine: OrigineMinutes;
  };
  "ou-vivre-suggestion": {
    readonly nom: string;
    readonly raison: RaisonSuggestion;
    /** How far from the others « ailleurs » is. */
    readonly km: number;
    readonly score: number;
    readonly minutes: number;
    /** « la faculté de médecine de Limoges ». */
    readonly ancres: string;
    /** What brings most of the points. */
    readonly atouts: readonly { readonly nom: string; readonly points: number }[];
    readonly origine: OrigineMinutes;
  };
}
