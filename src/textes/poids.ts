/** Sets of weights that the user names, and what a score is made of. */
export const PRESELECTION = {
  miens: "Enregistrés dans ce navigateur",
  nom: "Nom de ces poids",
  enregistrer: "Enregistrer",
  retirer: (nom: string): string => `Retirer « ${nom} »`,
  enregistres: (nom: string): string => `Poids enregistrés sous le nom « ${nom} », dans ce navigateur. Un lien emporte les poids, pas leur nom.`,
  retires: (nom: string): string => `« ${nom} » est retiré de la liste ; les poids de l'écran ne changent pas.`,
  illisibles: "Vos jeux de poids enregistrés ne peuvent pas être lus (texte abîmé) : ils sont laissés de côté. Les poids de l'écran ne changent pas.",
  trop: "Cinquante jeux de poids sont déjà enregistrés : retirez-en un pour garder celui-ci.",
} as const;
