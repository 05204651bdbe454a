import type { Genre } from "./genre";

export const chiffre: Genre = {
  id: "chiffre",
  vivant: true,
  possible: ({ chiffres }) => chiffres.length > 0,
  corps: ({ capture }) => (capture === null || capture.chiffres.length === 0 ? null : { genre: "chiffres", chiffres: capture.chiffres }),
};
