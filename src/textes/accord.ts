import { type DemandeMoteur, hoteDe, MOTEURS } from "../domain/moteur";
import { formatNumber, plural } from "./format";

/** The consent before anything leaves for an outside engine. */
export const ACCORD = {
  titre: (nom: string) => `Envoyer des coordonnées à ${nom} ?`,
  quoi: "Ce qui quitte votre navigateur",
  qui: "Qui le reçoit",
  duree: "Ce qui en reste",
  refuser: "Ne rien envoyer",
  accepter: "Accepter et demander",
} as const;

/** The key when there is one, and that nothing else leaves. */
function resteText(nom: string, cle: boolean): readonly string[] {
  return [...(cle ? [`Votre clé ${nom}.`] : []), "Rien d'autre : ni vos réglages, ni votre travail, ni le nom des lieux. Comme tout site, le moteur voit l'adresse IP de votre appareil."];
}

/** What would leave for minutes: the starting points and the sites. `sites` null: not known yet. */
export function envoiMinutesText(nom: string, territoire: string, communes: number, sites: number | null, candidats: number, cle: boolean): readonly string[] {
  const parmi = sites === null ? "" : `, parmi ${formatNumber(sites)}`;
  return [
    `Les coordonnées ${communes === 1 ? "du chef-lieu" : `de ${plural(communes, "chef-lieu", "chefs-lieux")}`} de commune : ${territoire}.`,
    `Les coordonnées des sites à rejoindre : pour chaque chef-lieu, les ${candidats} plus proches à vol d'oiseau${parmi}.`,
    ...resteText(nom, cle),
  ];
}

/** What would leave for isochrones: the sites. `seul`: one is chosen; `sites` null: not known yet. */
export function envoiIsochronesText(nom: string, territoire: string, seul: boolean, sites: number | null, cle: boolean): readonly string[] {
  const parmi = sites === null ? "" : `, parmi ${formatNumber(sites)}`;
  return [
    seul ? "Les coordonnées du site choisi." : `Les coordonnées des sites d'où l'on peut rejoindre ${territoire}${parmi}.`,
    "Les limites de temps et le sens du trajet.",
    ...resteText(nom, cle),
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
  "Tant que l'accord tient, chaque nouveau calcul envoie de même les points dont il a besoin : pour les temps d'accès, les chefs-lieux et les sites ; pour les isochrones, les sites. Vous pouvez le retirer à tout moment.",
] as const;
