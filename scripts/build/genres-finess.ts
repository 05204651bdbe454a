import type { EtablissementFiness } from "./finess-source";

/**
 * FINESS categories of each kind of `etablissements`. Hospitals: regional (101), ex-local (106), general (355) and
 * multidisciplinary (365) hospitals. Pharmacies: dispensing pharmacies (620), miners' (628) and
 * mutual (629); 627 is a doctor who dispenses, left out. EHPAD: 500 only, 501 and 502 are EHPA. Laboratories: 611;
 * 612 sends out no bill to patients and 610 is an older status, left out.
 */
export const CATEGORIES_DU_GENRE = {
  hopital: ["101", "106", "355", "365"],
  pharmacie: ["620", "628", "629"],
  ehpad: ["500"],
  laboratoire: ["611"],
} as const;
export type GenreEtablissement = keyof typeof CATEGORIES_DU_GENRE;

const GENRE_DE_CATEGORIE: ReadonlyMap<string, GenreEtablissement> = new Map(
  Object.entries(CATEGORIES_DU_GENRE).flatMap(([genre, categories]) =>
    categories.map((categorie) => [categorie, genre as GenreEtablissement] as const),
  ),
);

export function genreOf(etablissement: EtablissementFiness): GenreEtablissement | null {
  return GENRE_DE_CATEGORIE.get(etablissement.categorie) ?? null;
}

export const CATEGORIE_MSP = "603";
export const CATEGORIE_CENTRE_SANTE = "124";

export const GENRES_CENTRE = ["centre-sante-medecin", "centre-sante-infirmier", "centre-sante-dentaire", "centre-sante-autre"] as const;
export type GenreCentre = (typeof GENRES_CENTRE)[number];

/**
 * What a « centre de santé » (124) does, read from its name: the first rule that matches. FINESS 2021 has no
 * activity for this category. A name that says medical care beside dental care is a GP access point; nursing
 * and dental centres are not; student, sport and eye services are « autre ». A centre named after its territory and
 * nothing else is held to be medical: those whose activity is known are. Any other name is « autre »: we do not
 * count a GP that nothing announces.
 */
export const REGLES_CENTRE: readonly { readonly motif: RegExp; readonly genre: GenreCentre; readonly raison: string }[] = [
  { motif: /ETUDIANT|UNIVERSIT|SI?UMPPS|\bSSU\b|\bCREPS\b|OPHTALM|VISUEL/, genre: "centre-sante-autre", raison: "étudiants, sport, vue" },
  { motif: /MEDICO-DENTAIRE|MEDICAL ET DENTAIRE/, genre: "centre-sante-medecin", raison: "médical et dentaire" },
  { motif: /DENT(AIRE|I)/, genre: "centre-sante-dentaire", raison: "dentaire" },
  { motif: /INFIRMIER|\bCSI\b/, genre: "centre-sante-infirmier", raison: "infirmier" },
  {
    motif: /MEDICAL|MEDECIN|POLYVALENT|\bCDSP|PLURIPRO|MUNICIPAL|COMMUNAL|COMMUNAUTAIRE|DPTAL|\bCMS\b|CORREZE SANTE|FILIERIS/,
    genre: "centre-sante-medecin",
    raison: "médical, polyvalent, minier ou porté par une collectivité",
  },
  { motif: /^(CENTRE ?DE SANTE|CDS) (DE|DU|DES) |^CENTRE DE SANTE D'/, genre: "centre-sante-medecin", raison: "nommé d'après son territoire" },
];

/** Upper case without accents: « CENTRE DE SANTÉ » and « CENTRE DE SANTE » are one name. */
function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}

export function genreCentre(nom: string): GenreCentre {
  const name = plain(nom);
  return REGLES_CENTRE.find((regle) => regle.motif.test(name))?.genre ?? "centre-sante-autre";
}
