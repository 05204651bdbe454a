import { type Table, textValues } from "./table";

/** A passage of the extracted text: first and last line, 1-based, both included. */
export type Lignes = readonly [number, number];

/** How a place is tied to a workshop: named as its territory; deduced, with why; cited in passing. */
export const LIENS = ["nomme", "deduit", "cite"] as const;
export const NATURES = ["demande", "constat", "situation"] as const;
/** What a figure is about: the workshop's territory, its département, the region, the country, a smaller place, something else. */
export const PORTEES = ["atelier", "departement", "region", "pays", "lieu", "reference"] as const;
export const CLES_CHIFFRE = ["sans-medecin-traitant", "zonage", "msp", "cpts", "cls", "centres-sante", "population", "maitres-de-stage"] as const;

export interface LienAtelier {
  readonly lien: (typeof LIENS)[number];
  readonly genre: "commune" | "epci" | "arrondissement" | "departement";
  readonly code: string;
  readonly nom: string;
  readonly lignes: Lignes;
  readonly note?: string;
}

/** A figure as the report gives it: a number, or words. */
export interface ChiffreAtelier {
  readonly cle?: (typeof CLES_CHIFFRE)[number];
  readonly libelle: string;
  readonly valeur?: number;
  readonly texte?: string;
  readonly unite: string;
  readonly territoire: string;
  readonly portee: (typeof PORTEES)[number];
  readonly annee?: string;
  readonly lignes: Lignes;
  readonly note?: string;
}

/** Something asked, noticed or described, in our words. */
export interface PointAtelier {
  readonly theme: string;
  readonly nature: (typeof NATURES)[number];
  readonly texte: string;
  readonly lignes: readonly Lignes[];
}

export interface Atelier {
  readonly id: string;
  readonly departement: string;
  readonly nom: string;
  readonly imprime: string;
  readonly commune: string | null;
  /** Chef-lieu of that commune: longitude, latitude. */
  readonly point: readonly [number, number] | null;
  readonly date: string;
  readonly lignes: Lignes;
  readonly compte_rendu: boolean;
  readonly participants: number | null;
  readonly themes: readonly (1 | 2 | 3 | 4)[];
  readonly liens: readonly LienAtelier[];
  readonly non_rattaches: readonly { readonly nom: string; readonly lignes: Lignes; readonly raison: string }[];
  readonly chiffres: readonly ChiffreAtelier[];
  readonly points: readonly PointAtelier[];
  readonly notes: readonly string[];
}

export interface DocumentCite {
  readonly titre: string;
  readonly court: string;
  readonly date: string;
  readonly fichier: string;
  readonly auteur: string;
  readonly notes: readonly string[];
}

export interface Ateliers {
  readonly document: DocumentCite & { readonly ateliers: number; readonly comptes_rendus: number; readonly contributions: number };
  readonly thematiques: readonly { readonly id: 1 | 2 | 3 | 4; readonly intitule: string; readonly contributions: number; readonly pourcent: number }[];
  readonly themes: readonly { readonly id: string; readonly libelle: string }[];
  readonly departements: readonly { readonly code: string; readonly ateliers: number; readonly total: number | null }[];
  readonly ateliers: readonly Atelier[];
}

/**
 * How a workshop speaks of a place, surest first: its territory holds it (named, then deduced); it is cited; the
 * workshop was held in its intercommunalité; it was about the whole département.
 */
export const RANGS = ["nomme", "deduit", "cite", "lieu", "departement"] as const;
export type Rang = (typeof RANGS)[number];

export interface AtelierDuLieu {
  readonly atelier: Atelier;
  readonly rang: Rang;
  /** Absent where the workshop was held near. */
  readonly lien?: LienAtelier;
}

const COLONNE = { commune: "code", epci: "epci", arrondissement: "arr", departement: "dep" } as const;

const rangOf = ({ lien, genre }: LienAtelier): Rang => (genre === "departement" ? "departement" : lien);

/** The workshops that speak of some communes, surest first. @param communes the table of communes that holds them @param codes of those communes */
export function ateliersDe(ateliers: readonly Atelier[], communes: Table, codes: readonly string[]): readonly AtelierDuLieu[] {
  const all = textValues(communes, "code");
  const inside = new Set(codes);
  const rows = all.flatMap((code, row) => (code !== null && inside.has(code) ? [row] : []));
  const values = new Map(Object.values(COLONNE).map((name) => [name, new Set(rows.map((row) => textValues(communes, name)[row] ?? ""))]));
  const holds = (column: (typeof COLONNE)[keyof typeof COLONNE], code: string): boolean => values.get(column)?.has(code) === true;
  const epciDe = (code: string): string | null => textValues(communes, "epci")[all.indexOf(code)] ?? null;
  const found = ateliers.flatMap((atelier): AtelierDuLieu[] => {
    const touching = atelier.liens.filter(({ genre, code }) => holds(COLONNE[genre], code));
    const [best] = touching.toSorted((a, b) => RANGS.indexOf(rangOf(a)) - RANGS.indexOf(rangOf(b)));
    const near = atelier.commune !== null && holds("epci", epciDe(atelier.commune) ?? "-");
    if (best !== undefined && (!near || rangOf(best) !== "departement")) return [{ atelier, rang: rangOf(best), lien: best }];
    return near ? [{ atelier, rang: "lieu" }] : [];
  });
  return found.toSorted((a, b) => RANGS.indexOf(a.rang) - RANGS.indexOf(b.rang));
}
