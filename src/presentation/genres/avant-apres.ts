import type { Genre } from "./genre";

export const avantApres: Genre = {
  id: "avant-apres",
  vivant: true,
  possible: ({ paire }) => paire !== null,
  corps: ({ capture }) => (capture?.paire == null ? null : { genre: "avant-apres", ...capture.paire }),
};
