/** The user's own candidate points. */
export const CHOIX_POINTS = {
  saisie: "Un point par ligne : longitude, latitude, nom",
  exemple: "1,25 45,83 Ancienne école",
  ajouter: "Ajouter ces points",
  refus: (ligne: number, attendu: string): string => `Ligne ${ligne} : il faut ${attendu}.`,
  surLaCarte: "Ajouter un point sur la carte",
  trop: (max: number): string => `${max} points au plus : retirez-en.`,
  carte: (nombre: number): string => (nombre === 0 ? "Aucun site ajouté sur la carte." : nombre === 1 ? "Et 1 site ajouté sur la carte." : `Et ${nombre} sites ajoutés sur la carte.`),
} as const;
