import { formatNumber, plural } from "./format";

/** Messages about the application itself: what happened, what it changes, what to do. Troubles of the data are in issues.ts. */
export const NOTICE = {
  stockageRefuse:
    "Le navigateur refuse d'enregistrer votre travail (stockage interdit ou plein). Tout continue de fonctionner ; copiez le lien pour retrouver cet écran plus tard.",
  annuler: "Annuler",
  nomAjout: (numero: number) => `Site ajouté ${numero}`,
  stockageRevenu: "L'enregistrement dans le navigateur fonctionne de nouveau.",
  calculRelance: "Le moteur de calcul s'est arrêté et vient d'être relancé. Votre travail est intact.",
  calculEnPanne: (detail: string) =>
    `Ce calcul n'a pas pu aboutir (${detail}). Votre travail est intact : changez un réglage ou relancez le calcul.`,
  lectureEnPanne: (detail: string) => `Une lecture de données n'a pas abouti (${detail}). Rechargez la page ; votre travail est enregistré.`,
  lienCopie: "Lien copié : il rouvre cet écran, avec ses réglages.",
  lienSansSites: (n: number) =>
    `Lien copié. Vos ${plural(n, "site", "sites")} ne quittent pas ce navigateur : le lien n'en garde que les réglages.`,
  lienSansReseau: (fichier: string) =>
    `Lien copié. Le réseau importé « ${fichier} » ne quitte pas ce navigateur : ailleurs, les minutes seront celles du réseau de Maillage.`,
  reseauRetire: (fichier: string, utilise: boolean) =>
    utilise ? `« ${fichier} » est retiré : les minutes reviennent au réseau de Maillage.` : `« ${fichier} » est retiré de ce navigateur.`,
  reseauNonRetire: (fichier: string) => `Le navigateur refuse de retirer « ${fichier} » (stockage interdit) : effacez les données de ce site dans ses réglages.`,
  tableRetiree: "Votre table est retirée de ce navigateur : les résultats s'en passent de nouveau.",
  tableNonRetiree: "Le navigateur refuse de retirer votre table (stockage interdit) : effacez les données de ce site dans ses réglages.",
  copieRefusee: (lien: string) => `Le navigateur refuse la copie. Voici le lien, à copier à la main : ${lien}`,
  lienAutresSites: (n: number) =>
    `Ce lien a été fait avec ${plural(n, "site", "sites")} propres à son auteur, qui ne voyagent pas avec lui : le calcul porte ici sur les sites embarqués.`,
  lienSansCode: "Le lien n'a pas pu être lu : le code qui le lit n'est pas arrivé. Vérifiez la connexion, puis rechargez la page.",
  exportSansResultat: "L'export attend le premier résultat.",
  exportSansProgramme: "Ce résultat n'est pas l'optimum d'un programme linéaire : il n'y a rien à écrire.",
  sitesImportes: (n: number, fichier: string) => `${plural(n, "site lu", "sites lus")} dans « ${fichier} » : ils remplacent les sites officiels.`,
  sitesRejetes: (n: number, premier: string) =>
    n === 1 ? `Une ligne n'a pas été lue. ${premier}` : `${formatNumber(n)} lignes n'ont pas été lues. La première : ${premier}`,
  sitesRefuses: (fichier: string, raison: string) => `« ${fichier} » n'est pas importé. ${raison}`,
  fichierIllisible: (fichier: string) => `« ${fichier} » ne peut pas être lu par le navigateur : vérifiez qu'il existe encore et qu'il est lisible.`,
  territoireConserve: (nom: string) => `L'écran reste sur ${nom}.`,
  travailDeCote: "Ce lien ouvre un autre écran que votre travail enregistré. « Annuler » y revient.",
} as const;
