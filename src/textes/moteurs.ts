import type { OrigineMinutes } from "../domain/origine-minutes";
import { formatNumber } from "./format";
import { formatVintage } from "./legende";

/** Outside engines: their menu. What is agreed to before anything leaves is in accord.ts. */
export const MOTEUR_TEXTE = {
  moteur: "Moteur",
  maillage: "Maillage, calcul local",
  aide: "Ce moteur reçoit des coordonnées, après votre accord. Le calcul local n'envoie rien.",
  adresse: "Adresse du moteur",
  cle: (nom: string) => `Votre clé ${nom}`,
  cleAide: "Gardée le temps de cette page, envoyée à ce moteur seulement.",
  minutes: {
    demander: (nom: string) => `Demander les minutes à ${nom}…`,
    enAttente: "Rien n'est envoyé : les minutes affichées restent celles du calcul local.",
    accorde: (nom: string, hote: string) => `Avec votre accord, les minutes sont demandées à ${nom}, ${hote}.`,
  },
  isochrones: {
    demander: (nom: string) => `Demander les isochrones à ${nom}…`,
    enAttente: "Rien n'est envoyé : seules les zones de Maillage sont affichées.",
    accorde: (nom: string, hote: string) => `Avec votre accord, les mêmes isochrones sont demandées à ${nom}, ${hote}, et tracées en contour sur celles de Maillage.`,
  },
  sansIsochrones: (nom: string) => `${nom} ne trace pas d'isochrones : rien ne lui est envoyé ici. IGN Géoplateforme, Valhalla et openrouteservice en tracent.`,
  retirer: "Retirer l'accord",
  pied: (hote: string) => `Des coordonnées partent vers ${hote}.`,
  compte: (fait: number, total: number) => `${formatNumber(fait)} sur ${formatNumber(total)}`,
  arreter: "Arrêter et garder ce qui est reçu",
} as const;

/** « Minutes : OSRM, example.org, 26 novembre 2026 »; null for minutes of the road graph, which is the usual case. */
export function badgeOrigine(origine: OrigineMinutes): string | null {
  if (origine.kind === "route") return null;
  if (origine.kind === "estimation") return "Minutes : estimation à vol d'oiseau";
  const { nom, hote, date, repondus, total } = origine;
  const part = repondus < total ? ` (partiel : ${formatNumber(repondus)} sur ${formatNumber(total)})` : "";
  return `Minutes : ${nom}, ${hote}, ${formatVintage(date)}${part}`;
}
