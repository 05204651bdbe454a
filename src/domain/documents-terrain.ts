import type { DocumentCite, Lignes } from "./ateliers";

export interface FaitCite {
  readonly texte: string;
  readonly lignes: Lignes;
}

export interface IndicateurCite {
  readonly id: string;
  readonly libelle: string;
  readonly valeur: number;
  readonly unite: string;
  readonly borne?: "plus-de" | "pres-de";
  readonly date?: string;
  readonly lignes: Lignes;
  readonly note?: string;
}

export interface CompteCite {
  readonly valeur: number;
  readonly lignes: Lignes;
}

export interface DepartementPacte {
  readonly code: string;
  readonly ptmg: CompteCite;
  readonly msp: CompteCite;
  readonly focus: { readonly titre: string; readonly faits: readonly FaitCite[] };
  readonly note?: string;
}

/** Counts that are null are « non indiqué ». */
export interface RegionPacte {
  readonly code: string;
  readonly nom: string;
  readonly cesp: number | null;
  readonly cesp_installes: number | null;
  readonly cesp_a_venir: number | null;
  readonly ptmg: number | null;
  readonly mcs: number | null;
  readonly msp: number | null;
  readonly lignes: Lignes;
  readonly note?: string;
}

export interface LevierEtude {
  readonly id: string;
  readonly intitule: string;
  readonly exemple: string | null;
  readonly habitants: number | null;
  readonly generalistes_10000: number | null;
  readonly faits: readonly FaitCite[];
  readonly note?: string;
}

/** The documents that are neither the workshops nor the plan. */
export interface Documents {
  readonly region: { readonly document: DocumentCite; readonly indicateurs: readonly IndicateurCite[]; readonly departements: readonly DepartementPacte[]; readonly faits: readonly FaitCite[] };
  readonly france: { readonly document: DocumentCite; readonly indicateurs: readonly IndicateurCite[]; readonly regions: readonly RegionPacte[]; readonly faits: readonly FaitCite[] };
  readonly etude: {
    readonly document: DocumentCite;
    readonly methode: readonly FaitCite[];
    readonly constats: readonly FaitCite[];
    readonly indicateurs: readonly IndicateurCite[];
    readonly leviers: readonly LevierEtude[];
    readonly preconisations: readonly { readonly id: string; readonly intitule: string; readonly faits: readonly FaitCite[] }[];
  };
}
