/** What the map says of itself: names of its buttons, help of its keyboard, announcements. */
export const CARTE = {
  aide: "Flèches : déplacer la carte. Plus et moins : zoomer. Majuscule ou Contrôle avec une flèche : aller au territoire voisin. P : aller au site suivant. Entrée : ouvrir la fiche. A : ajouter un site à cet endroit (temps d'accès). Échap : la fermer. Le tableau donne les mêmes chiffres.",
  aideDessin: "Flèches : aller au territoire voisin. P : aller au site suivant. Entrée : ouvrir la fiche. A : ajouter un site à cet endroit (temps d'accès). Échap : la fermer. Le tableau donne les mêmes chiffres.",
  outils: "Zoom de la carte",
  zoomer: "Zoomer",
  dezoomer: "Dézoomer",
  recadrer: "Revoir tout le territoire",
  pasDeVoisin: "Pas de territoire dans cette direction.",
  pasDeSite: "Aucun site sur la carte.",
  /** « Bellac, 12,3 min », « Bellac, 12,3 min, Minutes depuis le chef-lieu ». */
  annonce: (nom: string, valeur: string | null, precision?: string) => [nom, valeur, precision].filter(Boolean).join(", "),
} as const;
