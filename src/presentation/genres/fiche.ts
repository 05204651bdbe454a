import type { Genre } from "./genre";

export const fiche: Genre = {
  id: "fiche",
  vivant: true,
  possible: (capture) => capture.fiche !== null,
  corps: ({ capture }) => (capture?.fiche == null ? null : { genre: "fiche", fiche: capture.fiche }),
};
