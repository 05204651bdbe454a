import type { ComposanteProfil, LieuProfil } from "../domain/profil";
import { formatNumber, formatQuantity, PAS_DE_DONNEE } from "./format";

export const PROFIL = {
  titre: "Profil de fragilité",
  titreImprime: "Profil de fragilité : notes de 0 (favorable) à 100 (fragile)",
  chargement: "Calcul du profil…",
  lieu: "Territoire",
  score: "Score de fragilité (sur 100)",
  scoreCourt: "Score",
  composante: "Composante",
  note: "Note",
  legende: "Chaque composante est notée de 0 (favorable) à 100 (fragile) entre des bornes fixes, toutes pèsent autant ; le score est leur moyenne. La barre dit la note, le nombre la valeur.",
  legendeImprimee: "Chaque composante est notée entre des bornes fixes, toutes pèsent autant, le score est leur moyenne ; « – » : pas de donnée. Min : minutes par la route. Bornes : analyse « fragilite » de Maillage.",
  methode: "Bornes et sources : espace Méthode, « Fragilité ». Vitesses par défaut, tous les sites comptés, taux lissé laissé de côté (il dépend des territoires comparés).",
  estimation: "Sans graphe routier, les minutes sont estimées à vol d’oiseau.",
  /** Heads of a narrow table, by component; others keep their label. */
  court: {
    zonage: "Zonage", densite: "Densité", apl: "APL", apl_65: "APL 65", apl_62: "APL 62", minutes_medecin: "Min médecin", minutes_msp: "Min MSP",
    minutes_pharmacie: "Min phar\u00admacie", minutes_urgences: "Min urgences", revenu: "Revenu", vieillissement: "75 ans et +", structures: "Struc\u00adtures", departs: "Départs",
  } as Readonly<Record<string, string>>,
} as const;

/** « 3,46 » with the unit where a number alone would be read wrong. */
export function valeurProfil({ valeur, unit, digits }: ComposanteProfil): string {
  if (valeur === null) return PAS_DE_DONNEE;
  const alone = unit === "consultations" || unit === "pour_100k" || unit === "nombre";
  return alone ? formatNumber(valeur, digits) : formatQuantity(valeur, unit, digits);
}

export function noteProfil(note: number | null): string {
  return note === null ? PAS_DE_DONNEE : formatNumber(note);
}

/** « 62 », of 100. */
export function scoreProfil({ score }: LieuProfil): string {
  return score === null ? PAS_DE_DONNEE : formatNumber(score);
}
