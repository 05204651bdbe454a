import type { Genre } from "./genre";

export const texte: Genre = {
  id: "texte",
  vivant: false,
  possible: () => false,
  corps: ({ texte: written }) => ({ genre: "texte", paragraphes: written.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "") }),
};
