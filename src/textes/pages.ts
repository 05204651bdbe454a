import type { Quality } from "../domain/provenance";
import { formatNumber, PAS_DE_DONNEE, plural } from "./format";

/** What a page says around its content, on screen as in a file. */
export const PAGE = {
  sources: (textes: string): string => `Sources : ${textes}.`,
  qualite: { officiel: "officiel", derive: "dérivé", illustratif: "illustratif" } satisfies Record<Quality, string>,
  produit: "Maillage",
  edition: (jour: string): string => `Chiffres du ${jour}`,
  numero: (rang: number, total: number): string => `${rang} / ${total}`,
  vivant: "Rouvrir la vue vivante",
  vivantAdresse: (adresse: string): string => `Vue vivante : ${adresse}`,
  illustratif: "Données illustratives",
  estimation: "Estimation",
  couches: "Sur la carte",
  memeEchelle: "Même échelle avant et après",
  avant: "avant",
  apres: "après",
  colonnes: (quoi: string): string => `Colonnes : ${quoi} par classe, avant puis après.`,
  habitants: "habitants",
  reste: (montrees: number, total: number): string => `${formatNumber(montrees)} premières lignes sur ${formatNumber(total)}`,
  toutes: (total: number): string => plural(total, "ligne", "lignes"),
  sansDonnee: PAS_DE_DONNEE,
  oui: "oui",
  non: "non",
} as const;
