import type { GenreSite } from "../../domain/genre-site";

/** The steps of a care path, in the order they are taken. No open data says where specialists are: the user names a commune, or brings a table. */
export const ETAPES = [
  { value: "medecin", label: "Médecin généraliste", genre: "medecin" },
  { value: "msp", label: "Maison de santé", genre: "msp" },
  { value: "pharmacie", label: "Pharmacie", genre: "pharmacie" },
  { value: "laboratoire", label: "Laboratoire d'analyses", genre: "laboratoire" },
  { value: "specialiste", label: "Spécialiste ou consultation avancée", genre: "specialiste" },
  { value: "hopital", label: "Hôpital", genre: "hopital" },
  { value: "urgences", label: "Service d'urgences", genre: "urgences" },
] as const satisfies readonly { readonly value: string; readonly label: string; readonly genre: GenreSite }[];

export type Etape = (typeof ETAPES)[number];
export type NomEtape = Etape["value"];

/** The steps where one more maison de santé would be one more place to go. */
export const ETAPES_DE_SOINS_PREMIERS: ReadonlySet<NomEtape> = new Set(["medecin", "msp"]);

/** The chosen steps, in the order they are taken. */
export function etapesChoisies(noms: readonly NomEtape[]): readonly Etape[] {
  return ETAPES.filter(({ value }) => noms.includes(value));
}

/** Kinds of site that a path reads, each once. */
export function genresDesEtapes(noms: readonly NomEtape[]): readonly GenreSite[] {
  return etapesChoisies(noms).map(({ genre }) => genre);
}
