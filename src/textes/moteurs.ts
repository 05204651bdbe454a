import { type DemandeMoteur, hoteDe, MOTEURS } from "../domain/moteur";
import type { OrigineMinutes } from "../domain/origine-minutes";
import { formatNumber, plural } from "./format";
import { formatVintage } from "./legende";

/** Outside engines: their menu, and the consent before anything leaves. */
export const MOTEUR_TEXTE = {
  moteur: "Moteur",
  maillage: "Maillage, calcul local",
  aide: "Ce moteur reçoit des coordonnées, après votre accord. Le calcul local n'envoie rien.",
  adresse: "Adresse du moteur",
  cle: (nom: string) => `Votre clé ${nom}`,
  cleAide: "Gardée le temps de cette page, envoyée à ce moteur seulement.",
  demander: (nom: string) => `Demander les minutes à ${nom}…`,
  enAttente: "Rien n'est envoyé : les minutes affichées restent celles du calcul local.",
  accorde: (nom: string, hote: string) => `Avec votre accord, les minutes sont demandées à ${nom}, ${hote}.`,
  retirer: "Retirer l'accord",
  pied: (hote: string) => `Des coordonnées partent vers ${hote}.`,
  compte: (fait: number, total: number) => `${formatNumber(fait)} sur ${formatNumber(total)}`,
  arreter: "Arrêter et garder ce qui est reçu",
} as const;

export const ACCORD = {
  titre: (nom: string) => `Envoyer des coordonnées à ${nom} ?`,
  quoi: "Ce qui quitte votre navigateur",
  qui: "Qui le reçoit",
  duree: "Ce qui en reste",
  refuser: "Ne rien envoyer",
  accepter: "Accepter et demander",
} as const;

/** What would leave: the starting points, the sites, and the key when there is one. `sites` null: not known yet. */
export function envoiText(nom: string, territoire: string, communes: number, sites: number | null, candidats: number, cle: boolean): readonly string[] {
  const parmi = sites === null ? "" : `, parmi ${formatNumber(sites)}`;
  return [
    `Les coordonnées ${communes === 1 ? "du chef-lieu" : `de ${plural(communes, "chef-lieu", "chefs-lieux")}`} de commune : ${territoire}.`,
    `Les coordonnées des sites à rejoindre : pour chaque chef-lieu, les ${candidats} plus proches à vol d'oiseau${parmi}.`,
    ...(cle ? [`Votre clé ${nom}.`] : []),
    "Rien d'autre : ni vos réglages, ni votre travail, ni le nom des lieux. Comme tout site, le moteur voit l'adresse IP de votre appareil.",
  ];
}

/** To whom: host and operator. */
export function destinataireText({ id, adresse }: Pick<DemandeMoteur, "id" | "adresse">): string {
  const { nom, operateur } = MOTEURS[id];
  const qui = operateur === null ? `le moteur ${nom} qui tourne à l'adresse que vous avez donnée` : `le service ${nom}, opéré par ${operateur}`;
  return `${hoteDe(adresse)} : ${qui}.`;
}

export const RESTE = [
  "Maillage ne garde ni les réponses, ni la clé, ni cet accord : tout s'oublie à la fermeture de la page. L'opérateur, lui, peut garder une trace des demandes : voyez ses conditions.",
  "Tant que l'accord tient, chaque nouveau calcul des temps d'accès (autre territoire, autres sites) envoie de même les points dont il a besoin. Vous pouvez le retirer à tout moment.",
] as const;

/** « Minutes : OSRM, example.org, 26 novembre 2026 »; null for minutes of the road graph, which is the usual case. */
export function badgeOrigine(origine: OrigineMinutes): string | null {
  if (origine.kind === "route") return null;
  if (origine.kind === "estimation") return "Minutes : estimation à vol d'oiseau";
  const { nom, hote, date, repondus, total } = origine;
  const part = repondus < total ? ` (partiel : ${formatNumber(repondus)} sur ${formatNumber(total)})` : "";
  return `Minutes : ${nom}, ${hote}, ${formatVintage(date)}${part}`;
}
