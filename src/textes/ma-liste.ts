/** The reader's own list of communes. */
export const LISTE = {
  max: 12,
  aide: "Votre liste reste dans ce navigateur et dans le lien copié, notes comprises.",
  retenir: (nom: string) => `Retenir ${nom}`,
  chiffres: (score: string, minutes: string) => `score ${score} · ${minutes}`,
  monter: (nom: string) => `Monter ${nom}`,
  descendre: (nom: string) => `Descendre ${nom}`,
  retirer: (nom: string) => `Retirer ${nom} de ma liste`,
  note: (nom: string) => `Note sur ${nom}`,
  invite: "une note : contact, logement, visite…",
  exporter: "Ma liste en CSV",
} as const;
