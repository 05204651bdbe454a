/** The choice of a commune: by its name, or on the map. */
export const CHOIX_COMMUNE = {
  inconnue: "Aucune commune du territoire ne porte ce nom : choisissez-la dans la liste, ou tapez son code INSEE.",
  lieuInconnu: "Aucune commune du territoire ne porte ce nom : choisissez-la dans la liste, ou tapez son code INSEE. Une maille s'écrit « Ambazac n° 3 » ou « 87002_3 ».",
  surLaCarte: "Choisir sur la carte",
  pour: (champ: string): string => `Choisir sur la carte : ${champ}`,
  renoncer: "Renoncer",
  consigne: (champ: string): string => `« ${champ} » : touchez une commune sur la carte. Au clavier, allez sur la carte, flèches puis Entrée ; Échap pour renoncer.`,
  autreNiveau: "Ce n'est pas une commune : affichez la carte au niveau des communes, ou tapez le nom dans le champ.",
} as const;
