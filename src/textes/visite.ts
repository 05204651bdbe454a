/** The first visit: four doors, then two steps that show where things are. */
export const VISITE = {
  nom: "Premiers pas",
  passer: "Passer",
  suivant: "Suivant",
  precedent: "Précédent",
  terminer: "C'est compris",
  etape: (rang: number, total: number) => `Étape ${rang} sur ${total}`,
  portes: "Vous êtes plutôt…",
  portesAide: "Choisissez une porte : la carte se règle sur votre question. Tout reste modifiable ensuite.",
  continuer: "Garder la carte affichée",
  lire: "Lire le résultat",
  lireTexte: "Une phrase dit le résultat ; la légende le détaille. Survolez une classe pour voir ses territoires, glissez une borne pour changer les classes, cliquez sur la carte pour ouvrir une fiche.",
  aller: "Aller plus loin",
  allerTexte: "Le tableau donne les mêmes chiffres, à trier et à exporter. « Copier le lien » rouvre cet écran ailleurs. Données et Méthode disent d'où vient chaque chiffre.",
} as const;

export type PorteId = "dumg" | "commune" | "etudiant" | "conseil";

export const PORTES: Record<PorteId, { readonly qui: string; readonly question: string }> = {
  dumg: {
    qui: "Département de médecine générale (DUMG)",
    question: "Quelles communes fragiles sont loin d'un maître de stage, et où recruter d'abord ?",
  },
  commune: {
    qui: "Commune, intercommunalité, CPTS",
    question: "Où ouvrir la prochaine maison de santé, et qu'est-ce que cela changerait ?",
  },
  etudiant: {
    qui: "Étudiante, étudiant, interne",
    question: "Où vivre et apprendre pendant un stage, et à combien de minutes ?",
  },
  conseil: {
    qui: "Conseil territorial de santé, ARS, élus",
    question: "Quelle densité médicale par intercommunalité, tableau à l'appui ?",
  },
};
