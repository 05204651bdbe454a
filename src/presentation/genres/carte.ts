import type { Genre } from "./genre";

export const carte: Genre = {
  id: "carte",
  vivant: true,
  possible: () => true,
  corps: ({ capture }) => (capture === null ? null : { genre: "carte", dessin: capture.dessin, legendes: capture.legendes }),
};
