import type { Atelier, ChiffreAtelier, DocumentCite, LienAtelier, Lignes, PointAtelier, Rang } from "../domain/ateliers";
import { formatList, formatNumber, plural } from "./format";

export const NON_INDIQUE = "non indiqué";

const JOUR = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** « 2 décembre 2022 » of an ISO day. */
export function jourText(iso: string): string {
  return JOUR.format(new Date(`${iso}T00:00:00Z`)).replace(/^1 /, "1er ");
}

/** « l. 12 » or « l. 12-18 »: where a fact stands in the extracted text. */
export function placeText(...places: readonly Lignes[]): string {
  return `l.\u00a0${places.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(", ")}`;
}

/** « Atelier de Bessines-sur-Gartempe » ; a meeting keeps its own name. */
export function nomText({ nom, departement }: Pick<Atelier, "nom" | "departement">): string {
  if (nom.startsWith("Réunion")) return nom;
  const article = /^[AEIOUÉ]/.test(nom) ? "Atelier d’" : nom.startsWith("Les ") ? "Atelier des " : "Atelier de ";
  return `${article}${nom.replace(/^Les /, "")} (${departement})`;
}

const TIE: Record<Rang, (lien: LienAtelier | undefined) => string> = {
  nomme: (lien) => `Ce territoire est dans celui de l’atelier : ${lien?.nom ?? ""}${lien === undefined ? "" : ` (${placeText(lien.lignes)})`}.`,
  deduit: (lien) => `Ce territoire est dans celui de l’atelier, d’après nous : ${lien?.note ?? lien?.nom ?? ""}${lien === undefined ? "" : ` (${placeText(lien.lignes)})`}.`,
  cite: (lien) => `Le compte rendu y cite ${lien?.nom ?? ""}${lien === undefined ? "" : ` (${placeText(lien.lignes)})`}, ${lien?.note ?? "sans en faire son territoire"}.`,
  lieu: () => "Cet atelier s’est tenu dans la même intercommunalité ; le document ne dit pas quel territoire il couvre.",
  departement: (lien) => `Cet atelier a aussi parlé de tout le département${lien === undefined ? "" : ` (${placeText(lien.lignes)})`}.`,
};

/** How a workshop speaks of the place that one looks at. */
export function lienText(rang: Rang, lien?: LienAtelier): string {
  return TIE[rang](lien);
}

/** « 5,6 % », « 12 habitants », or the words of the report. */
export function valeurText({ valeur, texte, unite }: ChiffreAtelier): string {
  if (valeur === undefined) return texte ?? NON_INDIQUE;
  const digits = Number.isInteger(valeur) ? 0 : Math.min(2, String(valeur).split(".")[1]?.length ?? 0);
  const figure = formatNumber(valeur, digits);
  return unite === "nombre" ? figure : `${figure} ${unite}`;
}

/** The figures a sheet always asks a workshop for, in order. */
const DEMANDES = [
  ["sans-medecin-traitant", "Sans médecin traitant"],
  ["zonage", "Zonage"],
  ["msp", "Maisons de santé"],
  ["cpts", "CPTS"],
] as const;

export interface LigneCitee {
  readonly libelle: string;
  readonly valeur: string;
  /** Place in the source; null when the report says nothing of it. */
  readonly place: string | null;
  readonly note: string | null;
}

/** What a workshop says of its territory for the figures of a sheet; « non indiqué » where it says nothing. */
export function chiffresCles({ chiffres }: Atelier): readonly LigneCitee[] {
  return DEMANDES.flatMap(([cle, libelle]): readonly LigneCitee[] => {
    const said = chiffres.filter((one) => one.cle === cle && one.portee === "atelier");
    if (said.length === 0) return [{ libelle, valeur: NON_INDIQUE, place: null, note: null }];
    const several = said.length > 1 || cle === "cpts";
    return said.map((one) => ({ libelle: several ? one.libelle : libelle, valeur: valeurText(one), place: placeText(one.lignes), note: one.note ?? null }));
  });
}

export function demandesDe({ points }: Atelier): readonly PointAtelier[] {
  return points.filter(({ nature }) => nature === "demande");
}

/** « Synthèse des ateliers…, l. 12181-12376 ». */
export function sourceAtelier(document: DocumentCite, { lignes, compte_rendu: published }: Atelier): string {
  return published ? `${document.titre} (${document.auteur}), ${placeText(lignes)} du texte extrait.` : `${document.titre} (${document.auteur}) : aucun compte rendu publié, l’atelier n’est cité qu’à la ${placeText(lignes)}.`;
}

export const ATELIERS = {
  titre: "Ce qu’en ont dit les ateliers",
  plan: "Le plan d’attractivité y agit",
  chargement: "Lecture du document…",
  echec: "Ce document n’a pas pu être lu. Rechargez la page.",
  aucun: "Aucun atelier n’a parlé de ce territoire.",
  sansCompteRendu: "Le document n’en publie pas le compte rendu : rien ne lui est attribué.",
  demandes: (n: number) => (n === 0 ? "Aucune demande relevée" : plural(n, "demande relevée", "demandes relevées")),
  date: (atelier: Pick<Atelier, "date" | "participants">) => `${jourText(atelier.date)}, participants : ${atelier.participants === null ? NON_INDIQUE : formatNumber(atelier.participants)}`,
  jour: ({ date }: Pick<Atelier, "date">) => jourText(date),
  demande: "On y a demandé :",
  encore: (n: number) => `et ${plural(n, "autre demande", "autres demandes")}`,
  aussi: (noms: readonly string[]) => `En parlent aussi : ${formatList(noms)}.`,
  autres: (noms: readonly string[]) => `Dans le département, autre réunion : ${formatList(noms)}.`,
} as const;
