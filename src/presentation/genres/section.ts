import type { Genre } from "./genre";

export const section: Genre = {
  id: "section",
  vivant: false,
  possible: () => false,
  corps: ({ texte }) => ({ genre: "section", sousTitre: texte }),
};
