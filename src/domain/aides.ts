import type { Lignes } from "./ateliers";

/** Whom an aid is for: the site itself, or the doctors who come to it. */
export type PourQui = "site" | "medecins";

/** An aid that a seed document names, in our words, with its place in it. */
export interface AideCitee {
  readonly id: string;
  readonly intitule: string;
  readonly pour: PourQui;
  /** Who carries it; empty when the document does not say. */
  readonly qui: readonly string[];
  /** Départements that the document is about; null: it is about another region, and only shows what exists. */
  readonly departements: readonly string[] | null;
  /** What the document says of the places it is for; null when it says nothing. */
  readonly lieux: "manque-de-professionnels" | null;
  readonly document: string;
  /** Of the document: a day, a month or a year. */
  readonly date: string;
  readonly lignes: Lignes;
}
